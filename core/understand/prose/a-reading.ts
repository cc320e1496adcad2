import type { Document } from '../../record/document.ts'
import { DocumentId } from '../../record/document-id.ts'
import { type Reading, readingOf } from './reading.ts'

/** A plain-text document for tests; a form feed begins a new page. */
export function aDocument(text: string, parts: Partial<Document> = {}): Document {
  return {
    id: DocumentId.parse('test'),
    file: 'test.txt',
    bytes: text.length,
    format: 'text',
    read: true,
    pages: text.split('\f').map((words, index) => ({ number: index + 1, text: words, source: 'markup' as const })),
    entries: [],
    problems: [],
    ...parts,
  }
}

/** The reading of such a document. */
export const aReading = (text: string, parts: Partial<Document> = {}): Reading => readingOf(aDocument(text, parts))
