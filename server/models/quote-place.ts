import type { Document } from '@carefolio/core/record/document.ts'
import type { Evidence } from '@carefolio/core/record/evidence.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import { contextOf } from '@carefolio/core/understand/prose/context.ts'
import { evidenceAt, type Reading } from '@carefolio/core/understand/prose/reading.ts'
import { understand } from '@carefolio/core/understand/understand.ts'

/** A quote found on its page, with the whole sentences that hold it: a "no" or a "mother" that was cut off is seen. */
export type QuotePlace = {
  reading: Reading
  /** The words of the quote, as they stand on the page. */
  evidence: Evidence
  /** The sentences that hold it, as one text. */
  words: string
  /** The sentences speak of a relative, a fear or a plan: no statement of the patient's, whatever the quote leaves out. */
  ofOthers: boolean
  /** What our own rules read in these sentences alone. */
  facts: readonly Fact[]
}

/** Where the quote stands on that page, letter by letter; only the width of gaps and line breaks may differ. Undefined when it does not. */
export function placeOf(reading: Reading, pageNumber: number, quote: string): QuotePlace | undefined {
  const { document } = reading
  const page = document.pages.find(({ number }) => number === pageNumber)
  const words = quote.trim().split(/\s+/)
  if (!page || words.join('').length < SHORTEST) return undefined
  const found = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('\\s{1,80}')).exec(page.text)
  if (!found) return undefined
  const start = found.index
  const end = start + found[0].length
  const around = reading.sentences.filter((one) => one.page === pageNumber && one.start < end && one.end > start)
  const from = Math.min(start, ...around.map((one) => one.start))
  const to = Math.max(end, ...around.map((one) => one.end))
  const text = page.text.slice(from, to)
  return {
    reading,
    evidence: evidenceAt(document, pageNumber, start, end),
    words: text,
    ofOthers: around.some((one) => isOfOthers(one, start, end)),
    facts: understand(alone(document, text)),
  }
}

function isOfOthers(sentence: Reading['sentences'][number], start: number, end: number): boolean {
  const { family, planned, uncertain } = contextOf(
    sentence,
    Math.max(0, start - sentence.start),
    Math.min(sentence.text.length, end - sentence.start),
  )
  return family || planned || uncertain
}

/** A document of these words only, of the same kind as the one they stand in. */
const alone = (document: Document, text: string): Document => ({
  ...document,
  entries: [],
  pages: [{ number: 1, text, source: 'markup' }],
})

/** Characters: less than this could stand anywhere. */
const SHORTEST = 3
