import type { Document, DocumentKind } from '../../record/document.ts'
import { compareDates, type PartialDate } from '../../record/partial-date.ts'
import { datedEntries } from './dated-entries.ts'
import { findDates } from './dates.ts'
import { monthFirst } from './month-first.ts'

/**
 * When a document was written or its study made: what the source declares, else the date beside a word that announces one
 * (collected, exam date, visit …), else the first full date in its head that is not a birth date.
 */
export function documentDate(received: Document, kind: DocumentKind): PartialDate | undefined {
  if (received.date !== undefined) return received.date
  const document = monthFirst(received)
  const head = dateOfHead(document, kind)
  const row = kind === 'treatment-record' ? latestRow(document) : lastEntry(document)
  return row !== undefined && (head === undefined || row > head) ? row : head
}

/** Running notes speak as of their last entry. */
const lastEntry = ({ pages }: Document): PartialDate | undefined =>
  datedEntries(pages.map(({ number, text }) => ({ number, text: text.slice(0, 60_000) })))
    .map(({ date }) => date)
    .sort(compareDates)
    .at(-1)

/** A record of doses speaks as of the last one that it holds, or of the day it was printed. */
function latestRow({ pages }: Document): PartialDate | undefined {
  const rows = pages.flatMap(({ text }) => text.slice(0, 60_000).split('\n')).filter((line) => ROW.test(line) && !TO_COME.test(line))
  if (rows.length < 2) return undefined
  return rows
    .flatMap((line) => findDates(line.slice(0, 40))[0]?.date ?? [])
    .filter((date) => date.length === 10)
    .sort(compareDates)
    .at(-1)
}
const ROW = /^[\s|*-]{0,6}(?:[A-Za-z]{0,5}\s?#?\d{1,3}[A-Za-z]?\d{0,2}[\s|:,.)-]{1,12})?\d{1,4}[/-]\d{1,2}[/-]\d{1,4}/
const TO_COME = /\b(?:scheduled|planned|due|next|pending|appointment)\b/i

function dateOfHead(document: Document, kind: DocumentKind): PartialDate | undefined {
  const head = (document.pages[0]?.text ?? '').slice(0, 1500)
  const tail = (document.pages.at(-1)?.text ?? '').slice(-400)
  const all = findDates(head).filter(({ start }) => !BIRTH.test(head.slice(Math.max(0, start - 30), start)))
  const dates = all.filter(({ start, date }) => !isOfBirth(date, all) && !FAX_BANNER.test(lineAt(head, start)))
  const whole = dates.filter(({ date }) => date.length === 10)
  // rows with the beginning and the end of a treatment tell of it, not of the day they were written
  const full = whole.filter(({ start }) => !isRowOfSpan(lineAt(head, start)))
  if (full.length === 0 && whole.length > 0)
    return whole
      .map(({ date }) => date)
      .sort(compareDates)
      .at(-1)
  const announced =
    kind === 'pathology' || kind === 'genomics'
      ? PATHOLOGY_WORDS
      : kind === 'discharge-summary'
        ? [DISCHARGED, ...VISIT_WORDS]
        : VISIT_WORDS
  for (const words of announced) {
    const near = full.find(({ start }) => words.test(head.slice(Math.max(0, start - 45), start)))
    if (near) return near.date
  }
  const titled = full.find(
    ({ start }) => start < lineEnd(head, 4) && !(NOTES.has(kind) && TOLD.test(head.slice(Math.max(0, start - 24), start))),
  )
  if (titled) return titled.date
  for (const words of LOOSE_WORDS) {
    const near = full.find(({ start }) => words.test(head.slice(Math.max(0, start - 45), start)))
    if (near) return near.date
  }
  if (full[0]) return NOTES.has(kind) ? (latestTold(head, full) ?? full[0].date) : full[0].date
  const signed = findDates(tail).filter(({ start, date }) => date.length === 10 && !BIRTH.test(tail.slice(Math.max(0, start - 30), start)))
  if (signed[0]) return signed.map(({ date }) => date).sort(compareDates)[0]
  // the month in the first lines of a story is when it began, not when it was written
  if (kind === 'patient-story') return undefined
  return dates.find(({ start, date }) => date.length >= 7 && start < lineEnd(head, 4) && start < 200)?.date
}

/** "THP from 13 Feb 2024" and "MRI brain 03 Mar 2025" in the first lines of a note tell of other days. */
const TOLD = /\b(?:from|since|last|until|till|started|completed|ended|(?:MRI|CT|PET|bone scan|MUGA)(?: [a-z]+)?)\s+$/i
/** A note without a date of its own is no older than what it tells of. */
function latestTold(head: string, dates: readonly { start: number; date: PartialDate }[]): PartialDate | undefined {
  return dates
    .filter(({ start }) => !STILL_TO_COME.test(head.slice(Math.max(0, start - 40), start)))
    .map(({ date }) => date)
    .sort(compareDates)
    .at(-1)
}
const NOTES: ReadonlySet<DocumentKind> = new Set([
  'radiation-summary',
  'progress-note',
  'consultation',
  'phone-note',
  'letter',
  'tumor-board',
])
const STILL_TO_COME =
  /\b(?:scheduled|planned?|due|next|pending|appointment|follow[- ]?up|return|rtc|book\w*|will|to (?:start|begin)|expires?|held for|until|before|by)\b[^.;\n]{0,30}$/i

/** A day so much earlier than the others of a document's head is a birthday that lost its label. */
function isOfBirth(date: PartialDate, all: readonly { date: PartialDate }[]): boolean {
  const year = Number(date.slice(0, 4))
  return date.length === 10 && all.some((other) => Number(other.date.slice(0, 4)) - year >= 18)
}

/** "Paclitaxel x4   4 Feb 2020   17 Mar 2020   complete" */
const isRowOfSpan = (line: string) =>
  / {2,}|\t|\|/.test(line.trim()) &&
  findDates(line).filter(({ date }) => date.length === 10).length === 2 &&
  SPAN.test(line) &&
  !LABELLED.test(line)
const LABELLED =
  /\b(?:recei(?:ved|pt)|rec'?d|report(?:ed)?|collect(?:ed|ion)|taken|signed|visit|admi\w+|discharg\w+|print(?:ed)?|typed|dictated|exam|study|scan|dob|born|authori[sz]ed|out)\b/i
const SPAN = /\d[ \t|]{2,}(?:\d{1,2}[ /.-]|[A-Z][a-z]{2,8}\.? \d|(?:19|20)\d\d-)/

/** The line a fax machine prints on each page: its date and time, and "P. 1/2". */
const FAX_BANNER = /\d{1,2}:\d{2}.*\b(?:P(?:age|\.)?|pg\.?)\s*\d{1,3}\s*(?:\/|of)\s*\d{1,3}\b|\bfax(?:ed)?\b.*\d{1,2}:\d{2}/i
const lineAt = (text: string, at: number) => text.slice(text.lastIndexOf('\n', at) + 1, (text.indexOf('\n', at) + 1 || text.length + 1) - 1)

/** Where the nth line with words ends. */
function lineEnd(text: string, n: number): number {
  let lines = 0
  for (const match of text.matchAll(/[^\n]*\n/g)) {
    if (match[0].trim()) lines++
    if (lines === n) return match.index + match[0].length
  }
  return text.length
}

const BIRTH = /\b(?:dob|d\.o\.b\.?|date of birth|born|birth ?date|birth|birthday)\b(?: on)?[:|.\s]*$/i
const PATHOLOGY_WORDS = [
  /(?:collect(?:ed|ion)|specimen taken|taken|sampled)[^\n]{0,25}$/i,
  /(?:procedure|surgery|obtained|date of (?:procedure|surgery|service))[^\n]{0,20}$/i,
  /(?:recei(?:ved|pt)|rec'?d)[^\n]{0,20}$/i,
  /report(?:ed)?[^\n]{0,20}$/i,
]
const VISIT_WORDS = [
  /\b(?:date of (?:the )?(?:visit|service|exams?|study|operation|procedure|surgery|encounter|admission)|(?:exam|study|visit|service|encounter|procedure|surgery|operation|admission|performed|scan)(?:ination)? ?date|dos|encounter|office visit|visit|collected)\b\W{0,12}$/i,
  /(?:^|\n|\s{2,})(?:date|exam|study|performed|collected)\b\W{0,6}$/i,
]
/** A stay is told as of the day it ended. */
const DISCHARGED = /\b(?:discharged?(?: (?:on|date))?|disch\.?|date of discharge|d\/c(?: date)?|dod)\W{0,12}$/i
const LOOSE_WORDS = [
  /(?:exam(?:ination)?|study|scan|visit|encounter|service|performed|procedure|surgery|collected|admi(?:t|ssion))[^\n]{0,25}$/i,
  /\bdate[^\n]{0,12}$/i,
  /report(?:ed)?[^\n]{0,20}$/i,
]
