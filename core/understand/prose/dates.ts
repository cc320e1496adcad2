import { matchesOf } from '../../codes/matches-of.ts'
import { compareDates, dateOf, firstDay, type PartialDate, partialDate } from '../../record/partial-date.ts'

/** A date written in text: `text.slice(start, end)`, as precise as it is written. */
export type DateMention = { start: number; end: number; date: PartialDate }

/**
 * All dates in a piece of text, in reading order, never overlapping. American order (month first) unless the numbers forbid it.
 * A day without a year ("labs 9/14") takes the latest such day not after `reference`, and is left out without one.
 */
export function findDates(text: string, reference?: PartialDate): DateMention[] {
  if (!/\d/.test(text)) return []
  const found: DateMention[] = []
  const named = MONTH_NAME.test(text)
  for (const { pattern, read, ofName } of FORMS) {
    if (ofName && !named) continue
    for (const match of matchesOf(text, pattern)) {
      const start = match.index + (match[0].length - match[0].trimStart().length)
      const end = match.index + match[0].length
      if (found.some((other) => start < other.end && end > other.start)) continue
      const date = read(match, reference)
      if (date !== undefined) found.push({ start, end, date })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The date mention closest to an offset, those before it preferred at equal distance. */
export function nearestDate(dates: readonly DateMention[], at: number, within = Number.POSITIVE_INFINITY): DateMention | undefined {
  let best: DateMention | undefined
  let gap = within
  for (const date of dates) {
    const distance = date.end <= at ? at - date.end : Math.max(0, date.start - at)
    if (distance < gap) {
      gap = distance
      best = date
    }
  }
  return best
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const MONTH_NAME = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i
const monthOf = (word: string | undefined) => MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1

const yearOf = (text: string | undefined): number => {
  const year = Number(text)
  if ((text ?? '').length === 2) return year > 50 ? 1900 + year : 2000 + year
  return year
}

/** Month/day/year in American order, turned round when the first number cannot be a month. */
function fromNumbers(first: number, second: number, year: number): PartialDate | undefined {
  return first > 12 && second <= 12 ? dateOf(year, second, first) : dateOf(year, first, second)
}

function withoutYear(month: number, day: number, reference: PartialDate | undefined): PartialDate | undefined {
  if (reference === undefined || reference.length < 10) return undefined
  const year = Number(reference.slice(0, 4))
  const same = dateOf(year, month, day)
  if (same === undefined) return undefined
  return compareDates(same, reference) <= 0 ? same : dateOf(year - 1, month, day)
}

/** Of a day without a year that would lie long ago, nobody can say that it is not the next one to come. */
const lately = (date: PartialDate | undefined, reference: PartialDate | undefined) =>
  date !== undefined && reference !== undefined && firstDay(reference) - firstDay(date) <= 245 ? date : undefined

/** `ofName`: only a text that names a month can hold one. */
type Form = { pattern: RegExp; ofName?: true; read: (match: RegExpMatchArray, reference?: PartialDate) => PartialDate | undefined }

/** Most specific first: a form never reads inside what an earlier one has read. */
const FORMS: readonly Form[] = [
  { pattern: /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?!\d)/g, read: (m) => partialDate(`${m[1]}-${m[2]}-${m[3]}`) },
  { pattern: /(?<![\d/])((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})(?![\d/])/g, read: (m) => dateOf(Number(m[1]), Number(m[2]), Number(m[3])) },
  {
    pattern: /(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/])/g,
    read: (m) => fromNumbers(Number(m[1]), Number(m[3]), yearOf(m[4])),
  },
  { pattern: /(?<![\d-])(\d{1,2})-(\d{1,2})-(\d{4})(?![\d-])/g, read: (m) => fromNumbers(Number(m[1]), Number(m[2]), Number(m[3])) },
  {
    pattern: new RegExp(`(?<![\\w]|\\d\\/)(\\d{1,2})(?:st|nd|rd|th)?(?:[ -]|\\sof\\s)${MONTH}[ ,-]{1,2}(\\d{4}|\\d{2})(?!\\d)`, 'gi'),
    ofName: true,
    read: (m) => dateOf(yearOf(m[3]), monthOf(m[2]), Number(m[1])),
  },
  {
    pattern: new RegExp(`(?<![\\w])${MONTH}[ -](\\d{1,2})(?:st|nd|rd|th)?(?:,? |-|,)(\\d{4})(?!\\d)`, 'gi'),
    ofName: true,
    read: (m) => dateOf(Number(m[3]), monthOf(m[1]), Number(m[2])),
  },
  {
    pattern: new RegExp(`(?<![\\w])${MONTH}(?:,? (?:of )?|-|/)(\\d{4})(?!\\d)`, 'gi'),
    ofName: true,
    read: (m) => dateOf(Number(m[2]), monthOf(m[1])),
  },
  { pattern: new RegExp(`(?<![\\w])${MONTH} ?'(\\d{2})(?!\\d)`, 'gi'), ofName: true, read: (m) => dateOf(yearOf(m[2]), monthOf(m[1])) },
  { pattern: /(?<![\d/.])(0?[1-9]|1[0-2])[/](\d{4})(?![\d/])/g, read: (m) => dateOf(Number(m[2]), Number(m[1])) },
  { pattern: /(?<![\d-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/g, read: (m) => dateOf(Number(m[1]), Number(m[2])) },
  {
    pattern: /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g,
    read: (m) => dateOf(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: new RegExp(`(?<![\\w])${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?![\\d,]|\\w)`, 'gi'),
    ofName: true,
    read: (m, reference) => withoutYear(monthOf(m[1]), Number(m[2]), reference),
  },
  {
    // "the CT of 10 October": only with a capital, for "2 may" begins many sentences
    pattern:
      /(?<![\w/.,-])(\d{1,2})(?:st|nd|rd|th)? (Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![\w'’]|[.,]? ?\d| ?[-/]\d)/g,
    ofName: true,
    read: (m, reference) => lately(withoutYear(monthOf(m[2]), Number(m[1]), reference), reference),
  },
  {
    pattern:
      /(?<=\b(?:on|from|labs?|ct|mri|pet|scan|since|until|dated|of|started?|stopped|due|through|drawn|sent|seen|visit|last|bso|(?:rt|gy|x ?1) done|sked|sched)\s)(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?![\d/%]|\s*(?:nodes|ln|lymph|positive))/gi,
    read: (m, reference) => withoutYear(Number(m[1]), Number(m[2]), reference),
  },
  {
    pattern:
      /(?<=(?:\b(?:in|since|from|until|till|to|year|circa|about|around|of|by|early|mid|late|before|after|during)\s|[(,;:]\s?|-\s?|–\s?|\/\s?|^\s*))((?:19|20)\d{2})(?![\d/%.-]?\d|\s*(?:mg|ml|mcg|cgy|u(?:nits?)?\b|iu|ng|cells|mm))/gi,
    read: (m) => dateOf(Number(m[1])),
  },
  {
    pattern:
      /(?<![\d$#/.:-])\b((?:19[5-9]|20[0-4])\d)(?![\d/%]|[.-]\d|\s*(?:mg|ml|mcg|cgy|u(?:nits?)?\b|iu|ng|cells|mm|hours|hrs|am|pm|h\b))/g,
    read: (m) => dateOf(Number(m[1])),
  },
]
