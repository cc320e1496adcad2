import { describe, expect, it } from 'vitest'
import { missingFromReport } from './said-in-report.fixture.ts'

describe('reports by the form they have', () => {
  it.each<[string, string, string]>([
    [
      'a letter in which the pathologist tells',
      'Dear Mr Hollis\n\nThank you for this specimen, a piece of breast measuring 80 x 60 x 30 mm. Your letter mentions a 3 cm lump.\nOn section there is a firm tumour which on the slides is 19 mm across. It is an infiltrating duct carcinoma with few tubules and\n7 mitoses in ten fields; I graded it 2 (3, 2, 1). It is 5 mm from the inked margin.\nThe nuclei stain strongly for oestrogen receptor in most cells, and for progesterone receptor weakly in about a tenth.\nHER2 is 3+ in the biopsy and here.\n\nYours sincerely',
      'er positive, pr positive, her2 positive, grade 2, 19 mm',
    ],
    [
      'a table of a hybridisation with limits beside it',
      'CYTOGENETICS LABORATORY\nFLUORESCENCE IN SITU HYBRIDIZATION\nSpecimen: left breast core biopsy, invasive carcinoma\n\n                 Observed     Normal/cutoff\nHER2 signals / nucleus     12.1    < 4.0 not amplified; >= 6.0 amplified\nHER2 : CEP17     5.5          < 2.0 not amplified; >= 2.0 amplified\nINTERPRETATION: AMPLIFIED (POSITIVE)',
      'her2 positive',
    ],
    [
      'a hybridisation that stays unclear, and no IHC',
      'SURGICAL PATHOLOGY\nRight breast core. Invasive ductal carcinoma, grade 3.\nHER2 by FISH:\n   Signals per cell     HER2 4.9    CEP17 2.9\n   Ratio                1.7\n   Result               EQUIVOCAL',
      'her2 equivocal, grade 3',
    ],
    [
      'a final result and the uncertainty of the guideline, over lines',
      'SURGICAL PATHOLOGY\nRight breast core. Invasive ductal carcinoma.\nHER2 IHC equivocal (2+). FISH to follow.\nADDENDUM\n FINAL HER2 RESULT per 2018 ASCO/CAP: NEGATIVE with comment. Uncertain whether patients with >=4.0 and <6.0 HER2\n signals benefit from treatment in the absence of overexpression (IHC 3+).',
      'her2 negative',
    ],
    [
      'another operation in brackets behind the result',
      'SURGICAL PATHOLOGY\nRight iliac bone, core biopsy: metastatic carcinoma of breast.\n  ER    positive  80%\n  PR    negative  0%   (2014 lumpectomy: PR 60%)\n  HER2  IHC 0',
      'er positive, pr negative, her2 negative',
    ],
    [
      "the sender's findings in quotation marks",
      'PATHOLOGY CONSULT\nSender\'s report: "Trucut left breast: IDC gr I. ER neg, PR neg, HER2 0."\nSlides examined again. Our opinion: INVASIVE BREAST CARCINOMA NST, NOTTINGHAM GRADE 3 (3+3+2).\n  ER: 60%\n  PR: 0%\n  HER2: 3+ (the sender\'s stain is too pale)',
      'er positive, pr negative, her2 positive, grade 3',
    ],
    [
      'first read as, then scored again',
      'SURGICAL PATHOLOGY\nLeft mastectomy: invasive ductal carcinoma, grade 3.\nHER2/neu: first read 3+; re-stained and scored 2+ (equivocal); DISH ratio 1.5, not amplified. Final: NEGATIVE',
      'her2 low, grade 3',
    ],
    [
      'sizes on the glass, each with its place',
      'SURGICAL PATHOLOGY\nA. Left breast mastectomy.\nInvasive ductal carcinoma, three foci within a 4.6 cm span. The sizes on glass are 1.4 cm (2:00), 0.6 cm (2:30) and 0.2 cm (3:00); all grade 1.',
      '14 mm, 6 mm, grade 1',
    ],
    [
      'the number of an item after a list of stains',
      'CONSULTATION\nReceived 4 H&E slides, ER/PR/HER2 IHC and controls.\n\n 1. Left breast, core biopsy: invasive ductal carcinoma, grade 3.\nER: Negative, 0%\nPR: Negative, 0%',
      'er negative, pr negative, grade 3',
    ],
    [
      'letters that a fax turned into figures',
      'SURGICAL PATHOLOGY\nLEFT BREAST LUMPECT0MY\nlNVASlVE DUCTAL CARClNOMA\nEstrogen rec.      85     str0ng   P0S\nProge5terone rec.  lO     weak     P0S\nHER-2   2+  EQU|V    FlSH: ratio 1.4: N0T AMPLlFlED',
      'er positive, pr positive, her2 low',
    ],
  ])('%s', (_form, text, wanted) => expect(missingFromReport(text, wanted)).toEqual([]))
})
