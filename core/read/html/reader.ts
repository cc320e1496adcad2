import { problem } from '../../record/errors.ts'
import { type Reader, readDocument, unreadDocument } from '../reader.ts'
import { decodeText } from '../text/decode.ts'
import { textOfHtml } from './text-of-html.ts'

/** Web pages: portal print-outs, letters, patients' stories. */
export const htmlReader: Reader = {
  format: 'html',
  score(bytes) {
    const head = headOf(bytes)
    if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(head)) return 0.9
    if (/^\s*</.test(head) && /<(?:head|body)\b/i.test(head)) return 0.6
    if (/^\s*<\?xml|<ClinicalDocument\b/i.test(head)) return 0
    const tags = new Set(
      [...head.matchAll(/<(p|div|table|tr|td|span|h[1-6]|ul|li|br|b|strong|style)\b[^<>]*>/gi)].map(([, name = '']) => name.toLowerCase()),
    )
    return /^\s*</.test(head) && tags.size >= 2 ? 0.35 : 0
  },
  read(bytes, source) {
    const html = decodeText(bytes, charsetOf(bytes))
    if (html === undefined) return { document: unreadDocument(source, bytes.length, 'html', [problem('damaged-document')]) }
    const { text, title } = textOfHtml(html)
    if (text === '') return { document: unreadDocument(source, bytes.length, 'html', [problem('no-text')]) }
    const page = { number: 1, text, source: 'markup' as const }
    return { document: readDocument(source, bytes, 'html', [page], title === undefined ? {} : { title }) }
  },
}

function headOf(bytes: Uint8Array): string {
  return decodeText(bytes.subarray(0, 4096)) ?? ''
}

/** What the page says about its own encoding: `<meta charset>` or `<meta http-equiv content>`. */
function charsetOf(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1]
}
