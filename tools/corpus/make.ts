import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { ZipFile } from 'yazl'

const require = createRequire(import.meta.url)
const FONT = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
const MONO = require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf')

/** How a text becomes a file. `copy` is for formats that are text themselves (C-CDA, FHIR, HTML, e-mail, plain). */
const MAKERS = {
  copy: async (text: string) => Buffer.from(text),
  pdf: pdfOf,
  'scan-pdf': async (text: string) => imagePdf(await pagesOf(text, 300)),
  fax: async (text: string) => faxOf(text),
  photo: async (text: string) => photoOf(text),
  docx: docxOf,
  rtf: async (text: string) => Buffer.from(rtfOf(text), 'latin1'),
} satisfies Record<string, (text: string) => Promise<Buffer>>

export type Form = keyof typeof MAKERS
export const FORMS = Object.keys(MAKERS) as Form[]
export const make = (form: Form, text: string): Promise<Buffer> => MAKERS[form](text)

const finished = (doc: PDFKit.PDFDocument) =>
  new Promise<Buffer>((resolve) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.end()
  })

/** A PDF with a text layer; form feeds begin pages, two spaces or more are columns (kept by a fixed-width font). */
async function pdfOf(text: string): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'LETTER', margin: 50, autoFirstPage: false, info: { Title: 'Record', CreationDate: new Date(0) } })
  for (const page of text.split('\f')) {
    doc.addPage()
    for (const line of page.trim().split('\n'))
      doc
        .font(/\S {2,}\S/.test(line) ? MONO : FONT)
        .fontSize(9)
        .text(line === '' ? ' ' : line, { lineGap: 2 })
  }
  return finished(doc)
}

/** Pages drawn as grey pictures, dots an inch given. Lines are wrapped by the writer of the text. */
export async function pagesOf(text: string, dpi: number): Promise<Buffer[]> {
  const [width, height] = [8.5 * dpi, 11 * dpi]
  const size = dpi / 7.2
  return Promise.all(
    text.split('\f').map((page) => {
      const lines = page
        .trim()
        .split('\n')
        .map(
          (line, i) =>
            `<text x="${dpi * 0.7}" y="${dpi * 0.8 + i * size * 1.45}" xml:space="preserve">${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`,
        )
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/><g font-family="DejaVu Sans Mono, monospace" font-size="${size}" fill="#111">${lines.join('')}</g></svg>`
      return sharp(Buffer.from(svg)).flatten({ background: 'white' }).greyscale().png().toBuffer()
    }),
  )
}

async function imagePdf(pages: Buffer[]): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'LETTER', margin: 0, autoFirstPage: false, info: { CreationDate: new Date(0) } })
  for (const page of pages) {
    const tilted = await sharp(page)
      .rotate(0.4, { background: 'white' })
      .resize(2550, 3300, { fit: 'fill' })
      .blur(0.6)
      .jpeg({ quality: 70 })
      .toBuffer()
    doc.addPage().image(tilted, 0, 0, { width: 612, height: 792 })
  }
  return finished(doc)
}

/** A fax: 1-bit, CCITT group 4, 204 by 98 dots an inch, so that its dots are twice as high as wide. One page. */
async function faxOf(text: string): Promise<Buffer> {
  const [page] = await pagesOf(text, 204)
  return sharp(page)
    .flatten({ background: 'white' })
    .resize(1728, 1078, { fit: 'fill' })
    .threshold(150)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, miniswhite: true, xres: 204 / 25.4, yres: 98 / 25.4 })
    .toBuffer()
}

/** A phone's photo of a printed page: warm light, slightly turned, JPEG. */
async function photoOf(text: string): Promise<Buffer> {
  const [page] = await pagesOf(text, 200)
  return sharp(page)
    .rotate(1.2, { background: '#8a7f70' })
    .tint({ r: 250, g: 244, b: 230 })
    .modulate({ brightness: 0.92 })
    .jpeg({ quality: 72 })
    .toBuffer()
}

/** A Word file: paragraphs, and tables from runs of lines with `|` between cells. */
async function docxOf(text: string): Promise<Buffer> {
  const escaped = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const paragraph = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r></w:p>`
  const body: string[] = []
  let rows: string[] = []
  const closeTable = () => {
    if (rows.length > 0) body.push(`<w:tbl>${rows.join('')}</w:tbl>`)
    rows = []
  }
  for (const line of text.trim().split('\n')) {
    if (line.includes('|'))
      rows.push(
        `<w:tr>${line
          .split('|')
          .map((cell) => `<w:tc>${paragraph(cell.trim())}</w:tc>`)
          .join('')}</w:tr>`,
      )
    else {
      closeTable()
      body.push(paragraph(line))
    }
  }
  closeTable()
  const zip = new ZipFile()
  const add = (name: string, content: string) =>
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`), name, { mtime: new Date(2020, 0, 1) })
  add(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  )
  add(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  )
  add(
    'word/document.xml',
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  )
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const rtfOf = (text: string) =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Calibri;}}\\f0\\fs22 ${text
    .trim()
    .replace(/[\\{}]/g, '\\$&')
    .replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0)}?`)
    .split('\n')
    .join('\\par\n')}}`
