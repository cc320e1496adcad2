import { findLab, type LabTest } from '../../codes/labs.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import type { ColumnValue } from './lab-columns.ts'
import { type Cell, cellsOf } from './lab-rows.ts'
import { readLabValue } from './lab-words.ts'

type Column = { test: LabTest | undefined; unit?: string; at: number }

/** Tables with a column for each test and a row for each day: "Date  Hb  WCC  Plt", "12/06/26  112  4.5  201". */
export function labFlowsheets(reading: Reading, sentences: readonly Sentence[]): ColumnValue[] {
  const found: ColumnValue[] = []
  let columns: Column[] = []
  for (const sentence of sentences) {
    const head = columnsOf(sentence)
    if (head) columns = head
    else if (columns.length > 0) {
      const row = valuesUnder(reading, sentence, columns)
      if (row === undefined) columns = []
      else found.push(...row)
    }
  }
  return found
}

/** A row of nothing but names, two or more of them tests of the blood. */
function columnsOf({ text, row }: Sentence): Column[] | undefined {
  if (!row || LONGEST_HEAD < text.length) return undefined
  const columns = cellsOf(text).map(({ text: cell, start }): Column => {
    const test = findLab(cell.replace(/\s*\(.*$/, '')) ?? findLab(cell)
    const unit = UNIT.exec(cell)?.[1]
    return { test: test?.unit === 'result' ? undefined : test, ...(unit === undefined ? {} : { unit }), at: start }
  })
  return columns.filter(({ test }) => test !== undefined).length >= 2 &&
    !/(?<![A-Za-z(][\s-]?|\d)\d+(?:\.\d+)?(?![\w.-])/.test(text.replace(/\bCA ?\d+[-.]\d+/gi, ''))
    ? columns
    : undefined
}
const LONGEST_HEAD = 240
const UNIT = /\(([^)]{0,12}\/[^)]{1,12}|%)\)/

/** The values of a row that begins with a day; undefined where a row is none, and the table is over. */
function valuesUnder(reading: Reading, sentence: Sentence, columns: readonly Column[]): ColumnValue[] | undefined {
  const cells = cellsOf(sentence.text)
  const day = cells.findIndex((cell) => findDates(cell.text, reading.said)[0]?.start === 0)
  const date = cells[day] && findDates(cells[day].text, reading.said)[0]?.date
  if (!sentence.row || day === -1 || day > 1 || date === undefined)
    return /\/|^[\s|-]*$/.test(sentence.text) && !/\d{2}/.test(sentence.text) ? [] : undefined
  const values = cells.slice(day + 1)
  const named = columns.slice(Math.max(0, columns.length - values.length))
  return values.flatMap((cell, index): ColumnValue[] => {
    // as many cells as columns, or else the column that it stands under
    const column =
      columns.length === cells.length
        ? columns[day + 1 + index]
        : values.length === named.length && named[0]?.test
          ? named[index]
          : nearest(columns, cell)
    if (column?.test === undefined || !/^[HL*]?\s?[<>]?\d/.test(cell.text)) return []
    const written = column.unit === undefined ? cell.text : cell.text.replace(/^([<>]?\s?[\d.,]+)/, `$1 ${column.unit}`)
    const read = readLabValue(written.replace(/^[HL*]\s?/, ''), 0, column.test, true)
    if (read === undefined) return []
    const comparator = read.comparator === undefined ? {} : { comparator: read.comparator }
    const value = { test: column.test.name, value: read.value, unit: read.unit, date, ...comparator }
    return [{ sentence, value, start: cells[day]?.start ?? 0, end: cell.end }]
  })
}

const nearest = (columns: readonly Column[], cell: Cell): Column | undefined => {
  const [best] = [...columns].sort((a, b) => Math.abs(a.at - cell.start) - Math.abs(b.at - cell.start))
  return best && Math.abs(best.at - cell.start) <= 6 ? best : undefined
}
