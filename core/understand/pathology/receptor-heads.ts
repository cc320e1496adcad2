import { cellsOf } from './cells.ts'
import { type ReceptorResult, receptorResults } from './receptor-groups.ts'
import { receptorLabels } from './receptor-labels.ts'
import { MASK } from './receptor-text.ts'

/**
 * Reads tables whose head names the receptors ("ER | PR | HER2") with their values below, row by row, and the text with those
 * tables blanked. A row whose cells do not fit the head ends the table.
 */
export function receptorHeads(text: string): { text: string; results: ReceptorResult[] } {
  const results: ReceptorResult[] = []
  let rest = text
  let at = 0
  for (const line of text.split('\n')) {
    const head = line.length < 300 && /\bER\b|estrogen/i.test(line) ? headAt(text, at, at + line.length) : undefined
    if (head) {
      const rows = rowsBelow(text, at + line.length + 1, head.length)
      if (rows.length > 0) {
        for (const [index, label] of head.entries()) results.push(...columnResults(label, index, rows))
        const end = rows.at(-1)?.end ?? at
        rest = rest.slice(0, at) + MASK.repeat(end - at) + rest.slice(end)
      }
    }
    at += line.length + 1
  }
  return { text: rest, results }
}

type Cell = { start: number; words: string }
type Row = { heading: string; cells: Cell[]; end: number }

/** The cells of a line that names receptors and nothing else, but for a heading of the column of row names. */
function headAt(text: string, from: number, to: number): Cell[] | undefined {
  const cells = cellsOf(text, from, to)
  const named = isReceptor(cells[0]) ? cells : cells.slice(1)
  return named.length >= 2 && named.every(isReceptor) ? named : undefined
}

function isReceptor(cell: Cell | undefined): boolean {
  if (!cell) return false
  // a marker by itself is read like one with a result
  const [label, other] = receptorLabels(`${cell.words.trim()}: positive 10%`)
  return label !== undefined && other === undefined && label.start === 0 && cell.words.trim().length - label.end <= 12
}

function rowsBelow(text: string, from: number, columns: number): Row[] {
  const rows: Row[] = []
  let at = from
  while (rows.length < 6 && at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    const cells = cellsOf(text, at, end)
    const ruled = /^[\s|+:-]*$/.test(text.slice(at, end)) && end > at
    if (!ruled) {
      const named = cells.length === columns + 1
      if (!named && cells.length !== columns) break
      const values = named ? cells.slice(1) : cells
      if (values.some(({ words }) => words.trim().length > 40)) break
      rows.push({ heading: named ? (cells[0]?.words ?? '') : '', cells: values, end })
    }
    at = end + 1
  }
  return rows
}

/** All values below one receptor, put together as one would say them. */
function columnResults(label: Cell, index: number, rows: readonly Row[]): ReceptorResult[] {
  const said: string[] = []
  let end = label.start
  for (const { heading, cells } of rows) {
    const cell = cells[index]
    const value = cell?.words.trim() ?? ''
    if (!cell || /^(?:[-–—]+|n\/?a)?$/i.test(value)) continue
    const share = /%|percent/i.test(heading) && /^\d{1,3}$/.test(value) ? '%' : ''
    said.push(`${/allred|quick|score|ihc/i.test(heading) ? `${heading.trim()} ` : ''}${value}${share}`)
    end = cell.start + cell.words.length
  }
  return receptorResults(`${label.words.trim()}: ${said.join(' ')}`).map(
    (result) => ({ ...result, start: label.start, end, label: label.start }) as ReceptorResult,
  )
}
