import { matchesOf } from '../../codes/matches-of.ts'
import type { Page } from '../../record/document.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from './dates.ts'

/** One entry of running notes: it begins at `at` of its page and was written on that day. */
export type DatedEntry = { page: number; at: number; date: PartialDate }

/**
 * The entries of running notes ("2/21/22  Started letrozole"): three lines or more begin with a full date, in the same column, and words
 * follow that tell how somebody fared; rows of a table of results have numbers behind the date, those of a record of doses a drug and its
 * dose. None where a date stands above the first: then the text is of that day,
 * and the lines tell a history.
 */
export function datedEntries(pages: readonly Pick<Page, 'number' | 'text'>[]): DatedEntry[] {
  const found = pages.flatMap(({ number, text }) =>
    matchesOf(text, ENTRY).flatMap((match) => {
      const date = findDates(match[0].slice(0, 40))[0]?.date
      return date?.length === 10
        ? [{ page: number, at: match.index, date, indent: (match[1] ?? '').length, told: TOLD.test(match[3] ?? '') }]
        : []
    }),
  )
  const [first] = found
  if (first === undefined) return []
  const head = pages
    .map(({ number, text }) => (number < first.page ? text : number === first.page ? text.slice(0, first.at) : ''))
    .join('\n')
  if (findDates(head.slice(-3000)).some(({ start, date }) => date.length === 10 && !BIRTH.test(head.slice(-3000).slice(0, start))))
    return []
  const same = found.filter(({ indent }) => indent === first.indent)
  return same.length >= 3 && same.filter(({ told }) => told).length >= same.length / 2
    ? same.map(({ page, at, date }) => ({ page, at, date }))
    : []
}

const TOLD =
  /\b(?:c\/o|started|start|stop(?:ped)?|CT|PET|MRI|USG|scan|ECOG|PS|PD|PR|SD|NED|tolerat\w+|pain|seen|plan|review\w*|bx|biopsy|s\/p|post|done|admitted|completed|resumed|held|reduced|progress\w+|cough|mass|grade|gr|line|feels?|reports?|advised|well|stable|echo)\b/i
const BIRTH = /\b(?:dob|d\.o\.b\.?|birth ?date|birth|born)(?: on)?[:|.\s]*$/i
const ENTRY =
  /^([ \t]{0,8})(?:\d{1,2}([/.-])\d{1,2}\2(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4})[ \t:.)–-]{1,12}(?=[A-Za-z(+]|\d{1,2}(?:st|nd|rd|th|#)(?![\w.]))([^\n]*)/gm
