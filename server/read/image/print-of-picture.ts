import { evenlyLit, scaled, smoothed } from './change-picture.ts'
import type { GreyPicture } from './grey-picture.ts'
import { withoutSpecks } from './specks.ts'

/** A page as the engine likes it. `fromFax`: it came in black and white or over a line with noise, and was smoothed. */
export type Print = { picture: GreyPicture; fromFax: boolean }

/** Light evened, specks taken off, the stairs of a fax smoothed, small pictures enlarged. `dpi` is what the file says. */
export async function printOfPicture(original: GreyPicture, dpi: number | undefined, blackAndWhite: boolean): Promise<Print> {
  const likely = likelyDpi(original, dpi)
  const { picture, speckled } = withoutSpecks(await evenlyLit(original), likely)
  const fromFax = blackAndWhite || speckled
  return { picture: await enlarged(fromFax ? await smoothed(picture, likely) : picture), fromFax }
}

/**
 * Files often say 72 where they do not know, and a wrong resolution would take letters for specks: only one that makes a sheet of paper
 * is believed.
 */
function likelyDpi({ width, height }: GreyPicture, said: number | undefined): number {
  const long = Math.max(width, height)
  return said !== undefined && long / said > SHORTEST_SHEET && long / said < LONGEST_SHEET ? said : long / USUAL_SHEET
}

/** Letters of small pictures are made as high as the engine likes them: by whole steps, which keep the strokes even. */
async function enlarged(picture: GreyPicture): Promise<GreyPicture> {
  const long = Math.max(picture.width, picture.height)
  if (long >= SMALL_SIDE) return picture
  return scaled(picture, long < SMALLEST_SIDE ? 3 : 2)
}

/** Inches of the longer side. */
const [SHORTEST_SHEET, USUAL_SHEET, LONGEST_SHEET] = [8, 11.3, 15]
/** Dots: a page at 170 and at 80 dots an inch. */
const [SMALL_SIDE, SMALLEST_SIDE] = [1900, 900]
