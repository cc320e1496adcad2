import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-in-another-trial', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['standard treatments', 'ada', 'exclusion', 'Currently participating in another interventional clinical trial', 'pass'],
    ['an investigational drug', 'ada', 'exclusion', 'Use of any investigational agent within 28 days prior to the first dose', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Treatment with another investigational drug within 4 weeks', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
