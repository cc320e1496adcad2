import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-had-live-vaccine', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['no history tells', 'ada', 'exclusion', 'Live vaccine within 30 days before the first dose', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
