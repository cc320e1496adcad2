import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-suitable-to-the-investigator', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    [
      'opinion',
      'ada',
      'exclusion',
      'Any other condition that, in the opinion of the investigator, makes the patient unsuitable for the study',
      'team',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
