import { matchesOf } from '../../codes/matches-of.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { isPathology } from '../pathology/is-pathology.ts'
import { tumorSize } from '../pathology/tumor-size.ts'
import { findDates } from '../prose/dates.ts'
import { quote, type Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'

/**
 * Sizes of tumours, as scans and those who quote them shorten them: lesions named by place alone ("RLL 24 mm", "L occipital 4 mm"), sizes in
 * three dimensions after a distance, scans told in prose without a date. The sizes of other times ("(14 mm)", "previously seen", "prev.") and
 * of lesions that are gone are taken out.
 */
export const sizesInScans: FactRule = {
  name: tumorSize.name,
  version: tumorSize.version,
  find(reading) {
    const found = tumorSize.find(reading)
    if (isPathology(reading) || reading.kind === 'genomics') return found
    const further = reading.sentences.flatMap((sentence) => furtherSizes(reading, sentence, found))
    return [...found, ...further].filter((fact) => !isOfOtherTime(reading, fact.evidence[0]))
  },
}

/** The words that end with the size, and what stands right behind them. */
function isOfOtherTime(reading: Reading, { page, start, end }: Evidence): boolean {
  const text = reading.document.pages.find((one) => one.number === page)?.text ?? ''
  const before = text.slice(Math.max(0, start - 60), end).replace(/\s+/g, ' ')
  const after = text.slice(end, end + 90).replace(/\s+/g, ' ')
  return OF_BEFORE.test(before) || SECOND_IN_BRACKETS.test(before) || (SEEN_BEFORE.test(before) && GONE.test(after))
}
const SIZE = String.raw`\d[\d.,]*(?:\s?[x×]\s?\d[\d.,]*){0,2}\s?(?:mm|cm)`
const OF_BEFORE = new RegExp(
  String.raw`\b(?:prev(?:iously)?|prior|formerly|before|earlier|was|from)\b\.?:?\s?(?:was\s|measured\s)?${SIZE}$`,
  'i',
)
/** "9 mm (14 mm)": the second is the earlier one. */
const SECOND_IN_BRACKETS = new RegExp(
  String.raw`\d\s?(?:mm|cm)(?:\s(?:in )?(?:short|long)[- ]axis)?,?\s?\(\s?(?:was |prev(?:iously)?\.? |prior |from )?${SIZE}$`,
  'i',
)
const SEEN_BEFORE = /\b(?:previously (?:seen|noted|described|measured)|prior)\b/i
const GONE = /\b(?:resolved|no longer (?:seen|visible|identified)|not seen|disappeared)\b/i

type Place = [name: RegExp, of: FactValue<'tumor-size'>['of']]
const PLACES: readonly Place[] = [
  [
    /\b(?:(?:left|right|L|R)\s+)?(?:frontal|parietal|occipital|temporal|cerebell\w+|thalam\w+|pontine|brainstem)(?:\s+lobe)?\b/i,
    'metastasis',
  ],
  [/\b(?:[RL][UML]L|(?:left|right)\s+(?:upper|lower|middle)\s+lobe|lingula)\b/, 'metastasis'],
  [/\bseg(?:ment)?\.?\s*(?:[IV]{1,4}[ab]?|[1-8][ab]?)\b/i, 'metastasis'],
  [
    /\b(?:(?:left|right|L|R)\s+)?(?:axillary|ax|subcarinal|paratracheal|hilar|mediastinal|supraclav(?:icular)?|SCV?|internal mammary|IMN?|level [I1-3]{1,3})\s+(?:level [I1-3]{1,3}\s+)?(?:lymph\s+)?(?:nodes?|LNs?|adenopathy)\b/i,
    'node',
  ],
  [
    /\b(?:(?:left|right|L|R)\s+)?(?:UOQ|UIQ|LOQ|LIQ|breast)\b|\b(?:1[0-2]|[1-9])(?::[0-5]\d)?\s?o['’]?clock\b|\bat\s(?:1[0-2]|[1-9]):[0-5]\d/,
    'unspecified',
  ],
]
const LESION = /\b(?:mass|lesion|nodule|tumou?r|focus|foci|metastas[ei]s|met|deposit|nodes?|LNs?|adenopathy|carcinoma|cancer)\b/i
const STUDY = /\b(?:CT|MRI?|PET|US|ultrasound|ultrasonography|sonograph\w*|mammogra\w+|scans?|imaging|staging|radiolog\w+)\b/i
const MEASURE = /(?<![\d.,x×-]|[x×-]\s)(\d{1,3}(?:[.,]\d{1,2})?)((?:\s?[x×]\s?\d{1,3}(?:[.,]\d{1,2})?){0,2})\s?(mm|cm)\b/gi
const NO_SIZE_AFTER =
  /^\s?(?:from(?!\s\d)|FN\b|deep|below|above|slices?|thick|margin|collimation|cysts?|stones?|calcul|fn\b|or (?:less|smaller)|nodes? (?:not|un))/i
const NO_SIZE_BEFORE =
  /(?:\b(?:prev(?:iously)?|prior|was|from|formerly|baseline|less than|under|up to|below|sum(?: of .{0,30})?|within|margin|midline shift|SUV\w*)\b[\s:.,]*|[<±(]\s?)$/i
const HARMLESS =
  /\b(?:cysts?|granuloma|h(?:a)?emangioma|adenoma|fibroid|lipoma|benign|fibroadenoma|renal|kidney|thyroid|spleen|meningioma|calculus|stone|aneurysm|specimen|needle|polyp|unremarkable|clip|seroma|bone islands?)\b/i

/** Sizes with their place in the same part of the sentence, in a scan or in words about one, that are not read already. */
function furtherSizes(reading: Reading, sentence: Sentence, known: readonly Fact[]): Fact[] {
  const { text } = sentence
  if (text.length > LONGEST || !/\d\s?[mc]m\b/i.test(text) || sentence.section === 'family-history' || sentence.section === 'plan')
    return []
  const scanned = reading.kind === 'imaging' || isSheetOfScans(reading)
  if (!scanned && !STUDY.test(text) && !STUDY.test(previousText(reading, sentence))) return []
  if (/\b(?:path(?:ology)?|specimen|resect\w+|excis\w+|residual|mastectomy|lumpectomy|margins?|pT\d|ypT)\b/i.test(text)) return []
  const date = studyDate(reading, sentence)
  if (date === undefined) return []
  const measures = matchesOf(text, MEASURE)
  return measures.flatMap((match, i): Fact[] => {
    const start = match.index
    const end = start + match[0].length
    const from = Math.max(lastCut(text, start), i > 0 ? (measures[i - 1]?.index ?? 0) + (measures[i - 1]?.[0].length ?? 0) : 0)
    const clause = text.slice(from, start)
    const after = text.slice(end, nextCut(text, end, measures[i + 1]?.index))
    if (NO_SIZE_BEFORE.test(text.slice(Math.max(0, start - 40), start)) || NO_SIZE_AFTER.test(after)) return []
    if (/^\s?(?:->|→|to \d)/.test(after) || HARMLESS.test(`${clause} ${after}`)) return []
    const place = placeIn(clause, 'last') ?? placeIn(after, 'first')
    const isLesion = LESION.test(clause) || LESION.test(after)
    if (place === undefined || !(isLesion || place.of !== 'unspecified') || (!isLesion && !scanned && !STUDY.test(text))) return []
    const mm = largest(match)
    if (mm < 2 || mm > 200) return []
    const twice = known.some(
      (fact) =>
        fact.kind === 'tumor-size' &&
        Math.abs(fact.value.mm - mm) < 0.6 &&
        fact.evidence[0].page === sentence.page &&
        near(fact.evidence[0], sentence),
    )
    if (twice) return []
    const value: FactValue<'tumor-size'> = { mm, how: 'imaging', where: place.name, of: place.of, date }
    return [factFrom(tumorSize, reading, 'tumor-size', value, [quote(reading.document, sentence, from, end)])]
  })
}

const near = (evidence: Evidence, { start, end }: Sentence) => evidence.end > start && evidence.start < end
const cuts = /[;,]\s(?!\s?\d)|\.\s|\)\s?,|\band\b|\bwith\b|\bplus\b|:\s/g
/** Where the part of the sentence begins that ends at `at`; no lesion is described at greater length. */
function lastCut(text: string, at: number): number {
  const from = Math.max(0, at - REACH)
  const last = [...text.slice(from, at).matchAll(/[;]|\.\s|\d\s?[cm]m\b[^,;]{0,20}[,;]/gi)].at(-1)
  return last === undefined ? from : from + last.index + last[0].length
}
const REACH = 240
/** Text that lost its sentences is not looked through again. */
const LONGEST = 4000
function nextCut(text: string, at: number, next: number | undefined): number {
  const cut = matchesOf(text.slice(at, at + 60), cuts)[0]
  return Math.min(cut === undefined ? text.length : at + cut.index, next ?? text.length, at + 60)
}

function placeIn(words: string, which: 'first' | 'last'): { name: string; of: FactValue<'tumor-size'>['of'] } | undefined {
  const spots = PLACES.flatMap(([pattern, of]) =>
    [...words.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map((match) => ({ at: match.index, name: match[0], of })),
  ).sort((a, b) => a.at - b.at)
  const spot = which === 'last' ? spots.at(-1) : spots[0]
  return spot && { name: nameOf(spot.name), of: spot.of }
}
const nameOf = (name: string) => (/^(?:at\s|\d)/.test(name) ? 'breast' : /^seg/i.test(name) ? `liver ${name}` : name)

function largest(match: RegExpMatchArray): number {
  const numbers = `${match[1]}${match[2]}`.split(/\s?[x×]\s?/).map((one) => Number(one.replace(',', '.')))
  const most = Math.max(...numbers.filter((one) => one > 0))
  return Math.round(most * (match[3]?.toLowerCase() === 'cm' ? 10 : 1) * 10) / 10
}

/** Several reports on one sheet: each begins with its study and the day. */
const isSheetOfScans = (reading: Reading) =>
  reading.document.pages.some(({ text }) => matchesOf(text.slice(0, 4000), STUDY_HEAD).length > 0 && RADIOLOGY.test(text.slice(0, 400)))
const STUDY_HEAD = /^\W{0,3}(?:\d\W{0,2})?(?:CT|MRI?|PET(?:[-/ ]?CT)?|US|Ultrasound|Bone scan|Mammogra\w+)\b[^\n]{0,60}\d{4}/gim
const RADIOLOGY = /\b(?:diagnostic imaging|radiology|imaging (?:centre|center|department|report)|x-?ray|medical imaging)\b/i

/** The day of the study: in the sentence, at the head of its part of the sheet, that of the report; of a letter its own. */
function studyDate(reading: Reading, sentence: Sentence): PartialDate | undefined {
  const text = reading.document.pages.find(({ number }) => number === sentence.page)?.text.slice(0, sentence.start) ?? ''
  const head = matchesOf(text, STUDY_HEAD).at(-1)
  const headed = head && findDates(head[0], reading.said)[0]?.date
  if (isSheetOfScans(reading) && headed) return headed
  if (reading.kind === 'imaging') return reading.said
  const own = findDates(sentence.text, reading.said).filter(({ date }) => reading.said === undefined || date <= reading.said)
  return (
    own[0]?.date ??
    findDates(previousText(reading, sentence), reading.said).at(-1)?.date ??
    (TODAY.has(reading.kind) ? reading.said : undefined)
  )
}
/** What a first consultation tells of a scan without a date is that of its days. */
const TODAY: ReadonlySet<string> = new Set(['consultation', 'letter', 'tumor-board'])
function previousText(reading: Reading, sentence: Sentence): string {
  const i = reading.sentences.indexOf(sentence)
  const previous = reading.sentences[i - 1]
  return previous !== undefined && previous.section === sentence.section ? previous.text : ''
}
