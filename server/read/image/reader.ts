import { readDocument, unreadDocument } from '@carefolio/core/read/reader.ts'
import type { Page, ReadProblem } from '@carefolio/core/record/document.ts'
import { AppError, problem } from '@carefolio/core/record/errors.ts'
import sharp from 'sharp'
import { eachInOrder } from '../each-in-order.ts'
import type { ServerReader, World } from '../world.ts'
import { greyOf, isBlackAndWhite, scaled } from './change-picture.ts'
import type { GreyPicture } from './grey-picture.ts'
import { pageOfPicture } from './page-of-picture.ts'
import { type Resolution, resolutionsOf } from './resolution.ts'

/** Pictures of pages: photos, scans, faxes (JPEG, PNG, GIF, WebP, TIFF with many pages, HEIC, AVIF). */
export const imageReader: ServerReader = {
  format: 'image',
  score: (bytes) => (SIGNATURES.some((signature) => signature(bytes)) ? 0.95 : 0),
  async read(bytes, source, world) {
    const unread = (code: Parameters<typeof problem>[0]) => ({ document: unreadDocument(source, bytes.length, 'image', [problem(code)]) })
    let file = bytes
    let count: number
    try {
      if (isHeic(bytes)) file = await jpegOfHeic(bytes)
      const metadata = await sharp(file, { limitInputPixels: false, failOn: 'none' }).metadata()
      if (metadata.width * (metadata.pageHeight ?? metadata.height) > MOST_DOTS) return unread('image-too-large')
      // The frames of an animation are no pages.
      count = metadata.format === 'tiff' ? Math.min(metadata.pages ?? 1, MOST_PAGES) : 1
    } catch {
      return unread('damaged-image')
    }
    const resolutions = resolutionsOf(file)
    const problems: ReadProblem[] = []
    let done = 0
    const read = await eachInOrder(count, world.parallel, async (index): Promise<Page | undefined> => {
      try {
        return await readPage(file, index, resolutions[index], world, problems)
      } catch (error) {
        problems.push(problem(error instanceof AppError ? error.code : 'damaged-image', count > 1 ? `page ${index + 1}` : undefined))
        return undefined
      } finally {
        world.onPage(++done, count)
      }
    })
    const pages = read.map((page, index): Page => page ?? { number: index + 1, text: '', source: 'ocr' })
    if (pages.every((page) => page.text.trim() === '')) {
      return { document: unreadDocument(source, bytes.length, 'image', problems.length > 0 ? problems : [problem('no-text')]) }
    }
    return { document: readDocument(source, bytes, 'image', pages, { problems }) }
  },
}

async function readPage(
  file: Uint8Array,
  index: number,
  resolution: Resolution | undefined,
  world: World,
  problems: ReadProblem[],
): Promise<Page> {
  // `failOn: 'truncated'` would lose the upper half of a cut photo, which can still be read.
  const image = sharp(file, { page: index, limitInputPixels: MOST_DOTS, failOn: 'none' }).autoOrient()
  const grey = await greyOf(image)
  const square = await withSquareDots(grey, resolution)
  const { page, confidence } = await pageOfPicture(square.picture, index + 1, square.dpi, world, isBlackAndWhite(grey))
  if (page.text !== '' && confidence < DOUBTFUL) problems.push(problem('ocr-doubtful', `page ${index + 1}`))
  return page
}

/** Faxes have twice as many dots across as down; without that, letters are too flat to be read. */
async function withSquareDots(
  picture: GreyPicture,
  resolution: Resolution | undefined,
): Promise<{ picture: GreyPicture; dpi: number | undefined }> {
  const said = resolution && resolution.across > 0 && resolution.down > 0 ? resolution : undefined
  const across = said?.across ?? 1
  const down = said?.down ?? (isStandardFax(picture) ? 0.5 : 1)
  const dpi = said?.unit && Math.max(across, down) >= 50 ? Math.max(across, down) : undefined
  // A header that says square may still be wrong: a standard fax saved as PNG keeps its shape, half as high as a page.
  const ratio = Math.abs(across / down - 1) < 0.05 && isStandardFax(picture) ? 2 : across / down
  if (Math.abs(ratio - 1) < 0.05 || ratio > 5 || ratio < 0.2) return { picture, dpi }
  return { picture: ratio > 1 ? await scaled(picture, 1, ratio) : await scaled(picture, 1 / ratio, 1), dpi }
}

/** Group 3 standard resolution: 204 × 98 dots an inch, a line is 1728 dots, black or white; no paper is that wide and low. */
function isStandardFax(picture: GreyPicture): boolean {
  const { width, height } = picture
  if (width < 1600 || width > 1760 || height / width < 0.55 || height / width > 0.74) return false
  return isBlackAndWhite(picture)
}

/** What sharp cannot open itself. */
export async function jpegOfHeic(bytes: Uint8Array): Promise<Uint8Array> {
  const { default: convert } = await import('heic-convert')
  return new Uint8Array(await convert({ buffer: bytes, format: 'JPEG', quality: 0.95 }))
}

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))
export const isHeic = (bytes: Uint8Array): boolean =>
  ascii(bytes, 4, 8) === 'ftyp' && /^(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1)/.test(ascii(bytes, 8, 12))

const SIGNATURES: readonly ((bytes: Uint8Array) => boolean)[] = [
  (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  (bytes) => bytes[0] === 0x89 && ascii(bytes, 1, 4) === 'PNG',
  (bytes) => /^GIF8[79]a/.test(ascii(bytes, 0, 6)),
  (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
  (bytes) => bytes[0] === 0x49 && bytes[1] === 0x49 && (bytes[2] === 0x2a || bytes[2] === 0x2b) && bytes[3] === 0,
  (bytes) => bytes[0] === 0x4d && bytes[1] === 0x4d && bytes[2] === 0 && (bytes[3] === 0x2a || bytes[3] === 0x2b),
  (bytes) => ascii(bytes, 0, 2) === 'BM' && bytes.length > 54 && bytes[14] === 40,
  (bytes) => ascii(bytes, 4, 8) === 'ftyp' && ascii(bytes, 8, 12) === 'avif',
  isHeic,
]

/** 120 million dots are a letter page at 1100 dots an inch. */
const MOST_DOTS = 120_000_000
const MOST_PAGES = 3000
const DOUBTFUL = 0.6
