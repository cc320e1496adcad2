import type { Fact, FactValue } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import { type Whole, wholeOf } from '../prose/whole.ts'
import { ishByNumbers, ishNumbers } from './her2-ish.ts'
import { isPathology } from './is-pathology.ts'
import { receptorColumns } from './receptor-columns.ts'
import { type ReceptorResult, receptorResults } from './receptor-groups.ts'
import { withoutNonResults } from './receptor-text.ts'
import { her2Status } from './receptor-values.ts'
import { originOf, type Specimen, sideOf, specimensOf } from './specimens.ts'

/**
 * ER, PR, HER2 and Ki-67 of each specimen. Sources: ASCO/CAP HER2 2018 and 2023, ER/PR 2020 (1 % and 10 % limits).
 *
 * In pathology reports a result belongs to the specimen it was made on; what a report quotes from an earlier specimen is a specimen
 * of its own. In notes a statement belongs to a biopsy when it names one; otherwise it is a summary of the disease:
 * its specimen is `as summarised in <kind of document>`, and it is only `probable`.
 */
export const receptors: FactRule = {
  name: 'receptors',
  version: 1,
  find: (reading) => (MENTIONS.test(reading.document.pages.map((page) => page.text).join('\n')) ? read(reading) : []),
}

/** How every specimen begins that is a summary and no tissue. */
export const SUMMARY_SPECIMEN = 'as summarised in'

const MENTIONS = /\bER\b|estrogen|progest|her-?\s?2|erb-?b|ki-?\s?67|triple[\s-]negative|TNBC/i

function read(reading: Reading): Fact[] {
  const whole = wholeOf(reading.document)
  const text = withoutNonResults(whole.text)
  const groups = isPathology(reading) ? reportGroups(whole, text, reading) : noteGroups(whole, text, reading)
  return groups.flatMap((group) => {
    const value = receptorsOf(group)
    if (!value.er && !value.pr && !value.her2 && value.ki67 === undefined) return []
    const places = [...group.results, ...group.ish]
      .map((result) => whole.evidence(result.start, closed(whole.text, result.start, Math.min(result.end, result.start + 240))))
      .filter((one) => one.quote !== '')
    const [first, ...others] = places
    return first ? [factFrom(receptors, reading, 'receptors', value, [first, ...others], group.certain ? 'stated' : 'probable')] : []
  })
}

/** A quote does not end inside a bracket or before its plus sign. */
function closed(text: string, start: number, end: number): number {
  const quote = text.slice(start, end)
  const plus = /^\s?\+/.exec(text.slice(end, end + 2))
  const to = plus && /\d$/.test(quote) ? end + plus[0].length : end
  const open = quote.lastIndexOf('(') > quote.lastIndexOf(')')
  const bracket = open ? /^[^()\n]{0,40}\)/.exec(text.slice(to, to + 42)) : null
  return bracket ? to + bracket[0].length : to
}

type Group = {
  key: string
  specimen: string
  from?: Specimen['from']
  date?: PartialDate
  certain: boolean
  results: ReceptorResult[]
  ish: { what: 'ratio' | 'copy'; value: number; start: number; end: number }[]
}

function reportGroups(whole: Whole, text: string, reading: Reading): Group[] {
  const tumours = tumoursOf(specimensOf(whole.text))
  const table = receptorColumns(text)
  const groups = new Map<string, Group>()
  const group = (make: Group) => {
    const known = groups.get(make.key) ?? make
    groups.set(make.key, known)
    return known
  }
  for (const column of table.columns) {
    const specimen = tumours.find((one) => one.letter !== undefined && one.letter === column.letter)
    group(groupOf(specimen ?? bare(column.heading, column.start), reading)).results.push(...column.results)
  }
  const claim = (start: number) => {
    const quoted = quotedAt(whole.text, start)
    if (quoted) return group(quoted)
    const specimen = specimenAt(whole.text, tumours, start)
    return group(groupOf(specimen ?? bare(nameless(whole.text, start), start), reading))
  }
  const every = receptorResults(table.text)
  const single = every.filter((result) => !isTripleNegative(text, result))
  const said = (marker: string) => single.some((result) => result.marker === marker) || table.columns.length > 0
  const results = every.filter((result) => single.includes(result) || !said(result.marker))
  let previous: { end: number; group: Group } | undefined
  for (const result of results) {
    // what follows closely on a quoted result is quoted too
    let own =
      previous?.group.key.startsWith('quoted') &&
      result.start - previous.end < 120 &&
      !/\b(?:addendum|current specimen|this specimen)\b/i.test(whole.text.slice(previous.end, result.start))
        ? previous.group
        : claim(result.label)
    const tumour = anotherTumour(whole.text, own, previous?.end, result)
    if (tumour) own = group({ ...own, key: `${own.key} ${tumour}`, specimen: `${own.specimen}, ${tumour}`, results: [], ish: [] })
    own.results.push(result)
    previous = { end: result.end, group: own }
  }
  for (const number of ishNumbers(text)) {
    const near = results
      .filter((result) => result.marker === 'her2')
      .sort((a, b) => Math.abs(a.start - number.start) - Math.abs(b.start - number.start))[0]
    const own =
      near && Math.abs(near.start - number.start) < 900 ? [...groups.values()].find((one) => one.results.includes(near)) : undefined
    ;(own ?? claim(number.start)).ish.push(number)
  }
  return [...groups.values()].sort((a, b) => Number(b.key.startsWith('quoted')) - Number(a.key.startsWith('quoted')))
}

const isTripleNegative = (text: string, result: ReceptorResult) => /^(?:triple|TNBC)/i.test(text.slice(result.start, result.end))

/** The same marker again with another value, after words that name a further tumour of the same specimen ("site #2", "2 o'clock"). */
function anotherTumour(text: string, group: Group, previousEnd: number | undefined, result: ReceptorResult): string | undefined {
  if (previousEnd === undefined || result.start - previousEnd > 900) return undefined
  const same = group.results.filter((one) => one.marker === result.marker)
  if (same.length === 0 || same.some((one) => JSON.stringify(one.value) === JSON.stringify(result.value))) return undefined
  const between = text.slice(previousEnd, result.start)
  return [...between.matchAll(/\b(?:site|focus|lesion|satellite|tumou?r|mass|nodule)\s*(?:#|no\.?|number)?\s*\d|\b\d{1,2}\s*o'?\s?clock/gi)]
    .at(-1)?.[0]
    .toLowerCase()
}

const bare = (name: string, start: number): Specimen => {
  const from = originOf(name)
  return { name, start, finding: '', ...(from ? { from } : {}) }
}

function groupOf(specimen: Specimen, reading: Reading): Group {
  const date = specimen.date ?? reading.said
  return {
    key: specimen.letter ?? specimen.name,
    specimen: specimen.name,
    certain: true,
    results: [],
    ish: [],
    ...(specimen.from ? { from: specimen.from } : {}),
    ...(date ? { date } : {}),
  }
}

/** The parts in which a tumour was found, one each; when no finding says so, all parts that are not nodes or margins. */
function tumoursOf(specimens: readonly Specimen[]): Specimen[] {
  const withTumour = specimens.filter(
    ({ finding }) => TUMOUR.test(firstSentences(finding)) && !CLEAR.test(firstSentences(finding).slice(0, 90)),
  )
  const found = withTumour.length > 0 ? withTumour : specimens.filter(({ from, name }) => from !== 'regional' && !/\bmargin\b/.test(name))
  const kept: Specimen[] = []
  for (const one of found) {
    const twin = kept.findIndex((other) => (other.letter !== undefined && other.letter === one.letter) || other.name === one.name)
    const before = kept[twin]
    if (before === undefined) kept.push(one)
    else if (!before.date && one.date) kept[twin] = { ...before, date: one.date }
  }
  return kept
}
const firstSentences = (finding: string) => finding.slice(0, 260)
const TUMOUR = /\b(?:carcinoma|adenocarcinoma|malignan\w+|metasta\w+|tumou?r|DCIS)\b/i
const CLEAR = /\b(?:negative for|no (?:tumou?r|malignan|evidence|residual|carcinoma)|benign|free of|rule out)\b/i

/** The tumour a result at `at` was made on: by block or part letter, by side, else the last one described before it. */
function specimenAt(text: string, tumours: readonly Specimen[], at: number): Specimen | undefined {
  if (tumours.length <= 1) return tumours[0]
  const before = text.slice(Math.max(0, at - 320), at)
  const block =
    [...before.matchAll(/\bblock(?:\s+(?:number|used))?\s*[:.]?\s*([A-Z])-?\d{0,2}\b/gi)].at(-1)?.[1] ??
    /^[^\n]{0,160}\bblock\s+([A-Z])\d/i.exec(text.slice(at, at + 170))?.[1]
  const byBlock = tumours.find((one) => one.letter === block)
  if (block && byBlock) return byBlock
  const part = [
    ...text.slice(0, at).matchAll(/\b(?:part|specimens?(?: involved)?[.:]?(?:\s*specimens?:)?)\s*:?\s*([A-Z])\b(?=[:)\s])/gi),
  ].at(-1)
  const byPart = tumours.find((one) => one.letter === part?.[1])
  if (part && byPart && at - part.index < 2500) return byPart
  const side = sideOf([...before.matchAll(/\b(?:left|right)\b/gi)].at(-1)?.[0] ?? '')
  const sided = tumours.filter((one) => one.side === side && one.from !== 'regional')
  if (side && sided.length === 1) return sided[0]
  const primary = tumours.filter((one) => one.from !== 'regional')
  const pool = primary.length > 0 ? primary : tumours
  return pool.filter((one) => one.start < at).at(-1) ?? pool[0]
}

/** A tumour that has no heading: the nearest words before that name a site. */
function nameless(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - 1500), at)
  const sided = [...near.matchAll(/\b(?:left|right)\s+breast\b/gi)].at(-1)?.[0]
  const site = [...near.matchAll(/\b(?:liver|bone|lung|brain|(?:axillary\s+)?lymph node|breast)\b/gi)].at(-1)?.[0].toLowerCase()
  return (sided && (site === undefined || site === 'breast') ? sided : (site ?? 'tumour')).toLowerCase().replace(/\s+/g, ' ')
}

/** Words that say: this result is quoted from an earlier specimen or from elsewhere. */
const QUOTED =
  /\b(?:(?:performed|reported|done|studied) (?:and (?:previously )?reported )?(?:on|from) (?:another|a (?:prior|previous|separate|different)|the (?:prior|previous|outside|core)|biops)|(?:according to|per|see|on|from|in) (?:the |her |a )?(?:previous|prior|earlier|outside|\d{1,2}\/\d{1,2}\/\d{2,4}) (?:core|biops\w*|specimen|report|case)|previous biops\w+|previously (?:reported|performed)|prior (?:core|biops\w+|specimen)|needle biopsy showed|(?:core )?(?:bx|biopsy)\.? showed|on (?:the )?(?:diagnostic )?core\b)/gi
const THIS_ONE = /\b(?:addendum|current specimen|this specimen|repeat(?:ed)? (?:on|immuno)|performed on the (?:current|present))\b/i

function quotedAt(text: string, at: number): Group | undefined {
  const from = Math.max(0, at - 260)
  const before = text.slice(from, at)
  const last = [...before.matchAll(QUOTED)].at(-1) ?? [...text.slice(at, at + 90).matchAll(/\bperformed on another specimen/gi)][0]
  const history =
    /\b(?:clinical (?:history|data|information|diagnosis)|indication)\b[^\n]{0,20}:?(?:(?!\b(?:DIAGNOSIS|GROSS|SPECIMEN|MICROSCOPIC|ADDENDUM|PRE-?OP)\b)[\s\S]){0,400}$/i.test(
      text.slice(Math.max(0, at - 420), at),
    )
  if (!last && !history) return undefined
  if (last && THIS_ONE.test(before.slice(last.index + last[0].length))) return undefined
  const date = last
    ? findDates(text.slice(Math.max(0, from + last.index - 40), from + last.index + last[0].length + 40)).find(
        (one) => one.date.length === 10,
      )?.date
    : undefined
  const key = `quoted ${history && !last ? 'history' : ''}${date ?? ''}`
  const what = history && !last ? 'clinical history' : 'pathology'
  return {
    key,
    specimen: date ? earlierName(text, last?.[0] ?? '', at) : `${SUMMARY_SPECIMEN} ${what}`,
    certain: date !== undefined,
    results: [],
    ish: [],
    ...(date ? { date, from: 'primary' as const } : {}),
  }
}

/** "right breast core" for what is quoted as "on the 9/15/2015 core". */
function earlierName(text: string, words: string, at: number): string {
  const kind = /core/i.test(words) ? 'core biopsy' : 'biopsy'
  return `${nameless(text, at)} ${kind}`
}

/** Words that take a statement back. */
const TAKEN_BACK = /\b(?:superseded|incorrect|autopopulated|in error|erroneous|not reproduced|corrected|wrong)\b|->|→/i

function noteGroups(whole: Whole, text: string, reading: Reading): Group[] {
  const groups = new Map<string, Group>()
  for (const result of receptorResults(text)) {
    const [from, to] = statementAt(text, result.start, result.end)
    const words = text.slice(from, to)
    const [lineStart, lineEnd] = whole.line(result.start, result.end)
    if (
      TAKEN_BACK.test(text.slice(Math.max(from, lineStart), lineEnd)) ||
      RELATIVE.test(text.slice(Math.max(from - 60, lineStart), result.label))
    )
      continue
    const named = biopsyIn(words.slice(0, Math.max(0, result.label - from)), reading)
    const made = named ?? {
      key: 'summary',
      specimen: `${SUMMARY_SPECIMEN} ${reading.kind.replaceAll('-', ' ')}`,
      certain: false,
      results: [],
      ish: [],
    }
    const group = groups.get(made.key) ?? made
    groups.set(made.key, group)
    group.results.push(result)
    for (const number of ishNumbers(words)) {
      const placed = { ...number, start: number.start + from, end: number.end + from }
      if (result.marker === 'her2' && !group.ish.some((one) => one.start === placed.start)) group.ish.push(placed)
    }
  }
  return [...groups.values()]
}
const RELATIVE =
  /\b(?:mother|father|sister|brother|aunt|uncle|grandmother|cousin|daughter|maternal|paternal|family history|fh|fhx)\b[^.;\n]{0,90}$/i

/** The sentence around a place: to the full stops or line ends beside it. */
function statementAt(text: string, start: number, end: number): readonly [number, number] {
  const head = text.slice(Math.max(0, start - 300), start)
  const cut = Math.max(head.lastIndexOf('\n'), ...[...head.matchAll(/\.\s+(?=[A-Z])/g)].map((m) => m.index + m[0].length - 1))
  const tail = /\n|\.\s+(?=[A-Z])/.exec(text.slice(end, end + 300))
  return [start - head.length + cut + 1, tail ? end + tail.index : Math.min(text.length, end + 300)]
}

/** A biopsy or operation that a note names before its receptors: "Liver bx 9/2/2026: …". It needs a date to be one of its own. */
function biopsyIn(words: string, reading: Reading): Group | undefined {
  const all = [...words.matchAll(/\b(?:bx|biops(?:y|ied)|core(?: biopsy)?|fna|resection|lumpectomy|mastectomy|path(?:ology)?)\b/gi)]
  const match = all.filter(([word]) => /bx|biops/i.test(word)).at(-1) ?? all.at(-1)
  if (!match) return undefined
  const site =
    /([A-Za-z][A-Za-z .]{0,40})$/
      .exec(words.slice(0, match.index))?.[1]
      ?.replace(/^.*\b(?:and|then|with|of|for|on)\b/i, '')
      .trim() ?? ''
  const after = words.slice(match.index + match[0].length, match.index + match[0].length + 30)
  const before = words.slice(Math.max(0, match.index - 40), match.index)
  const date = (findDates(`on${after}`, reading.said)[0] ?? findDates(before, reading.said).at(-1))?.date
  if (date === undefined) return undefined
  const from = originOf(words)
  return {
    key: date,
    specimen: `${site} ${/bx|biops/i.test(match[0]) ? 'biopsy' : match[0]}`.trim().toLowerCase(),
    certain: true,
    date,
    results: [],
    ish: [],
    ...(from ? { from } : {}),
  }
}

/** All results of one specimen put together: a later one supersedes an earlier of another status, else they complete each other. */
function receptorsOf(group: Group): FactValue<'receptors'> {
  const value: FactValue<'receptors'> = { specimen: group.specimen }
  if (group.date) value.date = group.date
  if (group.from) value.from = group.from
  for (const result of group.results) {
    if (result.marker === 'ki67') value.ki67 = result.value
    else if (result.marker === 'her2') {
      const known = value.her2
      const next = result.value
      value.her2 = { ...known, ...next }
    } else {
      const known = value[result.marker]
      value[result.marker] =
        known && (known.status !== 'negative') === (result.value.status !== 'negative')
          ? { ...known, ...result.value, ...keepLow(known.status, result.value.status, result.value.percent) }
          : result.value
    }
  }
  for (const [index, number] of group.ish.entries()) {
    // of lesions listed side by side the first is the main one; a number given much later is an addendum's
    const earlier = group.ish.slice(0, index).find((one) => one.what === number.what)
    if (!earlier || number.start - earlier.end > 400) value.her2 = { ...value.her2, [number.what]: number.value }
  }
  if (value.her2) {
    const ish = value.her2.ish ?? ishByNumbers(value.her2.ratio, value.her2.copy)
    const { status: word, ...parts } = value.her2
    const status = her2Status({ ...parts, ...(ish ? { ish } : {}), ...(word ? { word } : {}) })
    value.her2 = { ...parts, ...(ish ? { ish } : {}), ...(status ? { status } : {}) }
  }
  return value
}

/** "Low positive" stands unless a later share says otherwise. */
const keepLow = (known: string, next: string, share: number | undefined) =>
  known === 'low-positive' && next === 'positive' && share === undefined ? { status: 'low-positive' as const } : {}
