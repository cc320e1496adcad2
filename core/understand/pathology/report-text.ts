import type { Reading } from '../prose/reading.ts'
import { withScannedLetters } from '../prose/scanned-letters.ts'
import { lineAt, type Whole, wholeOf } from '../prose/whole.ts'
import { withoutBrokenWords } from './broken-words.ts'
import { withDictatedMarks } from './dictated-marks.ts'
import { withoutDoubledGaps } from './doubled-gaps.ts'
import { isPathology } from './is-pathology.ts'
import { withoutOtherColumns } from './other-columns.ts'
import { withPlainLetters } from './plain-letters.ts'
import { withoutUnticked } from './tick-boxes.ts'
import { withoutWrappedCells } from './wrapped-cells.ts'
import { withoutSoftWraps } from './wrapped-lines.ts'

/** The text of a document as it was meant: letters without accents, words, sentences and cells torn by the layout joined, letters that a scan took for figures put right, spoken marks as marks, options of a form that nobody ticked and columns of others' results blanked. Its evidence is literal. */
export function reportOf(reading: Reading): Whole {
  const known = READ.get(reading) ?? plainReport(reading)
  READ.set(reading, known)
  return known
}
/** Several rules ask for the same report. */
const READ = new WeakMap<Reading, Whole>()

function plainReport(reading: Reading): Whole {
  const whole = wholeOf(reading.document)
  const wide = withoutDoubledGaps(whole.text)
  const words = withoutBrokenWords(withoutWrappedCells(withPlainLetters(wide?.text ?? whole.text)))
  const plain = withDictatedMarks(withScannedLetters(isPathology(reading) ? withoutSoftWraps(words) : words))
  const text = withoutOtherColumns(withoutUnticked(plain)).replace(NO_MARKS, (mark) => ' '.repeat(mark.length))
  if (wide === undefined) return { ...whole, text }
  const there = (start: number, end: number) => [wide.at(start), end > start ? wide.at(end - 1) + 1 : wide.at(start)] as const
  return {
    text,
    evidence: (start, end) => whole.evidence(...there(start, end)),
    line: (start, end) => lineAt(text, start, end),
  }
}

/** A line of blanks to fill in, and the stop that a scan put behind a word that ends no sentence. */
const NO_MARKS = /_{3,}|(?<=\b(?:for|of|and|the|with|or|by|from|than|are|were))\.(?=\s)/gi
