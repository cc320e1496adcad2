import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('the state of brain metastases that stands apart from them', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['stable', 'bea', 'inclusion', 'Brain metastases are allowed provided they are radiologically stable', 'pass'],
    ['nobody without any is asked', 'ada', 'inclusion', 'Brain metastases are allowed provided they are radiologically stable', 'pass'],
    ['in what is excepted', 'bea', 'exclusion', 'Brain metastases unless neurologically stable', 'pass'],
    ['enlarging', 'bea', 'exclusion', 'Brain metastases that are enlarging', 'pass'],
    ['enlarging, none there', 'ada', 'exclusion', 'Brain metastases that are enlarging', 'pass'],
    ['a dose is no state of them', 'bea', 'exclusion', 'Brain metastases unless on a stable dose of dexamethasone', 'fail'],
    ['nothing known', 'eve', 'exclusion', 'Brain metastases unless neurologically stable', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
