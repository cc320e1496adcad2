import { findDrugs } from '../../codes/drugs.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { firstDay, lastDay } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { contextOf } from '../prose/context.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { type ConditionName, conditionsIn, unknownCondition } from './condition-words.ts'
import { boundedSentences, datesOf, isTakenBack, quoteAround } from './statements.ts'

/**
 * Illnesses other than the cancer, active or resolved, and those expressly denied. Problem lists and past history are trusted as they
 * stand; elsewhere a condition counts when the text says the person has it. A relative's illness, a risk, a plan or a side effect to
 * look out for is none; what is asked about ("r/o", "?") is neither a condition nor an absence.
 */
export const conditions: FactRule = {
  name: 'conditions',
  version: 1,
  find: (reading) =>
    SILENT.has(reading.kind)
      ? []
      : boundedSentences(reading).flatMap((sentence) =>
          SKIPPED.has(sentence.section) || isTakenBack(sentence.text) ? [] : inSentence(reading, sentence),
        ),
}

const SILENT: ReadonlySet<string> = new Set(['genomics', 'pathology'])
const SKIPPED: ReadonlySet<string> = new Set(['family-history', 'technique', 'comparison', 'indication', 'allergies', 'procedure'])
const LISTS: ReadonlySet<string> = new Set(['past-medical', 'problem-list'])

function inSentence(reading: Reading, sentence: Sentence): Fact[] {
  const names = conditionsIn(sentence.text).filter(
    ({ name, start }) => sentence.section !== 'medications' || isTakenFor(sentence.text, name, start),
  )
  names.push(...(LISTS.has(sentence.section) ? unknownItems(sentence.text, names) : toldAsKnown(sentence.text, names)))
  if (reading.kind === 'imaging') names.push(...cystsOf(sentence, names), ...ofOrgan(sentence, names))
  return names.flatMap((name): Fact[] => {
    const { text, section } = sentence
    if (/^TB$/.test(text.slice(name.start, name.end)) && /^\s*[:=]?\s*\d/.test(text.slice(name.end))) return []
    if (NOT_THE_ILLNESS.test(text.slice(name.end, name.end + 24)) || DEGREES.test(text.slice(Math.max(0, name.start - 12), name.start)))
      return []
    const item = sentence.row && LISTS.has(section) ? { text, start: 0 } : itemAround(text, name)
    const context = contextOf(sentence, name.start, name.end)
    if (REACTION_OF.test(text.slice(0, name.start)) && !/^allerg/i.test(name.name)) return []
    if (context.family || RELATIVE_ITEM.test(item.text) || IS_CANCER.test(item.text)) return []
    const isReason = REASON.test(text.slice(0, name.start))
    const evidence = [quoteAround(reading, sentence, name.start, name.end)] as const
    if (
      (context.negated && !isReason) ||
      isNegativeTest(name, text) ||
      NONE_AFTER.test(text.slice(name.end, name.end + 20)) ||
      NO_BEFORE.test(item.text.slice(0, name.start - item.start))
    ) {
      if (NOT_RECURRED.test(item.text) || context.uncertain) return []
      if (name.name === 'pain' && OF_A_PLACE.test(text.slice(0, name.start))) return []
      const date = reading.said
      return [
        factFrom(
          conditions,
          reading,
          'absence',
          { name: /^hbsag$/i.test(name.name) ? 'hepatitis b' : name.name, ...(date === undefined ? {} : { date }) },
          evidence,
        ),
      ]
    }
    if (PAST_COURSES.has(section) && TOXICITY.test(name.name)) {
      if (context.planned || context.uncertain || HYPOTHETICAL.test(item.text)) return []
      return [factFrom(conditions, reading, 'condition', { name: name.name, status: 'resolved' }, evidence)]
    }
    const listed = LISTS.has(section)
    if (
      !listed &&
      ((context.planned && !isReason) ||
        context.uncertain ||
        MAYBE.test(text.slice(0, name.start)) ||
        HYPOTHETICAL.test(item.text) ||
        CONSENT.test(text) ||
        INSTRUCTION.test(text))
    )
      return []
    if (!listed && reading.kind === 'imaging' && !IMAGED.test(name.name)) return []
    if (listed && context.uncertain && /\?/.test(item.text)) return []
    return [
      factFrom(
        conditions,
        reading,
        'condition',
        withTime(reading, listed ? item.text : text, conditionOf(reading, name, item.text, context.historical && !listed)),
        evidence,
      ),
    ]
  })
}

/** "Metformin 1 g bd (type 2 diabetes)", "ramipril for hypertension": what lasts is an illness, a symptom is only a reason. */
const isTakenFor = (text: string, name: string, start: number): boolean =>
  /(?:\bfor (?:her |his |known )?|\((?:for )?)$/i.test(text.slice(Math.max(0, start - 14), start)) &&
  !PASSING.test(name) &&
  !/\b(?:prn|prevent\w*|prophyla\w*)\b/i.test(text.slice(start, start + 32))

/** "HIV NR", "HIV / HBsAg / HCV: all non-reactive": a test that found nothing, of all the names before its result. */
function isNegativeTest({ name, end }: ConditionName, text: string): boolean {
  if (!TESTED.test(name)) return false
  const negative = NEGATIVE_TEST.exec(text.slice(end, end + 90))
  return negative !== null && !POSITIVE_TEST.test(text.slice(end, end + negative.index))
}
const TESTED = /^(?:HIV|hepatitis [abcde]|hbsag|hcv|hbv|syphilis|tuberculosis)\b/i
const NEGATIVE_TEST =
  /(?<=^[^.;\n]{0,80})(?:\b(?:NR|N\/R|N\.R\.|neg(?:ative)?|non[- ]?reactive|not (?:detected|reactive)|nil)\b(?!-)|(?<=\s)[-−]ve\b|\([-−]\))/i
const POSITIVE_TEST =
  /positive|SVR|sustained virolog|(?<!non[- ]?|not )\breactive|\bpos\b|infect(?!ion (?:screen|serology))|carrier|chronic|\bART\b|\bon\b|since|treat|\+ve|\(\+\)/i

/** "Liver: 11 mm segment 2 cyst": the organ of a cyst stands in the heading, or its segment tells it. */
function cystsOf({ text, heading }: Sentence, known: readonly ConditionName[]): ConditionName[] {
  const match = /\b(?:simple |benign |small |tiny )?cysts?\b(?!\s*(?:aspirat|duct))/i.exec(text)
  if (match === null) return []
  const [start, end] = [match.index, match.index + match[0].length]
  if (known.some((other) => other.start < end + 2 && other.end > start - 2)) return []
  const before = `${text.slice(0, start)} ${text.slice(end, end + 30)}`
  const organ = /\b(?:renal|kidneys?|(?:upper|lower|inter) ?pol(?:e|ar))\b/i.test(`${heading} ${before}`)
    ? 'renal'
    : /\bseg(?:ment)?\.?\s*(?:[1-8]|[IVX]{1,4})[ab]?\b/i.test(text) ||
        /^\s*(?:liver|hepatobiliary)\b/i.test(heading) ||
        /\b(?:liver|hepatic)\b/i.test(before.slice(-64))
      ? 'hepatic'
      : undefined
  return organ === undefined ? [] : [{ name: `${organ} cyst`, start, end }]
}

/** "Gallbladder: stones", "Adrenals: left adenoma": the organ stands at the head, what it has behind it. */
function ofOrgan({ text, heading }: Sentence, known: readonly ConditionName[]): ConditionName[] {
  return ORGAN_FINDINGS.flatMap(([name, organ, finding]) => {
    const match = finding.exec(text)
    if (match === null || !organ.test(`${heading} ${text.slice(0, match.index + match[0].length + 24)}`)) return []
    const [start, end] = [match.index, match.index + match[0].length]
    return known.some((other) => other.start < end && other.end > start) ? [] : [{ name, start, end }]
  })
}
const ORGAN_FINDINGS: readonly (readonly [string, RegExp, RegExp])[] = [
  ['cholelithiasis (gallstones)', /\b(?:gall ?bladder|GB)\b/i, /\b(?:stones?|calcul(?:i|us)|lithiasis)\b/i],
  ['kidney stones', /\b(?:renal|kidneys?|ureter\w*)\b/i, /\b(?:stones?|calcul(?:i|us))\b/i],
  ['adrenal adenoma', /\badrenals?\b/i, /\b(?:lipid-rich )?adenoma\b/i],
  ['uterine fibroids', /\buter(?:us|ine)\b/i, /\b(?:fibroids?|leiomyomas?)\b/i],
]

/** Items between commas and semicolons that hold no known name. */
function unknownItems(text: string, known: readonly ConditionName[]): ConditionName[] {
  return [...text.matchAll(/[^,;]+/g)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const name = known.some((other) => other.start < end && other.end > start) ? undefined : unknownCondition(match[0])
    return name === undefined
      ? []
      : [{ name, start: start + (match[0].length - match[0].trimStart().length), end: start + match[0].trimEnd().length }]
  })
}

/** "Known plantar fasciitis", "history of mitral valve prolapse": words of an illness behind words that introduce one. */
function toldAsKnown(text: string, known: readonly ConditionName[]): ConditionName[] {
  const match = INTRODUCED.exec(text)
  if (match === null) return []
  const from = match.index + match[0].length
  const item = /^[^,;.()]{3,48}/.exec(text.slice(from))?.[0].split(/\s(?:and|on|with|for|since|in|which|who|treated|status)\b/)[0] ?? ''
  const name = known.some((other) => other.start < from + item.length && other.end > from) ? undefined : unknownCondition(item)
  return name === undefined ? [] : [{ name, start: from, end: from + item.trimEnd().length }]
}
const INTRODUCED = /\b(?:known|history of|h\/o|hx of|suffers from|diagnosed with|background of|case of)\s+(?:an? |her |his |the )?/i

/** What a scan itself can show; its "clinical information" is not its finding. */
const IMAGED =
  /\b(?:cyst|granuloma|steatosis|fatty liver|gallstones|cholelithiasis|nodule|adenoma|fibrosis|pneumonitis|embolism|thrombosis|effusion|ascites|fracture|diverticul|stenosis|cirrhosis|interstitial|emphysema|gyna?ecomastia|varices|fibroid|dysfunction|h(?:a)?emangioma|hyperplasia|hernia|calcification|aneurysm|kidney stones|splenomegaly|hepatomegaly|hydronephrosis|compression|bone island|enostos|leu[ck]oencephalopathy|encephalomalacia|nerve pals)/i
/** "Dr. Example, MD, DM" is a degree. */
const DEGREES = /\b(?:M\.?D|MS|MBBS|DNB|M\.?Ch|FRCP|MRCP|DrNB)\.?,?\s*$/
/** What a drug does to somebody who is allergic to it. */
const REACTION_OF = /\b(?:allerg(?:y|ic|ies)|intoleran(?:t|ces?)|adverse reactions?|ADRs?)\b[^.;]*$/i
/** Who has no chest pain may have other pain. */
const OF_A_PLACE = /\b(?:chest|abdominal|back|bone|joint|breast|neck|leg|hip|flank|pelvic|rib|pleuritic|calf|arm|shoulder)\s*$/i
/** A vaccine, a test or a score carries the name of an illness; a tender angle is no stroke. */
const NOT_THE_ILLNESS =
  /^\s*\((?:Med|Onc|Clin|Card|Gastro|Neph|Haem|Hem|Endo|Neuro|Pulm)\w*\b|^-EPI|^\s*(?:\(?(?:vaccin\w*|shots?|immuni[sz]ation|prophylaxis|screen\w*|tests?\b|score|scale|history:|clinic|panel|serolog\w+|or flank|tenderness|precautions|s(?:urface)?\s?(?:ag|antigen)|core\b|(?:ag|ab|antigen|antibod\w+|dna|rna)\b|diets?|shoes?|low[- ]salt|foot|eye exam|supplies))/i
const RELATIVE_ITEM = /\b(?:mother|father|sister|brother|aunt|uncle|grand\w+|cousin|daughter|son|husband|wife|partner|maternal|paternal)\b/i
const IS_CANCER =
  /\b(?:(?:cancer|tumou?r)(?![- ](?:related|associated))|carcinoma|malignan\w+|neoplasm|metasta\w+|lymphoma|leuk(?:a)?emia|melanoma)\b/i
/** In the story of past treatment a side effect is why a drug was changed then: it has passed with it. */
const PAST_COURSES: ReadonlySet<string> = new Set(['oncologic-history', 'treatment'])
const TOXICITY =
  /\b(?:neutropenia|thrombocytopenia|an(?:a)?emia|arthralgias?|nausea|vomiting|diarrhea|constipation|mucositis|stomatitis|hand-foot|hot flu?shes|hot flashes|dehydration|hyperglyc(?:a)?emia|rash|raised liver enzymes|transaminitis)\b/i
/** "Not given in view of diabetes": the reason is there. */
const REASON =
  /\b(?:in view of|given (?:her|his|the|prior|history)|because of|owing to|considering|due to|on account of|with (?:her|his) (?:history of|known))\b[^.;]{0,60}$/i
const NONE_AFTER = /^\s*(?::|-|is|was)?\s*(?:none|negative|neg|denied|denies|absent|no)\b/i
const NO_BEFORE =
  /\(\s?[-–]\s?\)\s*(?:[\w/]+\s){0,2}$|(?:^|[,;(]\s*|\s)(?:no|denies|denied|without|never (?:had)?|negative for)\s(?:[^,;.]{0,60}(?:[/,]|\bor\b|\band\b|\bhx\b|\bhistory of\b)\s*)*[^,;.]{0,40}$/i
/** "No recurrent ILD", "no further seizures": it was there before. */
const NOT_RECURRED = /\bno (?:evidence of )?(?:recurren\w+|further|more|worsening|new|increase in|change)\b|\bno \w+ since\b|\bno longer\b/i
const HYPOTHETICAL =
  /\b(?:risks?|side effects?|monitor(?:ing)? for|watch for|screen(?:ing)? for|prevent\w*|prophylaxis|in case|call (?:if|for)|report|including|such as|may cause|can cause|toxicit(?:y|ies) (?:include|of)|counsel\w*|warned|precautions?)\b/i
const MAYBE = /\b(?:suspect\w*|may|might|could|can|possib\w+|perhaps|probably|potential\w*|consistent with|thought to be)\b[^.;]{0,40}$/i
/** Talk about what can happen. */
const CONSENT =
  /\b(?:risks?\b[^.]{0,60}\b(?:of|includ\w+|explained|discussed|benefits)|informed consent|complications? (?:of|such|includ)|cases? (?:have been )?reported|possible complications|side effects? (?:of|includ|were|discussed))/i
const INSTRUCTION = /^\s*(?:[-•*]\s*)?(?:return|call|go|seek|report|if\b|avoid|do not)\b/i

/**
 * The item of a list that holds the name: between commas, semicolons or full stops. What follows the comma belongs to it when it only
 * tells how the illness went: "DVT 3/2021, apixaban x 6 mo, completed 9/2021".
 */
function itemAround(text: string, { start, end }: ConditionName): { text: string; start: number } {
  const before = [...text.slice(0, start).matchAll(/[;.]\s|,\s(?![^(]*\))|\s{3,}|#\s/g)].at(-1)
  const from = before ? before.index + before[0].length : 0
  const stops = [...text.slice(end).matchAll(/[;]|\.\s|\.$|,\s(?![^(]*\))|\s{3,}|\s#\s/g)].map((stop) => ({
    at: end + stop.index,
    comma: stop[0].startsWith(','),
  }))
  let to = stops[0]?.at ?? text.length
  for (let i = 0; stops[i] && i < 3; i++) {
    const next = stops[i + 1]?.at ?? text.length
    const chunk = text.slice((stops[i]?.at ?? 0) + 1, next)
    if (conditionsIn(chunk).length > 0) break
    if (WENT.test(chunk)) to = next
    else if (!stops[i]?.comma || (findDrugs(chunk).length === 0 && !FOR_A_TIME.test(chunk))) break
  }
  return { text: text.slice(from, to), start: from }
}
const FOR_A_TIME = /\b(?:x|for)\s*\d{1,2}\s*(?:mo|wks?|weeks?|months?|days?|yrs?|years?)\b/i
const WENT =
  /^\s*(?:(?:and )?(?:this |which |it )?(?:has |have |is |was )?(?:since |now |not ))?(?:now\s+)?(?:fully\s+)?(?:treated\b|resolved|completed|recovered|excised|healed|cleared|no recurrence|recurred|settled|gone|disappeared|controlled|on-?going|improving)\b/i

function conditionOf(reading: Reading, name: ConditionName, item: string, past: boolean): FactValue<'condition'> {
  const grade = /\b(?:grade|gr\.?|G)\s?([1-4])\b/i.exec(item)?.[1]
  const stage =
    /\bstage\s*(\d[ab]?|i{1,3}v?[ab]?)\b/i.exec(item)?.[1] ??
    (/^chronic kidney/.test(name.name) ? /(?:CKD\s?G?|\b)([1-5][ab]?)\b/i.exec(item.slice(item.search(/CKD|kidney/i)))?.[1] : undefined)
  const full = stage !== undefined && /kidney/.test(name.name) ? `${name.name} stage ${stage}` : name.name
  const since = datesOf(reading, item).at(0)?.date ?? findDates(item, reading.said).at(0)?.date
  const longAgo =
    since !== undefined && reading.said !== undefined && firstDay(reading.said) - lastDay(since) > 2 * HALF_A_YEAR && !STILL.test(item)
  const over =
    (/tuberculosis/.test(name.name) && /\b(?:treated|cured)\b/i.test(item) && !/\b(?:being|under|on)\b/i.test(item)) ||
    (ACUTE.test(name.name) && (longAgo || (past && PAST.test(item)))) ||
    (/^gestational/i.test(name.name) && (longAgo || OVER.test(item)))
  return {
    name: full,
    status:
      over || (RESOLVED.test(item) && !STILL.test(item) && !(LIFELONG.test(name.name) && /\bremission\b/i.test(item)))
        ? 'resolved'
        : 'active',
    ...(since === undefined ? {} : { since }),
    ...(grade === undefined || name.name === 'diastolic dysfunction' ? {} : { grade: Number(grade) }),
  }
}

/** A side effect told with dates of long ago was one of that time. */
function withTime(reading: Reading, text: string, condition: FactValue<'condition'>): FactValue<'condition'> {
  const latest = datesOf(reading, text).at(-1)?.date
  if (condition.status === 'resolved' || latest === undefined || reading.said === undefined || !PASSING.test(condition.name))
    return condition
  return firstDay(reading.said) - lastDay(latest) > HALF_A_YEAR ? { ...condition, status: 'resolved' } : condition
}
const HALF_A_YEAR = 183
const PASSING = new RegExp(`${TOXICITY.source}|^(?:\\w+ )?(?:pain|headaches?|fatigue|rash|fever|cough)$`, 'i')

const RESOLVED =
  /\b(?:resolved|settled|(?:has|have|had|did) not recur(?:red)?|(?:has|have) (?:now )?(?:gone|disappeared|passed|healed|settled)|no longer (?:present|seen|troubl\w+|a problem)|SVR|sustained virolog\w+|treated (?:in )?(?:19|20)\d\d|(?:good|complete|full|excellent) (?:pain )?relief|relieved|completed|recovered|resolution|in remission|healed|excised|removed|treated in|treated with (?:isoniazid|INH|rifamp\w+|antituberculous \w+)|s\/p (?:repair|surgery|excision|extraction|removal)|no recurrence|cured|cleared|hysterectomy|oophorectomy|TAH\b|BSO|(?:cataract|gallbladder) surgery|cholecystectomy)\b/i
/** What happens and passes: a history of it is past. Of hypertension, asthma, diabetes or reflux it is not. */
const ACUTE =
  /\b(?:thrombo\w+|embol\w+|dvt|infarction|stroke|ischemic attack|pneumonia|pneumonitis|pancreatitis|seizures?|ulcers?|infection|sepsis|cellulitis|zoster|shingles|covid|tuberculosis|fractures?|perforation|obstruction|bleeding|endometriosis|fibroids|cataracts?|kidney stones|nephrolithiasis|neutropenia|injury|ketoacidosis)\b/i
/** They rest and come again: in remission they are still there. */
const LIFELONG =
  /\b(?:colitis|crohn\S*|rheumatoid|lupus|psoria\w+|multiple sclerosis|myasthenia|sarcoidosis|inflammatory bowel|diabetes|asthma|bipolar|spondylitis|vasculitis)\b/i
const PAST = /\b(?:history of|hx of|h\/o|prior|previous|past|remote|childhood)\b/i
/** A pregnancy's illness ends with it. */
const OVER = /\b(?:had|history|hx|h\/o|prior|previous|during)\b/i
const STILL =
  /\b(?:controlled|managed|on (?:medications?|meds|treatment|replacement)|not resolved|unresolved|on-?going|persist\w+|chronic|partially (?:resolved|recovered)|improving)\b/i
