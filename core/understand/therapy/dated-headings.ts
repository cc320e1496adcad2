import type { PartialDate } from '../../record/partial-date.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import { findPeriods, type Period } from './periods.ts'

/** The dates of a line, and the line itself, to be quoted. */
export type DatedHeading = { period: Period; sentence: Sentence }

/**
 * Dates that stand on a line of their own above what they are about, as oncology summaries print them:
 * "3/6/2025 - 6/19/2025 Chemotherapy" and below it "TCHP x 6". They hold for the lines below until the next such line.
 */
export function headingDates(reading: Reading): Map<Sentence, DatedHeading> {
  const known = FOUND.get(reading)
  if (known) return known
  const dates = new Map<Sentence, DatedHeading>()
  let heading: { period: Period; lines: number; sentence: Sentence } | undefined
  for (const sentence of reading.sentences) {
    const period = headingOf(sentence.text, reading.said)
    if (period) heading = { period, lines: 0, sentence }
    else if (heading) {
      heading.lines++
      const ended = heading.lines > 3 || heading.sentence.section !== sentence.section || STARTS_WITH_DATE.test(sentence.text)
      if (ended) heading = undefined
      else dates.set(sentence, { period: heading.period, sentence: heading.sentence })
    }
  }
  FOUND.set(reading, dates)
  return dates
}

/** Three rules ask for the dates of one reading; they are found once. */
const FOUND = new WeakMap<Reading, Map<Sentence, DatedHeading>>()

function headingOf(text: string, said: PartialDate | undefined): Period | undefined {
  if (text.length > 90 || !STARTS_WITH_DATE.test(text)) return undefined
  const [period, ...more] = findPeriods(text, said)
  if (!period || more.length > 0) return undefined
  if (!KIND.test(text.slice(period.end))) return undefined
  // "4/10/2025 -  Chemotherapy": the end is not written yet
  return !period.range && OPEN.test(text.slice(period.end)) ? { ...period, range: true, open: true } : period
}
const OPEN = /^\s?[-–]\s{2,}/

const STARTS_WITH_DATE =
  /^\W{0,4}(?:\d{1,2}\/(?:\d{1,2}\/)?\d{2,4}|\d{4}-\d{2}(?:-\d{2})?|(?:19|20)\d{2}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? )/i
/** Only the kind of treatment follows the dates. */
const KIND =
  /^[\s:–-]*(?:(?:neo-?adjuvant|adjuvant|metastatic|palliative|systemic|first[- ]line|second[- ]line)\s)?(?:chemo(?:therapy)?|surgery|radiation(?: therapy)?|radiotherapy|endocrine(?: therapy)?|(?:anti-?)?hormon(?:e|al) (?:therapy|treatment)|immunotherapy|targeted therapy|anti-?her2(?: therapy)?|systemic therapy|therapy|treatment(?: plan)?|treated with|procedure|biologic(?: therapy)?)\s*:?\s*(?:\([^)]{0,40}\))?\s*$/i
