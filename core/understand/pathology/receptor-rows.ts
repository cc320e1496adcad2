import { matchesOf } from '../../codes/matches-of.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import { type ReceptorResult, receptorResults } from './receptor-groups.ts'
import { specimenBefore, type ToldSpecimen } from './specimens-told.ts'

export type ReceptorRow = { start: number; end: number; told: ToldSpecimen | undefined; results: ReceptorResult[] }

/** Tables of a note with a column for each receptor and a row for each tissue: "Date | Specimen | ER | PR | HER2". */
export function receptorRows(text: string, reference: PartialDate | undefined): ReceptorRow[] {
  if (!HEAD.test(text)) return []
  const rows: ReceptorRow[] = []
  let columns: Column[] = []
  for (const line of matchesOf(text, LINE)) {
    const cells = cellsOf(line[0], line.index)
    const head = cells.flatMap((cell, index) => {
      const name = /^(ER|PR|PgR|HER-?2(?:\/neu)?(?: IHC)?|Ki-?67)\b(?: ?\(?%\)?)?$/i.exec(cell.text)?.[1]
      return name === undefined ? [] : [{ name, index, at: cell.start - line.index }]
    })
    if (head.length >= 2 && head.length + 3 >= cells.length) {
      columns = head
      continue
    }
    if (columns.length === 0) continue
    const results = columns.flatMap((column) => resultIn(column, cells, columns, line.index))
    if (results.length < 2 || findDates(line[0], reference).length === 0) {
      if (/\w/.test(line[0]) && !/^[\s|+-]*$/.test(line[0])) columns = []
      continue
    }
    const end = line.index + line[0].length
    const told = specimenBefore(`${line[0]} ER`, 0, Math.min(...results.map(({ start }) => start)) - line.index, reference)
    rows.push({ start: line.index, end, told, results })
  }
  return rows
}

type Column = { name: string; index: number; at: number }
type Cell = { text: string; start: number }

const HEAD = /(?:\bER\b[^\n]{0,24}\bP[Rg]R?\b[^\n]{0,24}\bHER)/
const LINE = /[^\n]+/g

/** The cell of a column: that of its number where all rows have as many, else the one below its head. */
function resultIn(column: Column, cells: readonly Cell[], columns: readonly Column[], lineStart: number): ReceptorResult[] {
  const last = columns.at(-1)
  const cell =
    last && cells.length === last.index + 1
      ? cells[column.index]
      : [...cells].sort((a, b) => Math.abs(a.start - lineStart - column.at) - Math.abs(b.start - lineStart - column.at))[0]
  if (cell === undefined || !/^[<>]?\d|^(?:pos|neg|low|equivocal|[+-])/i.test(cell.text)) return []
  const name = `${column.name} `
  const read = receptorResults(`${name}${cell.text}`)[0]
  return read ? [{ ...read, start: cell.start, end: cell.start + cell.text.length, label: cell.start }] : []
}

function cellsOf(line: string, at: number): Cell[] {
  return matchesOf(line, CELL).map((match) => ({ text: match[0].trim(), start: at + match.index }))
}
const CELL = /[^\s|](?:(?! {2}|\t| ?\|)[^\n])*/g
