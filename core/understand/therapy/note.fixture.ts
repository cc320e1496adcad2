import type { Document } from '../../record/document.ts'
import { DocumentId } from '../../record/document-id.ts'
import { type Reading, readingOf } from '../prose/reading.ts'

/** A note of 15 June 2026 with these words, made ready for the rules; for tests. */
export function noteOf(words: string, head = 'Medical Oncology progress note\nDate of visit: 06/15/2026\n\n'): Reading {
  return readingOf(documentOf(`${head}${words}`))
}

export function documentOf(text: string): Document {
  return {
    id: DocumentId.parse('note'),
    file: 'note.txt',
    bytes: text.length,
    format: 'text',
    read: true,
    pages: [{ number: 1, text, source: 'markup' }],
    entries: [],
    problems: [],
  }
}
