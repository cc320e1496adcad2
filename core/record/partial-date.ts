import { z } from 'zod'

/**
 * A date as far as the records know it: `2024`, `2024-03` or `2024-03-18` (ISO 8601 calendar dates of reduced precision).
 * The precision is the length; nothing is ever filled in.
 */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .brand<'PartialDate'>()
export type PartialDate = z.infer<typeof PartialDate>

/** The date when the text is one, else undefined: `partialDate('2024-02-30')` is undefined. */
export function partialDate(text: string): PartialDate | undefined {
  const parsed = PartialDate.safeParse(text)
  if (!parsed.success) return undefined
  const [year, month, day] = parsed.data.split('-').map(Number)
  if (year === undefined || year < 1850 || year > 2200) return undefined
  if (day !== undefined && month !== undefined && day > daysInMonth(year, month)) return undefined
  return parsed.data
}

/** The date of these numbers, as precise as they are given; undefined when there is no such day. */
export function dateOf(year: number, month?: number, day?: number): PartialDate | undefined {
  const two = (n: number) => String(n).padStart(2, '0')
  return partialDate(
    [String(year).padStart(4, '0'), ...(month === undefined ? [] : [two(month), ...(day === undefined ? [] : [two(day)])])].join('-'),
  )
}

export type DatePrecision = 'year' | 'month' | 'day'
export const precisionOf = (date: PartialDate): DatePrecision => (date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day')

/** First day the date can mean, as days since 1970-01-01. */
export function firstDay(date: PartialDate): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day) / DAY
}

/** Last day the date can mean, as days since 1970-01-01. */
export function lastDay(date: PartialDate): number {
  const [year = 1970, month = 12, day] = date.split('-').map(Number)
  return Date.UTC(year, month - 1, day ?? daysInMonth(year, month)) / DAY
}

/** The shortest and the longest number of days that can lie from `from` to `to` (negative when `to` comes first). */
export function daysBetween(from: PartialDate, to: PartialDate): { least: number; most: number } {
  return { least: firstDay(to) - lastDay(from), most: lastDay(to) - firstDay(from) }
}

/** Orders dates by their first day, the more precise first when that is the same. */
export function compareDates(a: PartialDate, b: PartialDate): number {
  return firstDay(a) - firstDay(b) || b.length - a.length
}

/** `date` moved by whole days; a date less precise than a day is taken at its first day. */
export function addDays(date: PartialDate, days: number): PartialDate {
  return PartialDate.parse(new Date((firstDay(date) + days) * DAY).toISOString().slice(0, 10))
}

/** Whole years from birth to `asOf`: the least and the most they can be. */
export function ageInYears(birth: PartialDate, asOf: PartialDate): { least: number; most: number } {
  return { least: fullYears(lastDay(birth), firstDay(asOf)), most: fullYears(firstDay(birth), lastDay(asOf)) }
}

const DAY = 86_400_000

function fullYears(fromDay: number, toDay: number): number {
  const from = new Date(fromDay * DAY)
  const to = new Date(toDay * DAY)
  const years = to.getUTCFullYear() - from.getUTCFullYear()
  const before = to.getUTCMonth() < from.getUTCMonth() || (to.getUTCMonth() === from.getUTCMonth() && to.getUTCDate() < from.getUTCDate())
  return before ? years - 1 : years
}

const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
