import sharp, { type Sharp } from 'sharp'
import type { GreyPicture } from './grey-picture.ts'

/** Turned clockwise by any angle in degrees; what comes in at the corners is white. */
export async function turned(picture: GreyPicture, degrees: number): Promise<GreyPicture> {
  return greyOf(open(picture).rotate(degrees, { background: '#ffffff' }))
}

/** Made larger or smaller, across and down by their own factors. */
export async function scaled(picture: GreyPicture, across: number, down: number = across): Promise<GreyPicture> {
  const width = Math.max(1, Math.round(picture.width * across))
  const height = Math.max(1, Math.round(picture.height * down))
  return greyOf(open(picture).resize(width, height, { fit: 'fill', kernel: 'cubic' }))
}

/**
 * Uneven light taken away: every dot is compared with the paper around it. Left alone where the paper is white already
 * (scans, faxes, rendered pages), because there it could only blur.
 */
export async function evenlyLit(picture: GreyPicture): Promise<GreyPicture> {
  const paper = await greyOf(
    open(brightestOfBlocks(picture, Math.max(8, Math.round(picture.width / 80))))
      .dilate(1)
      .blur(2),
  )
  const values = [...paper.data].sort((a, b) => a - b)
  const dark = values[Math.floor(values.length * 0.1)] ?? 255
  const bright = values[Math.floor(values.length * 0.9)] ?? 255
  if (dark > 225 && bright - dark < 25) return picture
  const light = await scaled(paper, picture.width / paper.width, picture.height / paper.height)
  // The table under the sheet is no paper: made white, or it would be read as a frame with noise in it.
  const darkest = bright * DARKEST_PAPER
  const data = new Uint8Array(picture.data.length)
  for (let index = 0; index < data.length; index++) {
    const paperHere = light.data[index] ?? 255
    data[index] = paperHere < darkest ? 255 : Math.min(255, ((picture.data[index] ?? 255) * 250) / paperHere)
  }
  return { width: picture.width, height: picture.height, data }
}

/** No greys at all: a fax, or a scan made for one. */
export function isBlackAndWhite({ data }: GreyPicture): boolean {
  return data.every((dot) => dot < 8 || dot > 247)
}

/** The stairs of dots that are black or white made round again, as print is: by about one dot of a fax, far less than a stroke. */
export async function smoothed(picture: GreyPicture, dpi: number): Promise<GreyPicture> {
  return greyOf(open(picture).blur(Math.min(MOST_BLUR, Math.max(LEAST_BLUR, dpi * STAIR))))
}

/**
 * The screens that stand for grey made into paper: faxes print shaded cells as a pattern of dots, and letters on it cannot be told from
 * it. For a picture that is smoothed already.
 */
export async function descreened(picture: GreyPicture): Promise<GreyPicture> {
  return greyOf(open(picture).linear(1.9, -90))
}

/** The brightest dot of each block: paper, as long as letters are thinner than a block. */
function brightestOfBlocks(picture: GreyPicture, side: number): GreyPicture {
  const width = Math.ceil(picture.width / side)
  const height = Math.ceil(picture.height / side)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < picture.height; y++) {
    const row = Math.floor(y / side) * width
    for (let x = 0; x < picture.width; x++) {
      const block = row + Math.floor(x / side)
      const dot = picture.data[y * picture.width + x] ?? 0
      if (dot > (data[block] ?? 0)) data[block] = dot
    }
  }
  return { width, height, data }
}

/** Paper in shadow keeps at least this part of the light of the brightest paper. */
const DARKEST_PAPER = 0.45

/** Inches: a dot of a fax across. */
const STAIR = 1 / 204
/** Dots; sharp takes no smaller, and a picture without true resolution shall not be washed out. */
const [LEAST_BLUR, MOST_BLUR] = [0.3, 3]

/** One byte a dot, transparent parts white. */
export async function greyOf(image: Sharp): Promise<GreyPicture> {
  const { data, info } = await image
    .flatten({ background: '#ffffff' })
    .toColourspace('b-w')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
  if (info.channels === 1) return { width: info.width, height: info.height, data: bytes }
  const grey = new Uint8Array(info.width * info.height)
  for (let index = 0; index < grey.length; index++) grey[index] = bytes[index * info.channels] ?? 255
  return { width: info.width, height: info.height, data: grey }
}

function open(picture: GreyPicture): Sharp {
  return sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 1 }, limitInputPixels: false })
}
