import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-life-expectancy', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['months', 'ada', 'inclusion', 'Life expectancy of at least 3 months', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
