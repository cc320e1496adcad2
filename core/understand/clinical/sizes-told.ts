import { matchesOf } from '../../codes/matches-of.ts'
import type { FactValue } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { BENCH, EXAM, LESION, type LesionPlace, lesionPlaces, NO_TUMOUR, STUDY } from './lesion-words.ts'

/** A size that a sentence tells: its words are `sentence.text.slice(start, end)`. */
export type ToldSize = { sentence: Sentence; start: number; end: number; value: FactValue<'tumor-size'> }

/**
 * Sizes of tumours as notes and scans tell them: what was measured stands in the same part of the sentence (a lesion, a place, or both), who
 * measured it there or in the sentences before (a scan, a hand, a pathologist), and when. What is smaller or larger than before is told
 * with its earlier size: that counts only with a date of its own.
 */
export function sizesTold(reading: Reading, tissue: boolean): ToldSize[] {
  const found: ToldSize[] = []
  let study: Study | undefined
  let last: Sentence | undefined
  for (const sentence of reading.sentences) {
    if (last === undefined || last.section !== sentence.section || /\n\s*\n/.test(between(reading, last, sentence))) study = undefined
    last = sentence
    const { text } = sentence
    if (text.length > LONGEST || PASSED_OVER.has(sentence.section)) continue
    if (/\d\s?[mc]m\b/i.test(text)) found.push(...sizesIn(reading, sentence, tissue, study))
    study = studyOf(reading, sentence) ?? study
  }
  return found
}
/** Text that lost its sentences is not looked through. */
const LONGEST = 4000
const PASSED_OVER: ReadonlySet<string> = new Set(['family-history', 'allergies', 'medications'])

/** Who looked, as the last sentence about it told, and on what day: what follows may be the findings. */
type Study = { how: FactValue<'tumor-size'>['how'] | undefined; date: PartialDate | undefined }
function studyOf(reading: Reading, { text }: Sentence): Study | undefined {
  const head = STUDY.exec(text)
  if (head === null || BIOPSY.test(text.slice(head.index, head.index + 40))) {
    if (EXAM.test(text)) return { how: 'exam', date: reading.said }
    return BENCH.test(text) || head !== null ? { how: BENCH_SPEAKS.test(text) ? 'pathology' : undefined, date: undefined } : undefined
  }
  return { how: 'imaging', date: datesIn(text.slice(head.index), reading)[0] ?? datesIn(text.slice(0, head.index), reading).at(-1) }
}
const BENCH_SPEAKS = /^\W{0,4}(?:path(?:ology)?|histolog\w+|histopath\w*|HPE)\b/i
const BIOPSY = /^\w+(?:[ -]\w+)?[ -](?:guided|biops\w+|bx)\b/i

const datesIn = (text: string, reading: Reading): PartialDate[] =>
  findDates(text, reading.said).flatMap(({ date }) => (reading.said === undefined || date <= `${reading.said}~` ? [date] : []))
const between = ({ document }: Reading, a: Sentence, b: Sentence) =>
  a.page === b.page ? (document.pages.find(({ number }) => number === a.page)?.text.slice(a.end, b.start) ?? '') : ''

const NUMBER = String.raw`\d{1,3}(?:[.,]\d{1,2})?`
const MEASURE = new RegExp(
  String.raw`(?<![\d.,x×/-]|[x×-]\s)(?:(${NUMBER})(?:\s(?:and|&)\s))?(${NUMBER})((?:\s?[x×]\s?${NUMBER}){0,2})\s?(mm|cm)\b`,
  'gi',
)

function sizesIn(reading: Reading, sentence: Sentence, tissue: boolean, study: Study | undefined): ToldSize[] {
  const { text } = sentence
  const measures = matchesOf(text, MEASURE)
  const found: ToldSize[] = []
  let carried: LesionPlace | undefined
  for (const [i, match] of measures.entries()) {
    const [start, end] = [match.index, match.index + match[0].length]
    const previous = measures[i - 1]
    const from = Math.max(clauseStart(text, start), previous ? previous.index + previous[0].length : 0)
    const before = text.slice(from, start)
    const after = text.slice(end, Math.min(clauseEnd(text, end), measures[i + 1]?.index ?? text.length))
    const earlier = isEarlier(text.slice(Math.max(0, start - 60), start), text.slice(end, end + 30))
    const behind = lesionPlaces(after).find(({ at }) => at < 60)
    const own = (NAMED_BEHIND.test(after) ? behind : undefined) ?? lesionPlaces(before).at(-1) ?? behind
    const words = `${before} ${after}`
    const place =
      own ?? (earlier || CARRIES.test(before) ? carried : undefined) ?? headed(sentence) ?? ofBreast(text.slice(0, start), words)
    if (own && !NO_TUMOUR.test(before)) carried = own
    if (place === undefined || GONE.test(words) || NO_TUMOUR.test(words) || NO_SIZE_BEFORE.test(before) || NO_SIZE_AFTER.test(after))
      continue
    if (/^\s?(?:->|→)/.test(after)) continue
    const how = measuredBy(reading, sentence, text.slice(0, start), after, place, tissue, study, text.slice(end, end + 40))
    if (
      how === undefined ||
      (!LESION.test(words) && !place.deep && !(earlier && carried) && !SHORT_NOTE.test(words) && !(reading.kind === 'imaging' && match[3]))
    )
      continue
    const date = earlier
      ? ((OWN_DATE.test(after) ? datesIn(after.slice(0, 24), reading)[0] : undefined) ?? monthBefore(after, reading))
      : dateOf(reading, text, start, end, how, study)
    if (earlier && date === undefined) continue
    for (const mm of lengthsOf(match)) {
      if (mm < 2 || mm > 250) continue
      found.push({
        sentence,
        start: Math.min(own ? from + Math.max(0, before.length - before.trimStart().length) : from, start),
        end,
        value: { mm, how, where: sided(place.name, text.slice(0, start)), of: place.of, ...(date ? { date } : {}) },
      })
    }
  }
  return [...found, ...sizesOfStages(reading, sentence)]
}

/** "…, the largest 16 mm", "2 nodes up to 14 mm": the size goes on about what was named before. */
const CARRIES =
  /^[\s,(]*(?:left|right|L|R|other|second|smaller)\s*$|\b(?:largest|larger|biggest|up to|measur\w+|now|each|dominant|index)\b|^[\s,(;]*(?:and )?$/i
/** "2.6 cm subareolar mass": what was measured stands behind its size. */
const NAMED_BEHIND = new RegExp(String.raw`^\s?(?:[\w:/-]+,?\s){0,4}?${LESION.source}`, 'i')
const GONE = /\b(?:resolved|no longer (?:seen|visible|identified)|not seen|disappeared)\b/i
const SHORT_NOTE = /\b(?:PD|PR|SD|progress\w+|target)\b/

/** A label or heading names the organ: "Liver: 18 mm". */
function headed(sentence: Sentence): LesionPlace | undefined {
  return lesionPlaces(/^\s*[A-Za-z ,/]{3,40}:/.exec(sentence.text)?.[0] ?? '')[0] ?? lesionPlaces(sentence.heading)[0]
}

/** "Left breast: a mass at 11:00": the hour has no side of its own, the breast before it has. */
function sided(name: string, before: string): string {
  const side = name === 'breast' ? matchesOf(before, SIDE).at(-1)?.[1]?.toLowerCase() : undefined
  return side === undefined ? name : `${side} ${name}`
}
const SIDE = /\b(left|right)\s{1,3}breast\b/gi

/** A tumour without a place is of the breast where only the breast was looked at, or cut. */
function ofBreast(before: string, words: string): LesionPlace | undefined {
  return OF_BREAST.test(before) && PRIMARY.test(words) ? { at: 0, end: 0, name: 'breast', of: 'unspecified', deep: false } : undefined
}
const OF_BREAST =
  /\b(?:[Mm]ammogra\w+|[Uu]ltraso\w+|USS?|[Ss]onogra\w+|[Bb]reast|[Mm]astectomy|[Ll]umpectomy|WLE|[Ww]ide local|[Hh]istolog\w+|[Oo]peration|[Ss]urgery|[Tt]omosynthesis)\b/
const PRIMARY = /\b(?:mass|lump|nodule|tumou?r|carcinoma|cancer|IDC|ILC|NST|DCIS|residual|invasive|enhanc\w+|lesion)\b/i

/** Where the part of the sentence begins that ends at `at`. */
function clauseStart(text: string, at: number): number {
  const from = Math.max(0, at - 200)
  const last = [...text.slice(from, at).matchAll(/;\s|\.\s|(?:mm|cm)\)?\s?[,;]|\)\s?,/gi)].at(-1)
  return last === undefined ? from : from + last.index + last[0].length
}
function clauseEnd(text: string, at: number): number {
  const cut = /[;,)]\s|\.\s|\b(?:and|with|plus)\b|:\s/.exec(text.slice(at, at + 80))
  return cut === null ? Math.min(text.length, at + 80) : at + cut.index
}

/** "(was 2.9 cm)", "14 mm (17 mm)", "previously 19 mm", "42 mm -> 24 mm": of another time. */
const isEarlier = (before: string, after: string) =>
  /(?:\b(?:prev(?:iously)?|prior|formerly|before|earlier|was|were|had been|from|baseline)\b\.?:?\s?(?:was\s|measured\s|measuring\s|of\s)?|(?:mm|cm)(?:\s(?:in )?(?:short|long)[- ]axis)?,?\s?\(\s?(?:\w+\s)?)$/i.test(
    before,
  ) || /^\s?(?:previously|before|in the (?:prior|previous))\b/i.test(after)

/** "31 mm on 18/06/26": the date is its own, and no colon behind it leads to the next. */
const OWN_DATE = /^\s?(?:(?:in|on)\s|\()?[\w/. -]{4,18}(?:[,;).]|$)/

/** "(31 mm in May)": the last May before. */
function monthBefore(after: string, reading: Reading): PartialDate | undefined {
  const month = /^\s?(?:in|on)\s(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b(?!\s?\d)/.exec(after)?.[1]
  if (month === undefined || reading.said === undefined) return undefined
  const number = 1 + 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(month) / 3
  const year = Number(reading.said.slice(0, 4)) - (String(number).padStart(2, '0') > reading.said.slice(5, 7) ? 1 : 0)
  return findDates(`${year}-${String(number).padStart(2, '0')}`)[0]?.date
}

/** Whose measure it is: a pathologist's, a hand's or a scan's, by the nearest word of them before, or right behind; deep organs are scanned. */
function measuredBy(
  reading: Reading,
  { section }: Sentence,
  before: string,
  after: string,
  place: LesionPlace,
  tissue: boolean,
  study: Study | undefined,
  behind: string,
): FactValue<'tumor-size'>['how'] | undefined {
  if (/^[^.;,]{0,16}\b(?:by|on) (?:palpation|exam\w*)\b/i.test(after)) return 'exam'
  if (/^[^.;,]{0,16}\b(?:by|on|per) (?:\w+ )?(?:US|ultrasound|MRI|CT|mammogra\w+|imaging|PET)\b/.test(after)) return 'imaging'
  const near = [
    ['exam', lastOf(before, EXAM)],
    ['imaging', lastOf(before, STUDY)],
    ['pathology', lastOf(before, BENCH)],
  ] as const
  const [how, at] = near.reduce((a, b) => (b[1] > a[1] ? b : a))
  if (at >= 0) return how === 'exam' && place.deep ? 'imaging' : how
  if (tissue) return study?.how === 'pathology' ? undefined : study?.how
  if (section === 'exam' || section === 'vitals') return place.deep ? undefined : 'exam'
  if (reading.kind === 'imaging' || place.deep) return study?.how === 'pathology' ? 'pathology' : 'imaging'
  if (study?.how !== undefined) return study.how
  if (section === 'data' || section === 'findings') return 'imaging'
  // who writes of the skin without a scan has looked at it
  return EXAM.test(behind) || place.of === 'metastasis' ? 'exam' : undefined
}
const lastOf = (text: string, word: RegExp) => matchesOf(text, global(word)).at(-1)?.index ?? -1
const GLOBAL = new Map<RegExp, RegExp>()
function global(word: RegExp): RegExp {
  const known = GLOBAL.get(word) ?? new RegExp(word.source, `${word.flags}g`)
  GLOBAL.set(word, known)
  return known
}

/** The day of the measure: told beside it or before it in the sentence, that of the study told of, of the report, or of the visit. */
function dateOf(
  reading: Reading,
  text: string,
  start: number,
  end: number,
  how: FactValue<'tumor-size'>['how'],
  study: Study | undefined,
): PartialDate | undefined {
  if (how === 'exam') return reading.said
  const behind = /^\s?\(?(?:on|in|at)?\s?[^\s;,()]*\d/.exec(text.slice(end, end + 16))
    ? datesIn(text.slice(end, end + 22), reading)[0]
    : undefined
  return behind ?? datesIn(text.slice(0, start), reading).at(-1) ?? study?.date ?? (how === 'pathology' ? undefined : reading.said)
}

function lengthsOf(match: RegExpExecArray): number[] {
  const unit = match[4]?.toLowerCase() === 'cm' ? 10 : 1
  const numbers = `${match[2]}${match[3]}`.split(/\s?[x×]\s?/).map((one) => Number(one.replace(',', '.')))
  const other = match[1] === undefined ? [] : [Number(match[1].replace(',', '.'))]
  return [...other, Math.max(...numbers)].map((one) => Math.round(one * unit * 10) / 10)
}

/** "cT2 (33 mm)", "pT1c (13 mm)": measured by who gave the stage. */
function sizesOfStages(reading: Reading, sentence: Sentence): ToldSize[] {
  return matchesOf(sentence.text, OF_STAGE).flatMap((match) => {
    const mm = Math.round(Number((match[2] ?? '').replace(',', '.')) * (match[3] === 'cm' ? 10 : 1) * 10) / 10
    const how = match[1] === 'c' ? 'imaging' : 'pathology'
    const date = datesIn(sentence.text.slice(0, match.index), reading).at(-1) ?? (how === 'imaging' ? reading.said : undefined)
    const place = lesionPlaces(sentence.text.slice(0, match.index)).findLast(({ of }) => of === 'unspecified')
    const value = {
      mm,
      how,
      where: place?.name ?? 'breast',
      of: how === 'imaging' ? 'unspecified' : 'invasive',
      ...(date ? { date } : {}),
    } as const
    return [{ sentence, start: match.index, end: match.index + match[0].length - 1, value }]
  })
}
const OF_STAGE = /\by?([cp])T[0-4][a-d]?\s?\((\d{1,3}(?:[.,]\d)?)\s?(mm|cm)\)/g

const NO_SIZE_AFTER =
  /^\s?(?:from(?!\s\d)|FN\b|fn\b|deep|below|above|slices?|thick\b|margin|collimation|throw|or (?:less|smaller)|nodes? (?:not|un)|apart|away)/i
const NO_SIZE_BEFORE =
  /(?:\b(?:less than|under|below|sum(?: of .{0,30})?|within|midline shift|SUV\w*|slices? of|every|margins?|distance)\b[\s:.,]*|[<±]\s?)$/i
