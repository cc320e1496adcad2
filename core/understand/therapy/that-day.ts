import type { PartialDate } from '../../record/partial-date.ts'
import type { Reading } from '../prose/reading.ts'
import type { Course } from './dates-of-treatment.ts'
import type { Mention } from './mentions.ts'
import { reasonOfDay } from './outcome-words.ts'

/** What an entry of running notes tells without a date: it began, was given for the first time, or ended on the day of the entry. */
export function happenedThatDay(course: Course, before: string, after: string, day: PartialDate): void {
  if (course.start !== undefined || course.end !== undefined || course.lastGiven !== undefined) return
  if (ENDED_THAT_DAY.test(`${before.slice(-40)}~${after.slice(0, 40)}`)) course.end = day
  else if (BEGAN_THAT_DAY.test(before) || BEGAN_AFTER.test(after)) course.start = day
}
const ENDED_THAT_DAY =
  /\b(?:stop(?:ped)?|discontinued|d\/c'?d|completed|finished)\s(?:all |the |[\w-]+ (?:of )?){0,3}~|~[^.;,]{0,12}\b(?:stop(?:ped)?|discontinued|completed|finished)\b/i
const BEGAN_THAT_DAY =
  /\b(?:start(?:ed|s)?(?: on| with)?|began|begun|commenced|initiated|C1(?: ?D1)?(?: of)?|cycle 1(?: of)?|\d(?:st|nd|rd|th)[- ]line|\dL)\s*:?\s*(?:[\w-]+\s){0,2}$/i
const BEGAN_AFTER = /^[^.;]{0,30}\b(?:start(?:ed)?|commenced|initiated|begun|added|C1(?: ?D1)?)\b(?! if)/i

/** In running notes, and where treatment is stopped on the day of the visit, the reason stands in the sentences before. */
export function withReasonOfDay(one: Mention, reading: Reading): Mention {
  if (
    one.end === undefined ||
    !(reading.ofDay || one.end === reading.said || BLAMED.test(wordsBefore(reading, one))) ||
    one.stopped !== undefined ||
    !/\bstop|discontinu|d\/c|last\b/i.test(`${one.before} ${one.after}`)
  )
    return one
  if (!reading.ofDay && one.end !== reading.said) return { ...one, stopped: 'toxicity' }
  const at = reading.sentences.indexOf(one.sentence)
  const stopped = reasonOfDay(
    reading.sentences
      .slice(Math.max(0, at - 6), at + 2)
      .map(({ text }) => text)
      .join(' '),
  )
  return stopped === undefined ? one : { ...one, stopped }
}

/** The sentence before names what the drug has done: "Drug-induced pneumonitis, grade 2. It was stopped for good." */
export const BLAMED =
  /\b(?:drug|treatment|therapy|chemo\w*|immune)[- ](?:related|induced|mediated)\b|\b(?:secondary|due|related|2\/2) (?:to )?(?:the )?(?:drug|treatment|immunotherapy|pembro\w*|T-DXd)/i
function wordsBefore(reading: Reading, { sentence }: Mention): string {
  const at = reading.sentences.indexOf(sentence)
  const before = reading.sentences[at - 1]
  return before !== undefined && before.section === sentence.section ? before.text : ''
}
