import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('gives-consent', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['consent', 'ada', 'inclusion', 'Signed written informed consent', 'team'],
    ['only the time', 'ada', 'inclusion', 'Aged ≥ 18 years at the time of signing informed consent', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
