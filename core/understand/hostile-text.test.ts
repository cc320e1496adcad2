import { describe, expect, it } from 'vitest'
import { aDocument } from './prose/a-reading.ts'
import { understand } from './understand.ts'

const LENGTH = 60_000
const filled = (part: string) => part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH)

/** Each of these once made a pattern, of ours or of others, try every way to cut it. A pattern that does so again takes minutes, and the test runs out of time. */
describe('text made of one thing over and over is understood within the time of a test', () => {
  it.each([
    ['blanks, as the words of entries become', ' '],
    ['empty lines', '\n'],
    ['lines of blanks', `${' '.repeat(300)}\n`],
    ['tabs', '\t'],
    ['columns of one table on one line', `Drug${' '.repeat(60)}x${' '.repeat(60)}`],
    ['columns with rules between', 'Medication | '],
    ['digits without end', '1'],
    ['digits with blanks', '1 '],
    ['dates one after another', '01/02/2024 '],
    ['halves of dates', '1/'],
    ['sizes without end', '2 cm x '],
    ['one letter', 'a'],
    ['capitals with blanks', 'A '],
    ['a receptor over and over', 'ER, '],
    ['percentages', '90 % '],
    ['brackets that never close', '('],
    ['dashes', '- '],
    ['leaders of dots', '. . '],
    ['a line to be filled in', '_'],
    ['nothing but denial', 'no evidence of '],
    ['genes in a list', 'BRCA1, '],
    ['a drug in a list', 'letrozole, '],
    ['doses', '25 mg '],
    ['tumour stages', 'pT2 '],
    ['units', 'mg/dL '],
    ['words in pairs', 'Aa Bb '],
  ])(
    '%s',
    (_, part) => {
      expect(() => understand(aDocument(filled(part)))).not.toThrow()
    },
    20_000,
  )
})
