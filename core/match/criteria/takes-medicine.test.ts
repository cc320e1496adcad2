import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('takes-medicine', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['strong inhibitor', 'fay', 'exclusion', 'Use of strong CYP3A4 inhibitors or inducers', 'fail'],
    ['inducers only', 'fay', 'exclusion', 'Use of strong CYP3A4 inducers', 'pass'],
    ['anticoagulant', 'fay', 'exclusion', 'Therapeutic anticoagulation', 'fail'],
    ['another anticoagulant', 'fay', 'exclusion', 'Treatment with vitamin K antagonists such as warfarin', 'pass'],
    [
      'steroids of the past',
      'fay',
      'exclusion',
      'Systemic corticosteroids at doses greater than 10 mg/day of prednisone within 7 days',
      'pass',
    ],
    ['acid reducers', 'fay', 'exclusion', 'Concurrent use of proton pump inhibitors', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Use of strong inhibitors of CYP3A4', 'unknown'],
    ['hormones', 'fay', 'exclusion', 'Hormone replacement therapy', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
