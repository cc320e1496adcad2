import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from './a-patient.ts'

type Row = [trap: string, who: Somebody, section: 'inclusion' | 'exclusion', text: string, label: 'pass' | 'fail' | 'unknown' | 'team']

/** ada: ER-positive, HER2-low, bone and liver, brain ruled out; palbociclib and letrozole until the cancer grew. bea: HER2-positive. */
describe('the specimen that it is known from', () => {
  it.each<Row>([
    ['two specimens', 'ada', 'inclusion', 'HER2-positive breast cancer, proven by biopsy of the primary tumour and/or metastasis', 'fail'],
    [
      'two specimens, and it is so',
      'bea',
      'inclusion',
      'HER2-positive breast cancer, proven by biopsy of the primary tumour and/or metastasis',
      'pass',
    ],
    [
      'in the other order',
      'ada',
      'inclusion',
      'HER2-positive breast cancer confirmed by biopsy of a metastatic lesion or the primary tumor',
      'fail',
    ],
    ['cytology', 'ada', 'inclusion', 'Triple-negative breast cancer, verified on cytology of the primary or of a metastasis', 'fail'],
    ['a core biopsy', 'ada', 'inclusion', 'ER-positive breast cancer confirmed by core needle biopsy', 'pass'],
    ['what is proven stays asked', 'ada', 'inclusion', 'Brain metastases confirmed by biopsy of the lesion', 'fail'],
    ['what follows stays asked', 'ada', 'inclusion', 'Breast cancer confirmed by biopsy of the primary tumor, and HER2-positive', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('growth on a treatment or soon after it', () => {
  it.each<Row>([
    [
      'during or soon after',
      'ada',
      'inclusion',
      'Progression during treatment with or within 28 days after discontinuation of first line of treatment with a CDK 4/6 inhibitor for advanced disease',
      'pass',
    ],
    [
      'during or soon after, never given',
      'bea',
      'inclusion',
      'Progression during treatment with or within 28 days after discontinuation of first line of treatment with a CDK 4/6 inhibitor and an aromatase inhibitor',
      'fail',
    ],
    ['of the end', 'bea', 'inclusion', 'Progressed during or within 2 months of stopping a CDK4/6 inhibitor', 'fail'],
    ['a first line', 'ada', 'inclusion', 'Progression after first line treatment with palbociclib', 'pass'],
    ['a first line, never given', 'bea', 'inclusion', 'Progression after first line treatment with palbociclib', 'fail'],
    ['the latest treatment', 'ada', 'inclusion', 'Progression on the most recent treatment', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
