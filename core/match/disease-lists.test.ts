import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from './a-patient.ts'

/** ada: HR+, HER2-low. bea: HR-, HER2-positive. */
type Row = [trap: string, who: Somebody, text: string, label: 'pass' | 'fail' | 'unknown']

describe('a list of cancers that a trial takes', () => {
  it.each<Row>([
    [
      'breast only of a subtype that is not hers, behind its proof',
      'bea',
      'Metastatic, histologically or cytologically confirmed; HR+/HER2- breast cancer; urothelial cancer; or endometrial cancer',
      'fail',
    ],
    [
      'breast only of her subtype',
      'ada',
      'Metastatic, histologically or cytologically confirmed; HR+/HER2- breast cancer; urothelial cancer; or endometrial cancer',
      'pass',
    ],
    ['triple-negative among other organs', 'bea', 'Histological diagnosis of HNSCC; NSCLC; TNBC; cervical cancer', 'fail'],
    ['triple-negative among other organs, not hers either', 'ada', 'Histological diagnosis of HNSCC; NSCLC; TNBC; cervical cancer', 'fail'],
    ['the breast taken out of solid tumors', 'bea', 'Patients must have a HER2 amplified solid tumor except breast cancer', 'fail'],
    ['the breast taken out, in other words', 'ada', 'Patients must have a solid tumor other than breast cancer', 'fail'],
    ['another organ taken out', 'ada', 'Patients must have a solid tumor other than lung cancer', 'pass'],
    ['cancers that are only preferred', 'ada', 'Confirmed diagnosis of an advanced solid tumor (SCLC and NSCLC are preferred)', 'pass'],
    ['proof of the one cancer that is named', 'ada', 'Histologically confirmed breast cancer', 'pass'],
  ])('%s', (_trap, who, text, label) => expectVerdict(who, 'inclusion', text, label))
})
