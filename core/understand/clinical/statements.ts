import type { Document } from '../../record/document.ts'
import type { Evidence } from '../../record/evidence.ts'
import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
import { type DateMention, findDates } from '../prose/dates.ts'
import { evidenceAt, type Reading } from '../prose/reading.ts'
import type { Sentence } from '../prose/sentences.ts'

/**
 * The sentences of a document, none longer than a paragraph: text that lost its punctuation is cut between words, so that every rule
 * looks at a bounded stretch whatever it is given.
 */
export function boundedSentences({ document, sentences: read }: Reading): readonly Sentence[] {
  const sentences = read.some(({ section }) => LISTS.has(section)) ? read.flatMap((one) => itemLines(document, one)) : read
  if (sentences.every(({ text }) => text.length <= LONGEST_SENTENCE)) return sentences
  return sentences.flatMap((sentence) => {
    const pieces: Sentence[] = []
    for (let at = 0; at < sentence.text.length; ) {
      const end = toSpace(sentence.text, Math.min(sentence.text.length, at + LONGEST_SENTENCE), 1)
      const to = Math.min(end, at + 2 * LONGEST_SENTENCE)
      pieces.push({ ...sentence, text: sentence.text.slice(at, to), start: sentence.start + at, end: sentence.start + to })
      at = to
    }
    return pieces
  })
}

const LONGEST_SENTENCE = 1000

const LISTS: ReadonlySet<string> = new Set(['past-medical', 'problem-list', 'allergies'])

/** In a list each short line that begins with a capital is an item of its own, also without bullets. */
function itemLines(document: Document, sentence: Sentence): Sentence[] {
  if (!LISTS.has(sentence.section) || sentence.row) return [sentence]
  const page = document.pages.find(({ number }) => number === sentence.page)
  const written = page?.text.slice(sentence.start, sentence.end) ?? ''
  if (!written.includes('\n')) return [sentence]
  const pieces: Sentence[] = []
  let from = 0
  for (const { index } of written.matchAll(/\n/g)) {
    const line = written.slice(written.lastIndexOf('\n', index - 1) + 1, index)
    const ends = line.trim().length <= SHORT_LINE && !/[,;&/-]\s*$|\b(?:and|or|of|the|with|for|in|to|by|on|no)\s*$/i.test(line)
    if (!ends || !/^\s*[A-Z]/.test(written.slice(index + 1))) continue
    pieces.push({ ...sentence, text: sentence.text.slice(from, index), start: sentence.start + from, end: sentence.start + index })
    from = index + 1
  }
  const last = { ...sentence, text: sentence.text.slice(from), start: sentence.start + from }
  return [...pieces, last].filter(({ text }) => /\w/.test(text))
}

/** Prose that wraps fills wider lines, letters. */
const SHORT_LINE = 64

/** The words around a find: the whole sentence when it is short, else whole words to both sides. */
export function quoteAround(reading: Reading, sentence: Sentence, start: number, end: number): Evidence {
  if (sentence.text.length <= LONGEST) return evidenceAt(reading.document, sentence.page, sentence.start, sentence.end)
  const spare = Math.max(0, Math.floor((LONGEST - (end - start)) / 2))
  const from = toSpace(sentence.text, Math.max(0, start - spare), 1)
  const to = toSpace(sentence.text, Math.min(sentence.text.length, end + spare), -1)
  return evidenceAt(reading.document, sentence.page, sentence.start + Math.min(from, start), sentence.start + Math.max(to, end))
}

const LONGEST = 240

/** The next place that cuts no word, going forward (1) or back (-1); the ends of the text cut none. */
function toSpace(text: string, at: number, step: 1 | -1): number {
  if (at === 0 || at === text.length) return at
  let place = at
  while (place > 0 && place < text.length && text[place] !== ' ') place += step
  return place
}

/** Words by which a text takes back what it says: an autopopulated field, a corrected date, a superseded result. */
export const isTakenBack = (text: string): boolean => TAKEN_BACK.test(text)
const TAKEN_BACK =
  /\b(?:superseded|incorrect(?:ly)?|autopopulated|auto-populated|in error|erroneous|was wrong|is wrong|not reproduced|entered by mistake|template says|from the template|disregard)\b|<-\s*auto/i

/** Dates of a sentence at which something can have happened: birth dates and days after the document are left out. */
export function datesOf(reading: Reading, text: string): DateMention[] {
  if (!/\d/.test(text)) return []
  const latest = reading.said === undefined ? Number.POSITIVE_INFINITY : lastDay(reading.said) + TOLERANCE
  return findDates(text, reading.said).filter(
    ({ start, date }) => !BIRTH.test(text.slice(Math.max(0, start - 24), start)) && firstDay(date) <= latest,
  )
}

const TOLERANCE = 31
const BIRTH = /\b(?:dob|d\.o\.b\.?|date of birth|birth ?date|born(?: on)?)\b[\s:]*$/i

/** The date of a thing named at `start…end`: one directly after it, else the last before it, both within reach. */
export function dateBeside(
  dates: readonly DateMention[],
  start: number,
  end: number,
  reach: { before: number; after: number } = { before: 48, after: 30 },
): PartialDate | undefined {
  const after = dates.find((date) => date.start >= end && date.start - end <= reach.after)
  const before = dates.filter((date) => date.end <= start && start - date.end <= reach.before).at(-1)
  if (after && before) return after.start - end <= start - before.end ? after.date : before.date
  return (after ?? before)?.date
}
