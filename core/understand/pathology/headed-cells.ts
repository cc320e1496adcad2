import { cellsOf } from './cells.ts'

/** A cell of a table below a head: `words` begin at `start`; `row` is what the first cell of its row says. */
export type HeadedCell = { head: string; heads: string; row: string; start: number; words: string }

/**
 * The cells below the heads that `wanted` knows, of tables whose first line names the columns ("Focus | Size (mm) | Grade") and whose rows
 * have as many cells, or one more before them. A line that does not fit ends the table.
 */
export function headedCells(text: string, wanted: RegExp): HeadedCell[] {
  const found: HeadedCell[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const heads = line.length < 300 && wanted.test(line) ? cellsOf(text, at, at + line.length) : []
    const columns = heads.flatMap(({ words }, index) => (isHead(words, wanted) ? [index] : []))
    if (heads.length >= 2 && columns.length > 0 && heads.every(({ words }) => isName(words)))
      for (const row of rowsBelow(text, at + line.length + 1, heads.length))
        for (const index of columns) {
          const cell = row.at(index - heads.length)
          if (cell) found.push({ head: heads[index]?.words.trim() ?? '', heads: line, row: row[0]?.words.trim() ?? '', ...cell })
        }
    at += line.length + 1
  }
  return found
}

const isHead = (words: string, wanted: RegExp) => isName(words) && wanted.test(words)
/** A name of a column: some words, a unit perhaps, no value. */
const isName = (words: string) =>
  words.trim().length <= 36 && !/\d(?!\s*[-–]\s*\d\))|:\s*\S/.test(words.replace(/\bher-?2\b|\bki-?67\b/gi, ''))

function rowsBelow(text: string, from: number, columns: number): { start: number; words: string }[][] {
  const rows: { start: number; words: string }[][] = []
  let at = from
  for (let lines = 0; lines < 10 && at < text.length; lines++) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    const ruled = end > at && /^[\s|+:=-]*$/.test(text.slice(at, end))
    if (!ruled) {
      const cells = cellsOf(text, at, end)
      if (cells.length !== columns && cells.length !== columns + 1) break
      rows.push(cells)
    }
    at = end + 1
  }
  return rows
}
