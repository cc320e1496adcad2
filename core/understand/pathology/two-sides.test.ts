import { describe, expect, it } from 'vitest'
import { aReading } from '../prose/a-reading.ts'
import { cancer } from './cancer.ts'
import { tumorSize } from './tumor-size.ts'

describe('both breasts in one report', () => {
  it.each([
    [
      'lettered parts',
      'FINAL DIAGNOSIS\nA. LEFT BREAST, LUMPECTOMY:\n   Invasive ductal carcinoma, Nottingham grade 2, 2.2 cm.\nB. RIGHT BREAST, LUMPECTOMY:\n   Invasive ductal carcinoma, Nottingham grade 3, 1.5 cm.\n',
    ],
    [
      'a synopsis each',
      'SYNOPTIC REPORT - LEFT BREAST\nProcedure: Mastectomy\nTumor size: 22 mm\nHistologic type: invasive ductal carcinoma\nOverall grade: 2\n\nSYNOPTIC REPORT - RIGHT BREAST\nProcedure: Mastectomy\nTumor size: 15 mm\nHistologic type: invasive ductal carcinoma\nOverall grade: 3\n',
    ],
    [
      'a sentence each',
      'Surgical pathology: bilateral mastectomy.\nLeft breast: there is a 22 mm grade 2 invasive ductal carcinoma.\nRight breast: there is a 15 mm grade 3 invasive ductal carcinoma.\n',
    ],
    [
      'two columns',
      'Surgical pathology: bilateral mastectomy\n                    LEFT             RIGHT\nType                IDC              IDC\nSize                22 mm            15 mm\nGrade               2                3\n',
    ],
  ])('%s', (_form, text) => {
    const reading = aReading(text)
    const grades = cancer
      .find(reading)
      .flatMap(({ value }) => ('laterality' in value && 'grade' in value ? [`${value.laterality} ${value.grade}`] : []))
    const sizes = tumorSize.find(reading).flatMap(({ value }) => ('mm' in value ? [`${value.where} ${value.mm}`] : []))
    expect(grades.sort()).toEqual(['left 2', 'right 3'])
    expect(sizes.sort()).toEqual(['left breast 22', 'right breast 15'])
  })
})
