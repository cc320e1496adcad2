import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { findPeriods } from './periods.ts'

/** One course of a table of radiation: dose in Gy in total, with its fractions and days where the table has them. */
export type TabledRadiation = { sentence: Sentence; site: string; gray: number; fractions?: number; start?: PartialDate; end?: PartialDate }

/**
 * Tables of radiation whose units stand in the head: "Site | Dose (Gy) | # | Start | Finish". A row counts when its cell under the dose is a
 * number and its cell under the site has words.
 */
export function radiationTables(reading: Reading): TabledRadiation[] {
  const found: TabledRadiation[] = []
  let head: Column[] | undefined
  for (const sentence of reading.sentences) {
    if (!sentence.row) {
      if (/\w/.test(sentence.text.replace(/[-+=|_]/g, ''))) head = undefined
      continue
    }
    const columns = columnsOf(sentence.text)
    if (columns) head = columns
    else if (head) {
      const row = rowOf(sentence, head, reading)
      if (row) found.push(row)
    }
  }
  return found
}

type Kind = 'site' | 'dose' | 'fractions' | 'start' | 'end' | 'other'
type Cell = { text: string; start: number; end: number }
type Column = Cell & { kind: Kind }

function columnsOf(text: string): Column[] | undefined {
  if (!/\bdose\b|c?Gy\b/i.test(text) || !/\b(?:site|region|volume|area|target|field|location)s?\b/i.test(text)) return undefined
  const cells = cellsOf(text).map((cell) => ({
    ...cell,
    kind: KINDS.find(([, pattern]) => pattern.test(cell.text))?.[0] ?? ('other' as const),
  }))
  const columns = cells.some(({ kind }) => kind === 'dose' || kind === 'fractions')
    ? cells
    : cells.map((cell) => (DOSE_AND_FRACTIONS.test(cell.text) ? { ...cell, kind: 'dose' as const } : cell))
  const kinds = columns.map(({ kind }) => kind)
  return kinds.includes('site') && kinds.includes('dose') && columns.length >= 3 && !/\d{2}/.test(text) ? columns : undefined
}

/** The only column of doses: "DOSE/FX" over "27 Gy/3" is the total and the number of fractions. */
const DOSE_AND_FRACTIONS = /^(?:total )?dose\s?(?:\(c?Gy\))?\s?\/\s?(?:fx|fxs|fr|#|fractions?)$/i

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['other', /\bdates\b|\b(?:per|each|daily)\b|\/\s?(?:fx|#|fraction)|technique|energy|modality|machine|elapsed|days\b/i],
  ['fractions', /^(?:#|n(?:o\.?|umber)? of f\w+|fr\.?|fx\.?|fxs|fractions?|#\s?f\w+|no\.? ?(?:fx|fr|#)|treatments?)(?:\s?\(#\))?$/i],
  ['dose', /\bdose\b|\bc?Gy\b/i],
  ['site', /\b(?:site|region|volume|area|target|field|location)s?\b/i],
  ['start', /\b(?:start\w*|from|first|begin|began|commenc\w+)\b/i],
  ['end', /\b(?:finish\w*|to|end\w*|last|complet\w+|until)\b/i],
]

function rowOf(sentence: Sentence, head: readonly Column[], reading: Reading): TabledRadiation | undefined {
  const cells = cellsOf(sentence.text)
  const at = (kind: Kind): string | undefined => {
    const column = head.find((one) => one.kind === kind)
    if (column === undefined) return undefined
    if (cells.length === head.length) return cells[head.indexOf(column)]?.text
    return cells.find((cell) => cell.start < column.end + 2 && cell.end > column.start - 2)?.text
  }
  const [site = '', dose = '', fractions = ''] = [at('site'), at('dose'), at('fractions')]
  const [, amount, unit, number] = /^(\d{1,4}(?:[.,]\d{1,2})?)\s*(c?Gy)?(?:\s?\/\s?(\d{1,2}))?$/i.exec(dose) ?? []
  if (amount === undefined || !/[A-Za-z]{2}/.test(site)) return undefined
  const written = Number(amount.replace(',', '.'))
  const inHundredths = /^c/i.test(unit ?? '') || /\bcGy\b/i.test(head.find(({ kind }) => kind === 'dose')?.text ?? '') || written > 120
  const gray = inHundredths ? written / 100 : written
  const count = Number(number ?? /^\d{1,2}/.exec(fractions)?.[0])
  if (!(gray >= 1 && gray <= 120)) return undefined
  const day = (text: string | undefined) => findDates(text ?? '', reading.said)[0]?.date
  const span = findPeriods(sentence.text, reading.said, true).find(({ range }) => range)
  const [start, end] = [day(at('start')) ?? span?.from, day(at('end')) ?? span?.to]
  return {
    sentence,
    site,
    gray,
    ...(count >= 1 && count <= 60 ? { fractions: count } : {}),
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
  }
}

/** Cells between bars, or between two blanks and more. */
function cellsOf(text: string): Cell[] {
  const pattern = text.includes('|') ? /[^|]+/g : /\S+(?: \S+)*/g
  return [...text.matchAll(pattern)].flatMap((match) => {
    const trimmed = match[0].trim()
    const start = match.index + (match[0].length - match[0].trimStart().length)
    return trimmed === '' ? [] : [{ text: trimmed, start, end: start + trimmed.length }]
  })
}
