import { describe, expect, it } from 'vitest'
import { measuresIn } from './measures.ts'

describe('measurements', () => {
  it.each<[string, string, number[]]>([
    ['centimetres', 'a 2.3 cm mass', [23]],
    ['millimetres', 'measures 12 mm', [12]],
    ['three dimensions give the greatest', '1.5 x 2.4 x 1.8 cm', [24]],
    ['without spaces', '1.5x1.5x1.2cm', [15]],
    ['a hyphen before the unit', 'MEASURING 1.7-CM', [17]],
    ['a capital X', '2 X 0 X 1.8 cm', [20]],
    ['a unit after each number', '3 cm x 2 cm', [30]],
    ['a number that lost its digits', '3 x 2.5 x cm', [30]],
    ['a full stop by the scanner', 'measuring 2. cm', [20]],
    ['a decimal comma', 'Tumor von 3,5 cm', [35]],
    ['no leading zero', '.8 cm', [8]],
    ['the unit in the label', 'Tumour Size (cm). 2.7000', [27]],
    ['two foci', '2.0 CM, 1.9CM AND 1.1 CM', [20, 19, 11]],
    ['square metres are none', '75 mg/m2 and 30 cm2', []],
    ['mm Hg is pressure, and has no lesion beside it', '120/80 mmHg', []],
    ['a clock position is none', '2:00, 6 o clock', []],
  ])('%s', (_trap, text, mm) => {
    expect(measuresIn(text).map((one) => one.mm)).toEqual(mm)
  })
})
