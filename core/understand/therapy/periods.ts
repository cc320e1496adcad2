import { matchesOf } from '../../codes/matches-of.ts'
import { dateOf, firstDay, type PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'

/** A date or a span of time written at `text.slice(start, end)`. `open`: "to present", "ongoing". */
export type Period = { start: number; end: number; from?: PartialDate; to?: PartialDate; range: boolean; open: boolean }

/**
 * The dates of a text, those joined by "to", "through" or a dash put together as spans; first parts without a year
 * ("3/18-8/13/2024", "March - June 2019", "5/16 to 6/27/17") take the year of the second, or the one before where the months turn.
 * In a `history` of past treatment "5/14 - 6/16" are months and years. In a table `row`, two dates in neighbouring columns are a span too.
 */
export function findPeriods(text: string, reference: PartialDate | undefined, row = false, history = false): Period[] {
  const dates = findDates(text, reference)
  const periods: Period[] = history ? monthsAndYears(text, reference) : []
  const known = [...periods]
  for (let i = 0; i < dates.length; i++) {
    const first = dates[i]
    if (!first) continue
    if (isHalfOfUnclear(text, first) || known.some((one) => first.start < one.end && first.end > one.start)) continue
    const half = yearlessBefore(text, first.start, first.date)
    if (half && (periods.at(-1)?.end ?? 0) <= half.start) {
      periods.push({ start: half.start, end: first.end, from: half.date, to: first.date, range: true, open: false })
      continue
    }
    const second = dates[i + 1]
    const gap = second ? text.slice(first.end, second.start) : ''
    if (
      second &&
      (JOINED.test(gap) ||
        (/^\s{0,2}and\s{0,2}(?:last (?:dose|cycle) )?$/.test(gap) && /\bbetween\s+$/i.test(text.slice(0, first.start))) ||
        (row && /^[\s|]{1,30}$/.test(gap) && second.date >= first.date))
    ) {
      periods.push({ start: first.start, end: second.end, from: first.date, to: second.date, range: true, open: false })
      i++
      continue
    }
    const rest = text.slice(first.end, first.end + 30)
    const open =
      OPEN_END.exec(rest) ??
      (row ? OPEN_CELL.exec(rest) : null) ??
      (first.date.length < 10 && first.end + rest.length === text.length ? OPEN_DASH.exec(rest) : null)
    if (open) {
      periods.push({ start: first.start, end: first.end + open[0].length, from: first.date, range: true, open: true })
      continue
    }
    periods.push({ start: first.start, end: first.end, from: first.date, range: false, open: false })
  }
  for (const match of matchesOf(text, YEARS)) {
    const start = match.index
    const end = start + match[0].length
    if (periods.some((one) => start < one.end && end > one.start && one.range)) continue
    const from = dateOf(Number(match[1]))
    const to =
      match[2] === undefined ? undefined : dateOf(Number(match[2].length === 2 ? `${(match[1] ?? '').slice(0, 2)}${match[2]}` : match[2]))
    if (from === undefined || (to !== undefined && to < from)) continue
    for (let i = periods.length - 1; i >= 0; i--)
      if ((periods[i]?.start ?? end) < end && (periods[i]?.end ?? start) > start) periods.splice(i, 1)
    periods.push({ start, end, from, ...(to ? { to } : {}), range: true, open: to === undefined })
  }
  return periods.sort((a, b) => a.start - b.start)
}

/** "5/14-6/16", "6/16 - 2/20": months of years that had come when the note was written, the later one behind. */
function monthsAndYears(text: string, reference: PartialDate | undefined): Period[] {
  if (reference === undefined) return []
  const now = Number(reference.slice(0, 4))
  return matchesOf(text, MONTHS_OF_YEARS).flatMap((match): Period[] => {
    const [from, to] = [dateOf(2000 + Number(match[2]), Number(match[1])), dateOf(2000 + Number(match[4]), Number(match[3]))]
    if (from === undefined || to === undefined || to <= from || 2000 + Number(match[4]) > now) return []
    return [{ start: match.index, end: match.index + match[0].length, from, to, range: true, open: false }]
  })
}
const MONTHS_OF_YEARS = /(?<![\d/.])(1[0-2]|0?[1-9])\/(\d\d)\s?(?:-|–|to|through|until)\s?(1[0-2]|0?[1-9])\/(\d\d)(?![\d/])/g

/** Spans of years: "2011-2016", "2011-16", "2019-present". */
const YEARS = /(?<![\d/.-])((?:19|20)\d\d)\s?(?:-|–|to|through)\s?(?:((?:19|20)\d\d|\d\d)(?![\d/-])|present\b|now\b|ongoing\b)/gi

/** "12/15 to 8/16" are days of this year or months of other years: nobody can say. */
function isHalfOfUnclear(text: string, date: { start: number; end: number }): boolean {
  if (!/^\d{1,2}\/\d{1,2}$/.test(text.slice(date.start, date.end))) return false
  const after = text.slice(date.end, date.end + 16)
  const before = text.slice(Math.max(0, date.start - 16), date.start)
  return (
    /^\s?(?:-|–|to|through|thru|until)\s?\d{1,2}\/\d{1,2}(?![\d/])/i.test(after) ||
    /(?<![\d/])\d{1,2}\/\d{1,2}\s?(?:-|–|to|through|thru|until)\s?$/i.test(before)
  )
}

const JOINED =
  /^\s{0,3}(?:\(?C\d+(?:D\d+)?\)?\s?)?(?:-|–|—|to|thru|through|until|till|up to|→|->|and ended|- ?last (?:dose|cycle|treatment|given|taken)|to last (?:dose|cycle)|-- ?)\s{0,3}(?:last (?:dose|cycle|treatment)(?: on)?:?\s{0,2}|the\s)?$/i
const OPEN_END = /^\s{0,3}(?:-|–|—|to|through|until|→|->)\s{0,3}(?:present|current(?:ly)?|now|ongoing|today|date)\b/i

/** In a table the column of the end says that there is none. */
const OPEN_CELL = /^[\s|]{1,20}(?:present|ongoing|on-going|current(?:ly)?|continuing|to date)\b/i
/** "Feb 24 -": an entry that ends with a dash. */
const OPEN_DASH = /^\s{0,3}(?:-|–|—|→|->)\s*$/

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** "between January and May 2023" */
const BETWEEN =
  /\bbetween\s+(?:(\d{1,2})\s+)?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+and\s+$/i
/** "14-18 October 2024": days of one month. */
const DAYS = /(?<![\d/.])(\d{1,2})(?:st|nd|rd|th)?\s{0,2}(?:-|–|to)\s{0,2}$/i
const DAY_MONTH = /(?<![\d/.])(\d{1,2})\/(\d{1,2})\s{0,2}(?:-|–|to|through|thru)\s{0,2}$/i
/** "05.03. - 14.05.2025", once its dates are turned to have the month first */
const DAY_DOT_MONTH = /(?<![\d/.])(\d{1,2})\.(\d{1,2})\.\s{0,2}(?:-|–|—|to|until|through)\s{0,2}$/i
/** "03-08/2025" */
const MONTHS_BEFORE = /(?<![\d/.-])(\d{1,2})\s?(?:-|–)\s?$/
const WORD_MONTH =
  /\b(?:(\d{1,2})\s+)?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?:\s(\d{1,2}))?\s{0,2}(?:-|–|to|through|thru|until)\s{0,2}$/i

function daysOfOneMonth(text: string, at: number, before: string, whole: PartialDate): { start: number; date: PartialDate } | undefined {
  const match = DAYS.exec(before)
  if (!match || whole.length < 10 || !/^\d{1,2}(?:st|nd|rd|th)?[ -][A-Za-z]/.test(text.slice(at, at + 8))) return undefined
  const [year, month, day] = whole.split('-').map(Number)
  const date = Number(match[1]) < (day ?? 0) ? dateOf(year ?? 0, month ?? 0, Number(match[1])) : undefined
  return date === undefined ? undefined : { start: Math.max(0, at - 32) + match.index, date }
}

/** A first half without a year that leads up to the date at `at`. */
function yearlessBefore(text: string, at: number, whole: PartialDate): { start: number; date: PartialDate } | undefined {
  const before = text.slice(Math.max(0, at - 32), at)
  const continental = DAY_DOT_MONTH.exec(before)
  if (continental) {
    const [month, day] = [Number(continental[1]), Number(continental[2])]
    const date = dateOf(Number(whole.slice(0, 4)) - (whole.length > 4 && month > Number(whole.slice(5, 7)) ? 1 : 0), month, day)
    return date === undefined ? undefined : { start: Math.max(0, at - 32) + continental.index, date }
  }
  const months = MONTHS_BEFORE.exec(before)
  if (months && whole.length === 7) {
    const month = Number(months[1])
    const year = Number(whole.slice(0, 4)) - (month > Number(whole.slice(5, 7)) ? 1 : 0)
    const date = month >= 1 && month <= 12 ? dateOf(year, month) : undefined
    return date === undefined ? undefined : { start: Math.max(0, at - 32) + months.index, date }
  }
  const numbers = DAY_MONTH.exec(before)
  const word = numbers ? undefined : (WORD_MONTH.exec(before) ?? BETWEEN.exec(before))
  const match = numbers ?? word
  if (!match) return daysOfOneMonth(text, at, before, whole)
  const month = numbers ? Number(numbers[1]) : MONTHS.indexOf((word?.[2] ?? '').slice(0, 3).toLowerCase()) + 1
  const day = numbers ? Number(numbers[2]) : Number(word?.[1] ?? word?.[3] ?? Number.NaN)
  const year = Number(whole.slice(0, 4)) - (whole.length > 4 && month > Number(whole.slice(5, 7)) ? 1 : 0)
  const date = Number.isNaN(day) ? dateOf(year, month) : dateOf(year, month, day)
  return date === undefined ? undefined : { start: Math.max(0, at - 32) + match.index, date }
}

/** "7/4-7/22" of a treatment of a few weeks: days before the note was written, up to ten weeks apart. */
export function daysOfWeeks(text: string, reference: PartialDate | undefined): Period | undefined {
  const match = YEARLESS_SPAN.exec(text)
  if (match === null || reference === undefined || reference.length < 10) return undefined
  const year = Number(reference.slice(0, 4))
  for (const that of [year, year - 1]) {
    const to = dateOf(that, Number(match[3]), Number(match[4]))
    const from = dateOf(Number(match[1]) > Number(match[3]) ? that - 1 : that, Number(match[1]), Number(match[2]))
    if (from === undefined || to === undefined || to > reference) continue
    const days = firstDay(to) - firstDay(from)
    if (days > 0 && days <= 70) return { start: match.index, end: match.index + match[0].length, from, to, range: true, open: false }
  }
  return undefined
}
const YEARLESS_SPAN = /(?<![\d/.])(1[0-2]|0?[1-9])\/(\d{1,2})\s?(?:-|–|to|through|until)\s?(1[0-2]|0?[1-9])\/(\d{1,2})(?![\d/])/
