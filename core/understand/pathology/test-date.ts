import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'

/** The day of a test that a statement names: the only date in it, when words for a specimen or a report lead to it. */
export function testDate(words: string, reading: Reading): PartialDate | undefined {
  const dates = findDates(words, reading.said)
  const [only] = dates
  return only && dates.length === 1 && TESTED.test(words.slice(0, only.start)) ? only.date : undefined
}

/** A date behind other words is that of a treatment. */
const TESTED =
  /\b(?:biops\w*|bx|NGS|panel|liquid|tissue|ctDNA|drawn|collected|foundation\w*|guardant\w*|tempus|caris|report\w*|germline|84-gene|testing|tested|test)\b\W{0,24}(?:(?:was |were )?(?:taken|sent|done|performed|dated)\s)?(?:on|of|from|in)?\W{0,3}$/i
