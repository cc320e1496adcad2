/**
 * The words in which criteria set limits of laboratory values: names of tests, comparisons, multiples of normal, units, and the remarks around them.
 * All patterns are for the plain text of a clause; sticky ones are tried at one place.
 */
import { guarded } from './guarded.ts'

/** The way a healthy value lies: neutrophils are to be high, bilirubin low. */
export const WANTS_HIGH = new Set([
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

/** And these low. */
export const WANTS_LOW = new Set([
  'bilirubin',
  'direct-bilirubin',
  'AST',
  'ALT',
  'ALP',
  'creatinine',
  'INR',
  'PT',
  'aPTT',
  'QTcF',
  'urine-protein',
  'HbA1c',
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
    '(?:(?:calculated|estimated|measured|serum|24[- ]hour|actual|renal|predicted|or) )*creatinine[- ]clearance(?: rates?| levels?)?|crcl|clcr|ccr(?= ?(?:≥|>|<|≤|of |is |must|should|:))|cl ?cr|crc|cr ?cl',
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
  [['weight'], '(?:(?:minimum|baseline|actual|a|total) )*(?:body[- ]?)?weight(?! ?(?:loss|gain|change|based|bearing|reduc))'],
  [['systolic'], String.raw`(?:resting )?systolic(?: blood pressures?| bp| pressure)?(?: \((?:s?bp)\))?|\bsbp`],
  [['diastolic'], String.raw`(?:resting )?diastolic(?: blood pressures?| bp| pressure)?(?: \((?:d?bp)\))?|\bdbp`],
  [['heart-rate'], '(?:resting )?(?:heart|pulse) rate'],
]
export const QUICK = guarded(
  /neutro|granuloc|anc|wbc|white|leu[ck]o|lympho|alc\b|platelet|plt|thrombo|h[a]?emoglobin|hgb|\bhb|bili|trans|ast\b|alt\b|sgot|sgpt|asat|alat|liver enz|liver func|lfts?|alk|alp\b|creatin|crcl|clcr|ccr(?= ?(?:≥|>|<|≤|of |is |must|should|:))|cr ?cl|gfr|glomer|albumin|inr|internat|ptt|thrombin|eject|\bef\b|lvef|qt|potass|sodium|calcium|magnes|phosph|a1c|glyc|gluc|sugar|fpg|fbg|protein|upc|amylase|lipase|dehydrog|ldh|kinase|cpk|tsh|thyroid|trigly|cholest|cd4|o2|oxygen|oximet|bmi|body|weight|systol|diastol|sbp|dbp|heart rate|pulse/,
)
const NAME_WORDS = TESTS.map(([, words]) => words).join('|')
export const NAME = new RegExp(String.raw`(?<!\w|\w-)(?:${NAME_WORDS})(?![\w])`, 'g')
export const NAME_HERE = new RegExp(String.raw`(?:${NAME_WORDS})(?![\w])`, 'y')
const WHOLE: readonly [string[], RegExp][] = TESTS.map(([tests, words]) => [tests, new RegExp(`^(?:${words})$`)])
export const testsNamed = (words: string): string[] => WHOLE.find(([, pattern]) => pattern.test(words))?.[0] ?? lookAhead(words)
/** Names that need what follows to be recognised cannot be tested alone. */
const lookAhead = (words: string): string[] =>
  /trans|amin/.test(words)
    ? ['AST', 'ALT']
    : words === 'pt'
      ? ['PT']
      : words === 'ccr'
        ? ['creatinine-clearance']
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
export const ULN = String.raw`(?:${NORMAL_OF}(?:\(?i?ulnr?\)?(?![a-z])|unl(?![a-z])|upper ?-?(?:normal )?limits?(?: (?:of )?(?:the |institutional |institution'?s? |laboratory |lab |reference |local |its )*(?:normal|reference|limits?))?(?: ?(?:range|limits?|values?))*|upper (?:institutional )?normal(?: limits?| range| values?)*|upper range (?:of )?(?:the )?normal|upper reference limits?|normal upper limits?|(?:institutional )?normal(?: range| limits?| values?)*)(?: ?[(\[]? ?i?uln[)\]]?)?(?: (?:for|of|at|in) (?:the )?(?:local |study |clinical |performing |testing |treating |participating )*(?:institutions?|laboratory|lab|age|site|center|reference (?:lab|laboratory))(?:'s)?)?)`
export const LLN = String.raw`(?:${NORMAL_OF}(?:\(?lln\)?(?![a-z])|lower ?-?(?:normal |institutional )*limits?(?: (?:of )?(?:the |institutional |institution'?s? |laboratory |lab |reference |local )*(?:normal|reference))?(?: ?(?:range|limits?|values?))*|normal lower limit)(?: ?[(\[]? ?lln[)\]]?)?(?: (?:for|of|at) (?:the )?(?:local |study )*(?:institution|laboratory|lab|site|center)(?:'s)?)?)`
const VOLUME = String.raw`(?:l|dl|ml|nl|[uµμ]l|mcl|mm ?\^? ?\(?(?:3|³)\)?|cu\.? ?mm|cumm|cmm|mm|cubic milli(?:meter|metre)s?|micro-?lit(?:er|re)s?|milli-?lit(?:er|re)s?|deci-?lit(?:er|re)s?|lit(?:er|re)s?|min(?:ute)?s?|mmol|mol|g|mg|24 ?(?:hours?|hrs?|h)|day|sec|s)`
const UNIT_WORDS = String.raw`(?: ?[x×*] ?10 ?\(?(?:\^|\*{1,2}|e|exp)? ?\(?\[?0?(?:3|6|9|12)[)\]]{0,2}| ?[x*]? ?10 ?\^ ?\(?\d{1,2}\)?| ?e[39](?=\/))? ?(?:(?:cells?|k|thousands?|platelets|neutrophils|giga|g|gms?|grams?|mg|milligrams?|ug|mcg|mmols?|millimoles?|[uµμ]mols?|mcmol|micromol(?:es)?|m?eq|mL|ml|milliliters?|cc|u|iu|units?|ng|pg|international units) ?){0,2}(?:(?:\/|per) ?${VOLUME}(?![a-z])(?: ?\/? ?(?:per )?1[.,]73 ?m? ?\^? ?\(?(?:2|²)?\)?)?|%|percent\b|m(?:illi)?-?sec(?:ond)?s?\b|ms\b|seconds?\b|secs?\b|s\b|\^ ?9 ?\/ ?l|mm ?hg\b|bpm\b|beats?(?: ?\/ ?| per )min(?:utes?)?\b)`
export const LIMIT = new RegExp(
  String.raw`[\s:(\[-]*(?:(?:is|are|of|to|be|was|must be|should be|at|value|level|levels|counts?|has|have|a|an|elevated|prolongation|that is|values|the|or|with)\b[ :]*){0,6}(?:(?<ge>${GE})|(?<le>${LE})|(?<gt>${GT})|(?<lt>${LT}))[\s:]*(?:to|than|of|or|the|a)?\s*(?:(?<value>${NUM})(?!\d|[\s-]*(?:weeks?|days?|months?|hours?|years?)\b)(?: ?- ?(?:${NUM}))?(?:(?: ?(?:[x×*]|times|-?fold)? ?(?:\(?x\)? ?)?(?<uln>${ULN}))|(?: ?(?:[x×*]|times)? ?(?<lln>${LLN}))|(?<unit>${UNIT_WORDS}))?|(?<onlyUln>${ULN})|(?<onlyLln>${LLN}))`,
  'y',
)
export const BARE = new RegExp(
  String.raw`[\s:(=-]*(?:(?:is|are|of|be|must be|should be|was)\b[ :]*){0,2}(?<value>${NUM})(?:(?: ?(?:[x×*]|times|-?fold|≤|<=|=<|<) ?(?:the |of )*(?<uln>${ULN}))|(?<unit>${UNIT_WORDS})|(?=\s*(?:$|[;,)]|\.(?!\d))))(?<after> ?or (?:greater|more|higher|above|less|lower|below|better)\b)?`,
  'y',
)
export const RANGE = new RegExp(
  String.raw`[\s:(]*(?:(?:is|are|of|be|must be|should be|in the range)\b[ :]*){0,3}(?:between|from|in the range of|range of)? ?(?<low>${NUM})(?:${UNIT_WORDS})? ?(?:-|and|to) ?(?<high>${NUM})(?<unit>${UNIT_WORDS})`,
  'y',
)
export const WITHIN_NORMAL =
  /[\s:(]*(?:(?:is|are|be|must be|should be|has|have|levels?)\b[ :]*){0,3}(?:(?:with)?in (?:the )?(?:institution(?:al|'s|s)? |laboratory |local |lab |reference )*(?:normal(?: institutional)?|reference|range|limits)(?: (?:limits?|range|ranges|values?))*(?: of normal)?(?: (?:for|of|at) (?:the )?(?:local )?(?:institution|laboratory|lab|site|age)\b(?:'s)?)?|wnl\b|normal\b(?: (?:limits|range|values?))?(?! (?:cardiac|hepatic)))/y
export const GRADE =
  /[\s(]*(?:nci[- ]?)?(?:ctcae )?(?:v(?:ersion)? ?\d(?:\.\d)? )?grade ?(?<op>≤|<=|=<|<|≥|>=|>)? ?(?<grade>[0-4])(?: or (?<or>less|lower|higher|greater|0|below|better))?/y
/** Conditions of relaxation, consumed up to the next punctuation or comparison. */
export const WHEN =
  /[\s,;:([-]*(?:(?:and|but|or|is|are|will be|may be|allowed|permitted|acceptable|eligible|only|also|however|note|can be|accepted|considered|then)\b[ :,]*){0,5}(?:if|for|in|when|where|with|unless|except(?:ing|ions?)?|due to|attribut\w+|because|secondary to|who|in the|given|associated with|related to|documented|known|patients|subjects|participants|those|without|no|exclud\w+|(?=liver met|hepatic met|bone met|gilbert))[^.;()[\]≤≥<>=]{0,110}?(?<what>(?:liver|hepatic|intrahepatic|hepato)[^.;()[\]≤≥<>=]{0,40}?(?:metasta\w*|involvement|disease|lesions?|mets?\b|tumou?rs?|malignan\w+|cancer|infiltration)|hepatic\/bone metastases|liver\/bone|bone (?:or liver )?(?:metasta\w*|mets?\b|involvement|disease|lesions?)|skeletal (?:metasta\w+|involvement)|osseous|bony|gilbert ?\\?(?:'|&#39;)?s?'?|me[uu]lengracht|unconjugated hyperbilirubin\w*|anti-?coag\w*|warfarin|coumadin|heparin|hepatocellular[^.;()≤≥<>=]{0,20})(?<rest>[^.;()[\]≤≥<>=,]{0,140}?(?=[.;()[\],≤≥<>=]|$| who | total bili| (?:ast|alt|and|or|must|may|should|can|up to|is|are|have|has|then|less than|in wh\w+) ))(?: syndrome| disease)?(?: (?:is|are) (?:present|documented|known|involved))?(?: in the absence of[^.;,()]{0,40})?/y
/** "In the absence of liver metastases, AST …": whom the first limit is for, said before it. */
export const LEADING_WHEN =
  /(?:\b(?:if|for|in|when|in the|patients?|subjects?|participants?|those|with|without|no|the|absence|presence|of|has|have|who|do not have|is|are)[\s,]+)+(?:known |documented )?(?<what>(?:liver|hepatic|bone) (?:metasta\w+|mets|involvement|disease)|gilbert'?s?(?: syndrome| disease)?)(?: (?:is|are) (?:present|absent|known))?[\s,:(]*(?:then |the )?$/
export const SEX =
  /[\s,(]*(?:for|in|if)? ?(?<sex>females?|women|males?|men)\b(?! ?(?:and|or|&|\/|,) ?(?:females?|women|males?|men)\b)\)?(?: (?:patients|subjects|participants))?/y
/** "for patients with creatinine levels > 1.5 × ULN": those who miss the first limit. */
export const ELSE = new RegExp(
  String.raw`[\s,(]*(?:only )?(?:required )?(?:for|in|if|when|among)\b[^.;()≤≥<>=]{0,50}?(?:bilirubin|creatinine|cr\b)[^.;()≤≥<>=]{0,30}?(?:≥|> ?=?|above|greater than|more than|exceed\w*|elevated|abnormal)[^.;()≤≥<>=\d]{0,20}(?:(?:${NUM})? ?(?:[x×*]|times)? ?(?:${ULN})|(?:${NUM})(?:${UNIT_WORDS})?)?`,
  'y',
)
export const TRANSFUSION =
  /[\s,;:.*([-]*(?:(?:criteria )?(?:must|should|to) be met |and |as measured |measured |achieved |obtained |assessed )*(?:in the absence of|at least [\w-]+ wash-?out from|without|no|independent of|unsupported|with no|not (?:supported|requiring|require|be)|having not|(?:untransfused|no transfusions?|transfusion independent)|(?:participants|patients|subjects) (?:can|may) be (?:on|transfused|receiving)|transfusions? (?:is|are|may))\b(?:\([^()]{0,40}\)|[^.;()]){0,120}?(?:transfus\w+|growth[- ]factors?|g-?csf|gm-?csf|erythropoietin\w*|colony[- ]stimulating|filgrastim|\bepo\b|esa\b|dialysis|permitted|allowed)(?:\([^()]{0,60}\)|[^.;()]){0,120}/y
/** A remark about which formula may be used, or that a value may be like the one named. */
export const REMARK =
  /[\s*.([,]*(?:(?:glomerular filtration rate|e?gfr)(?: \([^()]{0,12}\))? can also be used (?:in place of|instead of) (?:creatinine or )?(?:crcl|creatinine clearance)|(?:as )?(?:measured or )?(?:calculated|estimated|measured) (?:by|using|with|per|according to)(?: the)? cockcroft[^.;,]{0,160}|(?:(?:obtained|based|determined|calculated|measured|corrected|estimated|according|on|by|from|as|an?|the|average[ds]?|mean|triplicate|three|3|2|two|consecutive|12-lead|screening|baseline|of|in|to|at|central|ecgs?|electrocardiograms?|readings?|measurements?|for|heart|rate|using|with|fr[ie]d[er]+icia'?s?|formula|method|correction|qtcf?|qt|interval)\b[\s,()]*){2,24}(?<=(?:ecgs?|electrocardiograms?|readings?|formula|method|correction|measurements?)[\s,()]*)|or (?:more|equivalent|less|greater|higher|above|better|below)\b)/y
/** "or institutional lower limit of normal": the comparison of the limit before. */
export const OR_NORMAL = new RegExp(String.raw`[\s,(]*(?:and )?\/?or (?:within |at |above |≥ ?)*(?:(?<lln>${LLN})|(?<uln>${ULN}))`, 'y')
/** What the values are to show. */
export const PREFIX =
  /(?:(?:adequate|normal|sufficient|acceptable|good|impaired|inadequate) )?(?:(?:bone[- ]marrow|marrow|renal|kidney|liver|hepatic|cardiac|heart|coagulation|ha?ematologic(?:al)?|ha?ematology|organ|hematopoietic|left ventricular|systolic)(?:[ ,/]+(?:and )?)?)+(?:functions?|reserve)?(?:,? (?:as )?(?:assessed|defined|evidenced|demonstrated|indicated|determined|measured|shown|documented|follows|including)?(?: as| by| with| at| follows)?(?: (?:the|following|a|an))*)? ?[:(-]? ?$/
export const PARENTHESIS = /\s*[([](?:[^()[\]≤≥<>=]|[([][^()[\]≤≥<>=]{0,60}[)\]]){1,120}[)\]]/y
export const FILLER =
  /[\s,:;*/&-]*(?:(?:the|of|level|levels|value|values|counts?|concentrations?|serum|plasma|total|calculated|estimated|measured|determined|assessed|evaluated|documented|obtained|confirmed|by|using|with|per|based|on|as|via|according|to|either|both|cockcroft|gault|cockcroft-gault|or|formula|equation|method|methods|methodology|mdrd|ckd-epi|modification|diet|in|renal|disease|fridericia'?s?|bazett'?s?|correction|corrected|interval|heart|rate|standard|echo\w*|muga|mugas|multi-?gated|multiple|gated|acquisition|scans?|echocardiogra\w*|cardiac|ultrasound|radionuclide|ventriculogra\w*|ecg|electrocardiogram|on|resting|baseline|screening|at|initial|study|entry|mean|average|least|from|triplicate|and|which|that|is|are|a|an|must|should|be|urine|collection|24-hour|24h|dipstick|for|mri|time|function|lab|laboratory|up|also|modified|ratio|method|prior|fasting|acceptable|adjusted|than|institutional|case|they|it|test|subjects?|patients?|participants?|those|all|others?|otherwise|have|has|having|who|may|only|included|eligible|if|even|when|then|unless|known|body|weight|actual|ideal|repeated|x|3|three|ecgs?|electrocardiograms?|2d|two-dimensional|gauge|gaulth)\b[\s,:'"/-]*)+/y
export const OPEN = /[\s,;:*-]*[([]*\s*(?:(?:(?:and|or)\s*\/?\s*)+|\/)?\s*/y
