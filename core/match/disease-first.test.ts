import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from './a-patient.ts'

/** ada: HR+, HER2-low, after palbociclib and fulvestrant. bea: HER2-positive, after THP, T-DM1 and T-DXd. */
type Row = [trap: string, who: Somebody, text: string, label: 'pass' | 'fail' | 'unknown' | 'team']

describe('the cancer is asked of everybody', () => {
  it.each<Row>([
    [
      'a history without the cancer lets nobody in',
      'bea',
      'Metastatic HR+/HER2- breast cancer with disease progression following, or intolerance to, at least 2 lines of therapy',
      'fail',
    ],
    [
      'a history with the cancer',
      'ada',
      'Metastatic HR+/HER2- breast cancer with disease progression following, or intolerance to, at least 2 lines of therapy',
      'pass',
    ],
    [
      '"if indicated" is of the treatment',
      'bea',
      'Metastatic triple-negative breast cancer that progressed on chemotherapy and a PARP inhibitor, if indicated',
      'fail',
    ],
    [
      'a comma before a definition',
      'bea',
      'HER2-negative breast cancer, defined as negative by zorblax or an IHC score of 0 or 1+',
      'fail',
    ],
    ['the value before the name', 'ada', 'Carcinoma of the breast with positive HER2 status', 'fail'],
    ['scores with a hyphen', 'bea', 'All groups: the newest HER2 result must be HER2-0 or HER2-low', 'fail'],
    [
      'a solid tumor of a list that has another kind of breast cancer',
      'bea',
      'Advanced solid tumors among the following tumor types: melanoma, ovarian cancer, triple-negative breast cancer, and prostate',
      'fail',
    ],
    [
      'a solid tumor of a list that has breast cancer',
      'bea',
      'Advanced solid tumors among the following tumor types: melanoma, ovarian cancer, breast cancer, and prostate',
      'pass',
    ],
    ['examples are no list', 'bea', 'Advanced solid tumors, such as melanoma, ovarian cancer or prostate cancer', 'pass'],
    [
      'an unread cancer of the list',
      'bea',
      'Advanced solid tumors of the following types: melanoma, ovarian cancer or zorblaxoma',
      'unknown',
    ],
  ])('%s', (_, who, text, label) => {
    expectVerdict(who, 'inclusion', text, label)
  })
})
