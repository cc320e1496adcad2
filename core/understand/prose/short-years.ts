import { matchesOf } from '../../codes/matches-of.ts'
import type { Document } from '../../record/document.ts'
import { findDates } from './dates.ts'

/**
 * The same document with an apostrophe in "Apr 21" where its entries show that the number is a year ("Tamoxifen Apr 21 - Jan 24"), as Irish
 * and British letters write it. Elsewhere it stays a day of April. Every date keeps its length, so offsets stay.
 */
export function withShortYears(document: Document): Document {
  const text = document.pages.map((page) => page.text).join('\n')
  if (!/[a-z] \d\d\b/i.test(text) || !writesShortYears(text)) return document
  return {
    ...document,
    pages: document.pages.map((page) => ({
      ...page,
      text: page.text.replace(SHORT, (date, month: string, year: string) => (date.length === month.length + 3 ? `${month}'${year}` : date)),
    })),
  }
}

/** No number is later than the document; and as days they would run backwards where as years they run on. */
function writesShortYears(text: string): boolean {
  const latest = Math.max(...findDates(text).map(({ date }) => Number(date.slice(0, 4))))
  const found = matchesOf(text, SHORT).map((match) => ({
    month: MONTHS.indexOf((match[1] ?? '').slice(0, 3).toLowerCase()),
    number: Number(match[2]),
    at: match.index,
    end: match.index + match[0].length,
  }))
  if (found.length < 2 || found.some(({ number }) => number < 5 || 2000 + number > latest)) return false
  let proofs = 0
  for (const [i, next] of found.entries()) {
    const one = found[i - 1]
    if (one === undefined) continue
    const asDays = one.month < next.month || (one.month === next.month && one.number <= next.number)
    const asYears = one.number < next.number || (one.number === next.number && one.month <= next.month)
    const spans = /^\s{0,2}(?:-|–|to|until|till)\s{0,2}$/.test(text.slice(one.end, next.at))
    if (asYears && !asDays) proofs += spans ? 2 : 1
    if (spans && asDays && !asYears) return false
  }
  return proofs >= 2
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** A month with two figures behind it, with no day before it and no year after it. */
const SHORT =
  /(?<![\w/]|(?<![x×]|[x×]\d)\d[ -]|\d(?:st|nd|rd|th) )(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?) (\d\d)(?!\w|[,.]? ?(?:19|20)\d\d|[/.]\d|:\d)/g
