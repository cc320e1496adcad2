import type { Fact, FactValue } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { contextOf } from '../prose/context.ts'
import { type DateMention, findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { labColumns } from './lab-columns.ts'
import { labFlowsheets } from './lab-flowsheets.ts'
import { listedTogether } from './lab-lists.ts'
import { type ResultColumn, resultColumn, rowValue } from './lab-rows.ts'
import { LAB_GAP, type LabReading, labLabels, readLabValue, unitInGap } from './lab-words.ts'
import { serologies } from './serology.ts'
import { boundedSentences, datesOf, isTakenBack, quoteAround } from './statements.ts'

type Found = LabReading & { name: string; label: number; own?: PartialDate; before?: PartialDate }

/**
 * Laboratory values, heart measures, weight and height from prose, lists and printed tables: value and name share a sentence or a row.
 * Each value takes its own date (after it, before it in the sentence, the head of its column or list), else that of the document.
 * What is wanted ("A1c < 8 first"), given as a dose, or somebody else's is no result.
 */
export const labs: FactRule = {
  name: 'labs',
  version: 1,
  find(reading) {
    if (reading.kind === 'pathology' || reading.kind === 'patient-story') return []
    const sentences = boundedSentences(reading)
    const columns = [...labColumns(reading, sentences), ...labFlowsheets(reading, sentences)]
    const rows = new Set(columns.map(({ sentence }) => sentence))
    const facts: Fact[] = columns.map(({ sentence, value, start, end }) =>
      factFrom(labs, reading, 'lab', value, [quoteAround(reading, sentence, start, end)]),
    )
    let head: PartialDate | undefined
    let section: Sentence['section'] | undefined
    let results: ResultColumn | undefined
    for (const sentence of sentences) {
      const announced = announcedDate(reading, sentence)
      if (announced) [head, section] = [announced, sentence.section]
      else if (section !== sentence.section && !PRINTED.has(reading.kind)) head = undefined
      results = resultColumn(sentence) ?? (sentence.row ? results : undefined)
      if (rows.has(sentence) || (SKIPPED.has(sentence.section) && !ECHO.test(sentence.text)) || !/\d/.test(sentence.text)) continue
      facts.push(...inSentence(reading, sentence, head, results))
    }
    return [...facts, ...serologies(reading)]
  },
}

/** Where notes speak of results they know from elsewhere. */
const RECALLED: ReadonlySet<string> = new Set([
  'assessment',
  'plan',
  'impression',
  'past-medical',
  'oncologic-history',
  'comment',
  'present-illness',
])
const SKIPPED: ReadonlySet<string> = new Set(['family-history', 'medications', 'technique'])
/** The last line of a letter, below its medicines. */
const ECHO = /\becho\w*\b[^.;]{0,40}\b(?:LV)?EF\b/i

/** "Collected 9/14/2026", "LABS 9/22/26:", "Results from 3 Sep 2026": the date for what follows. */
function announcedDate(reading: Reading, sentence: Sentence): PartialDate | undefined {
  const { text } = sentence
  // a part can be younger than the date at the head of the whole document
  const own = text.length <= 80 && PART.test(text) && !NO_PART.test(text) ? findDates(text) : []
  const [only] = own
  if (own.length === 1 && only?.date.length === 10 && !/\d/.test(text.slice(0, only.start) + text.slice(only.end))) return only.date
  if (!ANNOUNCES.test(text)) return undefined
  for (const date of datesOf(reading, text))
    if (date.date.length === 10 && ANNOUNCES_BEFORE.test(text.slice(0, date.start))) return date.date
  return undefined
}
/** A line that is nothing but the name of a visit or test and its day: "Renal clinic - 19 Aug 2026". */
const PART =
  /\b(?:ecg|ekg|echo\w*|clinic|visit|labs?|note|consult\w*|letter|encounter|cbc|cmp|panel)\b[^.]{0,30}[-\u2013|:,]|\s[-\u2013|]\s/i
const NO_PART = /\b(?:sign\w*|dictat\w*|print\w*|creat(?:ed|ion)|birth|dob|next|follow\w*|due|schedul\w*|since|start\w*|stopp\w*|seen)\b/i
/** Documents that are one list of results: the date at their head is for all of them. */
const PRINTED: ReadonlySet<string> = new Set(['laboratory', 'cardiology', 'care-summary', 'other', 'treatment-record', 'radiation-summary'])
const ANNOUNCES =
  /\b(?:coll(?:ected|ection)?|drawn|labs?|laborator\w+|results?|specimen date|resulted|date of (?:study|exam|test)|study date|performed)\b/i
const ANNOUNCES_BEFORE =
  /\b(?:coll(?:ected|ection)?(?: date)?|drawn|labs?|laboratory(?: data| results)?|results?|specimen date|study date|date of (?:study|exam|test)|performed)\s*(?:date|on|from|of|dated|[:(-]|\s)*\s*$/i

function inSentence(reading: Reading, sentence: Sentence, head: PartialDate | undefined, results: ResultColumn | undefined): Fact[] {
  if (!/\d/.test(sentence.text)) return []
  const labels = [...labLabels(sentence.text)]
  const row = rowValue(sentence, results)
  const together = listedTogether(sentence.text)
  if (labels.length === 0 && row === undefined && together.length === 0 && !PRESSURE.test(sentence.text) && !FEET.test(sentence.text))
    return []
  const dates = datesOf(reading, sentence.text)
  const found = withListDates([
    ...(row ? [row] : labels.flatMap((label, index) => valuesAfter(sentence, label, labels[index + 1]?.start, dates))),
    ...pressures(sentence.text),
    ...together,
    ...heights(sentence.text),
  ])
  return found.flatMap((read): Fact[] => {
    const { text } = sentence
    const one = withBilirubinUnit(reading, text, read)
    if (one === undefined) return []
    if (
      isWanted(text, one) ||
      contextOf(sentence, one.label, one.end).family ||
      isTakenBack(text.slice(Math.max(0, one.label - 20), one.end + 40))
    )
      return []
    const date = one.own ?? one.before ?? head ?? reading.said
    const value: FactValue<'lab'> = {
      test: one.name,
      value: one.value,
      unit: one.unit,
      ...(one.printed === undefined ? {} : { printed: one.printed }),
      ...(date === undefined ? {} : { date }),
      ...(one.comparator === undefined ? {} : { comparator: one.comparator }),
      ...(one.low === undefined ? {} : { low: one.low }),
      ...(one.high === undefined ? {} : { high: one.high }),
    }
    const undated = one.own === undefined && one.before === undefined && head === undefined
    const recalled = undated && RECALLED.has(sentence.section)
    return [factFrom(labs, reading, 'lab', value, [quoteAround(reading, sentence, one.label, one.end)], recalled ? 'probable' : 'stated')]
  })
}

/** The values of one name: the one after it, others with a date in brackets ("8.1 (7.2 in 11/2025)"), or a list of dates and values. */
function valuesAfter(
  sentence: Sentence,
  label: { test: Parameters<typeof readLabValue>[2]; start: number; end: number },
  next: number | undefined,
  dates: readonly DateMention[],
): Found[] {
  const { text, row } = sentence
  const { test } = label
  const gap = LAB_GAP.exec(text.slice(label.end, label.end + 70))
  let at = label.end + (gap?.[0].length ?? 0)
  const found: Found[] = []
  const base = { name: test.name, label: label.start }
  const listed = dates.find((date) => date.start >= at && date.start <= at + 2)
  if (listed) {
    for (let date: DateMention | undefined = listed; date && date.start < (next ?? text.length); ) {
      const from = date.end + (/^[\s:=-]*/.exec(text.slice(date.end))?.[0].length ?? 0)
      const read = readLabValue(text, from, test, row)
      if (read === undefined) break
      found.push({ ...read, ...base, own: date.date })
      const after: number = read.end
      date = dates.find((other) => other.start >= after && other.start <= after + 20)
    }
    return found
  }
  const read = readLabValue(text, at, test, row, unitInGap(gap?.[0] ?? ''))
  if (
    read === undefined ||
    (test.name === 'PT' && !/^\s*s/i.test(text.slice(read.start + String(read.value).length)) && !/\bINR\b/.test(text))
  )
    return []
  at = read.end
  const own = dateAfter(text, at, dates)
  const before = dates.filter((date) => date.end <= label.start && !isAfterValue(text, date)).at(-1)
  found.push({ ...read, ...base, ...(own ? { own: own.date } : {}), ...(before ? { before: before.date } : {}) })
  const behind = own?.end ?? at
  const more = /^[^.;()]{0,24}\(\s*(?:on [\w ]{3,24}?\s|was |previously |prior |baseline )?/i.exec(text.slice(behind, behind + 60))
  if (more && own?.start !== at) {
    const from = behind + more[0].length
    const bracketed = readLabValue(text, from, test, row)
    const dated = bracketed && dateAfter(text, bracketed.end, dates)
    if (bracketed && dated) found.push({ ...bracketed, ...base, own: dated.date })
  }
  return own ? [...found, ...goneOn(text, behind, base, test, dates)] : found
}

/** "41 (3/2026) -> 66 (6/2026) -> 102 (9/2026)": each with its day. */
function goneOn(
  text: string,
  from: number,
  base: { name: string; label: number },
  test: Parameters<typeof readLabValue>[2],
  dates: readonly DateMention[],
): Found[] {
  const found: Found[] = []
  for (let at = from; ; ) {
    const joint = /^\s?\)?\s{0,2}(?:-{1,2}>|→|>|,|;|to|then|and)\s{0,2}/.exec(text.slice(at, at + 12))
    const read = joint === null ? undefined : readLabValue(text, at + joint[0].length, test, false)
    const own = read && dateAfter(text, read.end, dates)
    if (!read || !own) return found
    found.push({ ...read, ...base, own: own.date })
    at = own.end
  }
}

/** A date that belongs to the value before it: "8.1 on 9/3/26", "2.4 (8/2026)", "0.82 mg/dL [0.5-1.1] H, 2026-09-14". */
function dateAfter(text: string, at: number, dates: readonly DateMention[]): DateMention | undefined {
  const date = dates.find((one) => one.start >= at && one.start - at <= 34)
  return date && BETWEEN.test(text.slice(at, date.start)) ? date : undefined
}
const BETWEEN =
  /^(?:\s*%)?(?:\s*\((?:H|L|HH|LL|high|low|nl|recovered|normal)\))?(?:\s*(?:H|L|HH|LL)\b)?(?:\s*[([](?:ref(?:erence)?(?: range)?:?\s*)?[<>]?[\d.\s-]+[)\]])?(?:\s*(?:H|L|HH|LL)\b)?\s*(?:,|\(|on|in|from|at|as of|dated|drawn|(?:by|on|via)\s(?:2D\s)?(?:echo\w*|TTE|MUGA|ECG|EKG|MRI))?\s*(?:on|in|from|of)?\s*$/i

const isAfterValue = (text: string, date: DateMention) =>
  /\d\s*%?\s*(?:\((?:H|L)\))?\s*(?:\(|\bon|\bin)\s*$/i.test(text.slice(Math.max(0, date.start - 16), date.start))

/** In "FSH 74.2, estradiol <5 (3/2026)" the date in brackets is for both; a heading's date before them goes first. */
function withListDates(found: readonly Found[]): Found[] {
  return found.map((one, index) => {
    if (one.own !== undefined || one.before !== undefined) return one
    const next = found[index + 1]
    return next?.own !== undefined && next.label - one.end <= 4 && next.label > one.end ? { ...one, own: next.own } : one
  })
}

/**
 * A bilirubin without a unit: in micromoles beside a creatinine that can only be micromoles, or in a document of a land that counts so.
 * A whole number over 2 that could be either is left unread.
 */
function withBilirubinUnit(reading: Reading, text: string, one: Found): Found | undefined {
  if (one.name !== 'bilirubin' || one.printed !== undefined || Number(one.value) <= 2 || /mg|mol/i.test(text.slice(one.start, one.end + 8)))
    return one
  const beside = /\bcr(?:eat(?:inine)?)?\W{1,4}\d{2,3}\b(?!\.\d|\s?mg)/i.test(text)
  if (beside || reading.document.pages.some((page) => SI_LAND.test(page.text)))
    return { ...one, value: Math.round((Number(one.value) / MICROMOLES) * 100) / 100, printed: { value: one.value, unit: 'umol/L' } }
  return Number.isInteger(one.value) ? undefined : one
}
const SI_LAND =
  /[uµμ]mol\/?l|\bh(?:a?e)?mo?globin\W{1,4}1?\d\d\b(?!\.\d)|\bHb\W{1,4}1?\d\d\b(?!\.\d)|\b(?:bloods|FBC|U&Es?|haemoglobin|NHS|oestrogen|tumours?(?<=tumour|tumours))\b/i
/** Micromoles per litre in 1 mg/dL of bilirubin. */
const MICROMOLES = 17.104

function isWanted(text: string, { label, end, comparator, name }: Found): boolean {
  if (
    /\b(?:want(?:s|ed)?|goal|target|prefer\w*|until|once|if|keep|requires?d?|should be|threshold|cut-?off|must|needs?|aim\w*|eligib\w+|below|above|hold for|resume)\b[^.;,]{0,40}$/i.test(
      text.slice(Math.max(0, label - 60), label),
    )
  )
    return true
  if (/^\s*\S{0,6}\s*(?:first|before|to (?:start|resume)|is (?:the )?(?:goal|target))\b/i.test(text.slice(end, end + 30))) return true
  return comparator !== undefined && !OFTEN_BELOW.has(name)
}
const OFTEN_BELOW = new Set([
  'estradiol',
  'hCG',
  'troponin',
  'CEA',
  'PSA',
  'CA 15-3',
  'CA 27.29',
  'CA 125',
  'HIV viral load',
  'HBV DNA',
  'HCV RNA',
  'TSH',
  'BNP',
  'FSH',
  'eGFR',
  'direct-bilirubin',
  'bilirubin',
  'urine ACR',
  'urine-protein',
])

const FEET = /\b(?:height|ht)\b[:\s]*(?:is|of)?\s*([3-7])\s?(?:'|\u2019|ft\.?|feet)\s?(\d{1,2}(?:\.\d)?)\s?(?:"|\u201d|''|in\b|inches)?/i
function heights(text: string): Found[] {
  const match = FEET.exec(text)
  if (match === null || Number(match[2]) >= 12) return []
  const place = { start: match.index, end: match.index + match[0].length, label: match.index, unit: 'cm' }
  return [{ ...place, name: 'height', value: Math.round((Number(match[1]) * 12 + Number(match[2])) * 25.4) / 10 }]
}

const PRESSURE = /\b(?:BP|[Bb]lood pressure):?\s*(?:is|was|of)?\s*(\d{2,3})\s?\/\s?(\d{2,3})\b/
function pressures(text: string): Found[] {
  const match = PRESSURE.exec(text)
  if (match === null) return []
  const place = { start: match.index, end: match.index + match[0].length, label: match.index, unit: 'mmHg' }
  const [high, low] = [Number(match[1]), Number(match[2])]
  if (high < 60 || high > 260 || low < 30 || low >= high) return []
  return [
    { ...place, name: 'systolic', value: high },
    { ...place, name: 'diastolic', value: low },
  ]
}
