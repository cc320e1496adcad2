import type { PlacedWord } from './placed-word.ts'
import { type Row, rowsOf } from './rows.ts'

/**
 * Cuts a page set in two columns of running text into parts that are read one after the other (what stands above, left, right, below).
 * A table is never cut: there the cells of a row belong together. The difference is that lines of running text fill their column.
 */
export function partsInReadingOrder(words: readonly PlacedWord[], typical: number): PlacedWord[][] {
  const rows = rowsOf(words)
  const gutter = gutterOf(rows, typical)
  if (!gutter) return [[...words]]
  const { from, to, x } = gutter
  const part = (keep: (row: number, word: PlacedWord) => boolean): PlacedWord[] =>
    rows.flatMap((row, index) => row.words.filter((word) => keep(index, word)))
  const above = part((row) => row < from)
  const left = part((row, word) => row >= from && row <= to && (word.left + word.right) / 2 < x)
  const right = part((row, word) => row >= from && row <= to && (word.left + word.right) / 2 >= x)
  const below = part((row) => row > to)
  return [above, left, right, below].filter((words) => words.length > 0)
}

/** The longest run of rows that leave the same strip empty and look like running text on both sides of it. */
function gutterOf(rows: readonly Row[], typical: number): { x: number; from: number; to: number } | undefined {
  let best: { x: number; from: number; to: number } | undefined
  for (const x of candidates(rows, typical)) {
    let from = -1
    for (let index = 0; index <= rows.length; index++) {
      const row = rows[index]
      const open = row !== undefined && isOpenAt(row, x, typical)
      if (open && from < 0) from = index
      if (!open && from >= 0) {
        const run = trimmed(rows, x, from, index - 1)
        if (run.to - run.from >= (best ? best.to - best.from + 1 : MIN_ROWS - 1) && isRunningText(rows.slice(run.from, run.to + 1), x))
          best = { x, ...run }
        from = -1
      }
    }
  }
  return best
}

/** Places where many rows have a wide gap, in the middle half of the text. */
function candidates(rows: readonly Row[], typical: number): number[] {
  const lefts = rows.map((row) => row.words[0]?.left ?? 0)
  const rights = rows.map((row) => row.words.at(-1)?.right ?? 0)
  const start = Math.min(...lefts)
  const width = Math.max(...rights) - start
  const found = new Map<number, number>()
  for (const row of rows) {
    for (let index = 1; index < row.words.length; index++) {
      const right = row.words[index]?.left ?? 0
      const gap = right - (row.words[index - 1]?.right ?? 0)
      const place = (right - typical / 2 - start) / width
      if (gap < typical || place < 0.25 || place > 0.75) continue
      const key = Math.round((right - typical / 2) / typical)
      found.set(key, (found.get(key) ?? 0) + 1)
    }
  }
  return [...found]
    .filter(([, count]) => count >= MIN_ROWS)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([key]) => key * typical)
}

function isOpenAt(row: Row, x: number, typical: number): boolean {
  return row.words.every((word) => word.right < x + typical * 0.3 || word.left > x - typical * 0.3)
}

/** Rows at either end that have words on one side only are not the start or end of two columns. */
function trimmed(rows: readonly Row[], x: number, from: number, to: number): { from: number; to: number } {
  const both = (row: Row | undefined): boolean =>
    row?.words.some((word) => word.right < x) === true && row.words.some((word) => word.left > x)
  let first = from
  let last = to
  while (first < last && !both(rows[first])) first++
  while (last > first && !both(rows[last])) last--
  return { from: first, to: last }
}

/** On both sides most lines hold several words and reach over most of the width of their column. */
function isRunningText(rows: readonly Row[], x: number): boolean {
  return [
    rows.map((row) => row.words.filter((word) => word.left < x)),
    rows.map((row) => row.words.filter((word) => word.left >= x)),
  ].every((side) => {
    const lines = side.filter((words) => words.length > 0)
    if (lines.length < MIN_ROWS) return false
    const start = Math.min(...lines.map((words) => words[0]?.left ?? 0))
    const width = Math.max(...lines.map((words) => words.at(-1)?.right ?? 0)) - start
    const full = lines.filter((words) => words.length >= 4 && (words.at(-1)?.right ?? 0) - start > 0.75 * width && !hasHole(words))
    return full.length >= 0.6 * lines.length
  })
}

/** A wide gap inside a line is the mark of a table. */
function hasHole(words: readonly PlacedWord[]): boolean {
  return words.some((word, index) => {
    const before = words[index - 1]
    return before !== undefined && word.left - before.right > 1.6 * (word.bottom - word.top)
  })
}

const MIN_ROWS = 6
