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
  return drafts.map(({ references, ...draft }) => {
    const found = rowReferred(references, draft, rows, narrative) ?? bestRow(draft, rows, taken)
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

/** The row around the words referred to; when it is too long to quote, those words themselves. A result needs its value there. */
function rowReferred(
  references: readonly string[],
  draft: Omit<Draft, 'references'>,
  rows: readonly Row[],
  narrative: Narrative,
): Found | undefined {
  for (const reference of references) {
    const span = narrative.spanOf(reference)
    if (!span || span.end <= span.start) continue
    const row = rows.find((one) => one.start <= span.start && span.end <= one.end)
    if (!row) {
      if (span.end - span.start <= LONGEST_QUOTE && showsValue(draft, narrative.wordsOf(reference) ?? '')) return { span }
      continue
    }
    if (!showsValue(draft, row.words)) continue
    return row.end - row.start <= LONGEST_QUOTE ? { span: row, row } : { span, row }
  }
  return undefined
}

function bestRow(draft: Omit<Draft, 'references'>, rows: readonly Row[], taken: ReadonlyMap<Row, number>): Found | undefined {
  const names = [draft.text, ...draft.codes.flatMap(({ display }) => (display === undefined ? [] : [display]))]
    .map((name) => name.toLowerCase().trim())
    .filter((name) => name.length > 1)
  if (names.length === 0) return undefined
  const dates = draft.begins === undefined ? [] : writtenForms(draft.begins)
  let best: Row | undefined
  let most = 0
  for (const row of rows) {
    if (row.end - row.start > LONGEST_QUOTE) continue
    const name = names.findIndex((one) => row.lower.includes(one))
    if (name < 0 || !showsValue(draft, row.words)) continue
    const score = 10 - Math.min(name, 3) + (dates.some((date) => row.lower.includes(date)) ? 5 : 0) - 4 * (taken.get(row) ?? 0)
    if (score > most) {
      most = score
      best = row
    }
  }
  return best ? { span: { start: best.start, end: best.end }, row: best } : undefined
}

/** Whether the words hold the value of the entry; entries without one are shown by their name alone. */
function showsValue(draft: Omit<Draft, 'references'>, words: string): boolean {
  if (draft.value === undefined) return true
  if ('quantity' in draft.value) {
    const { value } = draft.value.quantity
    return new RegExp(`(?<![\\d.])${String(value).replace('.', '\\.')}(?:\\.?0+)?(?![\\d])`).test(words.replace(/(?<=\d),(?=\d{3})/g, ''))
  }
  const text = wordsOfValue(draft.value)?.toLowerCase() ?? ''
  return words.toLowerCase().includes(text)
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
