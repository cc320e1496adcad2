import type { XmlElement } from '@carefolio/core/read/ccda/xml-tree.ts'
import { textOfHtml } from '@carefolio/core/read/html/text-of-html.ts'
import { readDocument, unreadDocument } from '@carefolio/core/read/reader.ts'
import { problem } from '@carefolio/core/record/errors.ts'
import { withZip } from '../archive/zip-entries.ts'
import type { ServerReader } from '../world.ts'
import { isTooLarge, partOf, picturesIn, zipHolds } from './zipped-office.ts'

/** OpenDocument texts and tables (LibreOffice, Google Docs): running header, paragraphs, lists, tables; pictures as files of their own. */
export const odtReader: ServerReader = {
  format: 'odt',
  score: (bytes) => (zipHolds(bytes, 'application/vnd.oasis.opendocument.') ? 0.95 : 0),
  async read(bytes, source) {
    const damaged = { document: unreadDocument(source, bytes.length, 'odt', [problem('damaged-document')]) }
    try {
      return await withZip(bytes, async (entries) => {
        const content = isTooLarge(entries) ? undefined : await partOf(entries, 'content.xml')
        if (content === undefined) return damaged
        const styles = await partOf(entries, 'styles.xml')
        const headers = styles === undefined ? [] : headersIn(styles)
        const text = [...new Set(headers), wordsOf(content)].filter((part) => part !== '').join('\n\n')
        const attachments = await picturesIn(entries, 'Pictures/')
        if (text === '' && attachments.length === 0) return { document: unreadDocument(source, bytes.length, 'odt', [problem('no-text')]) }
        return { document: readDocument(source, bytes, 'odt', [{ number: 1, text, source: 'markup' }]), attachments }
      })
    } catch {
      return damaged
    }
  },
}

const wordsOf = (element: XmlElement) => textOfHtml(htmlOf(element)).text

/** The running headers of the pages: often the only place with the hospital, the patient and the date. */
function headersIn(element: XmlElement): string[] {
  const found: string[] = []
  const look = (one: XmlElement): void => {
    if (one.name === 'header' || one.name === 'header-first') found.push(wordsOf(one))
    else for (const child of one.children) if (typeof child !== 'string') look(child)
  }
  look(element)
  return found
}

/** OpenDocument elements as the HTML elements that mean the same. */
function htmlOf(element: XmlElement): string {
  if (SILENT.has(element.name)) return ''
  if (element.name === 's') return ' '.repeat(Math.min(20, Number(element.attributes['text:c'] ?? 1) || 1))
  if (element.name === 'tab') return '  '
  if (element.name === 'line-break') return '<br>'
  const inner = element.children.map((child) => (typeof child === 'string' ? escaped(child) : htmlOf(child))).join('')
  const tag = TAGS[element.name]
  return tag === undefined ? inner : `<${tag}>${inner}</${tag}>`
}

const TAGS: Readonly<Record<string, string>> = {
  h: 'h2',
  p: 'p',
  list: 'ul',
  'list-item': 'li',
  table: 'table',
  'table-row': 'tr',
  'table-cell': 'td',
}
/** Struck changes, comments and settings are no words of the document. */
const SILENT: ReadonlySet<string> = new Set([
  'tracked-changes',
  'annotation',
  'automatic-styles',
  'font-face-decls',
  'scripts',
  'sequence-decls',
])
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
