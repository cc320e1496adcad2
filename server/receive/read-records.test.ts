import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document } from '@carefolio/core/record/document.ts'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { hasNativeEngine } from '../read/ocr/native-engine.ts'
import { pdfReader } from '../read/pdf/reader.ts'
import type { World } from '../read/world.ts'
import type { ReadProgress } from './read-all.ts'
import { readRecords } from './read-records.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-read-'))
const documents = new Map<string, Document>()
const progress: ReadProgress[] = []

/** A table as laboratories print it: labels left, values far to the right. */
const ROWS: [string, string, string][] = [
  ['Estrogen receptor', '95%', 'Positive'],
  ['Progesterone receptor', '40%', 'Positive'],
  ['Hemoglobin', '11.4', 'g/dL'],
  ['Platelets', '176', 'per nanoliter'],
]

beforeAll(async () => {
  const table = await pdf()
  const scan = await picture(table)
  writeFileSync(join(folder, 'table.pdf'), table)
  writeFileSync(join(folder, 'copy-of-table.pdf'), table)
  writeFileSync(join(folder, 'upside-down.png'), await sharp(scan).rotate(180).png().toBuffer())
  writeFileSync(join(folder, 'sideways.jpg'), await sharp(scan).rotate(90).jpeg().toBuffer())
  writeFileSync(join(folder, 'leaning.webp'), await sharp(scan).rotate(1.5, { background: '#fff' }).webp().toBuffer())
  writeFileSync(join(folder, 'fax.tif'), await fax(scan))
  mkdirSync(join(folder, 'more'))
  writeFileSync(
    join(folder, 'more', 'all.zip'),
    await zip({ 'notes/visit.txt': Buffer.from('Feels well.'), 'inner.zip': await zip({ 'scan.txt': Buffer.from('No lesion.') }) }),
  )
  for (const document of await readRecords(folder, { onProgress: (step) => progress.push(step) })) documents.set(document.file, document)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a folder of records', () => {
  it.each(['table.pdf', 'upside-down.png', 'sideways.jpg', 'leaning.webp', 'fax.tif'])('keeps label and value on one row in %s', (file) => {
    const text = documents.get(file)?.pages[0]?.text.split('\n') ?? []
    for (const [label, value, unit] of ROWS) expect(text).toContain(`${label}  ${value}  ${unit}`)
  })

  it('says how far a page was turned to be read', () => {
    expect(documents.get('upside-down.png')?.pages[0]?.rotation).toBe(180)
    expect(documents.get('sideways.jpg')?.pages[0]?.rotation).toBe(270)
    expect(documents.get('leaning.webp')?.pages[0]?.rotation).toBeUndefined()
  })

  it('gives every word its place: the literal words, inside the page, in the order of the text', () => {
    for (const file of ['table.pdf', 'sideways.jpg']) {
      const page = documents.get(file)?.pages[0]
      expect(page?.words?.length).toBeGreaterThan(10)
      for (const { start, end, box } of page?.words ?? []) {
        expect(page?.text.slice(start, end)).toMatch(/^\S+$/)
        expect(box[0]).toBeLessThan(box[2])
        expect(box[1]).toBeLessThan(box[3])
      }
    }
    const [drawn, read] = ['table.pdf', 'fax.tif'].map((file) => boxOf(documents.get(file), '176'))
    for (const edge of [0, 1, 2, 3] as const) expect(Math.abs((drawn?.[edge] ?? 0) - (read?.[edge] ?? 1))).toBeLessThan(0.01)
  })

  it('counts the same file and the scan of a text once', () => {
    const original = documents.get('copy-of-table.pdf')
    expect(original?.sameAs).toBeUndefined()
    expect(documents.get('table.pdf')?.sameAs).toBe(original?.id)
    expect(documents.get('fax.tif')?.sameAs).toBe(original?.id)
  })

  it('reads what is inside other files as documents of their own', () => {
    const outer = documents.get('more/all.zip')
    const inner = documents.get('more/all.zip › inner.zip')
    expect(documents.get('more/all.zip › notes/visit.txt')).toMatchObject({
      read: true,
      parent: outer?.id,
      id: `${outer?.id}/notes/visit.txt`,
    })
    expect(documents.get('more/all.zip › inner.zip › scan.txt')).toMatchObject({ read: true, parent: inner?.id })
  })

  it('counts files and pages on the way', () => {
    expect(progress.at(-1)).toMatchObject({ done: 10, total: 10 })
    expect(progress).toContainEqual(expect.objectContaining({ file: 'fax.tif', page: 1, pages: 1 }))
  })

  it('reads pictures with the engine that came with npm as well', { skip: !hasNativeEngine() }, async () => {
    const [document] = await readRecords(join(folder, 'fax.tif'), { ocr: 'javascript' })
    expect(document?.pages[0]?.text).toContain('Platelets  176  per nanoliter')
  })
})

function boxOf(document: Document | undefined, word: string) {
  const page = document?.pages[0]
  return page?.words?.find(({ start, end }) => page.text.slice(start, end) === word)?.box
}

function pdf(): Promise<Buffer> {
  const document = new PDFDocument({ size: 'LETTER' })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  document.fontSize(13).text('LABORATORY REPORT of the Sample Valley Clinic, collected 03/02/2026', 72, 80)
  document.text('The following results were obtained from the specimens that were sent to our laboratory.', 72, 110)
  for (const [index, [label, value, unit]] of ROWS.entries()) {
    const top = 170 + index * 22
    document
      .text(label, 72, top, { lineBreak: false })
      .text(value, 280, top, { lineBreak: false })
      .text(unit, 400, top, { lineBreak: false })
  }
  document.text('All results were reviewed before release. Please call us with any question about this report.', 72, 300)
  document.end()
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(parts))))
}

/** The page as a scanner would see it, at 300 dots an inch. */
async function picture(file: Buffer): Promise<Buffer> {
  const { pdfium } = await import('../read/pdf/pdfium.ts')
  const { openPdf } = await import('../read/pdf/open-pdf.ts')
  const { pagePicture } = await import('../read/pdf/page-picture.ts')
  const engine = await pdfium()
  const opened = openPdf(engine, file)
  if (typeof opened === 'string') throw new Error(opened)
  const drawn = opened.page(0, (page) => pagePicture(engine, page, 300))
  opened[Symbol.dispose]()
  if (!drawn) throw new Error('not drawn')
  const { width, height, data } = drawn.picture
  return sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer()
}

/** Black and white, with half as many dots down as across, as fax machines send it. */
async function fax(scan: Buffer): Promise<Buffer> {
  return sharp(scan)
    .resize(1728, 1118, { fit: 'fill' })
    .threshold(150)
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: 102 / 25.4 })
    .toBuffer()
}

function zip(files: Record<string, Buffer>): Promise<Buffer> {
  const archive = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) archive.addBuffer(bytes, name)
  archive.end()
  const parts: Buffer[] = []
  return new Promise((resolve) => {
    archive.outputStream.on('data', (part: Buffer) => parts.push(part))
    archive.outputStream.on('end', () => resolve(Buffer.concat(parts)))
  })
}

describe('a PDF', () => {
  it('keeps its text layer when there is no OCR on this computer', async () => {
    const world: World = { parallel: 1, onPage: () => {}, ocr: () => Promise.reject(new Error('no OCR')) }
    const { DocumentId } = await import('@carefolio/core/record/document-id.ts')
    const { document } = await pdfReader.read(new Uint8Array(await pdf()), { id: DocumentId.parse('x'), file: 'x.pdf' }, world)
    expect(document).toMatchObject({ read: true, problems: [] })
  })
})
