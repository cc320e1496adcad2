import { expect, it } from 'vitest'
import { withScannedLetters } from './scanned-letters.ts'

it.each([
  ['noughts in capitals', 'PR0GESTERONE RECEPT0R: P0SITIVE', 'PROGESTERONE RECEPTOR: POSITIVE'],
  ['bars and small ls in capitals', 'SPEC|MEN: CARClNOMA, NEGAT|VE', 'SPECIMEN: CARCINOMA, NEGATIVE'],
  ['small letters', 'Estr0gen recept0r pos1tive', 'Estrogen receptor positive'],
  ['letters in shares and scores', '8O% of cells, score l+, O%', '80% of cells, score 1+, 0%'],
  ['letters in lengths', '4.5 X 3.O CM, l.2 cm', '4.5 X 3.0 CM, 1.2 cm'],
  ['names of genes and stains stay', 'GATA3, CK10, BRCA1, AE1AE3, TTF1, CDKN1B, PD-L1', 'GATA3, CK10, BRCA1, AE1AE3, TTF1, CDKN1B, PD-L1'],
  ['cells of a table stay', 'ER|POSITIVE|90%', 'ER|POSITIVE|90%'],
  ['a cell with a number stays', '| ER |95%|', '| ER |95%|'],
  ['blocks and levels stay', 'block A10, level L1 at T10', 'block A10, level L1 at T10'],
])('reads %s', (_trap, text, expected) => {
  expect(withScannedLetters(text)).toBe(expected)
})

it('reads hostile text in bounded time', () => {
  const started = performance.now()
  withScannedLetters('|'.repeat(200_000) + 'A0'.repeat(100_000) + 'lO.'.repeat(50_000))
  expect(performance.now() - started).toBeLessThan(1500)
})
