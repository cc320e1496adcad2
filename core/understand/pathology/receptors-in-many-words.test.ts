import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 =
  'DEPARTMENT OF HISTOPATHOLOGY\nSURGICAL PATHOLOGY REPORT\nSpecimen taken: 23/03/2024   Reported: 28/03/2024\nSpecimen: Right breast core biopsy\nDIAGNOSIS: Invasive carcinoma of no special type (NST), grade 2.\n'
const HEAD_2 = 'CLINIC LETTER MEDICAL ONCOLOGY\nDate: 23/03/2025\n\nDiagnosis: '

describe('receptors told in many ways', () => {
  it.each<[string, ...string[]]>([
    ['ER: Allred 8/8 POSITIVE     PR: Allred 7/8 POSITIVE     HER2: 1+ NEGATIVE', 'ER positive~A8~PR positive~A7~HER2 low 1+'],
    ['ER8/PR0, HER2 1+', 'ER positive~A8~PR negative~A0~HER2 low 1+'],
    ['ER 8/8 (Allred), PR 0/8, HER2 2+ FISH not amplified', 'ER positive A8~PR negative A0~HER2 low 2+ not-amplified'],
    ['Positive: ER, GATA3; negative: PR, HER2.', 'ER positive~PR negative~HER2 negative'],
    ['Oestrogen receptor: positive, quick score 8 (5+3). Progesterone receptor: negative, quick score 0.', 'ER positive A8~PR negative A0'],
    [
      'Estrogen receptors: positive in 90% of tumor cell nuclei (IRS 12). Progesterone receptors: positive in 20% (IRS 6). HER2 score 0. Ki-67 25 %.',
      'ER positive 90%~PR positive 20%~HER2 negative 0~Ki 25',
    ],
    ['ER: 95 %, PgR: 60 %, HER2/neu: 2+, CISH negative, MIB-1 15 %', 'ER positive 95%~PR positive 60%~2+ not-amplified~Ki 15'],
    [
      'ER      : POSITIVE  (Proportion 20%, Intensity weak; Allred 4/8)\nPR      : NEGATIVE  (0%)\nHER2/NEU: EQUIVOCAL (2+).',
      'ER positive 20%~A4~PR negative 0%~HER2 equivocal 2+',
    ],
    [
      'ESTROGEN RECEPTOR: Positive (>95% of cells, strong intensity)\nPROGESTERONE RECEPTOR: Negative (<1%)\nHER2 (IHC): Negative (Score 0)\nKi-67: 12%',
      'ER positive~PR negative~HER2 negative 0~Ki 12',
    ],
    ['Hormone receptor status: ER+ (100%, 3+), PR+ (80%, 2+). HER2: 1+ by IHC.', 'ER positive 100%~PR positive 80%~HER2 low 1+'],
    [
      'The tumour cells are strongly and diffusely positive for oestrogen receptor (>90%) and negative for progesterone receptor. HER2 immunohistochemistry is 3+.',
      'ER positive~PR negative~HER2 positive 3+',
    ],
    ['ER H-score 280, PR H-score 5, HER2 0', 'ER positive~HER2 negative 0'],
    ['Immunohistochemistry: tumour cells ER negative, PR negative, HER-2 negative (0).', 'ER negative~PR negative~HER2 negative 0'],
    [
      'Breast biomarker reporting template: ER Status: Positive; Percentage of cells: 71-80%; PgR Status: Negative (less than 1%); HER2: Negative (Score 1+)',
      'ER positive~PR negative~HER2 low 1+',
    ],
    ['Triple negative phenotype (ER 0%, PR 0%, HER2 1+).', 'ER negative 0%~PR negative 0%~HER2 low 1+'],
    ['HER2 FISH: ratio 1.3, HER2 copy number 2.4, NOT AMPLIFIED. IHC 2+.', 'HER2 low 2+ not-amplified 1.3'],
    ['HER2/CEP17 RATIO = 5.2      AVG HER2 COPY NUMBER = 13.4      INTERPRETATION: AMPLIFIED (POSITIVE)', 'HER2 positive~amplified 5.2'],
    ['HER2 DDISH: amplified (ratio 3.8).', 'HER2 positive~amplified 3.8'],
    ['HER2 status by SISH: non-amplified; IHC score 2+', '2+ not-amplified'],
    ['C-erbB-2: 3+ (strong complete membrane staining in 90% of cells)', 'HER2 positive 3+'],
    ['ER alpha: 80% 2+/3+; PR: 5%; HER2: negative (IHC 0, no staining); Ki67: 30-35%', 'ER positive 80%~PR positive 5%~HER2 negative 0'],
    [
      'Estrogen Receptor 85% Positive\nProgesterone Receptor 2% Positive\nHER-2/neu 0 Negative\nKi-67 18% ',
      'ER positive 85%~PR positive 2%~HER2 negative 0~Ki 18',
    ],
    ['ER positive (7/8), PR positive (6/8), HER2 borderline 2+, FISH requested.', 'ER positive A7~PR positive A6~HER2 equivocal 2+'],
    ['ER low positive (5%), PR negative, HER2 ultralow (0 with faint staining in <10%)', 'ER low-positive 5%~PR negative~HER2 ultralow 0'],
    ['Receptor status:  Estrogen: Pos 3+ 90%   Progesterone: Pos 2+ 50%   Her2: Neg 1+', 'ER positive 90%~PR positive 50%~HER2 low 1+'],
    ['IHC: ER 3+ 90%; PgR 1+ 10%; HER2 neg; Ki67 20%', 'ER positive 90%~PR positive 10%~HER2 negative~Ki 20'],
    [
      'Immunophenotype: ER(+) 80%, PR(-), HER2(0), Ki-67(+15%), GATA3(+), E-cadherin(+)',
      'ER positive 80%~PR negative~HER2 negative 0~Ki 15',
    ],
    [
      'Immunohistochemistry shows the tumour to be GATA3 and ER positive; PR, HER2, TTF-1 are negative.',
      'ER positive~PR negative~HER2 negative',
    ],
    [
      'ER: 0/300 H-score (negative); PR: 0/300 (negative); HER2: 2+ (equivocal); ISH: HER2:CEP17 ratio 1.1; copies/cell 2.9',
      'ER negative~PR negative~HER2 low 2+~1.1',
    ],
    ['ER: Positive. PR: Positive. HER2 by IHC: Equivocal (2+). HER2 by ISH: Negative.', 'ER positive~PR positive~2+ not-amplified'],
    ['Receptors: ER positive 8/8, PR positive 6/8; HER2 negative by IHC (1+).', 'ER positive A8~PR positive A6~HER2 low 1+'],
    [
      'Oestrogen receptor (ER)   Positive   Intensity 3   Proportion 5   Total 8/8\nProgesterone receptor (PR)   Negative   Total 0/8\nHER2   Score 1+   Negative',
      'ER positive~A8~PR negative~A0~HER2 low 1+',
    ],
    ['ER, PR and HER2 will be reported in a supplementary report.', '-'],
    ['The antibody panel included ER (SP1), PR (1E2) and HER2 (4B5).', '-'],
    ['Oestrogen receptor positive - Allred score 5 + 3 = 8', 'ER positive~A8'],
    ['ER- 0%, PR- 0%, HER2- (IHC 1+)', 'ER negative 0%~PR negative 0%~HER2 low 1+'],
    ['ER status: negative (Allred 2/8)', 'ER negative A2'],
    [
      'ER expression in 70 % of the invasive tumour cells, moderate intensity. PR expression < 1 %. HER2: IHC 2+, FISH: no amplification (ratio 1.4).',
      'ER positive 70%~PR negative~HER2 low 2+ not-amplified 1.4',
    ],
    [
      'ER: positive, 60%, moderate\nPR: positive, 30%, weak to moderate\nHER2: negative, IHC score 0\nKi67: low, 8%',
      'ER positive 60%~PR positive 30%~HER2 negative 0~Ki 8',
    ],
    [
      'Estrogen receptor, by IHC: 0% of tumor cells, Negative. Progesterone receptor, by IHC: 0%, Negative. HER2/neu by IHC: 3+, Positive.',
      'ER negative 0%~PR negative 0%~HER2 positive 3+',
    ],
  ])('in a pathology report: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('receptors', `${HEAD_1}${words}`), wanted)).toEqual([])
  })

  it.each<[string, ...string[]]>([
    ['Metastatic breast cancer, ER8 PR7 HER2 negative', 'ER positive~A8~PR positive~A7~HER2 negative'],
    ['Left IDC G2 ER8/8 PR4/8 HER2-ve', 'ER positive~A8~PR positive~A4~HER2 negative'],
    ['Right G3 NST 31mm pT2 N1mi ER0 PR0 HER2 3+', 'ER negative~PR negative~HER2 positive 3+'],
    ['hormone receptor positive, HER2 negative metastatic breast cancer', 'HER2 negative'],
    ['ER+/PR-/HER2- breast cancer', 'ER positive~PR negative~HER2 negative'],
    ['ER pos, PR pos, Her-2 neg ductal carcinoma', 'ER positive~PR positive~HER2 negative'],
    ['triple-negative breast cancer', 'ER negative~PR negative~HER2 negative'],
    ['ER 95%, PR 40%, HER2 0, Ki67 20%', 'ER positive 95%~PR positive 40%~HER2 negative 0~Ki 20'],
    ['liver biopsy ER 0%  PR 0%  HER2 3+ by IHC.   Ki67 60%', 'ER negative 0%~PR negative 0%~HER2 positive 3+~Ki 60'],
    ['luminal B breast carcinoma (ER 100%, PR 10%, HER2 1+, Ki-67 30%)', 'ER positive 100%~PR positive 10%~HER2 low 1+~Ki 30'],
    ['oestrogen receptor positive (Allred 8), HER2 negative breast cancer', 'ER positive~A8~HER2 negative'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('receptors', `${HEAD_2}${words}`), wanted)).toEqual([])
  })
})
