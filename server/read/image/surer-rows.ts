import { type Row, rowsOf } from '@carefolio/core/read/page/rows.ts'
import type { OcrWord } from '../ocr/ocr.ts'
import { withDoubtfulFigures } from './doubtful-figures.ts'

/**
 * Two readings of the same picture as one: row by row the words of the reading that is surer of that row, and figures that the two read
 * differently from the one that is surer of them, marked as doubtful.
 */
export function surerRows(first: readonly OcrWord[], second: readonly OcrWord[]): OcrWord[] {
  const rows = rowsOf(first).map((row) => ({ row, rivals: [] as Row[] }))
  const added: Row[] = []
  for (const rival of rowsOf(second)) {
    let best: (typeof rows)[number] | undefined
    let most = 0.5
    for (const candidate of rows) {
      const shared = sharedHeight(candidate.row, rival)
      if (shared > most) {
        most = shared
        best = candidate
      }
    }
    if (best) best.rivals.push(rival)
    else if (meanConfidence(rival) > SURE) added.push(rival)
  }
  const chosen = rows.flatMap(({ row, rivals }) => {
    const [surer, other] = sureness(rivals) > sureness([row]) ? [rivals, [row]] : [[row], rivals]
    return withDoubtfulFigures(wordsOf(surer), wordsOf(other))
  })
  return [...chosen, ...wordsOf(added)]
}

/** Letters count for what their reading is better than a guess, so that a row read in full wins over one cut short. */
function sureness(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.words.reduce((part, word) => part + word.text.length * ((word.confidence ?? 0) - GUESS), 0), 0)
}

function sharedHeight(a: Row, b: Row): number {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return shared / Math.max(1e-6, Math.min(a.bottom - a.top, b.bottom - b.top))
}

function meanConfidence(row: Row): number {
  return row.words.reduce((sum, word) => sum + (word.confidence ?? 0), 0) / Math.max(1, row.words.length)
}

const wordsOf = (rows: readonly Row[]): OcrWord[] =>
  rows.flatMap((row) => row.words.map((word) => ({ ...word, confidence: word.confidence ?? 0 })))
const SURE = 0.7
const GUESS = 0.5
