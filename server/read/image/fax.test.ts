import { DocumentId } from '@carefolio/core/record/document-id.ts'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { ocrPool } from '../ocr/pool.ts'
import { openPdf } from '../pdf/open-pdf.ts'
import { pagePicture } from '../pdf/page-picture.ts'
import { pdfium } from '../pdf/pdfium.ts'
import { pdfReader } from '../pdf/reader.ts'
import type { World } from '../world.ts'
import { greyOf } from './change-picture.ts'
import type { GreyPicture } from './grey-picture.ts'
import { imageReader } from './reader.ts'

const LINES = [
  'Riverbend Pathology Associates, report of a core biopsy of the left breast',
  'Invasive ductal carcinoma, grade 2, measuring 1.7 cm, margins not assessed.',
  'Estrogen receptor: positive, 90% of tumor nuclei, strong staining.',
  'Progesterone receptor: positive, 35% of tumor nuclei, moderate staining.',
  'HER2 by immunohistochemistry: negative, score 1+.',
  'Ki-67 index: 22%. Hemoglobin 11.4 g/dL, creatinine 0.8 mg/dL.',
]

const pool = ocrPool({ size: 1 })
const world: World = { ocr: (picture, layout) => pool.recognise(picture, layout), parallel: 1, onPage: () => {} }
afterAll(() => pool[Symbol.asyncDispose]())

describe('a page sent over a line with noise at the standard resolution of fax', () => {
  it.each(['Helvetica', 'Courier'])(
    'keeps every word and point of print in %s',
    async (font) => {
      const { document } = await imageReader.read(await asTiff(await faxed(await printed(font))), source('fax.tif'), world)
      expect(document.pages[0]?.text.split(/\n+/)).toEqual(LINES)
    },
    120_000,
  )

  it('is read the same where the receiver has put it into a PDF', async () => {
    const { document } = await pdfReader.read(await asPdf(await faxed(await printed('Helvetica'))), source('fax.pdf'), world)
    expect(document.pages[0]?.text.split(/\n+/)).toEqual(LINES)
  }, 120_000)
})

const source = (file: string) => ({ id: DocumentId.parse(file), file })

/** The lines as a printer sets them, 204 dots an inch. */
async function printed(font: string): Promise<GreyPicture> {
  const sheet = new PDFDocument({ size: 'LETTER' }).font(font).fontSize(10)
  for (const [nth, line] of LINES.entries()) sheet.text(line, 72, 90 + nth * 18, { lineBreak: false })
  const engine = await pdfium()
  const opened = openPdf(engine, await bytesOf(sheet))
  if (typeof opened === 'string') throw new Error(opened)
  using pdf = opened
  const drawn = pdf.page(0, (page) => pagePicture(engine, page, 204))
  if (!drawn) throw new Error('not drawn')
  return drawn.picture
}

/** Black or white, 1728 dots × 98 lines an inch, one dot in a thousand turned over. */
async function faxed({ width, height, data }: GreyPicture): Promise<GreyPicture> {
  const sent = await greyOf(
    sharp(data, { raw: { width, height, channels: 1 } })
      .resize(1728, 1078, { fit: 'fill' })
      .threshold(150),
  )
  let chance = 7
  for (let at = 0; at < sent.data.length; at++) {
    chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0
    if (chance < 0.001 * 2 ** 32) sent.data[at] = 255 - (sent.data[at] ?? 0)
  }
  return sent
}

const asTiff = ({ width, height, data }: GreyPicture): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: 98 / 25.4 })
    .toBuffer()

async function asPdf({ width, height, data }: GreyPicture): Promise<Buffer> {
  const png = await sharp(data, { raw: { width, height, channels: 1 } })
    .png({ palette: true, colours: 2 })
    .toBuffer()
  return bytesOf(new PDFDocument({ size: 'LETTER', margin: 0 }).image(png, 0, 0, { width: 612, height: 792 }))
}

function bytesOf(document: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  document.end()
  return new Promise((resolve) => document.on('end', () => resolve(Buffer.concat(parts))))
}
