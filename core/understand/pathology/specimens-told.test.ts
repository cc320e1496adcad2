import { describe, expect, it } from 'vitest'
import { aDocument } from '../prose/a-reading.ts'
import { missingFrom } from '../said.fixture.ts'
import { understand } from '../understand.ts'

/** What makes a text a note of a visit. */
const note = (words: string) =>
  `ONCOLOGY CLINIC NOTE\n${words}\n\nMedications: amlodipine 5 mg daily.\nECOG 1. Vital signs stable.\nAssessment and plan: follow-up visit in 3 weeks.\n`

function told(words: string): string[] {
  return understand(aDocument(note(words))).flatMap((fact) => {
    if (fact.kind !== 'receptors') return []
    const { specimen, date, er, pr, her2, from } = fact.value
    const hormone = (name: string, one: typeof er) => (one ? [name, one.status, one.percent].filter((part) => part !== undefined) : [])
    return [
      [
        date ?? '-',
        `[${specimen}]`,
        ...hormone('ER', er),
        ...hormone('PR', pr),
        ...(her2 ? ['HER2', her2.status, her2.ihc, her2.ish] : []),
        from,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    ]
  })
}

describe('receptors of several specimens told in one note', () => {
  it.each<readonly [trap: string, words: string, wanted: string[]]>([
    [
      'two biopsies in one line, by their years',
      `Clinic letter 12/03/2026
Biopsy 2019 ER 90 PR 40 HER2 0; 2023 liver bx ER 70 PR 0 HER2 1+.`,
      ['2019~ER positive 90~PR positive 40~HER2 negative 0', '2023~liver~ER positive 70~PR negative 0~HER2 low 1+'],
    ],
    [
      'entries of a history, each with its month',
      `ONCOLOGY HISTORY
03/2019: Left breast core biopsy: IDC G2, ER 95%, PR 60%, HER2 negative (IHC 1+).
06/2023: Liver biopsy: metastatic carcinoma, ER 80%, PR <1%, HER2 IHC 2+, FISH negative.
Note of 12/03/2026`,
      ['2019-03~left breast~ER positive 95~HER2 low 1+', '2023-06~liver~ER positive 80~PR negative~HER2 low 2+ not-amplified'],
    ],
    [
      'diagnoses numbered, the tissue in brackets',
      `Letter 12/03/2026
Diagnosis: 1. Invasive ductal carcinoma left breast (May 2018), grade 2, ER 8/8, PR 6/8, HER2 negative
2. Liver metastases (biopsy proven, Oct 2021), ER 7/8, PR 0/8, HER2 2+ (FISH not amplified)`,
      ['2018-05~ER positive~PR positive~HER2 negative', '2021-10~ER positive~PR negative~HER2 low 2+ not-amplified'],
    ],
    [
      'a primary by its diagnosis, two biopsies by the day',
      `Clinic 03/12/2026
HPI: 55 yo with right breast cancer diagnosed 2/2017, ER+/PR+/HER2-. Recurred in bone 5/2022; bone biopsy 5/14/2022 ER+ 60%, PR-, HER2 0. Liver biopsy on 1/20/2025 showed ER negative, PR negative, HER2 1+.`,
      ['2022-05-14~bone~ER positive 60~PR negative~HER2 negative 0', '2025-01-20~liver~ER negative~PR negative~HER2 low 1+'],
    ],
    [
      'the first diagnosis and a resected metastasis',
      `Discharge letter 12.03.2026
First diagnosis 03/2018 (core biopsy left breast): NST G3, ER 0%, PR 0%, HER2 3+
Brain metastasis resected 20.06.2023: ER 0 %, PR 0 %, HER2 3+`,
      ['2018-03~ER negative 0~HER2 positive 3+', '2023-06-20~brain~ER negative~HER2 positive 3+'],
    ],
    [
      'tissue told in the sentence before',
      `MDT outcome 05/07/2023
Histology cerebellar resection 20/06/2023: metastatic adenocarcinoma, breast primary. ER 6/8 positive, PR 0/8 negative, HER2 3+ positive.`,
      ['2023-06-20~ER positive~PR negative~HER2 positive 3+'],
    ],
    [
      'fluid that was drained',
      `GP letter 12/03/2026
She was diagnosed in 2016 with a grade 2 ER-positive, PR-positive, HER2-negative right breast cancer. A pleural effusion was drained in March 2024 and the cytology showed ER positive, PR negative, HER2 negative adenocarcinoma.`,
      ['2024-03~ER positive~PR negative~HER2 negative'],
    ],
    [
      'many cores in one line with strokes between the results',
      `Clinic 12/03/2026
Path: 2/2020 core: ER 90/PR 80/HER2 1+. 8/2020 lumpectomy: ER 85/PR 20/HER2 0. 1/2025 liver: ER 50/PR 0/HER2 2+ FISH neg.`,
      [
        '2020-02~ER positive 90~HER2 low 1+',
        '2020-08~ER positive 85~PR positive 20~HER2 negative 0',
        '2025-01~ER positive 50~PR negative 0~HER2 low 2+',
      ],
    ],
    [
      'places in brackets',
      `Clinic 12/03/2026
Receptors: primary (2019) ER+ PR+ HER2-; liver met (2024) ER+ PR- HER2 low (1+); skin (2025) ER- PR- HER2 0.`,
      ['2019~ER positive~PR positive~HER2 negative', '2024~ER positive~PR negative~HER2 low 1+', '2025~ER negative~HER2 negative 0'],
    ],
    [
      'tissue named behind the result',
      `Clinic 12/03/2026
Receptor status changed: ER/PR positive at diagnosis in 2017, triple negative on chest wall biopsy 11/2024.`,
      ['2024-11~ER negative~PR negative~HER2 negative'],
    ],
    [
      'a table between bars',
      `Clinic 12/03/2026
| Date | Specimen | ER | PR | HER2 |
| 04/2019 | L breast core | 95% | 70% | 1+ |
| 11/2023 | Liver bx | 80% | 0% | 0 |`,
      ['2019-04~ER positive 95~HER2 low 1+', '2023-11~liver~ER positive 80~PR negative 0~HER2 negative 0'],
    ],
    [
      'a table in columns',
      `Clinic 12/03/2026
Date        Site              ER     PR     HER2       Ki67
04/2019     L breast core     95%    70%    1+         20%
11/2023     Liver             80%    0%     2+/FISH-   35%`,
      ['2019-04~ER positive 95~HER2 low 1+', '2023-11~ER positive 80~PR negative 0~HER2 low 2+'],
    ],
    [
      'organs that are no breast',
      `Letter 12/03/2026
Omental biopsy (October 2023) confirmed lobular carcinoma, ER 90%, PR 5%, HER2 0. Gastric biopsy February 2025: lobular carcinoma ER 80%, PR 0%, HER2 1+.`,
      ['2023-10~ER positive 90~PR positive 5~HER2 negative 0', '2025-02~gastric~ER positive 80~PR negative 0~HER2 low 1+'],
    ],
    [
      'the place before the year, in brackets',
      `Progress 2026-03-12
A/P: 61F mTNBC (bx lung 7/2024: ER 0, PR 0, HER2 0; primary 2020 ER 5%, PR 0, HER2 1+).`,
      ['2024-07~lung~ER negative 0~HER2 negative 0', '2020~ER low-positive 5~HER2 low 1+'],
    ],
    [
      'a recurrence with its kind of tissue',
      `Letter 12/03/2026
Original pathology (2015): ER positive (H-score 260), PR positive (H-score 180), HER-2 negative. Recurrence 2022 (axillary node core): ER positive 90%, PR negative, HER-2 1+.`,
      ['2015~ER positive~PR positive~HER2 negative', '2022~ER positive 90~PR negative~HER2 low 1+'],
    ],
    [
      'days without a zero, three operations',
      `Progress note 2026-03-12
Dx: 7/14/20 R breast bx: IDC gr 3, ER 0 PR 0 HER2 3+. 1/12/21 R mastectomy: ypT1b N0, residual ER 0, PR 0, HER2 3+. 4/2/24 brain resection: HER2 3+, ER 10%.`,
      [
        '2020-07-14~ER negative 0~HER2 positive 3+',
        '2021-01-12~ER negative 0~HER2 positive 3+',
        '2024-04-02~brain~ER low-positive 10~HER2 positive 3+',
      ],
    ],
    [
      'told in sentences, one of them not tested again',
      `Letter 12/03/2026
The core biopsy of 14 May 2020 was ER 7/8, PR 5/8 and HER2 2+ with a negative FISH; the excision on 2 July 2020 was not retested. Sternal biopsy on 5 January 2024 was ER 8/8, PR 0/8, HER2 1+.`,
      ['2020-05-14~ER positive~PR positive', '2024-01-05~ER positive~PR negative~HER2 low 1+'],
    ],
  ])('%s', (_trap, words, wanted) => {
    expect(missingFrom(told(words), wanted)).toEqual([])
  })

  it.each<readonly [trap: string, words: string]>([
    [
      'the birth date beside the name of the disease is no day of tissue',
      'Visit of 09/20/2026\nDOE, JANE 05/04/1988 left breast cancer, ER positive, PR positive, HER2 negative',
    ],
    ['metastatic disease and the day of a scan', 'CT 09/12/2025 liver mets larger.\nMBC, HER2+, L breast, PR on HP.'],
    ['a treatment that began then', 'On letrozole since 06/2021 for ER positive HER2 negative metastatic breast cancer.'],
  ])('%s', (_trap, words) => {
    expect(told(words).filter((one) => !one.startsWith('-'))).toEqual([])
  })
})
