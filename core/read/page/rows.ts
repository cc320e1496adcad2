import type { PlacedWord } from './placed-word.ts'

/** Words that stand side by side, from left to right: what a person would follow with a ruler. */
export type Row = { words: PlacedWord[]; top: number; bottom: number }

/**
 * Words grouped into rows by where they stand, top to bottom. A word joins the row whose nearest word overlaps it in height by half;
 * nearest, so that a page that leans a little does not slide from one row into the next.
 */
export function rowsOf(words: readonly PlacedWord[]): Row[] {
  const typical = typicalHeight(words)
  const rows: Row[] = []
  const byMiddle = withoutDoubles(words).sort((a, b) => middle(a) - middle(b) || a.left - b.left)
  for (const word of byMiddle) {
    const row = rowFor(word, rows, typical)
    if (row) {
      row.words.push(word)
      row.top = Math.min(row.top, word.top)
      row.bottom = Math.max(row.bottom, word.bottom)
    } else rows.push({ words: [word], top: word.top, bottom: word.bottom })
  }
  for (const row of rows) row.words.sort((a, b) => a.left - b.left)
  return rows.sort((a, b) => rowMiddle(a) - rowMiddle(b))
}

/** The middle one of the heights of all words. */
export function typicalHeight(words: readonly PlacedWord[]): number {
  if (words.length === 0) return 1
  const heights = words.map((word) => word.bottom - word.top).sort((a, b) => a - b)
  return Math.max(heights[Math.floor(heights.length / 2)] ?? 1, 1e-6)
}

function rowFor(word: PlacedWord, rows: readonly Row[], typical: number): Row | undefined {
  let best: Row | undefined
  let bestOverlap = 0.5
  // Rows come in order of their middle, so only the last few can still reach this word.
  for (let index = rows.length - 1; index >= 0 && index >= rows.length - ROWS_BACK; index--) {
    const row = rows[index]
    if (!row || row.bottom < word.top - typical) continue
    const beside = nearest(word, row.words)
    if (!beside || collides(word, row.words)) continue
    const overlap = overlapOf(word, beside)
    if (overlap > bestOverlap) {
      bestOverlap = overlap
      best = row
    }
  }
  return best
}

function nearest(word: PlacedWord, others: readonly PlacedWord[]): PlacedWord | undefined {
  let best: PlacedWord | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const other of others) {
    const between = Math.max(other.left - word.right, word.left - other.right, 0)
    if (between < distance) {
      distance = between
      best = other
    }
  }
  return best
}

/** A word that stands over or under another one of the row, in the same place across, is not beside it. */
function collides(word: PlacedWord, others: readonly PlacedWord[]): boolean {
  return others.some((other) => {
    const shared = Math.min(word.right, other.right) - Math.max(word.left, other.left)
    return shared > 0.5 * Math.min(word.right - word.left, other.right - other.left)
  })
}

/** How much of the smaller one's height both share. A full stop or a dash counts by its middle. */
function overlapOf(a: PlacedWord, b: PlacedWord): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return shared / Math.max(Math.min(a.bottom - a.top, b.bottom - b.top), 1e-6)
}

/** Bold made by printing a word twice a hair apart is one word. */
function withoutDoubles(words: readonly PlacedWord[]): PlacedWord[] {
  const kept: PlacedWord[] = []
  const seen = new Map<string, PlacedWord[]>()
  for (const word of words) {
    if (word.text.trim() === '') continue
    const same = seen.get(word.text) ?? []
    if (same.some((other) => areaShared(word, other) > 0.7)) continue
    same.push(word)
    seen.set(word.text, same)
    kept.push(word)
  }
  return kept
}

function areaShared(a: PlacedWord, b: PlacedWord): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  if (across <= 0 || down <= 0) return 0
  return (across * down) / Math.max((a.right - a.left) * (a.bottom - a.top), 1e-6)
}

const middle = (word: PlacedWord): number => (word.top + word.bottom) / 2
const rowMiddle = (row: Row): number => (row.top + row.bottom) / 2
const ROWS_BACK = 12
