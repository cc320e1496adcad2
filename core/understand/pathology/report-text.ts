import type { Document } from '../../record/document.ts'
import { withScannedLetters } from '../prose/scanned-letters.ts'
import { type Whole, wholeOf } from '../prose/whole.ts'
import { withoutBrokenWords } from './broken-words.ts'
import { withDictatedMarks } from './dictated-marks.ts'
import { withPlainLetters } from './plain-letters.ts'
import { withoutUnticked } from './tick-boxes.ts'
import { withoutWrappedCells } from './wrapped-cells.ts'

/** The text of a document as it was meant: letters without accents, words and cells torn by the layout joined, letters that a scan took for figures put right, spoken marks as marks, options of a form that nobody ticked blanked. Its evidence is literal. */
export function reportOf(document: Document): Whole {
  const whole = wholeOf(document)
  return {
    ...whole,
    text: withoutUnticked(
      withDictatedMarks(withScannedLetters(withoutBrokenWords(withoutWrappedCells(withPlainLetters(whole.text))))),
    ).replace(/_{3,}/g, (line) => ' '.repeat(line.length)),
  }
}
