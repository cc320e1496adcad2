import { describe, expect, it } from 'vitest'
import { missingFromReport } from './said-in-report.fixture.ts'

describe('cells, scans and dictations that the layout tore', () => {
  it.each([
    ['a label wrapped over three rows, the value below', table('Tumour dimension (max', 'of the invasive', 'part)', '19 mm'), '19 mm'],
    [
      'a grade below its label',
      'SURGICAL PATHOLOGY\n Procedure          | Wide local excision,\n                    | right breast\n Histologic type    | Mucinous\n                    | carcinoma\n Combined grade     |\n (Elston-Ellis)     |\n                    | Grade 2 (score 7)\n ER                 | Positive,\n                    | 85%',
      'grade 2, er positive',
    ],
    [
      'a value wrapped over three rows',
      'BREAST, RIGHT, WIDE EXCISION - SUMMARY\n| Invasive residue    | three small    |\n|                     | nests, largest |\n|                     | nest focus 4 mm|\n| Margins             | free, 7 mm     |\n| Nodes               | 0/2            |\n| Grade               | 2              |',
      '4 mm, grade 2',
    ],
    [
      'NOT and AMPLIFIED in two rows',
      'BREAST PANEL, core of left breast, IDC\n   TEST         RESULT             VALUE\n   ER           POSITIVE           90%\n   PR           NEGATIVE           0%\n   HER2 IHC     EQUIVOCAL          2+\n   HER2 DISH    NOT                1.3\n                AMPLIFIED',
      'er positive, pr negative, her2 low',
    ],
    [
      'spoken marks',
      'surgical pathology left breast lumpectomy period invasive ductal carcinoma comma grade three period size twenty two millimetres period next paragraph three lymph nodes negative period margins clear period',
      'grade 3, 22 mm',
    ],
    [
      'spoken marks and receptors',
      'biopsy right breast colon invasive lobular carcinoma comma grade two period next paragraph estrogen receptor positive eighty percent comma progesterone receptor negative comma her two negative score one plus period end',
      'er positive, pr negative, her2 low, grade 2',
    ],
    [
      'bars for I in a line of many words',
      'SURGICAL PATHOLOGY\nLEFT BREAST, LUMPECTOMY:\n  - |NVAS|VE DUCTAL CARC|N0MA, NOTT|NGHAM GRADE 2\n  - TUM0R S|ZE 2.l CM\n  - MARG|NS NEGAT|VE',
      'grade 2, 21 mm',
    ],
    [
      'r and n for m',
      'Surgical pathology. Left breast, lurnpectorny: infiltrating ductal carcinorna, grade 2.\nTurnor size: 1.4 crn. Margins free.',
      'grade 2, 14 mm',
    ],
    [
      'l for I and torn words',
      'Pathology. Right breast biopsy: lnvasive duct carc., grade lll. Estr ogen rece ptor pos itive 8O %, Proges terone receptor neg ative.',
      'grade 3, er positive, pr negative',
    ],
    [
      'receptors cut short',
      'SURGICAL PATHOLOGY Left breast, core: invasive ductal carcinoma, grade 1\n  EST. RECEP        95 %   POS\n  PROGEST RECEP     10 %   POS\n  HER-2 PROTEIN     0      NEG',
      'er positive, pr positive, her2 negative, grade 1',
    ],
    [
      'receptors as EST and PROG',
      'SURGICAL PATHOLOGY Left breast, core: invasive ductal carcinoma\n  EST.REC.   0%  NEGATIVE\n  PROG.REC.  0%  NEGATIVE',
      'er negative, pr negative',
    ],
    [
      'one stain in plus signs for two tumours',
      'SURGICAL PATHOLOGY\nA. Right breast, lumpectomy: invasive ductal carcinoma. B. Left breast, lumpectomy: invasive lobular carcinoma.\n            Right           Left\n  ER        ++ 60%          +++ 90%\n  PR        ++ 60%          + 5%',
      'er positive, pr positive',
    ],
  ])('%s', (_trap, text, expected) => {
    expect(missingFromReport(text, expected)).toEqual([])
  })
})

describe('what is no result of the tumour', () => {
  it.each([
    [
      'normal ducts behind the table',
      'Core of left breast, invasive ductal carcinoma.\nER NEG 0\nPR NEG 0\nNormal ducts: ER+ PR+.',
      'er negative, pr negative',
    ],
    [
      'benign lobules that stain',
      'Left breast core: invasive ductal carcinoma. ER negative (0%). PR negative (0%). Benign lobules are ER positive and PR positive.',
      'er negative, pr negative',
    ],
    [
      'normal ducts within the line of the stain',
      'Breast core, invasive carcinoma. ER: entrapped glands positive. Tumor cells negative.',
      'er negative',
    ],
    [
      'what the next clause says of the tumour',
      'Breast core, invasive carcinoma. Adjacent glands are ER positive, while the tumor is ER negative.',
      'er negative',
    ],
    [
      'a cut-off told by is',
      'Breast core: invasive ductal carcinoma, ER positive 95%, PR positive 40%, HER2 positive (3+). ER is positive if 1% or more of nuclei stain. HER2 0 to 1+ is negative, 2+ equivocal, 3+ positive.',
      'er positive, pr positive, her2 positive',
    ],
    [
      'a cut-off told of both',
      'Breast core: invasive ductal carcinoma. ER: negative (0%). PR: negative (0%). ER and PR are positive where at least 1% of nuclei stain.',
      'er negative, pr negative',
    ],
    [
      'the in-situ part beside the invasive one',
      'Breast lumpectomy: invasive ductal carcinoma with DCIS. ER (DCIS): negative (0%). ER (invasive): positive, 80%.',
      'er positive',
    ],
    [
      'only the in-situ part',
      'Breast lumpectomy: DCIS, high grade. ER (DCIS) ...... Positive (90%). PR (DCIS) ...... Not performed',
      'er positive',
    ],
    [
      'an estrogen score',
      'Core of the left breast: invasive lobular carcinoma. Estrogen: IRS 9 (70 % of nuclei, moderate). Progesterone: IRS 0 (0 %).',
      'er positive, pr negative',
    ],
  ])('%s', (_trap, text, expected) => {
    expect(missingFromReport(text, expected)).toEqual([])
  })
})

describe('which of several lengths is the tumour', () => {
  it.each([
    [
      'gross and microscopic',
      'GROSS: Left breast with a 3.1 x 2.8 x 2.2 cm firm white mass.\nDIAGNOSIS: Left mastectomy: invasive ductal carcinoma, grade 2.\n  Largest microscopic extent:   2.7 cm',
      '27 mm, grade 2',
      31,
    ],
    [
      'gross in the same list',
      'Breast, left, lumpectomy: invasive ductal carcinoma, grade 2.\nTumor size, gross: 2.4 cm\nTumor size, microscopic: 1.9 cm',
      '19 mm, grade 2',
      24,
    ],
    [
      'gross in a bracket behind',
      'Breast, left, lumpectomy: invasive ductal carcinoma, grade 2. Tumor measures 2.4 cm grossly. Microscopic size 19 mm.',
      '19 mm, grade 2',
      24,
    ],
    [
      'the piece above the tumour',
      'Surgical pathology: breast lumpectomy, invasive ductal carcinoma.\nTumor size\n     7.0 x 5.1 x 3.0 cm   specimen\n     1.2 x 1.0 x 0.9 cm   tumor',
      '12 mm',
      70,
    ],
    [
      'a place behind an extent',
      'Gross: mastectomy 20 x 15 x 5 cm. Cut surface: gray firm tumor 3.9 x 3 x 3 cm\nbelow the areola.\nMicroscopy: invasive ductal carcinoma, grade 3.',
      '39 mm, grade 3',
      200,
    ],
    [
      'skin that it reaches',
      'Gross: hard growth 6.5 x 5 x 4 cm involving the upper quadrants, reaching the skin.\nMicro: infiltrating ductal carcinoma of breast, grade 3.',
      '65 mm, grade 3',
      0,
    ],
    [
      'a unit in its own column',
      'TUMOR SUMMARY        RESULT                    NOTE\nType                 Invasive carcinoma, NST\nDimension            1.3                            cm, greatest\nGrade                2\nBreast lumpectomy',
      '13 mm, grade 2',
      0,
    ],
    [
      'a unit in its own line',
      'Surgical pathology, breast\nTumor size, greatest\n   of the invasive part\n   (mm)\n      26\nNottingham grade\n   Overall\n      3\nSize of largest deposit (mm)\n      5',
      '26 mm, grade 3',
      0,
    ],
    [
      'semicolons in a bracket',
      'BREAST, LEFT, LUMPECTOMY -\n  INVASIVE DUCTAL CARCINOMA,\n   (GRADE 2; SCORE 6 OF 9),\n   1.1 CM.\n  MARGINS NEGATIVE',
      '11 mm, grade 2',
      0,
    ],
    [
      'a size as another report gives it',
      'Slide review, left breast lumpectomy: invasive ductal carcinoma, grade 2\n - Size, as stated in the outside report: 1.8 cm',
      '18 mm, grade 2',
      0,
    ],
    [
      'a mass before treatment',
      'BREAST, RIGHT (AFTER TREATMENT), mastectomy, microscopic summary\nPre-treatment core: IDC; mass 44 mm\nResidual invasive carcinoma: 6 mm, grade 2',
      '6 mm, grade 2',
      44,
    ],
  ])('%s', (_trap, text, expected, never) => {
    expect(missingFromReport(text, expected)).toEqual([])
    expect(missingFromReport(text, `${never} mm`)).toContain(`missing ${never} mm`)
  })
})

describe('grades where no histology is told in full', () => {
  it.each([
    [
      'three scores and their sum in columns',
      'Left breast lumpectomy: infiltrating ductal carcinoma\n  tubular     nuclear    mitotic    total\n     3           2          2        7/9',
      'grade 2',
    ],
    [
      'a sum without nine',
      'Left breast lumpectomy: infiltrating ductal carcinoma\n  Tubule      Nuclear    Mitotic    Total\n  3           3          3          9',
      'grade 3',
    ],
    [
      'invasive NST and no carcinoma',
      'Mastectomy left.\nTumour:   Invasive NST with lobular areas\nSize:     invasive 31 mm | whole 40 mm (with DCIS)\nGrade:    3   (T3 P3 M2)',
      'grade 3, 31 mm',
    ],
    [
      'a page without the diagnosis',
      'Microscopic description, page 2. The tumor cells are apocrine. The overall Nottingham score is 7 (tubules 3, nuclei 2, mitoses 2), that is grade 2.',
      'grade 2',
    ],
    [
      'the nodes at the end of what was taken',
      'Procedure      Lumpectomy, left\n               Sentinel node biopsy\nDiagnosis      Invasive lobular carcinoma, pT1b (9 mm), grade 1',
      'grade 1, 9 mm',
    ],
    [
      'in-situ disease in the next line',
      'Breast lumpectomy: invasive ductal carcinoma\n histologic grade   II\n DCIS   present, nuclear grade 3',
      'grade 2',
    ],
  ])('%s', (_trap, text, expected) => {
    expect(missingFromReport(text, expected)).toEqual([])
  })
})

function table(...[first, second, third, value]: string[]): string {
  return `SURGICAL PATHOLOGY\n Type               | Invasive ductal carcinoma,\n                    | left breast\n ${first}|\n ${second}    |\n ${third}              |\n                    | ${value}\n Margins            | free\n`
}
