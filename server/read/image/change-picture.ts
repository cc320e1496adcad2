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

/**
 * A picture of black and white dots only, with the screens that stand for grey smoothed into grey: faxes print shaded cells as a pattern
 * of dots, and letters on it cannot be told from it. Pictures that have greys stay as they are.
 */
export async function descreened(picture: GreyPicture): Promise<GreyPicture> {
  if (!picture.data.every((dot) => dot < 8 || dot > 247)) return picture
  return greyOf(open(picture).blur(1.1).linear(1.9, -90))
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
