import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-tumor-tissue', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['a record could tell', 'ada', 'inclusion', 'Availability of archival tumor tissue', 'unknown'],
    ['willingness', 'ada', 'inclusion', 'Willing to undergo a fresh tumor biopsy', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
