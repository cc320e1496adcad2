import { describe, expect, it } from 'vitest'
import { missingFromReport } from './said-in-report.fixture.ts'

const report = (line: string) =>
  `SURGICAL PATHOLOGY REPORT\nFINAL DIAGNOSIS\nBreast, left, lumpectomy:\n- Invasive ductal carcinoma\n${line}\nMargins: negative\n`
const JOINS = [': ', ' - ', ' = ', ' ......... ', '\t', ' | ', ':\n', ':\n    ', ' is ', ', ', '      ', ' — ', ' was ', ' of ']
const FIGURES = [
  '2',
  'II',
  'Grade 2',
  'G2',
  '2/3',
  'II of III',
  '2 out of 3',
  'Grade 2 (3+2+1=6)',
  'intermediate',
  'moderately differentiated (G2)',
]
const SUMS = ['6/9', '3+2+1=6', '3/3 + 2/3 + 1/3 = 6/9', '3 + 2 + 1', '3,2,1', '6 (3+2+1)', 'score of 6 out of 9', 'T3 P2 M1']

describe('a grade, whatever its label, what joins them, and how it is written', () => {
  it.each([
    'Histologic grade',
    'Nottingham combined histologic grade',
    'Nottingham (Elston-Ellis) grade',
    'Modified Scarff-Bloom-Richardson grade',
    'Grade of invasive tumour',
    'Grade (invasive)',
    'Histological grade (invasive component)',
    'Grading (Elston und Ellis)',
    'Grado histológico',
    'Grade histopronostique (SBR)',
    'NHG',
  ])('%s', (label) => {
    const wrong = JOINS.flatMap((join) => FIGURES.map((value) => `${label}${join}${value}`)).filter(
      (line) => missingFromReport(report(line), 'grade 2').length > 0,
    )
    expect(wrong).toEqual([])
  })

  it.each(['Nottingham score', 'Bloom-Richardson score', 'Histologic grade', 'Elston-Ellis'])('%s as a sum', (label) => {
    const wrong = JOINS.flatMap((join) => SUMS.map((value) => `${label}${join}${value}`)).filter(
      (line) => missingFromReport(report(line), 'grade 2').length > 0,
    )
    expect(wrong).toEqual([])
  })

  it.each([
    ['a block about the in-situ part', 'Ductal carcinoma in situ: Present\n  Grade: 3\n  Architecture: solid', ''],
    ['the invasive block behind it', 'DCIS: present, nuclear grade 3\nInvasive carcinoma\n  Grade: 1', 'grade 1'],
    ['a total score that is Allred', 'Total score 8 (PS 5, IS 3)', ''],
    ['the scale behind the label', 'Grade (1-3): 2', 'grade 2'],
    ['a scale in words', 'Grade (of 3): 2', 'grade 2'],
    ['type and grade in one', 'Type/Grade: NST / 2', 'grade 2'],
    ['equals signs tell scores from a stage', 'T=3, N=2, M=2', 'grade 2'],
    ['a stage', 'T3, N2, M2', ''],
    ['the core before, the excision now', 'Prior core biopsy: grade 3. Current excision: grade 2.', 'grade 2'],
    ['Roman figures that a scan read', 'Grade : 11/111', 'grade 2'],
    ['a side effect', 'Grade 1 lymphedema', ''],
    ['between two grades', 'Grade 1-2', ''],
  ])('%s', (_trap, line, wanted) => expect(missingFromReport(report(line), wanted)).toEqual([]))
})
