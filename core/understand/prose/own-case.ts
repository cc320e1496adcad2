import { matchesOf } from '../../codes/matches-of.ts'
import type { Document } from '../../record/document.ts'

/**
 * Minutes of tumour boards sometimes hold a page of several people, headed "Case 4 of 11". The page was filed for the one it tells most
 * of; the others are blanked, so that nothing of theirs is taken for this person's. Offsets stay.
 */
export function ownCase(document: Document): Document {
  return { ...document, pages: document.pages.map((page) => ({ ...page, text: withoutOthers(page.text) })) }
}

function withoutOthers(text: string): string {
  const heads = matchesOf(text, HEAD).map((match) => match.index)
  if (heads.length < 2) return text
  const cases = heads.map((start, i) => ({ start, end: heads[i + 1] ?? text.length }))
  const longest = cases.reduce((most, one) => (one.end - one.start > most.end - most.start ? one : most))
  return cases
    .filter((one) => one !== longest)
    .reduce((words, { start, end }) => words.slice(0, start) + words.slice(start, end).replace(/[^\n]/g, ' ') + words.slice(end), text)
}

const HEAD = /^[ \t]*(?:case|patient)\s+(?:no\.?\s*|#\s*)?\d{1,2}\s+of\s+\d{1,2}\b/gim
