import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-of-nyha-class', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['no heart disease', 'ada', 'inclusion', 'Patients should be New York Heart Association class 2B or better', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
