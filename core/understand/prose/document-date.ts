import type { Document, DocumentKind } from '../../record/document.ts'
import { compareDates, type PartialDate } from '../../record/partial-date.ts'
import { findDates } from './dates.ts'

/**
 * When a document was written or its study made: what the source declares, else the date beside a word that announces one
 * (collected, exam date, visit …), else the first full date in its head that is not a birth date.
 */
export function documentDate(document: Document, kind: DocumentKind): PartialDate | undefined {
  if (document.date !== undefined) return document.date
  const head = (document.pages[0]?.text ?? '').slice(0, 1500)
  const tail = (document.pages.at(-1)?.text ?? '').slice(-400)
  const announced = kind === 'pathology' || kind === 'genomics' ? PATHOLOGY_WORDS : VISIT_WORDS
  const dates = findDates(head).filter(({ start }) => !BIRTH.test(head.slice(Math.max(0, start - 30), start)))
  for (const words of announced) {
    const near = dates.find(({ start, date }) => date.length === 10 && words.test(head.slice(Math.max(0, start - 45), start)))
    if (near) return near.date
  }
  const full = dates.filter(({ date }) => date.length === 10)
  if (full[0]) return full[0].date
  const signed = findDates(tail).filter(({ date }) => date.length === 10)
  if (signed[0]) return signed.map(({ date }) => date).sort(compareDates)[0]
  return dates[0]?.date
}

const BIRTH = /\b(?:dob|d\.o\.b\.?|date of birth|born|birth ?date|birth)\b[:\s]*$/i
const PATHOLOGY_WORDS = [
  /collect(?:ed|ion)[^\n]{0,25}$/i,
  /(?:procedure|surgery|obtained|date of (?:procedure|surgery|service))[^\n]{0,20}$/i,
  /recei(?:ved|pt)[^\n]{0,20}$/i,
  /report(?:ed)?[^\n]{0,20}$/i,
]
const VISIT_WORDS = [
  /(?:exam(?:ination)?|study|scan|visit|encounter|service|performed|procedure|surgery|collected|admi(?:t|ssion)|date of (?:visit|exam|service))[^\n]{0,25}$/i,
  /\bdate[^\n]{0,12}$/i,
  /report(?:ed)?[^\n]{0,20}$/i,
]
