import { describe, expect, it } from 'vitest'
import { aReading } from '../prose/a-reading.ts'
import { cancer } from './cancer.ts'

/** The overall grade that a report with these words gives. */
function gradeIn(words: string): number | undefined {
  const report = `SURGICAL PATHOLOGY REPORT\nLeft breast, wide local excision\n\nDIAGNOSIS: Invasive ductal carcinoma of the left breast.\n\n${words}\n\nER positive 90%, HER2 negative (1+).\n`
  return cancer.find(aReading(report)).flatMap(({ value }) => ('grade' in value ? [value.grade] : []))[0]
}

describe('an overall grade among other figures', () => {
  it.each<[string, number | undefined, readonly string[]]>([
    [
      'the parts and their sum',
      2,
      [
        'Grade 2 (3+2+2=7)',
        'Grade (T+N+M)   2 (3+2+2)',
        'Overall histological grade 2: no tubules (3), nuclei 2, mitoses 1.',
        'Architectural score: 3   Nuclear score: 2   Mitotic score: 2   Combined: 7',
        'Histoprognostic grade of Scarff-Bloom-Richardson: II (differentiation 3, nuclei 2, mitoses 2)',
        'Nottingham histologic score:\n  Tubular differentiation: 3 (<10%)\n  Nuclear pleomorphism: 2\n  Mitotic rate: 2 (8-14 per 10 HPF)\n  Total score: 7',
        'Overall Grade: Grade 2 (scores of 6 or 7)',
      ],
    ],
    [
      'in short',
      2,
      ['Gr=2', 'Gd 2', 'gr. II', 'Inv ductal, gr 2', 'IDC G2', 'NST/2', 'Grade: 2/3', 'B&R 2', 'mod diff IDC', 'DIFFERENTIATION: MODERATE'],
    ],
    [
      'beside that of nuclei and of in-situ disease',
      2,
      [
        'Nuclear grade 3, overall grade 2',
        'DCIS: SEEN, NUCLEAR GRADE 3, <25%. INVASIVE: GRADE 2',
        'Invasive: grade 2. DCIS: grade 3.',
        'Miller-Payne grade 3. Residual carcinoma Nottingham grade 2.',
      ],
    ],
    [
      'beside what was said before',
      2,
      [
        '             AS REPORTED THERE             ON OUR REVIEW\nType         ductal NST                    ductal NST, agree\nGrade        3 (3,3,2)                     2 (3,2,2)',
        'Outside diagnosis: IDC grade 3. Our diagnosis: IDC grade 2.',
        'Grade revised from 3 to 2.',
        'Grade on core: 3, on excision: 2',
      ],
    ],
    [
      'of a scan',
      2,
      ['lnvasive ducta| carcin0ma , grade 2 of 3 ( Nottingharn sc0re 6 )', 'HlSTOLOGlC GRADE: ll/lll', 'HISTOLOGIC GRADE: 11 OF 111'],
    ],
    [
      'none',
      undefined,
      [
        'Nuclear grade 3',
        'DCIS, nuclear grade 3, comedo',
        'Histologic grade: 1, 2 or 3 (see protocol)',
        'Grade 1 = 3-5, Grade 2 = 6-7, Grade 3 = 8-9',
        'Nottingham scoring: grade 1: 3-5 points; grade 2: 6-7 points; grade 3: 8-9 points.',
        'Tumour regression grade 3',
        'Miller Payne grade 3',
        'Regression grading (Sinn): 2',
        'Fibrosis grade 2',
        'Grade: to be assessed on excision',
      ],
    ],
  ])('%s', (_trap, wanted, reports) => {
    for (const words of reports) expect([words, gradeIn(words)]).toEqual([words, wanted])
  })
})
