import type { Clause } from './clause.ts'
import { type TimeWindow, windowAt } from './time-window.ts'

export const RELAXATIONS = ['liver-metastases', 'bone-metastases', 'gilbert', 'anticoagulant', 'female', 'male', 'other'] as const
/** Whom a limit is for, when not for everybody. */
export type Relaxation = (typeof RELAXATIONS)[number]

/** `AST ≤ 3 × ULN`: one limit for one or several tests. */
export type LabLimit = {
  op: '>=' | '>' | '<=' | '<'
  value: number
  of: 'unit' | 'ULN' | 'LLN' | 'normal' | 'grade'
  unit?: string
  /** Only for whom this holds; a limit without is for everybody else. */
  when?: Relaxation
}
/** Tests by their names in core/codes/labs.ts and the limits that all of them keep. */
export type LabGroup = { tests: string[]; limits: LabLimit[]; waived?: Relaxation }
/** Any one of the groups is enough: creatinine ≤ 1.5 × ULN, or clearance ≥ 60. */
export type LabAsk = { groups: LabGroup[]; days?: number; window?: string }
export type LabReading = { start: number; end: number; ask: LabAsk }

/**
 * Reads every statement about laboratory values of a clause: names, comparison, values in any unit or as multiples of a limit of normal,
 * relaxed limits, alternatives ("or creatinine clearance ≥ 60"), windows and transfusion remarks. A new test after a complete limit begins a new statement,
 * unless "or" makes it an alternative.
 */
export function readLabLimits(clause: Pick<Clause, 'text' | 'section'>): LabReading[] {
  const { text } = clause
  if (!QUICK.test(text)) return []
  const readings: LabReading[] = []
  NAME.lastIndex = 0
  for (let match = NAME.exec(text); match; match = NAME.exec(text)) {
    const reading = readFrom(text, match.index, clause.section)
    if (!reading) continue
    readings.push(reading)
    NAME.lastIndex = reading.end
  }
  return withLaterRelaxations(text, readings).map((reading, i, all) => withWindowOfSentence(text, reading, all.slice(i + 1)))
}

/** "AST ≤ 3 × ULN. If the patient has liver metastases, AST ≤ 5 × ULN" is one statement. */
function withLaterRelaxations(text: string, readings: LabReading[]): LabReading[] {
  const merged: LabReading[] = []
  for (const reading of readings) {
    const last = merged.at(-1)
    const [group] = reading.ask.groups
    const [before] = last?.ask.groups ?? []
    const isRelaxed =
      group !== undefined &&
      reading.ask.groups.length === 1 &&
      group.limits.every(({ when }) => when !== undefined && when !== 'female' && when !== 'male')
    if (
      last &&
      group &&
      before &&
      isRelaxed &&
      group.tests.toSorted().join() === before.tests.toSorted().join() &&
      /^[\s.;,)]*(?:and|or)?[\s(]*$/.test(text.slice(last.end, reading.start))
    )
      merged[merged.length - 1] = {
        ...last,
        end: reading.end,
        ask: { ...last.ask, groups: [{ ...before, limits: [...before.limits, ...group.limits] }, ...last.ask.groups.slice(1)] },
      }
    else merged.push(reading)
  }
  return merged
}

/** "ANC > 1.5, platelets > 100 within 21 days of registration": the window is for both. */
function withWindowOfSentence(text: string, reading: LabReading, later: LabReading[]): LabReading {
  if (reading.ask.days !== undefined) return reading
  const next = later.find(({ ask }) => ask.days !== undefined)
  if (!next || next.start - reading.end > 200 || /[.;*]\s|\n/.test(text.slice(reading.end, next.start))) return reading
  const { days, window } = next.ask
  return { ...reading, ask: { ...reading.ask, ...(days === undefined ? {} : { days }), ...(window === undefined ? {} : { window }) } }
}

/** The way a healthy value lies: neutrophils are to be high, bilirubin low. */
const WANTS_HIGH = new Set([
  'ANC',
  'WBC',
  'ALC',
  'platelets',
  'hemoglobin',
  'creatinine-clearance',
  'eGFR',
  'albumin',
  'LVEF',
  'CD4',
  'SpO2',
])

const TESTS: readonly [tests: string[], words: string][] = [
  [
    ['ANC'],
    String.raw`(?:absolute )?(?:neutrophils?|granulocytes?|polymorphonuclear (?:leukocytes|cells))(?: granulocytes?)?(?: \(?anc\)?)?(?: counts?)?|anc|agc|anc count`,
  ],
  [
    ['WBC'],
    String.raw`(?:total )?(?:wbcs?|white blood (?:cells?|counts?)|leu[ck]ocytes?|white[- ]cells?|white count)(?: \(?wbc\)?)?(?: counts?)?`,
  ],
  [['ALC'], '(?:absolute )?lymphocytes?(?: counts?)?|alc'],
  [['platelets'], String.raw`platelets?(?: \(?plts?\)?)?(?: counts?)?|plts?|thrombocytes?(?: counts?)?`],
  [['hemoglobin'], 'ha?emoglobin(?! a1c)(?: levels?| concentrations?)?|hgb(?! a1c)|hb(?! ?a1c)'],
  [['direct-bilirubin'], '(?:serum )?(?:direct|conjugated) bilirubin(?: levels?| fraction)?|bilirubin,? direct'],
  [['bilirubin'], String.raw`(?:(?:serum|plasma|total|and|s\.|blood) )*(?:bilirubin|t\.? ?bili|tbili)(?:,? total)?(?: levels?)?`],
  [
    ['AST', 'ALT'],
    String.raw`(?:(?:serum|hepatic|liver) )*(?:transaminases?|aminotransferases?)(?: levels?| activity)?(?= ?\(? ?(?:alt|ast|sgot|sgpt|≤|<|>|=|≥|levels?|less|no |not |up |must|should|are|of|:|\d|elevat|aspart|alanine|within))|liver enzymes(?: tests?)?|liver function tests?|lfts?\b|asat\/alat|ast ?\/ ?alt|alt ?\/ ?ast|sgot ?\/ ?sgpt|sgpt ?\/ ?sgot`,
  ],
  [
    ['AST'],
    String.raw`(?:serum )?(?:aspartate|aspartic) ?(?:amino ?)?trans(?:amin|fer)ases?|aspartate|(?:serum )?glutamic[- ]oxalo-?acetic transaminase|sgot|ast|asat|a\.s\.t\.`,
  ],
  [
    ['ALT'],
    String.raw`(?:serum )?alanine ?(?:amino ?)?trans(?:amin|fer)ases?|(?:serum )?glutamic[- ]pyruvic transaminase|sgpt|alt|alat|a\.l\.t\.`,
  ],
  [['ALP'], String.raw`(?:serum )?(?:alkaline[- ]phosphatase|alk(?:aline)? ?phos\b\.?|alkphos)(?: levels?)?|alp|ap(?= ?(?:≤|<|>|≥))`],
  [
    ['creatinine-clearance'],
    '(?:(?:calculated|estimated|measured|serum|24[- ]hour|actual|renal|predicted|or) )*creatinine[- ]clearance(?: rates?| levels?)?|crcl|clcr|ccr|cl ?cr|crc|cr ?cl',
  ],
  [['eGFR'], '(?:(?:calculated|estimated|measured) )*(?:glomerular filtration rate|e?-?gfr)(?: rate)?'],
  [
    ['creatinine'],
    String.raw`(?:(?:serum|plasma|blood|s\.) )*creatinine(?! ratio|\/| to )(?: levels?| concentrations?| values?)?|scr|serum cr|cr(?= ?(?:≤|<|>|≥))`,
  ],
  [['albumin'], String.raw`(?:serum )?albumin(?!\/| ?to)(?: levels?)?`],
  [
    ['INR'],
    String.raw`(?:international normali[sz]ed ratio|inr|prothrombin time ?\/ ?international normali[sz]ed ratio|pt ?[-\/] ?inr|inr ?\/ ?pt)(?: \(?inr\)?)?(?: ratio)?`,
  ],
  [['aPTT'], '(?:activated )?partial thromboplastin time|a?ptt|activated ptt'],
  [['PT'], String.raw`prothrombin time|pt(?= ?(?:\(|≤|<|>|≥|and|or|,|\/))`],
  [
    ['LVEF'],
    String.raw`(?:cardiac |baseline |resting )*(?:left ventricular |lv |left ventricle )?ejection fraction(?: \(?lvef\)?)?|lvef|\bef(?= ?(?:≥|>|<|≤|of))`,
  ],
  [
    ['QTcF'],
    '(?:(?:mean|resting|baseline|average|screening|prolonged|prolongation of|the|a|average|corrected|rate-corrected) )*(?:fridericia.{0,2} (?:corrected )?qt(?: interval)?(?: correction)?(?: formula)?(?: interval)?(?: .qtcf.)?|qtc[fb]?|qt corrected|corrected qt|heart rate[- ]corrected qt|qt(?= interval))(?:[- ]?(?:intervals?|prolongation|value))*',
  ],
  [['potassium'], '(?:serum |total |blood )*potassium(?: levels?| concentrations?)?'],
  [['sodium'], '(?:serum )?sodium(?: levels?)?(?! (?:valproate|bicarb))'],
  [['ionized-calcium'], '(?:serum )?ioni[sz]ed calcium'],
  [
    ['calcium'],
    '(?:(?:albumin[- ]|total |serum |blood )?corrected )?(?:(?:total|serum|blood|corrected) )*calcium(?! channel| supp| and vit| intake|-channel)(?: levels?| concentrations?)?',
  ],
  [['magnesium'], '(?:serum )?magnesium(?: levels?)?'],
  [['phosphate'], '(?:serum )?(?:inorganic )?phosph(?:orus|ate)(?: levels?)?'],
  [['HbA1c'], String.raw`hb ?a1c|h(?:a?emo)?gl?o?b?i?n? ?a1c|ha?emoglobin a1c|gly(?:cated|cosylated) ha?emoglobin(?: \(?hba1c\)?)?|a1c`],
  [['glucose'], '(?:(?:fasting|random|serum|plasma|blood|venous) )*(?:glucose|blood sugar)(?: levels?| concentrations?)?|fpg|fbg'],
  [
    ['urine-protein'],
    String.raw`(?:(?:24[- ]hour|urine|urinary|spot) )+protein(?: excretion| levels?)?(?: ?[:\/] ?creatinine(?: ratio)?| to creatinine ratio)?|proteinuria|upc(?:r| ratio)?|protein ?[:\/] ?creatinine ratio`,
  ],
  [['amylase'], '(?:serum )?amylase'],
  [['lipase'], '(?:serum )?lipase'],
  [['LDH'], 'lactate dehydrogenase|ldh'],
  [['CK'], 'creatine (?:phospho)?kinase|cpk'],
  [['TSH'], 'thyroid[- ]stimulating hormone|tsh'],
  [['triglycerides'], '(?:fasting )?(?:serum )?triglycerides?(?: levels?)?'],
  [['cholesterol'], '(?:fasting )?(?:serum |total )*cholesterol(?: levels?)?'],
  [['CD4'], String.raw`cd4\+? ?(?:\+ )?(?:t[- ]?(?:cells?|lymphocytes?) ?)?(?:cell )?(?:\(cd4\+?\) )?counts?`],
  [['SpO2'], '(?:resting |room air )*(?:o2|oxygen) saturation|spo2|sao2|pulse oximetry'],
  [['BMI'], 'body[- ]mass index|bmi'],
]
const QUICK =
  /neutro|granuloc|anc|wbc|white|leu[ck]o|lympho|alc\b|platelet|plt|thrombo|h[a]?emoglobin|hgb|\bhb|bili|trans|ast\b|alt\b|sgot|sgpt|asat|alat|liver enz|liver func|lfts?|alk|alp\b|creatin|crcl|clcr|ccr|cr ?cl|gfr|glomer|albumin|inr|internat|ptt|thrombin|eject|\bef\b|lvef|qt|potass|sodium|calcium|magnes|phosph|a1c|glyc|gluc|sugar|fpg|fbg|protein|upc|amylase|lipase|dehydrog|ldh|kinase|cpk|tsh|thyroid|trigly|cholest|cd4|o2|oxygen|oximet|bmi|body/
const NAME_WORDS = TESTS.map(([, words]) => words).join('|')
const NAME = new RegExp(String.raw`(?<![\w-])(?:${NAME_WORDS})(?![\w])`, 'g')
const NAME_HERE = new RegExp(String.raw`(?:${NAME_WORDS})(?![\w])`, 'y')
const WHOLE: readonly [string[], RegExp][] = TESTS.map(([tests, words]) => [tests, new RegExp(`^(?:${words})$`)])
const testsNamed = (words: string): string[] => WHOLE.find(([, pattern]) => pattern.test(words))?.[0] ?? lookAhead(words)
/** Names that need what follows to be recognised cannot be tested alone. */
const lookAhead = (words: string): string[] =>
  /trans|amin/.test(words)
    ? ['AST', 'ALT']
    : words === 'pt'
      ? ['PT']
      : words === 'ef'
        ? ['LVEF']
        : words === 'ap'
          ? ['ALP']
          : words === 'cr'
            ? ['creatinine']
            : /qt/.test(words)
              ? ['QTcF']
              : []

const GE = String.raw`≥|\\?&gt; ?=|> ?=|= ?> ?|> ?\/ ?=|(?:>|greater|more|higher)(?: than)?,? ?(?:or|\/|and) ?(?:=|equals?(?: to)?(?: than)?)|equal(?: to)?,? or (?:greater|more|higher|above|>)(?: than)?|at least|(?:a )?minimum(?: of)?|(?:not?|must not be) (?:be )?(?:less|lower|fewer) than|not below|at or above|of \u2265`
const LE = String.raw`≤|\\?&lt; ?=|< ?=|= ?< ?|< ?\/ ?=|(?:<|less|lower|fewer)(?: than)?,? ?(?:or|\/|and) ?(?:=|equals?(?: to)?(?: than)?)|equal(?: to)?,? or (?:less|lower|below|<)(?: than)?|at most|up to|(?:not?|must not be) (?:be )?(?:more|greater|higher) than|(?:(?:must|should|does|do|can|may)? ?not (?:to )?)exceed(?:ing)?|no (?:more|greater|higher) than|(?:a )?maximum(?: of)?|not above|at or below|not over`
const GT = String.raw`\\?&gt;|>|(?:greater|more|higher) than|greater(?= \d)|above|exceed(?:s|ing)?|over|in excess of|elevated (?:to |above )?(?=\d|>)`
const LT = '\\\\?&lt;|<|(?:less|lower|fewer) than|below|under'
const NUM = String.raw`one and (?:a|one)[- ]half|two and (?:a|one)[- ]half|two|three|four|five|ten|\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+(?:[.,]\d{1,3})?|\.\d+`
const NORMAL_OF = `(?:the |of |above |institutional |institutions?'?s? |local |laboratory'?s? |lab |reference |site'?s? |study |age[- ]adjusted |respective |central |hospital'?s? |center |applicable )*`
const ULN = String.raw`(?:${NORMAL_OF}(?:\(?i?ulnr?\)?(?![a-z])|unl(?![a-z])|upper ?-?(?:normal )?limits?(?: (?:of )?(?:the |institutional |institution'?s? |laboratory |lab |reference |local |its )*(?:normal|reference|limits?))?(?: ?(?:range|limits?|values?))*|upper (?:institutional )?normal(?: limits?| range| values?)*|upper range (?:of )?(?:the )?normal|upper reference limits?|normal upper limits?|(?:institutional )?normal(?: range| limits?| values?)*)(?: ?[(\[]? ?i?uln[)\]]?)?(?: (?:for|of|at|in) (?:the )?(?:local |study |clinical |performing |testing |treating |participating )*(?:institutions?|laboratory|lab|age|site|center|reference (?:lab|laboratory))(?:'s)?)?)`
const LLN = String.raw`(?:${NORMAL_OF}(?:\(?lln\)?(?![a-z])|lower ?-?(?:normal |institutional )*limits?(?: (?:of )?(?:the |institutional |institution'?s? |laboratory |lab |reference |local )*(?:normal|reference))?(?: ?(?:range|limits?|values?))*|normal lower limit)(?: ?[(\[]? ?lln[)\]]?)?(?: (?:for|of|at) (?:the )?(?:local |study )*(?:institution|laboratory|lab|site|center)(?:'s)?)?)`
const VOLUME = String.raw`(?:l|dl|ml|nl|[uµμ]l|mcl|mm ?\^? ?\(?(?:3|³)\)?|cu\.? ?mm|cumm|cmm|mm|cubic milli(?:meter|metre)s?|micro-?lit(?:er|re)s?|milli-?lit(?:er|re)s?|deci-?lit(?:er|re)s?|lit(?:er|re)s?|min(?:ute)?s?|mmol|mol|g|mg|24 ?(?:hours?|hrs?|h)|day|sec|s)`
const UNIT_WORDS = String.raw`(?: ?[x×*] ?10 ?\(?(?:\^|\*{1,2}|e|exp)? ?\(?\[?0?(?:3|6|9|12)[)\]]{0,2}| ?[x*]? ?10 ?\^ ?\(?\d{1,2}\)?| ?e[39](?=\/))? ?(?:(?:cells?|k|thousands?|platelets|neutrophils|giga|g|gms?|grams?|mg|milligrams?|ug|mcg|mmols?|millimoles?|[uµμ]mols?|mcmol|micromol(?:es)?|m?eq|mL|ml|milliliters?|cc|u|iu|units?|ng|pg|international units) ?){0,2}(?:(?:\/|per) ?${VOLUME}(?![a-z])(?: ?\/? ?(?:per )?1[.,]73 ?m? ?\^? ?\(?(?:2|²)?\)?)?|%|percent\b|m(?:illi)?-?sec(?:ond)?s?\b|ms\b|seconds?\b|secs?\b|s\b|\^ ?9 ?\/ ?l)`
const LIMIT = new RegExp(
  String.raw`[\s:(\[-]*(?:(?:is|are|of|to|be|was|must be|should be|at|value|level|levels|counts?|has|have|a|an|elevated|prolongation|that is|values|the|or|with)\b[ :]*){0,6}(?:(?<ge>${GE})|(?<le>${LE})|(?<gt>${GT})|(?<lt>${LT}))[\s:]*(?:to|than|of|or|the|a)?\s*(?:(?<value>${NUM})(?!\d|[\s-]*(?:weeks?|days?|months?|hours?|years?)\b)(?: ?- ?(?:${NUM}))?(?:(?: ?(?:[x×*]|times|-?fold)? ?(?:\(?x\)? ?)?(?<uln>${ULN}))|(?: ?(?:[x×*]|times)? ?(?<lln>${LLN}))|(?<unit>${UNIT_WORDS}))?|(?<onlyUln>${ULN})|(?<onlyLln>${LLN}))`,
  'y',
)
const BARE = new RegExp(
  String.raw`[\s:(=-]*(?:(?:is|are|of|be|must be|should be|was)\b[ :]*){0,2}(?<value>${NUM})(?:(?: ?(?:[x×*]|times|-?fold) ?(?:the |of )*(?<uln>${ULN}))|(?<unit>${UNIT_WORDS})|(?=\s*(?:$|[.;,)])))(?<after> ?or (?:greater|more|higher|above|less|lower|below|better)\b)?`,
  'y',
)
const RANGE = new RegExp(
  String.raw`[\s:(]*(?:(?:is|are|of|be|must be|should be|in the range)\b[ :]*){0,3}(?:between|from|in the range of|range of)? ?(?<low>${NUM})(?:${UNIT_WORDS})? ?(?:-|and|to) ?(?<high>${NUM})(?<unit>${UNIT_WORDS})`,
  'y',
)
const WITHIN_NORMAL =
  /[\s:(]*(?:(?:is|are|be|must be|should be|has|have|levels?)\b[ :]*){0,3}(?:(?:with)?in (?:the )?(?:institution(?:al|'s|s)? |laboratory |local |lab |reference )*(?:normal(?: institutional)?|reference|range|limits)(?: (?:limits?|range|ranges|values?))*(?: of normal)?(?: (?:for|of|at) (?:the )?(?:local )?(?:institution|laboratory|lab|site|age)\b(?:'s)?)?|wnl\b|normal\b(?: (?:limits|range|values?))?(?! (?:cardiac|hepatic)))/y
const GRADE =
  /[\s(]*(?:nci[- ]?)?(?:ctcae )?(?:v(?:ersion)? ?\d(?:\.\d)? )?grade ?(?<op>≤|<=|=<|<|≥|>=|>)? ?(?<grade>[0-4])(?: or (?<or>less|lower|higher|greater|0|below|better))?/y
/** Conditions of relaxation, consumed up to the next punctuation or comparison. */
const WHEN =
  /[\s,;:([-]*(?:(?:and|but|or|is|are|will be|may be|allowed|permitted|acceptable|eligible|only|also|however|note|can be|accepted|considered|then)\b[ :,]*){0,5}(?:if|for|in|when|where|with|unless|except(?:ing|ions?)?|due to|attribut\w+|because|secondary to|who|in the|given|associated with|related to|documented|known|patients|subjects|participants|those|without|no|exclud\w+|(?=liver met|hepatic met|bone met|gilbert))[^.;()[\]≤≥<>=]{0,110}?(?<what>(?:liver|hepatic|intrahepatic|hepato)[^.;()[\]≤≥<>=]{0,40}?(?:metasta\w*|involvement|disease|lesions?|mets?\b|tumou?rs?|malignan\w+|cancer|infiltration)|hepatic\/bone metastases|liver\/bone|bone (?:or liver )?(?:metasta\w*|mets?\b|involvement|disease|lesions?)|skeletal (?:metasta\w+|involvement)|osseous|bony|gilbert ?\\?(?:'|&#39;)?s?'?|me[uu]lengracht|unconjugated hyperbilirubin\w*|anti-?coag\w*|warfarin|coumadin|heparin|hepatocellular[^.;()≤≥<>=]{0,20})(?<rest>[^.;()[\]≤≥<>=,]{0,140}?(?=[.;()[\],≤≥<>=]|$| who | total bili| (?:ast|alt|and|or|must|may|should|can|up to|is|are|have|has|then|less than|in wh\w+) ))(?: syndrome| disease)?(?: (?:is|are) (?:present|documented|known|involved))?(?: in the absence of[^.;,()]{0,40})?/y
/** "In the absence of liver metastases, AST …": whom the first limit is for, said before it. */
const LEADING_WHEN =
  /(?:\b(?:if|for|in|when|in the|patients?|subjects?|participants?|those|with|without|no|the|absence|presence|of|has|have|who|do not have|is|are)[\s,]+)+(?:known |documented )?(?<what>(?:liver|hepatic|bone) (?:metasta\w+|mets|involvement|disease)|gilbert'?s?(?: syndrome| disease)?)(?: (?:is|are) (?:present|absent|known))?[\s,:(]*(?:then |the )?$/
const SEX = /[\s,(]*(?:for|in|if)? ?(?<sex>females?|women|males?|men)\b\)?(?: (?:patients|subjects|participants))?/y
/** "for patients with creatinine levels > 1.5 × ULN": those who miss the first limit. */
const ELSE = new RegExp(
  String.raw`[\s,(]*(?:only )?(?:required )?(?:for|in|if|when|among)\b[^.;()≤≥<>=]{0,50}?(?:bilirubin|creatinine|cr\b)[^.;()≤≥<>=]{0,30}?(?:≥|> ?=?|above|greater than|more than|exceed\w*|elevated|abnormal)[^.;()≤≥<>=\d]{0,20}(?:(?:${NUM})? ?(?:[x×*]|times)? ?(?:${ULN})|(?:${NUM})(?:${UNIT_WORDS})?)?`,
  'y',
)
const TRANSFUSION =
  /[\s,;:.*([-]*(?:(?:criteria )?(?:must|should|to) be met |and |as measured |measured |achieved |obtained |assessed )*(?:in the absence of|at least [\w-]+ wash-?out from|without|no|independent of|unsupported|with no|not (?:supported|requiring|require|be)|having not|(?:untransfused|no transfusions?|transfusion independent)|(?:participants|patients|subjects) (?:can|may) be (?:on|transfused|receiving)|transfusions? (?:is|are|may))\b(?:\([^()]{0,40}\)|[^.;()]){0,120}?(?:transfus\w+|growth[- ]factors?|g-?csf|gm-?csf|erythropoietin\w*|colony[- ]stimulating|filgrastim|\bepo\b|esa\b|permitted|allowed)(?:\([^()]{0,60}\)|[^.;()]){0,120}/y
/** A remark about which formula may be used, or that a value may be like the one named. */
const REMARK =
  /[\s*.([,]*(?:(?:glomerular filtration rate|e?gfr)(?: \([^()]{0,12}\))? can also be used (?:in place of|instead of) (?:creatinine or )?(?:crcl|creatinine clearance)|or (?:more|equivalent|less|greater|higher|above|better|below)\b)/y
/** "or institutional lower limit of normal": the comparison of the limit before. */
const OR_NORMAL = new RegExp(String.raw`[\s,(]*(?:and )?\/?or (?:within |at |above |≥ ?)*(?:(?<lln>${LLN})|(?<uln>${ULN}))`, 'y')
/** What the values are to show. */
const PREFIX =
  /(?:(?:adequate|normal|sufficient|acceptable|good|impaired|inadequate) )?(?:(?:bone[- ]marrow|marrow|renal|kidney|liver|hepatic|cardiac|heart|coagulation|ha?ematologic(?:al)?|ha?ematology|organ|hematopoietic|left ventricular|systolic)(?:[ ,/]+(?:and )?)?)+(?:functions?|reserve)?(?:,? (?:as )?(?:assessed|defined|evidenced|demonstrated|indicated|determined|measured|shown|documented|follows|including)?(?: as| by| with| at| follows)?(?: (?:the|following|a|an))*)? ?[:(-]? ?$/
const PARENTHESIS = /\s*[([](?:[^()[\]≤≥<>=]|[([][^()[\]≤≥<>=]{0,60}[)\]]){1,120}[)\]]/y
const FILLER =
  /[\s,:;*/&-]*(?:(?:the|of|level|levels|value|values|counts?|concentrations?|serum|plasma|total|calculated|estimated|measured|determined|assessed|evaluated|documented|obtained|confirmed|by|using|with|per|based|on|as|via|according|to|either|both|cockcroft|gault|cockcroft-gault|or|formula|equation|method|methods|methodology|mdrd|ckd-epi|modification|diet|in|renal|disease|fridericia'?s?|bazett'?s?|correction|corrected|interval|heart|rate|standard|echo\w*|muga|mugas|multi-?gated|multiple|gated|acquisition|scans?|echocardiogra\w*|cardiac|ultrasound|radionuclide|ventriculogra\w*|ecg|electrocardiogram|on|resting|baseline|screening|at|initial|study|entry|mean|average|least|from|triplicate|and|which|that|is|are|a|an|must|should|be|urine|collection|24-hour|24h|dipstick|for|mri|time|function|lab|laboratory|up|also|modified|ratio|method|prior|fasting|acceptable|adjusted|than|institutional|case|they|it|test|subjects?|patients?|participants?|those|all|others?|otherwise|have|has|having|who|may|included|included|eligible|if|even|when|then|unless|known|body|weight|actual|ideal|repeated|x|3|three|ecgs?|electrocardiograms?|2d|two-dimensional|gauge|gaulth)\b[\s,:'"/-]*)+/y
const OPEN = /[\s,;:*-]*[([]*\s*(?:(?:(?:and|or)\s*\/?\s*)+|\/)?\s*/y

type Item =
  | { is: 'tests'; tests: string[]; at: number; joined: 'or' | 'and' | 'slash' | 'new' }
  | { is: 'limit'; limit: LabLimit; at: number }
  | { is: 'when'; when: Relaxation; at: number }

function readFrom(text: string, from: number, section: Clause['section']): LabReading | undefined {
  const items: Item[] = []
  let window: TimeWindow | undefined
  let position = from
  let end = from
  let hasLimit = false
  let hasOr = false
  for (let steps = 0; steps < 80; steps++) {
    const here = position
    const relaxed = hasLimit ? eat(ELSE, text, position) : undefined
    if (relaxed) {
      position = end = ELSE.lastIndex
      continue
    }
    const limits = readLimit(text, position, items, section)
    if (limits) {
      for (const limit of limits.found) items.push({ is: 'limit', limit, at: position })
      hasLimit = true
      position = end = limits.end
      continue
    }
    if (items.at(-1)?.is === 'tests' && eat(PARENTHESIS, text, position)) {
      position = PARENTHESIS.lastIndex
      continue
    }
    if (hasLimit) {
      const remark = eat(REMARK, text, position)
      if (remark) {
        position = end = REMARK.lastIndex
        continue
      }
      const transfusion = eat(TRANSFUSION, text, position)
      if (transfusion) {
        position = end = TRANSFUSION.lastIndex
        continue
      }
      const seen = windowAt(text, skipOpening(text, position))
      if (seen) {
        window ??= seen
        position = end = seen.end
        continue
      }
      const when = eat(WHEN, text, position)
      if (when) {
        if (!/absence|without|\bno\b|not have/.test(when[0].slice(0, when[0].indexOf(when.groups?.['what'] ?? ''))))
          items.push({ is: 'when', when: relaxationOf(when.groups?.['what'] ?? ''), at: position })
        position = end = WHEN.lastIndex
        continue
      }
      const sex = eat(SEX, text, position)
      if (sex) {
        items.push({ is: 'when', when: /^f|^w/.test(sex.groups?.['sex'] ?? '') ? 'female' : 'male', at: position })
        position = end = SEX.lastIndex
        continue
      }
    }
    OPEN.lastIndex = position
    const opening = OPEN.exec(text)?.[0] ?? ''
    const nameAt = position + opening.length
    const name = eat(NAME_HERE, text, nameAt)
    if (name && !/\w/.test(text[nameAt - 1] ?? ' ')) {
      const joined =
        items.length === 0
          ? 'new'
          : hasOr || /\bor\b/.test(opening)
            ? 'or'
            : /\band\b/.test(opening)
              ? 'and'
              : /[/([]/.test(opening)
                ? 'slash'
                : 'and'
      const tests = testsNamed(name[0].trim())
      if (hasLimit && joined !== 'or' && !isAlternative(items, tests)) break
      if (hasLimit && joined === 'slash') break
      items.push({ is: 'tests', tests, at: nameAt, joined })
      hasOr = false
      position = NAME_HERE.lastIndex
      continue
    }
    const closing = /[\s)\]]*[)\]]/y
    closing.lastIndex = position
    if (closing.test(text)) {
      position = closing.lastIndex
      if (hasLimit) end = position
      continue
    }
    const skipped = eat(PARENTHESIS, text, position)
    if (skipped) {
      position = PARENTHESIS.lastIndex
      if (hasLimit) end = position
      continue
    }
    if (opening.trim() !== '' && hasLimit && /or|,|;|\(|-/.test(opening)) {
      const next = readLimit(text, nameAt, items, section)
      if (next) {
        position = nameAt
        continue
      }
    }
    const filler = eat(FILLER, text, position)
    if (filler && (filler[0].length < 90 || !hasLimit)) {
      position = FILLER.lastIndex
      hasOr ||= /\bor\b/.test(filler[0])
      continue
    }
    if (position === here) break
  }
  if (!hasLimit) return undefined
  const tail = eat(FILLER, text, end)
  if (tail && /^\s*(?:$|[.;,)*\]])/.test(text.slice(FILLER.lastIndex))) end = FILLER.lastIndex
  const groups = groupsOf(items)
  if (groups.length === 0) return undefined
  const trimmed = text.slice(from, end).replace(/[\s,;:([]+$/, '')
  const inside = windowInside(text, from, from + trimmed.length)
  const seen = window ?? inside
  const leading = LEADING_WHEN.exec(text.slice(Math.max(0, from - 120), from))
  const isFor = leading && !/absence|without|\bno\b|not/.test(leading[0]) ? relaxationOf(leading.groups?.['what'] ?? '') : undefined
  if (isFor) for (const group of groups) group.limits = group.limits.map((limit) => (limit.when ? limit : { ...limit, when: isFor }))
  const before = from - (leading?.[0].length ?? 0)
  const prefix = from - before + (PREFIX.exec(text.slice(Math.max(0, before - 160), before))?.[0].length ?? 0)
  return {
    start: from - prefix,
    end: from + trimmed.length,
    ask: { groups, ...(seen && seen.side === 'within' ? { days: seen.days, window: seen.words } : {}) },
  }
}

/** Creatinine clearance after creatinine, direct after total bilirubin: an alternative even without "or". */
function isAlternative(items: Item[], tests: string[]): boolean {
  if (items.at(-1)?.is === 'when' && items.some((item) => item.is === 'tests' && item.tests.some((test) => tests.includes(test))))
    return true
  const first = items.find((item) => item.is === 'tests')
  return first?.is === 'tests' && first.tests[0] === 'bilirubin' && tests[0] === 'direct-bilirubin'
}

function readLimit(text: string, at: number, items: Item[], section: Clause['section']): { found: LabLimit[]; end: number } | undefined {
  const limit = eat(LIMIT, text, at)
  const g = limit?.groups
  if (limit && g) {
    const op = g['ge'] !== undefined ? '>=' : g['le'] !== undefined ? '<=' : g['gt'] !== undefined ? '>' : '<'
    const end = LIMIT.lastIndex
    if (g['onlyUln'] !== undefined) return { found: [{ op, value: 1, of: 'ULN' }], end }
    if (g['onlyLln'] !== undefined) return { found: [{ op, value: 1, of: 'LLN' }], end }
    const value = numberOf(g['value'] ?? '')
    if (g['uln'] !== undefined) return { found: [{ op, value, of: 'ULN' }], end }
    if (g['lln'] !== undefined) return { found: [{ op, value, of: 'LLN' }], end }
    const unit = g['unit']?.trim()
    return { found: [{ op, value, of: 'unit', ...(unit ? { unit } : {}) }], end }
  }
  const test = lastTest(items)
  if (test === undefined) return undefined
  const before = items.at(-1)
  const normal = before?.is === 'limit' ? eat(OR_NORMAL, text, at)?.groups : undefined
  if (before?.is === 'limit' && normal)
    return { found: [{ op: before.limit.op, value: 1, of: normal['lln'] === undefined ? 'ULN' : 'LLN' }], end: OR_NORMAL.lastIndex }
  const range = eat(RANGE, text, at)?.groups
  if (range) {
    const unit = range['unit']?.trim() ?? ''
    return {
      found: [
        { op: '>=', value: numberOf(range['low'] ?? ''), of: 'unit', unit },
        { op: '<=', value: numberOf(range['high'] ?? ''), of: 'unit', unit },
      ],
      end: RANGE.lastIndex,
    }
  }
  if (eat(WITHIN_NORMAL, text, at)) return { found: [{ op: '<=', value: 1, of: 'normal' }], end: WITHIN_NORMAL.lastIndex }
  const grade = eat(GRADE, text, at)?.groups
  if (grade) {
    const bad = /≥|>/.test(grade['op'] ?? '') || /higher|greater/.test(grade['or'] ?? '')
    return {
      found: [
        { op: bad ? (grade['op'] === '>' ? '>' : '>=') : grade['op'] === '<' ? '<' : '<=', value: Number(grade['grade']), of: 'grade' },
      ],
      end: GRADE.lastIndex,
    }
  }
  const bare = eat(BARE, text, at)?.groups
  if (bare && items.at(-1)?.is === 'tests') {
    const high =
      /greater|more|higher|above|better/.test(bare['after'] ?? '') ||
      (!/less|lower|below/.test(bare['after'] ?? '') && WANTS_HIGH.has(test) === (section === 'inclusion'))
    const unit = bare['unit']?.trim()
    return {
      found: [
        {
          op: high ? '>=' : '<=',
          value: numberOf(bare['value'] ?? ''),
          of: bare['uln'] === undefined ? 'unit' : 'ULN',
          ...(unit ? { unit } : {}),
        },
      ],
      end: BARE.lastIndex,
    }
  }
  return undefined
}

/** Alternatives of tests with their limits; of several limits for one test the strictest is for everybody, the others for those named beside them. */
function groupsOf(items: Item[]): LabGroup[] {
  const groups: { tests: string[]; limits: { limit: LabLimit; at: number }[] }[] = []
  const whens = items.filter((item) => item.is === 'when')
  for (const item of items) {
    const group = groups.at(-1)
    if (item.is === 'tests') {
      if (group && group.limits.length === 0) group.tests.push(...item.tests.filter((test) => !group.tests.includes(test)))
      else groups.push({ tests: [...item.tests], limits: [] })
    } else if (item.is === 'limit') group?.limits.push({ limit: item.limit, at: item.at })
  }
  const merged: typeof groups = []
  for (const group of groups.filter(({ limits }) => limits.length > 0)) {
    const same = merged.find(({ tests }) => tests.join() === group.tests.join())
    if (same) same.limits.push(...group.limits)
    else merged.push(group)
  }
  return merged.map(({ tests, limits }) => withRelaxations(tests, limits, whens, merged.length === 1 || tests[0] !== 'direct-bilirubin'))
}

function withRelaxations(
  tests: string[],
  limits: { limit: LabLimit; at: number }[],
  whens: (Item & { is: 'when' })[],
  owns: boolean,
): LabGroup {
  if (whens.length === 0 || !owns) return { tests, limits: limits.map(({ limit }) => limit) }
  if (whens.every(({ when }) => when === 'female' || when === 'male'))
    return { tests, limits: limits.map(({ limit, at }) => ({ ...limit, ...whenFor(whens.find((one) => one.at > at)?.when) })) }
  const comparable = limits.filter(({ limit }) => limit.of === limits[0]?.limit.of)
  if (comparable.length < 2) {
    const waived = whens[0]?.when
    return { tests, limits: limits.map(({ limit }) => limit), ...(waived && limits.length === 1 ? { waived } : {}) }
  }
  const isUpper = limits[0]?.limit.op !== '>=' || limits[0]?.limit.of === 'ULN'
  const strictest = comparable.reduce((a, b) => (isUpper === a.limit.value <= b.limit.value ? a : b))
  return {
    tests,
    limits: limits.map((one) => {
      if (one === strictest || one.limit.of !== strictest.limit.of || one.limit.value === strictest.limit.value) return one.limit
      const nearest = whens.reduce((a, b) => (Math.abs(a.at - one.at) <= Math.abs(b.at - one.at) ? a : b))
      return { ...one.limit, when: nearest.when }
    }),
  }
}

const whenFor = (when: Relaxation | undefined) => (when === undefined ? {} : { when })

function relaxationOf(words: string): Relaxation {
  if (/gilb|leng|unconj/.test(words)) return 'gilbert'
  if (/anti-?coag|warfarin|coumadin|heparin/.test(words)) return 'anticoagulant'
  if (/hepatocellular/.test(words)) return 'other'
  if (/liver|hepat/.test(words)) return 'liver-metastases'
  return 'bone-metastases'
}

function lastTest(items: Item[]): string | undefined {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i]
    if (item?.is === 'tests') return item.tests[0]
  }
  return undefined
}

function windowInside(text: string, from: number, to: number): TimeWindow | undefined {
  const words = /\((?:obtained |performed |assessed |determined |measured )?within[^()]{3,60}\)/.exec(text.slice(from, to))
  return words ? windowAt(text, from + words.index + words[0].indexOf('within')) : undefined
}

function skipOpening(text: string, at: number): number {
  const opening =
    /[\s,;:([]*(?:(?:obtained|performed|assessed|determined|measured|done|taken|and|all|labs?|as|values?|results?|must be|collected)\b[\s,]*)*/y
  opening.lastIndex = at
  return at + (opening.exec(text)?.[0].length ?? 0)
}

/** `1,500` is a thousand and a half; `1,5` is one and a half, as many languages write it. */
function numberOf(words: string): number {
  if (/^\d{1,3}(?:[, ]\d{3})+$/.test(words)) return Number(words.replace(/[, ]/g, ''))
  return NUMBER_WORDS[words.replace(/one[- ]half|a[- ]half/, 'a half')] ?? Number(words.replace(',', '.'))
}

const NUMBER_WORDS: Record<string, number> = { 'one and a half': 1.5, 'two and a half': 2.5, two: 2, three: 3, four: 4, five: 5, ten: 10 }

function eat(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match && match[0].length > 0 ? match : undefined
}
