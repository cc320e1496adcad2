import { textOfHtml } from '@carefolio/core/read/html/text-of-html.ts'
import { readDocument, unreadDocument } from '@carefolio/core/read/reader.ts'
import { problem } from '@carefolio/core/record/errors.ts'
import mammoth from 'mammoth'
import { withZip, type ZipEntry } from '../archive/zip-entries.ts'
import { isTooLarge, picturesIn, zipHolds } from '../office/zipped-office.ts'
import type { ServerReader } from '../world.ts'

/** Word documents: headings, paragraphs, lists and tables, with the running header on top; pictures as files of their own. */
export const docxReader: ServerReader = {
  format: 'docx',
  score: (bytes) => (zipHolds(bytes, 'word/document.xml') ? 0.95 : 0),
  async read(bytes, source) {
    const damaged = { document: unreadDocument(source, bytes.length, 'docx', [problem('damaged-document')]) }
    try {
      const found = await withZip(bytes, async (entries) =>
        isTooLarge(entries) ? undefined : { header: await headerOf(entries), attachments: await picturesIn(entries, 'word/media/') },
      )
      if (found === undefined) return damaged
      const { header, attachments } = found
      const { value } = await mammoth.convertToHtml(
        { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
        { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
      )
      const text = [header, textOfHtml(value).text].filter((part) => part !== '').join('\n\n')
      if (text === '' && attachments.length === 0) return { document: unreadDocument(source, bytes.length, 'docx', [problem('no-text')]) }
      return { document: readDocument(source, bytes, 'docx', [{ number: 1, text, source: 'markup' }]), attachments }
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
