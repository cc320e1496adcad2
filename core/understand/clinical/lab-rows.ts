import { findLab } from '../../codes/labs.ts'
import type { Sentence } from '../prose/sentences.ts'
import { type LabReading, readLabValue } from './lab-words.ts'

export type Cell = { text: string; start: number; end: number }
/** Where the head of a table says that results stand, in characters from the left. */
export type ResultColumn = { at: number }
export type RowValue = LabReading & { name: string; label: number }

/**
 * A printed row "name, value, unit, limits" with its cells in any order: each is known by what it looks like. One value counts; of several
 * (an earlier result beside the new one) that under the head "Result", else none is chosen here.
 */
export function rowValue({ text, row }: Sentence, results: ResultColumn | undefined): RowValue | undefined {
  if (!row) return undefined
  const [name, ...cells] = cellsOf(text)
  if (name === undefined || cells.length === 0 || name.text.length > 60 || /\d{1,2}[/.-]\d{1,2}[/.-]\d{2}/.test(text)) return undefined
  const test = findLab(name.text.replace(/[\s:.]+$/, '').replace(/\s*\(?\b[HL]\)?$/, ''))
  if (test === undefined || test.unit === 'result' || (test.cells && /%/.test(name.text))) return undefined
  const limits = cells.find(({ text: cell }) => isLimits(cell))
  const numbers = cells.filter((cell) => cell !== limits && IS_VALUE.test(cell.text))
  const value = numbers.length <= 1 ? (numbers[0] ?? (limits && IS_VALUE.test(limits.text) ? limits : undefined)) : under(numbers, results)
  if (value === undefined) return undefined
  const unit =
    cells.find(({ text: cell }) => isUnit(cell))?.text ?? UNIT_IN_WORDS.exec(limits?.text ?? '')?.[0] ?? UNIT_IN_NAME.exec(name.text)?.[1]
  const plain = value.text.replace(/^[HL*↑↓!]{1,2}\s?(?=[<>]?\s?\d)/, '')
  const written =
    unit === undefined || /[a-z%]/i.test(plain.replace(/\b[HL]\b/g, '')) ? plain : plain.replace(/^([<>]?=?\s?[\d.,]+)/, `$1 ${unit}`)
  const between =
    limits === undefined || limits === value ? '' : `  ${/[<>]?\d[\d.,\s–-]*/.exec(limits.text.replace(/,/g, '.'))?.[0] ?? ''}`
  const read = readLabValue(`${written}${between}`, 0, test, true)
  return read === undefined ? undefined : { ...read, name: test.name, label: name.start, start: value.start, end: value.end }
}

/** The column of results, from a row that heads a table: "TEST   RESULT   FLAG   UNITS". */
export function resultColumn({ text, row }: Sentence): ResultColumn | undefined {
  if (!row || /\d/.test(text)) return undefined
  const cells = cellsOf(text)
  const result = cells.find((cell) => RESULT_HEAD.test(cell.text))
  return result && cells.filter((cell) => COLUMN_HEAD.test(cell.text)).length >= 2 ? { at: result.start } : undefined
}

const RESULT_HEAD =
  /^(?:results?|current(?: results?)?|values?|today|your value|observed value|wert|ergebnis|r[ée]sultats?|uitslag|resultado|risultato|valor)\b/i
const COLUMN_HEAD =
  /^(?:test(?: name)?|component|analyte|investigation|parameter|analyse|examen|prueba|esame|units?|einheit|unit[ée]s?|eenheid|unidad(?:es)?|unit[àa]|flags?|ref\w*|normal\w*|bio\w* ref\w*|biological reference|range|limits?|norm\w*|valeurs|prev\w*|prior|last|vorwert|ant[ée]\w*|results?|current|values?|wert|ergebnis|r[ée]sultats?|uitslag|resultado|risultato)\b/i

const under = (numbers: readonly Cell[], results: ResultColumn | undefined): Cell | undefined =>
  results === undefined ? undefined : [...numbers].sort((a, b) => Math.abs(a.start - results.at) - Math.abs(b.start - results.at))[0]

/** A number, with its flag and perhaps its unit. */
const IS_VALUE =
  /^(?:[HL*↑↓!]{1,2}\s?)?[<>]?=?\s?\d[\d.,]*\s*(?:[HL*↑↓!+-]{1,2}|\((?:H|L|HH|LL|high|low)\)|high|low)?\s*(?:[a-zµμ%*^][a-z0-9µμ^*²³.]*(?:\s?\/\s?[a-z0-9µμ^*²³.,]+){0,2})?\s*(?:[HL*↑↓!]{1,2}|\((?:H|L|HH|LL|high|low)\))?$/i
/** "12.0 - 15.5", "(<1,2)", "[> 60]", "Ref: 4-11 K/uL". */
const isLimits = (cell: string): boolean =>
  /^\W*(?:latest )?(?:ref|normal)|\d\s?(?:-|–|to)\s?\d/i.test(cell) || /^[([]?\s?(?:<|>|up to|bis)\s?=?\s?\d/i.test(cell)
const UNIT_IN_WORDS = /(?<=\d\s?)(?:[a-zµμ%][a-z0-9µμ]{0,8}\s?\/\s?[a-z0-9µμ.²]{1,8}|%)\s*$/i
const UNIT_IN_NAME = /[([]([^)\]]{0,12}\/[^)\]]{1,12}|%)[)\]]/

export const isUnit = (cell: string): boolean =>
  cell === '%' ||
  (/^[a-z%µμ/(]|^(?:[x×*]\s?)?10\s?[*^e(³⁶⁹]/i.test(cell) && /\//.test(cell) && !/\d\s?[-–]\s?\d/.test(cell) && cell.length <= 20)

/** The cells of a row: between two blanks, tabs or bars. */
export function cellsOf(text: string): Cell[] {
  return [...text.matchAll(/[^\s|](?:(?!\s{2,}|\t|\s?\|)[\s\S])*/g)].map((match) => ({
    text: match[0].trim(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
