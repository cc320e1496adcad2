import type { Document } from '@carefolio/core/record/document.ts'
import type { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { findDates } from '@carefolio/core/understand/prose/dates.ts'
import type { QuotePlace } from './quote-place.ts'

/** Whether the sentences of the quote hold this date, at least as precise. */
export const isDateIn = (date: PartialDate, { words, reading }: QuotePlace): boolean =>
  findDates(words, reading.said).some((found) => found.date.startsWith(date))

/** Whether every word of a name stands in the document: a name made up by the model is not taken over. */
export function namedIn(name: string, document: Document): boolean {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const text = document.pages.map((page) => page.text.toLowerCase()).join('\n')
  return words.length > 0 && words.every((word) => text.includes(word))
}
