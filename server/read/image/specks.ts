import type { GreyPicture } from './grey-picture.ts'

/**
 * The picture without specks: marks with paper all around them that hold less ink than the smallest full stop. Telephone lines and dusty
 * glass strew them, and an engine reads them as stops, commas and broken letters. Ink is summed, not dots, because making a picture larger
 * spreads a dot over its neighbours. A page with few of them comes back as it is (`speckled` is false): there they may be anything.
 */
export function withoutSpecks(picture: GreyPicture, dpi: number): { picture: GreyPicture; speckled: boolean } {
  const { state, specks } = specksOf(picture, MOST_INK * dpi ** 2)
  if (specks < FEWEST) return { picture, speckled: false }
  return { picture: { ...picture, data: picture.data.map((dot, at) => (state[at] === SPECK ? 255 : dot)) }, speckled: true }
}

/** How many marks hold at most `mostInk` dots of full black, and which dots are theirs. */
function specksOf({ width, height, data }: GreyPicture, mostInk: number): { state: Uint8Array; specks: number } {
  const state = new Uint8Array(width * height)
  const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]
  let specks = 0
  // The outermost dots have no neighbours on all sides; no print stands there.
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const start = y * width + x
      if (isPaper(data[start]) || state[start] !== UNSEEN) continue
      const { dots, isSpeck } = markAt(start, data, state, around, mostInk)
      for (const dot of dots) state[dot] = isSpeck ? SPECK : PRINT
      if (isSpeck) specks++
    }
  }
  return { state, specks }
}

/** The mark that a dot belongs to, followed only until it is too large: what was followed is print then, so that no dot is looked at twice. */
function markAt(start: number, data: Uint8Array, state: Uint8Array, around: readonly number[], mostInk: number) {
  const dots = [start]
  state[start] = THIS_MARK
  let ink = 0
  for (let index = 0; index < dots.length; index++) {
    const dot = dots[index] ?? 0
    ink += 1 - (data[dot] ?? 0) / 255
    if (ink > mostInk) return { dots, isSpeck: false }
    for (const step of around) {
      const next = dot + step
      if (isPaper(data[next]) || state[next] === THIS_MARK) continue
      if (state[next] === PRINT) return { dots, isSpeck: false }
      state[next] = THIS_MARK
      dots.push(next)
    }
  }
  return { dots, isSpeck: true }
}

const [UNSEEN, THIS_MARK, PRINT, SPECK] = [0, 1, 2, 3]
const isPaper = (dot: number | undefined): boolean => dot === undefined || dot >= PAPER

/** From this light on a dot is paper. */
const PAPER = 224
/**
 * Square inches of black. One dot of a standard fax (204 × 98 an inch) is 0.00005 and comes out of enlarging as at most 0.00006; the
 * smallest full stop, of print 6 points high, is two such dots.
 */
const MOST_INK = 0.00007
/** A sheet that was scanned has a few; a line with noise gives hundreds. */
const FEWEST = 40
