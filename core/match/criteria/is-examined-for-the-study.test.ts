import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-examined-for-the-study', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['a scan within a window', 'ada', 'inclusion', 'Baseline imaging studies performed within 28 days prior to registration', 'team'],
    ['history and examination', 'ada', 'inclusion', 'Complete history and physical examination within 4 weeks', 'team'],
    ['cannot be examined', 'ada', 'exclusion', 'Unable to undergo magnetic resonance imaging', 'team'],
    ['disease seen on a scan is no examination', 'ada', 'inclusion', 'Measurable disease on CT scan within 28 days', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
