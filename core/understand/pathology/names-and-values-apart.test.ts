import { describe, expect, it } from 'vitest'
import { missingFromReport } from './said-in-report.fixture.ts'

const CORE = 'SURGICAL PATHOLOGY. Left breast, core biopsy: invasive ductal carcinoma, grade 2.\n'
const LUMPECTOMY = 'SURGICAL PATHOLOGY. Left breast, lumpectomy: invasive ductal carcinoma.\n'

describe('receptors whose values stand before their names', () => {
  it.each([
    ['words and shares', '  Positive 95%   ER\n  Positive 10%   PR\n  Negative 1+    HER2\n', 'er positive, pr positive, her2 low'],
    [
      'a head above',
      'RESULT      MARKER\n95%         ER\n0%          PR\n3+          HER2\n15%         Ki-67\n',
      'er positive, pr negative, her2 positive',
    ],
    [
      'names in full',
      'Negative      Estrogen receptor\nNegative      Progesterone receptor\nPositive (3+) HER2\n',
      'er negative, pr negative, her2 positive',
    ],
    ['bars', 'Positive (90%) | ER\nNegative (0%) | PR\n0 | HER2\n', 'er positive, pr negative, her2 negative'],
    ['two columns before', 'NEG   <1%   ER\nPOS   40%   PR\n2+  EQUIV   HER2\n', 'er negative, pr positive, her2 equivocal'],
    [
      'a score behind the name',
      'POS      80        ER\nNEG      0         PR\nNEG      -         HER2 (1+)\n',
      'er positive, pr negative, her2 low',
    ],
    ['a ruled table', 'Positive 70%   ER\n-------------------\nNegative 0%    PR\n', 'er positive, pr negative'],
    ['a name alone above: the rows may have slipped', 'ER\n80%   PR\n0%    HER2\n', ''],
  ])('%s', (_trap, table, expected) => {
    const missing = missingFromReport(`${CORE}${table}`, expected === '' ? 'grade 2' : `${expected}, grade 2`)
    // what slipped may be read in another way, never by the row
    expect(expected === '' ? missing.filter((one) => one === 'invented pr positive') : missing).toEqual([])
  })
})

describe('receptors whose names stand first and whose values follow in the same order', () => {
  it.each([
    ['shares', 'ER:\nPR:\nHER2:\n95%\n20%\n1+\n', 'er positive, pr positive, her2 low'],
    ['words', 'ER:\nPR:\nHER2:\nPositive\nNegative\nNegative (0)\n', 'er positive, pr negative, her2 negative'],
    [
      'four without colons',
      'Estrogen receptor\nProgesterone receptor\nHER2/neu\nKi-67\nNegative\nNegative\n3+\n60%\n',
      'er negative, pr negative, her2 positive',
    ],
    [
      'four with colons',
      'ER:\nPR:\nHER2:\nKi-67:\nPositive (90%)\nPositive (5%)\nEquivocal (2+)\n15%\n',
      'er positive, pr positive, her2 equivocal',
    ],
    ['an empty line between', 'ER\nPgR\nHER-2\n\n100%\n80%\n0\n', 'er positive, pr positive, her2 negative'],
    ['a word for the gene', 'ER:\nPR:\nHER2:\npositive, 70%\nnegative\nnot amplified\n', 'er positive, pr negative, her2 negative'],
    ['one value too few', 'ER:\nPR:\nHER2:\n95%\n20%\n', ''],
    ['one value too many', 'ER:\nPR:\n95%\n20%\n10%\n', ''],
    ['one not done', 'ER:\nPR:\nHER2:\n90%\n10%\nnot performed\n', 'er positive, pr positive'],
  ])('%s', (_trap, list, expected) => {
    expect(missingFromReport(`${CORE}${list}`, expected === '' ? 'grade 2' : `${expected}, grade 2`)).toEqual([])
  })
})

describe('the grade of the operation beside that of the core', () => {
  it.each([
    ['two lines', 'Grade on core: 3\nGrade on excision: 2\n', 'grade 2'],
    ['two sentences', 'Grade on core 1. Grade on excision 2.\n', 'grade 2'],
    ['one label for both', 'Grade: 3 on core, 2 on excision.\n', 'grade 2'],
    ['brackets', 'Grade (core): 1\nGrade (excision): 3\n', 'grade 3'],
    ['the name of the operation', 'Grade on biopsy: 2\nGrade on mastectomy: 3\n', 'grade 3'],
    ['the operation first', 'Nottingham grade, resection: 2; Nottingham grade, core biopsy: 3\n', 'grade 2'],
    ['both behind the label', 'Tumor grade: core biopsy 3, final resection 2\n', 'grade 2'],
    ['what it was before', 'Grade: 2 (was 3 on the needle biopsy)\n', 'grade 2'],
    ['a number of weeks', 'Grade 3 on the core biopsy, excision 2 weeks later.\n', 'grade 3'],
    ['the nuclear grade of the core', 'Nuclear grade on core 3, on excision 2. Overall grade: 1\n', 'grade 1'],
  ])('%s', (_trap, list, expected) => {
    expect(missingFromReport(`${LUMPECTOMY}${list}`, expected)).toEqual([])
  })
  it('leaves both where treatment lay between', () => {
    expect(
      missingFromReport(`${LUMPECTOMY}Neoadjuvant chemotherapy given. Grade on core: 3\nGrade on excision: 2\n`, 'grade 2'),
    ).not.toEqual([])
  })
})

describe('three scores in a row, and lengths below their unit', () => {
  it.each([
    ['columns', 'Tubule  Nuclear  Mitotic  Total\n 3       2        1        6\n', 'grade 2'],
    ['bars', 'Tubules | Nuclei | Mitoses | Score\n2 | 2 | 1 | 5/9\n', 'grade 1'],
    [
      'the scheme before the names',
      'Nottingham:  Tubule   Nuclear   Mitotic   Total\n             3        3         3         9/9\n',
      'grade 3',
    ],
    ['a name before the figures', '         Tubule Nuclear Mitotic Total\nScore      3      2       1      6\n', 'grade 2'],
    ['one space', 'Tubule Nuclear Mitotic Total\n3 3 2 8\n', 'grade 3'],
    ['one line', 'Tubule formation, nuclear grade, mitotic count, total: 3, 2, 1, 6\n', 'grade 2'],
    ['a sum that does not fit is none', 'Tubule Nuclear Mitotic Total\n3 3 2 6\n', ''],
    ['a heading with the unit', 'Dimensions (mm)\nInvasive: 12\nWhole: 30\n', '12 mm'],
    ['a sentence with the unit', 'All sizes in mm.\nInvasive size: 12\nDCIS: 30\n', '12 mm'],
    ['centimetres above', 'Measurements (cm):\n  Invasive component   1.2\n  Total extent         3.0\n', '12 mm'],
    ['the unit in the label', 'Tumor size (cm): 2.3\n', '23 mm'],
    ['the unit behind a comma', 'Tumor size, cm | 2.1\n', '21 mm'],
    ['square brackets', 'Greatest dimension [mm]: 24\n', '24 mm'],
    ['a digit that was lost', 'Size of invasive tumor: 2. x 1.5 cm\n', 'no size'],
  ])('%s', (_trap, list, expected) => {
    expect(missingFromReport(`${LUMPECTOMY}${list}`, expected)).toEqual([])
  })
})

describe('the grade that a report of gene copies was told', () => {
  it.each([
    [
      'as submitted',
      'HER2 FISH REPORT\nSpecimen: left breast core, invasive ductal carcinoma, grade 3 (per submitting pathologist)\nHER2/CEP17 ratio: 1.2\nHER2 copies: 2.1\nResult: NOT AMPLIFIED\n',
      'her2 negative, grade 3',
    ],
    [
      'as supplied',
      'MOLECULAR CYTOGENETICS - HER2 FISH\nDx supplied: IDC, Nottingham grade 2, right breast\nRatio 4.5, HER2 signals 12.1\nAMPLIFIED\n',
      'her2 positive, grade 2',
    ],
  ])('%s', (_trap, text, expected) => {
    expect(missingFromReport(text, expected)).toEqual([])
  })
})
