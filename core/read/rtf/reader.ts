import { problem } from '../../record/errors.ts'
import { type Reader, readDocument, unreadDocument } from '../reader.ts'
import { textOfRtf } from './text-of-rtf.ts'

/** Rich text, as older hospital systems write it. */
export const rtfReader: Reader = {
  format: 'rtf',
  score(bytes) {
    const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 64))
    return /^(?:ï»¿)?\s*\{\\rtf/.test(head) ? 1 : 0
  },
  read(bytes, source) {
    const { pages, title } = textOfRtf(bytes)
    if (pages.length === 0) return { document: unreadDocument(source, bytes.length, 'rtf', [problem('no-text')]) }
    const numbered = pages.map((text, index) => ({ number: index + 1, text, source: 'markup' as const }))
    return { document: readDocument(source, bytes, 'rtf', numbered, title === undefined ? {} : { title }) }
  },
}
