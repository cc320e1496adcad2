import { describe, expect, it } from 'vitest'
import { gradesIn, overallGrade } from './grade.ts'

const said = (text: string) => overallGrade(gradesIn(text))?.grade

describe('the overall grade', () => {
  it.each<[string, string, number | undefined]>([
    ['the plain Nottingham form', 'Invasive ductal carcinoma, Nottingham grade 2.', 2],
    ['Roman figures', 'Invasive carcinoma, Nottingham histologic grade III.', 3],
    ['of three', 'NOTTINGHAM COMBINED HISTOLOGIC GRADE: 3 OF 3.', 3],
    ['with its parts after it', 'Nottingham grade 1 (3+1+1=5)', 1],
    ['only the sum of three scores', 'Invasive lobular carcinoma, Nottingham 3+2+2=7', 2],
    ['a sum without the equals sign', 'IDC, Nottingham grade (2+2+1)', 1],
    ['a total score of nine', 'Total Nottingham score: 8/9', 3],
    ['a score of nine in words', 'Nottingham histologic score 6 out of 9', 2],
    ['SBR with a figure', '- INVASIVE LOBULAR CARCINOMA, SBR 2, MEASURING 1.4 CM.', 2],
    ['SBR grade in Roman figures', 'invasive ductal carcinoma, modified SBR grade II', 2],
    ['the full name of the scheme', 'Modified Scarff Bloom Richardson Grade: 3.', 3],
    ['the name broken by a line end', 'Scarff-Bloom-\nRichardson grade: II', 2],
    ['Bloom and Richardson', 'Bloom & Richardson grade I', 1],
    [
      'the synoptic list',
      'Glandular differentiation: Score 3\nNuclear pleomorphism: Score 2\nMitotic rate: Score 1\nOverall Grade: Grade 2',
      2,
    ],
    ['the overall grade before a full stop', 'Overall grade: 3. MARGINS negative', 3],
    ['composite grade', 'Composite histologic (modified SBR) grade: II.', 2],
    ['the parts in words', 'IDC (tubules 3, nuclei 3, mitoses 2)', 3],
    ['parts with long names', 'Tubule formation: 2, Nuclear grade: 2, Mitoses: 1', 1],
    ['histologic grade', 'Histologic grade: 2', 2],
    ['histopathological grading', 'Histopathological grading: G3', 3],
    ['grade of three in Roman figures', 'invasive ductal carcinoma, grade III/III, 2.0 cm', 3],
    ['a colon', 'Grade: 2 (Nottingham 3+2+1)', 2],
    ['G in a TNM line', 'pT2 pN1a G2 L1 V0 R0', 2],
    ['G with Roman figures', 'tumour stage pT1c, G III, R0', 3],
    ['degree of malignancy', 'Degree of malignancy: II', 2],
    ['a capital I misread as l', 'MODIFIED SBR GRADE Il.', 2],
    ['words when nothing else is said', 'Histologic grade: Moderately differentiated.', 2],
    ['poorly differentiated', 'Infiltrating duct carcinoma, poorly differentiated', 3],
    ['a figure before words', 'Moderately differentiated (SBR grade 3)', 3],
    ['nuclear grade is not it', 'Invasive carcinoma, nuclear grade 3', undefined],
    ["Black's nuclear grade is not it", "INVASIVE DUCTAL CARCINOMA, MODIFIED BLACK'S NUCLEAR GRADE 2", undefined],
    ['nuclear grade in words is not it', 'nuclear grade 3 (poorly differentiated)', undefined],
    ['an in-situ grade is not it', 'DCIS, cribriform, grade 3', undefined],
    ['nuclear grade beside the overall one', 'high nuclear grade, Nottingham histologic grade 2', 2],
    ['a tubule score is not it', 'Tubular score: 3. Nuclear grade: 2.', undefined],
    ['a component grade is not it', 'histologic grade III/III (slight or no tubule formation)', undefined],
    ['not applicable', 'HISTOLOGIC GRADE: N/A (invasive lobular carcinoma)', undefined],
    ['a range is not one grade', 'invasive carcinoma, grade 2-3', undefined],
    ['between two words', 'moderately to poorly differentiated carcinoma', undefined],
    ['a side effect has grades too', 'neuropathy grade 2, fatigue grade 1', undefined],
    ['gravida is no grade', 'G2 P1, menarche at 12', undefined],
    ['no score could be given', 'Total Nottingham Score: Score cannot be determined.', undefined],
    ['Roman figures read as ones', 'Bloom-Richardson grade 111 (score 8)', 3],
    ['high-grade invasive', 'High-grade invasive ductal carcinoma with high grade DCIS', 3],
    ['intermediate grade after the name', 'invasive ductal carcinoma, intermediate grade', 2],
    ['low grade', 'Low grade invasive ductal carcinoma', 1],
    ['the grade of the DCIS beside it', 'Invasive ductal carcinoma with high-grade ductal carcinoma in situ', undefined],
    ['a high nuclear grade', 'Invasive ductal carcinoma, high nuclear grade', undefined],
    ['in words after its label', 'Histologic grade: High (3/3).', 3],
    ['a number word', 'invasive ductal carcinoma, grade three', 3],
    ['the parts by their letters', 'Elston & Ellis: T3 + N3 + M2 = 8', 3],
    ['DCIS named first', 'Grade 3 DCIS with an associated grade 1 invasive ductal carcinoma', 1],
    ['invasive grade', 'Invasive grade: 2\nDCIS grade: High', 2],
    ['a stage is no grade', 'Nottingham grade 2. T3, N1, M1', 2],
    ['DIN is in situ', 'DIN 3, solid type', undefined],
  ])('%s', (_trap, text, grade) => {
    expect(said(text)).toBe(grade)
  })

  it('is the highest of several foci said the same way', () => {
    expect(said('three foci: 2.8 cm grade II/III, 0.7 cm grade I/III')).toBe(2)
  })
})
