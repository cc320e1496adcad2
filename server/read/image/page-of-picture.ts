import { isImpossibleDate } from '@carefolio/core/read/page/impossible-date.ts'
import { linesOf } from '@carefolio/core/read/page/lines.ts'
import { withoutMistakenLetters } from '@carefolio/core/read/page/mistaken-letters.ts'
import { rowsOf } from '@carefolio/core/read/page/rows.ts'
import { withoutTornNumbers } from '@carefolio/core/read/page/torn-numbers.ts'
import type { Page } from '@carefolio/core/record/document.ts'
import type { OcrWord } from '../ocr/ocr.ts'
import type { World } from '../world.ts'
import { descreened, scaled, turned } from './change-picture.ts'
import type { GreyPicture } from './grey-picture.ts'
import { type Print, printOfPicture } from './print-of-picture.ts'
import { leanOf } from './skew.ts'
import { surerRows } from './surer-rows.ts'

/** A page read from its picture, and how sure the reading is as a whole (0…1, 0 without words). */
export type PictureReading = { page: Page; confidence: number }

/**
 * Reads the picture of a page: light evened, specks taken off, stairs of dots smoothed, small print enlarged, lying or standing on its
 * head turned upright, a lean straightened. `dpi` is the resolution when known; with it the page has a size in points. Boxes are
 * fractions of the upright page.
 */
export async function pageOfPicture(
  original: GreyPicture,
  number: number,
  dpi: number | undefined,
  world: World,
  blackAndWhite = false,
): Promise<PictureReading> {
  const print = await printOfPicture(original, dpi, blackAndWhite)
  const { picture } = print
  const eyes = eyesFor(print, world)
  const upright = await stoodUp(await readUpright(picture, eyes), picture, eyes)
  const { words, width, height } = upright
  const clean = mended(withoutRules(words))
  const { text, words: placed } = linesOf(clean, { width, height })
  const scale = picture.width / original.width
  const page: Page = {
    number,
    text,
    source: 'ocr',
    words: placed,
    ...(dpi === undefined ? {} : { size: { width: (width / scale / dpi) * 72, height: (height / scale / dpi) * 72 } }),
    ...(upright.rotation === 0 ? {} : { rotation: upright.rotation }),
  }
  return { page, confidence: meanConfidence(clean) }
}

/** Two ways to look at an upright picture: at a glance, and as carefully as it needs. */
type Eyes = { glance(picture: GreyPicture): Promise<OcrWord[]>; read(picture: GreyPicture): Promise<OcrWord[]> }

const eyesFor = ({ fromFax }: Print, world: World): Eyes => ({
  glance: (picture) => world.ocr(picture, 'page'),
  read: (picture) => readTwice(picture, fromFax, world),
})

type Attempt = { words: OcrWord[]; width: number; height: number; rotation: number }

async function readUpright(picture: GreyPicture, eyes: Eyes): Promise<Attempt> {
  const lean = leanOf(picture)
  if (!lean.sideways) {
    const first = await readStraight(picture, lean.angle, 0, eyes)
    if (isConvincing(first.words)) return first
    const other = await bestTurn(picture, [180, 90, 270], eyes)
    if (other === undefined || other.sense <= senseOf(first.words)) return first
    return better(first, await readTurned(picture, other.rotation, eyes))
  }
  const best = await bestTurn(picture, [90, 270], eyes)
  const sideways = await readTurned(picture, best?.rotation ?? 90, eyes)
  return isConvincing(sideways.words) ? sideways : better(sideways, await readStraight(picture, 0, 0, eyes))
}

/** The engine reads lines that run up or down the picture too; their words then stand in columns, and the picture is turned for it once more. */
async function stoodUp(attempt: Attempt, picture: GreyPicture, eyes: Eyes): Promise<Attempt> {
  if (!isLying(attempt.words)) return attempt
  const others: Attempt[] = []
  for (const turn of [90, 270]) {
    const rotation = (attempt.rotation + turn) % 360
    const other = rotation === 0 ? await readStraight(picture, leanOf(picture).angle, 0, eyes) : await readTurned(picture, rotation, eyes)
    if (!isLying(other.words)) others.push(other)
  }
  return others.sort((a, b) => senseOf(b.words) - senseOf(a.words))[0] ?? attempt
}

/** Most longer words are higher than wide. */
function isLying(words: readonly OcrWord[]): boolean {
  const long = words.filter(({ text, confidence }) => confidence > 0.5 && /^[\p{L}\p{N}.,:/-]{4,}$/u.test(text))
  const lying = long.filter(({ left, right, top, bottom }) => bottom - top > 1.5 * (right - left))
  return long.length >= 5 && lying.length > 0.6 * long.length
}

async function readTurned(picture: GreyPicture, rotation: number, eyes: Eyes): Promise<Attempt> {
  const upright = await turned(picture, rotation)
  return readStraight(upright, leanOf(upright).angle, rotation, eyes)
}

/** Words of a picture whose lines fall by `angle`, at the places they have in the picture as it was. */
async function readStraight(picture: GreyPicture, angle: number, rotation: number, eyes: Eyes): Promise<Attempt> {
  const { width, height } = picture
  if (Math.abs(angle) < SMALLEST_LEAN) return { words: await eyes.read(picture), width, height, rotation }
  const straight = await turned(picture, -angle)
  const words = await eyes.read(straight)
  const margin = { across: (straight.width - width) / 2, down: (straight.height - height) / 2 }
  // The rows of the straightened page are the true ones, so they are kept: only the margins that turning added are taken off again.
  const moved = words.map((word) => ({
    ...word,
    left: word.left - margin.across,
    right: word.right - margin.across,
    top: word.top - margin.down,
    bottom: word.bottom - margin.down,
  }))
  return { words: moved, width, height, rotation }
}

/**
 * Words of an upright picture. Where some were hard to read, it is read a second time, larger and as one block, and each row is taken
 * from the reading that is surer of it: finding columns is what goes wrong in tables, and then values at the edge are cut.
 */
async function readTwice(picture: GreyPicture, fromFax: boolean, world: World): Promise<OcrWord[]> {
  const words = await world.ocr(picture, 'page')
  const hard = words.filter((word) => word.confidence < HARD && /[\p{L}\p{N}]/u.test(word.text))
  if (hard.length === 0 || !isConvincing(words)) return words
  const factor = Math.max(picture.width, picture.height) < LARGE_SIDE ? 1.5 : 1
  const smooth = fromFax ? await descreened(picture) : picture
  const again = await world.ocr(factor === 1 ? smooth : await scaled(smooth, factor), 'block')
  const back = again.map((word) => ({
    ...word,
    left: word.left / factor,
    top: word.top / factor,
    right: word.right / factor,
    bottom: word.bottom / factor,
  }))
  return surerRows(words, back)
}

/** Which way up makes most sense, tried on a smaller picture. */
async function bestTurn(picture: GreyPicture, rotations: number[], eyes: Eyes): Promise<{ rotation: number; sense: number } | undefined> {
  const small = await scaled(picture, Math.min(1, TRIAL_SIDE / Math.max(picture.width, picture.height)))
  let best: { rotation: number; sense: number } | undefined
  for (const rotation of rotations) {
    const sense = senseOf(await eyes.glance(await turned(small, rotation)))
    if (!best || sense > best.sense) best = { rotation, sense }
  }
  return best
}

const better = (a: Attempt, b: Attempt): Attempt => (senseOf(b.words) > senseOf(a.words) ? b : a)

/** Enough words, most of them sure. A blank page has none, and turning it does not help; a page of noise has many unsure ones. */
function isConvincing(words: readonly OcrWord[]): boolean {
  const letters = words.filter((word) => /[\p{L}\p{N}]{2}/u.test(word.text))
  if (letters.length === 0) return words.length < 3
  return letters.length >= 8 && meanConfidence(letters) > 0.7
}

/** Letters in words that were read with confidence. */
function senseOf(words: readonly OcrWord[]): number {
  return words.reduce(
    (sum, word) => sum + (word.confidence > 0.6 && /^[\p{L}\p{N}.,:;()/%-]{3,}$/u.test(word.text) ? word.text.length * word.confidence : 0),
    0,
  )
}

function meanConfidence(words: readonly OcrWord[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  return letters === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters
}

/** Row by row, because a word is known by its neighbours. A date that cannot be is no more than a guess, whatever the engine thinks of it. */
function mended(words: readonly OcrWord[]): OcrWord[] {
  return rowsOf(words).flatMap((row) => {
    const whole = withoutTornNumbers(row.words)
    const texts = withoutMistakenLetters(whole.map((word) => word.text))
    return whole.map(({ confidence = 0, ...word }, nth) => {
      const text = texts[nth] ?? word.text
      return { ...word, text, confidence: isImpossibleDate(text) ? Math.min(confidence, GUESS) : confidence }
    })
  })
}

/** Ruled lines and borders are read as bars and dashes: they are no words. */
function withoutRules(words: readonly OcrWord[]): OcrWord[] {
  return words
    .filter((word) => !/^[|¦_[\]{}\\~—=]+$/.test(word.text))
    .filter((word) => word.confidence > 0.05 || /[\p{L}\p{N}]{2}/u.test(word.text))
}

const GUESS = 0.5
const SMALLEST_LEAN = 0.3
const HARD = 0.75
const LARGE_SIDE = 3000
const TRIAL_SIDE = 1600
