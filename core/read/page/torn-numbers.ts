import type { PlacedWord } from './placed-word.ts'

/**
 * The words of one row, with numbers that OCR tore behind their point (`15.` `5`) joined again: where the gap is far narrower than every
 * space of the row. What was joined is no more trusted than a guess.
 */
export function withoutTornNumbers(row: readonly PlacedWord[]): PlacedWord[] {
  const gapBefore = (nth: number): number => (row[nth]?.left ?? 0) - (row[nth - 1]?.right ?? 0)
  const isTear = (nth: number): boolean =>
    nth > 0 && /^[<>(]?\d{1,3}\.$/.test(row[nth - 1]?.text ?? '') && /^\d{1,2}[%),;]?$/.test(row[nth]?.text ?? '')
  const tears = new Set([...row.keys()].filter(isTear))
  if (tears.size === 0) return [...row]
  const spaces = [...row.keys()].filter((nth) => nth > 0 && !tears.has(nth)).map(gapBefore)
  if (spaces.length < FEWEST_SPACES) return [...row]
  const narrowest = Math.min(...spaces)
  const joined: PlacedWord[] = []
  for (const [nth, word] of row.entries()) {
    const before = joined.at(-1)
    if (before && tears.has(nth) && gapBefore(nth) < TEAR * narrowest) joined.splice(-1, 1, both(before, word))
    else joined.push(word)
  }
  return joined
}

const both = (left: PlacedWord, right: PlacedWord): PlacedWord => ({
  text: left.text + right.text,
  left: left.left,
  right: right.right,
  top: Math.min(left.top, right.top),
  bottom: Math.max(left.bottom, right.bottom),
  confidence: Math.min(left.confidence ?? 1, right.confidence ?? 1, GUESS),
})

const FEWEST_SPACES = 3
/** The part of the narrowest space that a tear may be wide. */
const TEAR = 0.65
const GUESS = 0.5
