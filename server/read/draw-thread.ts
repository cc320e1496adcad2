import { AppError } from '@carefolio/core/record/errors.ts'
import sharp, { type Sharp } from 'sharp'
import { answerAsked } from '../answer-asked.ts'
import type { PageToDraw } from './drawing-thread.ts'
import { isHeic, jpegOfHeic } from './image/reader.ts'
import { openPdf } from './pdf/open-pdf.ts'
import { pagePicture } from './pdf/page-picture.ts'
import { pdfium } from './pdf/pdfium.ts'

// The thread of `drawingThread`: a page in, its PNG out.
answerAsked(async (page: PageToDraw): Promise<Uint8Array> => {
  const picture = page.format === 'pdf' ? await pdfPage(page) : page.format === 'image' ? await imagePage(page) : undefined
  if (picture === undefined) throw new AppError('no-picture')
  return new Uint8Array(await picture.png({ compressionLevel: 6 }).toBuffer())
})

async function pdfPage({ bytes, page: { number, rotation = 0 }, width }: PageToDraw): Promise<Sharp | undefined> {
  const engine = await pdfium()
  const opened = openPdf(engine, bytes)
  if (typeof opened === 'string') return undefined
  using pdf = opened
  const found = pdf.page(number - 1, (page) => {
    const dpi = Math.min(300, Math.max(36, (width / engine.FPDF_GetPageWidthF(page)) * 72))
    return pagePicture(engine, page, dpi)
  })
  if (!found) return undefined
  const { picture } = found
  return turnedTo(sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 1 } }), rotation, width)
}

/** Upright as it was read, so that places found on it fit; dots made square as the page's size says. */
async function imagePage({ bytes, page: { number, rotation = 0, size }, width }: PageToDraw): Promise<Sharp> {
  const file = isHeic(bytes) ? await jpegOfHeic(bytes) : bytes
  const upright = await sharp(file, { page: number - 1, limitInputPixels: MOST_DOTS, failOn: 'none' })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png()
    .toBuffer()
  const turned = await sharp(upright).rotate(rotation, { background: '#ffffff' }).png().toBuffer()
  if (!size) return sharp(turned).resize({ width, withoutEnlargement: true })
  const { width: dots } = await sharp(turned).metadata()
  const across = Math.min(width, dots)
  return sharp(turned).resize(across, Math.max(1, Math.round((across * size.height) / size.width)), { fit: 'fill' })
}

async function turnedTo(picture: Sharp, rotation: number, width: number): Promise<Sharp> {
  const turned = await picture.rotate(rotation, { background: '#ffffff' }).png().toBuffer()
  return sharp(turned).resize({ width, withoutEnlargement: true })
}

const MOST_DOTS = 120_000_000
