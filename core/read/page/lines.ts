import type { Word } from '../../record/document.ts'
import type { Box } from '../../record/evidence.ts'
import { partsInReadingOrder } from './columns.ts'
import type { PageSize, PlacedWord } from './placed-word.ts'
import { type Row, rowsOf, typicalHeight } from './rows.ts'

/**
 * The text of a page from words that have a place: words of one visual row on one line, two spaces where a cell of a table ends, an empty
 * line where a paragraph ends. Each word keeps its box as fractions of the page: `text.slice(word.start, word.end)`.
 */
export function linesOf(words: readonly PlacedWord[], size: PageSize): { text: string; words: Word[] } {
  const typical = typicalHeight(words)
  const placed: Word[] = []
  let text = ''
  for (const part of partsInReadingOrder(words, typical)) {
    let before: Row | undefined
    for (const row of rowsOf(part)) {
      if (text !== '') text += before === undefined || isNewParagraph(before, row) ? '\n\n' : '\n'
      const cellGap = cellGapOf(row)
      let last: PlacedWord | undefined
      for (const word of row.words) {
        if (last) text += word.left - last.right > cellGap ? '  ' : ' '
        const start = text.length
        text += word.text
        placed.push({
          start,
          end: text.length,
          box: boxOf(word, size),
          ...(word.confidence === undefined ? {} : { confidence: word.confidence }),
        })
        last = word
      }
      before = row
    }
  }
  return { text, words: placed }
}

function isNewParagraph(before: Row, row: Row): boolean {
  return row.top - before.bottom > 0.8 * typicalHeight([...before.words, ...row.words])
}

/**
 * From which gap on two words stand in different cells: more than one space of a typewriter, measured in the row's own characters.
 * Where all gaps of a justified line are wide, they are still spaces.
 */
function cellGapOf(row: Row): number {
  const letters = row.words.reduce((sum, word) => sum + word.text.length, 0)
  const character = row.words.reduce((sum, word) => sum + word.right - word.left, 0) / Math.max(1, letters)
  const gaps = row.words.slice(1).map((word, index) => word.left - (row.words[index]?.right ?? 0))
  if (gaps.length < 4) return 1.6 * character
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return Math.min(Math.max(1.8 * usual, 1.6 * character), 2.2 * character)
}

function boxOf(word: PlacedWord, size: PageSize): Box {
  return [
    fraction(word.left / size.width),
    fraction(word.top / size.height),
    fraction(word.right / size.width),
    fraction(word.bottom / size.height),
  ]
}

const fraction = (value: number): number => Math.round(Math.min(Math.max(value, 0), 1) * 1e5) / 1e5
