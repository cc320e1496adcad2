import type { Entry } from '../../record/entry.ts'
import { lineOfEntry, wordsOfValue } from '../entry-line.ts'
import type { Span } from '../page-writer.ts'
import type { Narrative } from './narrative.ts'
import type { Draft } from './statements/draft.ts'

/**
 * Finds for each draft of a section the words of the narrative it was made from: what it refers to, else the row that names it with its
 * value and date. An entry that the narrative does not show gets a line of its own below, made of its own words.
 */
export function placeEntries(drafts: readonly Draft[], section: { span: Span; words: string }, narrative: Narrative): Entry[] {
  const rows = rowsOf(section)
  const taken = new Map<Row, number>()
  const lookup = lookupIn(rows)
  return drafts.map(({ references, ...draft }) => {
    const found = rowReferred(references, draft, rows, narrative) ?? bestRow(draft, lookup, taken)
    if (found?.row) taken.set(found.row, (taken.get(found.row) ?? 0) + 1)
    const span = found?.span ?? narrative.page.line(lineOfEntry(draft))
    return { ...draft, page: 1, start: span.start, end: span.end }
  })
}

type Row = { start: number; end: number; lower: string; words: string }
type Found = { span: Span; row?: Row }

function rowsOf({ span, words }: { span: Span; words: string }): Row[] {
  const rows: Row[] = []
  let at = 0
  for (const line of words.split('\n')) {
    const indent = /^[\s-]*/.exec(line)?.[0].length ?? 0
    if (indent < line.length)
      rows.push({ start: span.start + at + indent, end: span.start + at + line.trimEnd().length, lower: line.toLowerCase(), words: line })
    at += line.length + 1
  }
  return rows
}

/** The rows that hold a name and show a value: looked up once for each of both, since long records repeat few names and values. */
type Lookup = (name: string, draft: Pick<Draft, 'value'>) => readonly Row[]

function lookupIn(rows: readonly Row[]): Lookup {
  const byName = new Map<string, readonly Row[]>()
  const byValue = new Map<string, readonly Row[]>()
  let work = 0
  const search = (list: readonly Row[], holdsIt: (row: Row) => boolean): readonly Row[] => {
    work += list.length
    return work > MOST_WORK ? [] : list.filter(holdsIt)
  }
  return (name, draft) => {
    const named = byName.get(name) ?? search(rows, (row) => row.end - row.start <= LONGEST_QUOTE && holds(row.lower, name))
    byName.set(name, named)
    if (draft.value === undefined) return named
    const key = `${name}|${JSON.stringify(draft.value)}`
    const known = byValue.get(key)
    if (known) return known
    const shows = valueTest(draft)
    const found = search(named, (row) => shows(row.words))
    byValue.set(key, found)
    return found
  }
}

/** Rows looked at for one section. A record that asks for more gets lines of its own instead. */
const MOST_WORK = 5_000_000

/** Short names count as whole words only: "PR" is not in "pressure". */
function holds(text: string, name: string): boolean {
  if (name.length > 4) return text.includes(name)
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + name.length] ?? ' ')) return true
  return false
}

/** The row that a span lies in; rows stand in order. */
function rowAround(span: Span, rows: readonly Row[]): Row | undefined {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.start ?? 0) <= span.start) low = middle + 1
    else high = middle
  }
  const row = rows[low - 1]
  return row && span.end <= row.end ? row : undefined
}

/** The row around the words referred to; when it is too long to quote, those words themselves. A result needs its value there. */
function rowReferred(
  references: readonly string[],
  draft: Omit<Draft, 'references'>,
  rows: readonly Row[],
  narrative: Narrative,
): Found | undefined {
  if (references.length === 0) return undefined
  const shows = valueTest(draft)
  for (const reference of references) {
    const span = narrative.spanOf(reference)
    if (!span || span.end <= span.start) continue
    const row = rowAround(span, rows)
    if (!row) {
      if (span.end - span.start <= LONGEST_QUOTE && shows(narrative.wordsOf(reference) ?? '')) return { span }
      continue
    }
    if (!shows(row.words)) continue
    return row.end - row.start <= LONGEST_QUOTE ? { span: row, row } : { span, row }
  }
  return undefined
}

function bestRow(draft: Omit<Draft, 'references'>, lookup: Lookup, taken: ReadonlyMap<Row, number>): Found | undefined {
  const names = [draft.text, ...draft.codes.flatMap(({ display }) => (display === undefined ? [] : [display]))]
    .map((name) => name.toLowerCase().trim())
    .filter((name) => name.length > 1)
  const dates = draft.begins === undefined ? [] : writtenForms(draft.begins)
  let best: Row | undefined
  let most = 0
  for (const [index, name] of [...new Set(names)].entries()) {
    for (const row of lookup(name, draft)) {
      const least = 10 - Math.min(index, 3) - 4 * (taken.get(row) ?? 0)
      if (least + 5 <= most) continue
      const score = least + (dates.some((date) => row.lower.includes(date)) ? 5 : 0)
      if (score > most) {
        most = score
        best = row
      }
    }
  }
  return best ? { span: { start: best.start, end: best.end }, row: best } : undefined
}

/** Tells whether words hold the value of the entry; entries without one are shown by their name alone. */
function valueTest({ value }: Pick<Draft, 'value'>): (words: string) => boolean {
  if (value === undefined) return () => true
  if ('quantity' in value) {
    const number = new RegExp(`(?<![\\d.])${String(value.quantity.value).replace('.', '\\.')}(?:\\.?0+)?(?![\\d])`)
    return (words) => number.test(words.replace(/(?<=\d),(?=\d{3})/g, ''))
  }
  const text = wordsOfValue(value)?.toLowerCase() ?? ''
  return (words) => words.toLowerCase().includes(text)
}

/** The ways a table writes a date. */
function writtenForms(date: string): string[] {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return [year]
  const name = MONTHS[Number(month) - 1] ?? ''
  if (day === undefined) return [date, `${month}/${year}`, `${name} ${year}`]
  const [m, d] = [String(Number(month)), String(Number(day))]
  return [
    date,
    `${month}/${day}/${year}`,
    `${m}/${d}/${year}`,
    `${month}-${day}-${year}`,
    `${name} ${d}, ${year}`,
    `${name.slice(0, 3)} ${d}, ${year}`,
    `${day}-${name.slice(0, 3)}-${year}`,
    `${year}${month}${day}`,
  ]
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const LONGEST_QUOTE = 500
