import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-in-another-trial', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['standard treatments', 'ada', 'exclusion', 'Currently participating in another interventional clinical trial', 'pass'],
    ['an investigational drug', 'ada', 'exclusion', 'Use of any investigational agent within 28 days prior to the first dose', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Treatment with another investigational drug within 4 weeks', 'unknown'],
    ['enrolled elsewhere', 'ada', 'exclusion', 'Currently enrolled in another interventional clinical trial', 'pass'],
    [
      'investigational agents within weeks',
      'ada',
      'exclusion',
      'Treatment with any investigational agent within 4 weeks before the first dose',
      'pass',
    ],
    ['nobody knows', 'eve', 'exclusion', 'Participation in another clinical study with an investigational product', 'unknown'],
    ['a promise', 'ada', 'inclusion', 'Subjects must agree not to participate in another clinical trial', 'team'],
    ['not receiving', 'ada', 'inclusion', 'Patients must not be receiving any other investigational agents', 'pass'],
    ['device', 'ada', 'exclusion', 'Use of an investigational device within 28 days prior to randomization', 'pass'],
    [
      'drug of last year',
      'bea',
      'exclusion',
      'Has participated in a study of an investigational agent within 4 weeks of the first dose',
      'pass',
    ],
    ['experimental therapy', 'ada', 'exclusion', 'Experimental therapy within 30 days before enrollment', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
