import { findLab } from '../../codes/labs.ts'
import type { FactValue } from '../../record/fact.ts'
import { type DateMention, findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { cellsOf, isUnit } from './lab-rows.ts'
import { readLabValue } from './lab-words.ts'

export type ColumnValue = { sentence: Sentence; value: FactValue<'lab'>; start: number; end: number }

/**
 * Printed tables with a column for each date: a row of two or more dates and hardly anything else, then rows of a name and values.
 * A value belongs to the date over it; where there are as many values as dates, to the date of the same number.
 */
export function labColumns(reading: Reading, sentences: readonly Sentence[]): ColumnValue[] {
  const found: ColumnValue[] = []
  let dates: DateMention[] = []
  let silent = 0
  for (const sentence of sentences) {
    const here = headOf(sentence, reading)
    if (here) {
      dates = here
      silent = 0
      continue
    }
    if (dates.length === 0) continue
    const row = rowOf(sentence, dates)
    if (row.length === 0 && ++silent > 6) dates = []
    if (row.length > 0) silent = 0
    found.push(...row)
  }
  return found
}

function headOf(sentence: Sentence, reading: Reading): DateMention[] | undefined {
  if (!sentence.row || (sentence.text.match(/\d/g)?.length ?? 0) < 4) return undefined
  const dates = findDates(sentence.text, reading.said)
  const rest = dates.reduceRight((text, date) => text.slice(0, date.start) + text.slice(date.end), sentence.text)
  const words = rest.match(/[A-Za-z0-9]+/g) ?? []
  return dates.length >= 2 && words.length <= 6 && words.every((word) => NOT_VALUE.test(word)) ? dates : undefined
}
const NOT_VALUE = /^[A-Za-z]+$/

function rowOf(sentence: Sentence, dates: readonly DateMention[]): ColumnValue[] {
  const cells = cellsOf(sentence.text)
  const [name, ...values] = cells
  if (name === undefined || values.length === 0) return []
  const test = findLab(name.text.replace(/\s*\(?[HL]\)?$/, ''))
  if (test === undefined || test.unit === 'result') return []
  const units = values.find((cell) => isUnit(cell.text))?.text ?? /\(([^)]*\/[^)]*|%)\)/.exec(name.text)?.[1]
  // units and reference limits stand in columns after the values
  const printed = values.findIndex((cell) => isUnit(cell.text))
  const all = values
    .slice(0, printed <= 0 ? values.length : printed)
    .filter((cell) => /^[<>]?\s?\d[\d.,]*\s*%?\s*(?:[HL*]{1,2}|\([HL]\))?$/.test(cell.text) || /^(?:-|--|n\/?a|not done)$/i.test(cell.text))
  // a limit behind the values: "8  9  <5  <20  umol/L"
  const numbers = all.length > dates.length && /^[<>]/.test(all.at(-1)?.text ?? '') ? all.slice(0, dates.length) : all
  return numbers.flatMap((cell, index): ColumnValue[] => {
    const date = numbers.length === dates.length ? dates[index] : closest(dates, cell.start)
    if (date === undefined || !/\d/.test(cell.text)) return []
    const written = units === undefined || /%/.test(cell.text) ? cell.text : cell.text.replace(/^([<>]?\s?[\d.,]+)/, `$1 ${units}`)
    const read = readLabValue(written, 0, test, true)
    if (read === undefined) return []
    const value: FactValue<'lab'> = {
      test: test.name,
      value: read.value,
      unit: read.unit,
      date: date.date,
      ...(read.comparator === undefined ? {} : { comparator: read.comparator }),
    }
    return [{ sentence, value, start: name.start, end: cell.end }]
  })
}

const closest = (dates: readonly DateMention[], at: number) => [...dates].sort((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]
