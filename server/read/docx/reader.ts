import { textOfHtml } from '@carefolio/core/read/html/text-of-html.ts'
import { readDocument, unreadDocument } from '@carefolio/core/read/reader.ts'
import { problem } from '@carefolio/core/record/errors.ts'
import mammoth from 'mammoth'
import { withZip, type ZipEntry } from '../archive/zip-entries.ts'
import type { ServerReader } from '../world.ts'

/** Word documents: headings, paragraphs, lists and tables, with the running header on top. */
export const docxReader: ServerReader = {
  format: 'docx',
  score(bytes) {
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return 0
    // The list of files stands at the end of a ZIP, and in the order of writing at its head.
    return holds(bytes.subarray(0, 4096)) || holds(bytes.subarray(Math.max(0, bytes.length - 65_536))) ? 0.95 : 0
  },
  async read(bytes, source) {
    const damaged = { document: unreadDocument(source, bytes.length, 'docx', [problem('damaged-document')]) }
    try {
      const header = await withZip(bytes, async (entries) => {
        const parts = entries.filter((entry) => entry.name.endsWith('.xml') || entry.name.endsWith('.rels'))
        const total = parts.reduce((sum, entry) => sum + entry.size, 0)
        return total > LARGEST_XML || entries.some(isBomb) ? undefined : headerOf(entries)
      })
      if (header === undefined) return damaged
      const { value } = await mammoth.convertToHtml(
        { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
        { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
      )
      const text = [header, textOfHtml(value).text].filter((part) => part !== '').join('\n\n')
      if (text === '') return { document: unreadDocument(source, bytes.length, 'docx', [problem('no-text')]) }
      return { document: readDocument(source, bytes, 'docx', [{ number: 1, text, source: 'markup' }]) }
    } catch {
      return damaged
    }
  },
}

/** The running headers: often the only place with the hospital, the patient and the date. */
async function headerOf(entries: readonly ZipEntry[]): Promise<string> {
  const lines = new Set<string>()
  for (const entry of entries.filter(({ name }) => /^word\/header\d*\.xml$/.test(name)).slice(0, 10)) {
    const xml = new TextDecoder().decode(await entry.open())
    const html = xml
      .replace(/<w:(?:tab|ptab)\b[^>]*\/>/g, '  ')
      .replace(/<(\/?)w:p\b[^>]*>/g, '<$1p>')
      .replace(/<(\/?)w:tr\b[^>]*>/g, '<$1tr>')
      .replace(/<(\/?)w:tc\b[^>]*>/g, '<$1td>')
      .replace(/<(\/?)w:tbl\b[^>]*>/g, '<$1table>')
      .replace(/<w:instrText\b[^>]*>[^<]*<\/w:instrText>/g, '')
    for (const line of textOfHtml(html).text.split('\n')) if (line.trim() !== '') lines.add(line)
  }
  return [...lines].join('\n')
}

function holds(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).includes('word/document.xml')
}

function isBomb(entry: ZipEntry): boolean {
  return entry.size > 10_000_000 && entry.size > 200 * Math.max(1, entry.packed)
}

const LARGEST_XML = 150_000_000
