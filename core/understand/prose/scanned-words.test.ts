import { describe, expect, it } from 'vitest'
import { withScannedWords } from './scanned-words.ts'

describe('words that a scanner mistook', () => {
  it.each([
    ['lnvasive ducta| carcin0ma', 'Invasive ductal carcinoma'],
    ['who|e turnour', 'whole tumour '],
    ['NEGAT|VE rnargins', 'NEGATIVE margins '],
    ['rnax1mum d1arneter', 'maximum  diameter '],
    ['P0SlTlVE', 'POSITIVE'],
    ['M1CR0SC0PY of Rece ptors', 'MICROSCOPY of Receptors '],
  ])('%s', (written, meant) => {
    expect(withScannedWords(written)).toBe(meant)
    expect(withScannedWords(written)).toHaveLength(written.length)
  })

  it.each(['Block A1 and B10', 'ER0 PR8', 'CD10 and CK5', 'll/lll', 'T1c N0', 'carcinoma in situ'])('leaves %s', (words) =>
    expect(withScannedWords(`${words}; lnvasive`)).toBe(`${words}; Invasive`),
  )
})
