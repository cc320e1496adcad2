import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'
import type { Course } from './dates-of-treatment.ts'

/** The line that a sentence stands in, where that begins with a date: the date, and the words between it and the sentence. */
export type DatedLine = { date: PartialDate; told: string }

/** "5/2025: PD; switched to capecitabine": what the line tells further on happened on the date at its head. */
export function datedLine({ document, said }: Reading, { page, start }: Sentence): DatedLine | undefined {
  const text = document.pages.find(({ number }) => number === page)?.text ?? ''
  const from = text.lastIndexOf('\n', start - 1) + 1
  if (from === start || start - from > LONGEST) return undefined
  const line = text.slice(from, start)
  const head = HEAD.exec(line)
  const dates = head ? findDates(head[0], said) : []
  const [only] = dates
  return head && only && dates.length === 1 ? { date: only.date, told: line.slice(head[0].length) } : undefined
}
const LONGEST = 300
/** A bullet, a date, and a colon, a dash or a gap. */
const HEAD = /^[\s•*·-]{0,6}[A-Za-z]{0,9}\.?,?\s?[\d/.-]{2,10}(?:\s[A-Za-z]{3,9}\.?\s\d{4})?(?:\s?(?::|–|-)\s|\s{2,})/

/** Puts the date of the line to what began or ended in it without a date of its own. */
export function happenedInLine(course: Course, before: string, after: string, date: PartialDate): void {
  if (course.start !== undefined || course.end !== undefined || course.lastGiven !== undefined) return
  if (BEGAN_BEFORE.test(before) || BEGAN_AFTER.test(after)) course.start = date
  else if (ENDED_BEFORE.test(before) || ENDED_AFTER.test(after)) course.end = date
}
const BEGAN_BEFORE =
  /\b(?:start(?:ed|s)?(?: on| with)?|began|begun|commenced|initiated|added|(?:switch|chang|transition)(?:ed)? (?:over )?to|put on|placed on|moved to|\d(?:st|nd|rd|th)[- ]line|\dL):?\s*(?:[\w-]+\s){0,2}$/i
const BEGAN_AFTER = /^[^.;]{0,30}\b(?:start(?:ed)?|commenced|initiated|begun|added)\b(?! if)/i
const ENDED_BEFORE = /\b(?:stop(?:ped)?|discontinued|d\/c'?d|completed|finished|ceased|off)\s(?:all |the |[\w-]+ (?:of )?){0,3}$/i
const ENDED_AFTER = /^[^.;,]{0,20}\b(?:stop(?:ped)?|discontinued|completed|finished|ceased)\b/i
