import { problem } from '../../record/errors.ts'
import { type Reader, readDocument, unreadDocument } from '../reader.ts'
import { decodeText, isWide, looksBinary } from './decode.ts'

/** Plain text in any common encoding; form feeds part the pages. */
export const textReader: Reader = {
  format: 'text',
  score(bytes) {
    const head = bytes.subarray(0, 4096)
    if (head.length === 0) return 0
    return isWide(head) || !looksBinary(head) ? 0.2 : 0
  },
  read(bytes, source) {
    const text = decodeText(bytes)
    if (text === undefined) return { document: unreadDocument(source, bytes.length, 'unknown', [problem('unknown-format')]) }
    if (text.trim() === '') return { document: unreadDocument(source, bytes.length, 'text', [problem('no-text')]) }
    const pages = pagesOfText(text)
    return { document: readDocument(source, bytes, 'text', pages) }
  },
}

function pagesOfText(text: string) {
  const parts = text.split('\f')
  while (parts.length > 1 && parts.at(-1)?.trim() === '') parts.pop()
  return parts.map((part, index) => ({ number: index + 1, text: part, source: 'markup' as const }))
}
