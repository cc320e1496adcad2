import { at, childrenNamed, elementsOf, type XmlElement } from '@carefolio/core/read/ccda/xml-tree.ts'
import { readDocument, unreadDocument } from '@carefolio/core/read/reader.ts'
import { problem } from '@carefolio/core/record/errors.ts'
import { withZip, type ZipEntry } from '../archive/zip-entries.ts'
import type { ServerReader } from '../world.ts'
import { isTooLarge, partOf, zipHolds } from './zipped-office.ts'

/** Excel workbooks: a page a sheet, a line a row, cells in their columns; numbers that are formatted as dates are written as dates. */
export const xlsxReader: ServerReader = {
  format: 'xlsx',
  score: (bytes) => (zipHolds(bytes, 'xl/workbook.xml') ? 0.95 : 0),
  async read(bytes, source) {
    const damaged = { document: unreadDocument(source, bytes.length, 'xlsx', [problem('damaged-document')]) }
    try {
      return await withZip(bytes, async (entries) => {
        if (isTooLarge(entries)) return damaged
        const sheets = await sheetsOf(entries)
        if (sheets.length === 0) return { document: unreadDocument(source, bytes.length, 'xlsx', [problem('no-text')]) }
        const pages = sheets.map((text, index) => ({ number: index + 1, text, source: 'markup' as const }))
        return { document: readDocument(source, bytes, 'xlsx', pages) }
      })
    } catch {
      return damaged
    }
  },
}

/** The words of the sheets that hold any, each under its name, in the order of the workbook. */
async function sheetsOf(entries: readonly ZipEntry[]): Promise<string[]> {
  const workbook = await partOf(entries, 'xl/workbook.xml')
  const links = elementsOf(await partOf(entries, 'xl/_rels/workbook.xml.rels'))
  const shared = childrenNamed(await partOf(entries, 'xl/sharedStrings.xml'), 'si').map(wordsOf)
  const dates = dateStyles(await partOf(entries, 'xl/styles.xml'))
  const from1904 = /^(?:1|true)$/.test(at(workbook, 'workbookPr')?.attributes['date1904'] ?? '')
  const texts: string[] = []
  for (const sheet of childrenNamed(at(workbook, 'sheets'), 'sheet')) {
    const target = links.find(({ attributes }) => attributes['Id'] === (sheet.attributes['r:id'] ?? sheet.attributes['id']))?.attributes[
      'Target'
    ]
    const part = target === undefined ? undefined : await partOf(entries, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    const rows = childrenNamed(at(part, 'sheetData'), 'row')
      .map((row) => lineOf(row, (cell) => cellWords(cell, shared, dates, from1904)))
      .filter((line) => line !== '')
    if (rows.length > 0) texts.push([sheet.attributes['name'] ?? '', ...rows].filter((line) => line !== '').join('\n'))
  }
  return texts
}

const lineOf = (row: XmlElement, value: (cell: XmlElement) => string): string =>
  childrenNamed(row, 'c')
    .map(value)
    .filter((words) => words !== '')
    .join('  ')

function cellWords(cell: XmlElement, shared: readonly string[], dates: ReadonlySet<string>, from1904: boolean): string {
  const written = at(cell, 'v')
  const text = written === undefined ? '' : wordsOf(written)
  switch (cell.attributes['t']) {
    case 's':
      return shared[Number(text)] ?? ''
    case 'inlineStr':
      return wordsOf(cell)
    case 'b':
      return text === '1' ? 'yes' : 'no'
    case 'e':
      return ''
    case 'str':
      return text
    default:
      return dates.has(cell.attributes['s'] ?? '0') && text !== '' ? dayOf(Number(text), from1904) : plainNumber(text)
  }
}

/** Excel keeps 0.1 + 0.2 as it computes: fifteen digits are what it shows. */
const plainNumber = (text: string) => (/^-?\d+\.\d{10,}$/.test(text) ? String(Number(Number(text).toPrecision(12))) : text)

/** Days since 1899-12-30, or since 1904-01-01; a fraction is the time of the day. */
function dayOf(serial: number, from1904: boolean): string {
  if (!Number.isFinite(serial) || serial < 1 || serial > 80_000) return String(serial)
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return new Date(start + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10)
}

/** The numbers of the cell styles that show a date: the built-in ones, and own formats that spell a year or a day. */
function dateStyles(styles: XmlElement | undefined): Set<string> {
  const own = new Map(
    childrenNamed(at(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '']),
  )
  const found = new Set<string>()
  for (const [index, { attributes }] of childrenNamed(at(styles, 'cellXfs'), 'xf').entries()) {
    const id = attributes['numFmtId'] ?? '0'
    const number = Number(id)
    const format = own.get(id)?.replace(/\[[^\]]*\]|"[^"]*"/g, '')
    if ((number >= 14 && number <= 17) || number === 22 || (format !== undefined && /[yd]/i.test(format))) found.add(String(index))
  }
  return found
}

/** All text below an element, white space kept. */
function wordsOf(element: XmlElement): string {
  const parts: string[] = []
  const collect = (one: XmlElement): void => {
    // a reading aid above Japanese words is no word of its own
    if (one.name === 'rPh') return
    for (const child of one.children) {
      if (typeof child === 'string') parts.push(child)
      else collect(child)
    }
  }
  collect(element)
  return parts.join('').replace(/\s+/g, ' ').trim()
}
