import { describe, expect, it } from 'vitest'
import { missingFromReport } from './said-in-report.fixture.ts'

const report = (words: string) =>
  `SURGICAL PATHOLOGY REPORT\nSpecimen: Left breast, core biopsy\n\nDIAGNOSIS: Invasive ductal carcinoma.\n\n${words}\n\nPathologist: Dr. A. Example\n`

describe('receptors in statements of many houses', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'scores of twelve and of three hundred',
      'er positive, pr positive, her2 low',
      [
        'Estrogen receptor: 12/12 (IRS, Remmele). Progesterone receptor: 8/12. HER2: DAKO-score 1+',
        'ER Histoscore 280/300, PR 150/300, HER2 1+',
        'ER H-score 280; PR H-score 150; HER2 1+',
      ],
    ],
    [
      'names that a hand or a scan bent',
      'er positive, pr positive, her2 negative',
      [
        'ESTROGEN RECEPTORS: positive. PROGESTRONE RECEPTORS: positive. HER2/NEU: negative.',
        'THE TUMOR CELLS TESTED POSITIVE FOR ESTROGEN AND WEAKLY POSITIVE FOR. PROGESTERONE RECEPTORS AND NEGATIVE FOR HER-2.',
        'ER   pos   (3+, 100 %)\nPR   pos   (2+, 30 %)\nH2N  neg   (0)',
      ],
    ],
    [
      'of elsewhere beside ours',
      'er positive, pr positive, her2 low',
      [
        'ER: positive, 90%. PR: positive, 50%. HER2: outside interpretation 2+; our interpretation 1+ (negative)',
        '             AS REPORTED THERE          ON OUR REVIEW\nER           60%                        70% strong, POSITIVE\nPR           neg                        15% weak, POSITIVE\nHER2 IHC     3+                         1+ NEGATIVE',
        'ER 70%, PR 15%, HER2 1+.\nComment: PR has changed from the report of the primary (PR 0% in 2015).',
      ],
    ],
    [
      'repeated here',
      'er negative, pr negative, her2 negative',
      [
        'Biomarkers, outside report (stains not submitted):\n  ER 2% low positive; PR 0%; HER2 2+\nBiomarkers, repeated here on block A1:\n  ER 0% negative; PR 0% negative; HER2 0 negative\nComment: scattered ER positive cells are residual normal ducts.',
      ],
    ],
    [
      'a score that waits for its test',
      'er positive, pr positive, her2 equivocal',
      [
        'ER: Positive\nPR: Positive\nHER2/neu: WEAKLY POSITIVE (SCORE 2+). FISH was ordered.',
        'ER: Positive\nPR: Positive\nHER2: Equivocal (2+). Adv: FISH\n-- Interpretation: Score 0-2: Negative; 3-8: Positive. HER2 3+ >10% strong complete. --',
        '  Antibody (clone)    On-slide control    Tumor nuclei / membrane        Call\n  ER (6F11)           OK                  strong in 90 of 100 nuclei     POSITIVE (90 %)\n  PR (16)             OK                  weak in 20 of 100 nuclei       POSITIVE (20 %)\n  HER2 (CB11)         0 / 1+ / 3+ OK      moderate, 30 % of cells        EQUIVOCAL 2+',
      ],
    ],
    [
      'a ratio by its letter',
      'er positive, pr negative, her2 low',
      ['ER 98%. PR: none; 0%; negative. HER2: 2+ by IHC; ISH reflex, HER2 2.2, CEN17 1.9, R = 1.16: negative.'],
    ],
    [
      'of in-situ disease alone',
      'er positive, pr positive',
      ['Estrogen receptor (on DCIS): POSITIVE, 95%. Progesterone receptor (on DCIS): POSITIVE, 40%. HER2 was not ordered.'],
    ],
    [
      'denied',
      'er negative, pr negative, her2 negative',
      [
        'Neither estrogen nor progesterone receptors are expressed; HER2 is 0.',
        'HR-negative; HER2 score 0',
        'ER negative (0 100%). PR negative (0 100%). HER2 does not show overexpression.',
        'ER 0%; PR 0%; HER2 0. External positive control: ER 80%, PR 70%, correct.',
      ],
    ],
    [
      'boxes with wide gaps',
      'er positive, pr negative',
      ['Estrogen receptor      ( x ) pos   (   ) neg\nProgesterone receptor  (   ) pos   ( x ) neg'],
    ],
    [
      'a test nobody has',
      'er positive',
      ['Oestrogen receptor: H-score 220 (positive above 50). I have no facility for c-erbB2.\n          Y0urs'],
    ],
  ])('%s', (_trap, wanted, reports) => {
    for (const words of reports) expect([words, missingFromReport(report(words), wanted)]).toEqual([words, []])
  })
})
