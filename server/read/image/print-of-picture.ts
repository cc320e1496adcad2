import { evenlyLit, scaled, smoothed } from './change-picture.ts'
import type { GreyPicture } from './grey-picture.ts'
import { withoutSpecks } from './specks.ts'

/** A page as the engine likes it. `fromFax`: it came in black and white or over a line with noise, and was smoothed. */
export type Print = { picture: GreyPicture; fromFax: boolean }

/** Light evened, specks taken off, the stairs of a fax smoothed, small pictures enlarged. `dpi` may be a guess. */
export async function printOfPicture(original: GreyPicture, dpi: number | undefined, blackAndWhite: boolean): Promise<Print> {
  const likely = dpi ?? Math.max(original.width, original.height) / PAGE_INCHES
  const { picture, speckled } = withoutSpecks(await evenlyLit(original), likely)
  const fromFax = blackAndWhite || speckled
  return { picture: await enlarged(fromFax ? await smoothed(picture, likely) : picture), fromFax }
}

/** Letters of small pictures are made as high as the engine likes them: by whole steps, which keep the strokes even. */
async function enlarged(picture: GreyPicture): Promise<GreyPicture> {
  const long = Math.max(picture.width, picture.height)
  if (long >= SMALL_SIDE) return picture
  return scaled(picture, long < SMALLEST_SIDE ? 3 : 2)
}

/** The longer side of a sheet, letter or A4. */
const PAGE_INCHES = 11.3
/** Dots: a page at 170 and at 80 dots an inch. */
const [SMALL_SIDE, SMALLEST_SIDE] = [1900, 900]
