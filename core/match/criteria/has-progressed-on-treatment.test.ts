import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-progressed-on-treatment', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['on a class', 'ada', 'inclusion', 'Disease progression on a CDK4/6 inhibitor', 'pass'],
    ['alone', 'ada', 'inclusion', 'Documented radiologic progression (during or after most recent treatment)', 'pass'],
    ['alone, and still treated', 'dan', 'inclusion', 'Progressive disease at study entry', 'fail'],
    ['in plain words', 'ada', 'inclusion', 'Have not had their cancer get worse after taking an AI and a CDK4/6 inhibitor', 'fail'],
    ['never had it', 'bea', 'inclusion', 'Progression on or after an aromatase inhibitor', 'fail'],
    ['on the last', 'ada', 'inclusion', 'Disease progression on or after the most recent therapy', 'pass'],
    ['recurrence after adjuvant', 'ada', 'inclusion', 'Disease recurrence after adjuvant endocrine therapy', 'pass'],
    ['still on it', 'dan', 'inclusion', 'Progression on tamoxifen', 'fail'],
    ['back after it is not during it', 'ada', 'exclusion', 'Disease progression while receiving anastrozole', 'pass'],
    ['HER2', 'bea', 'inclusion', 'Documented progression on or after trastuzumab', 'pass'],
    ['several lines', 'ada', 'inclusion', 'Progression on at least two lines of endocrine therapy for metastatic disease', 'pass'],
    ['too few lines', 'dan', 'inclusion', 'Progression on at least two lines of endocrine therapy', 'fail'],
    ['excluded', 'ada', 'exclusion', 'Disease progression on fulvestrant', 'fail'],
    ['excluded, not so', 'bea', 'exclusion', 'Disease progression on fulvestrant', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Progression on a CDK4/6 inhibitor', 'unknown'],
    ['radiographic', 'ada', 'inclusion', 'Radiographic disease progression on or after the last systemic therapy', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
