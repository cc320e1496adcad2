import type { Document } from '../record/document.ts'
import type { Entry } from '../record/entry.ts'

/**
 * The same document with the words of its discrete entries blanked, for the rules that read prose: an entry's facts come from the entry.
 * Offsets stay. Reports and notes inside the document, and entries long enough to be prose, are left to be read.
 */
export function withoutEntries(document: Document): Document {
  if (document.entries.length === 0) return document
  const pages = document.pages.map((page) => {
    const spans = document.entries.filter((entry) => entry.page === page.number && isRead(entry))
    return spans.length === 0 ? page : { ...page, text: blanked(page.text, spans) }
  })
  return { ...document, pages }
}

const LEFT_TO_PROSE: ReadonlySet<Entry['type']> = new Set(['report', 'other', 'imaging-study', 'encounter'])
const LONGEST_ENTRY = 600
const isRead = ({ type, start, end }: Entry) => end > start && end - start <= LONGEST_ENTRY && !LEFT_TO_PROSE.has(type)

/** Line breaks stay, so that sentences before and after do not run together. */
function blanked(text: string, spans: readonly Pick<Entry, 'start' | 'end'>[]): string {
  let result = ''
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(start, at)
    result += text.slice(at, from) + text.slice(from, end).replace(/[^\n]/g, ' ')
    at = end
  }
  return result + text.slice(at)
}
