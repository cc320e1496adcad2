import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-planned-surgery', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['none foreseen', 'ada', 'exclusion', 'Anticipated need for major surgery during the study', 'pass'],
    ['foreseen', 'ada', 'exclusion', 'Anticipation of the need for major surgery during the study', 'pass'],
    ['planned', 'ada', 'exclusion', 'Planned major surgery during study participation', 'pass'],
    ['expected', 'bea', 'exclusion', 'Expected to require major surgery during the course of the trial', 'pass'],
    ['scheduled', 'dan', 'exclusion', 'Scheduled surgical procedures during the study', 'pass'],
    [
      'with an operation before',
      'fay',
      'exclusion',
      'Major surgery within 8 weeks before randomization or anticipation of the need for major surgery during the study',
      'fail',
    ],
    ['requirement', 'ada', 'exclusion', 'Requirement for major surgery within the study period', 'pass'],
    ['likely to need', 'ada', 'exclusion', 'Patients who are likely to require surgery during the study', 'pass'],
    ['elective', 'ada', 'exclusion', 'Planned elective surgery', 'pass'],
    ['anticipated operation', 'ada', 'exclusion', 'Anticipated operation during the study', 'pass'],
    ['intervention', 'ada', 'exclusion', 'Planned surgical intervention during the trial', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
