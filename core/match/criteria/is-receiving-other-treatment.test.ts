import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-receiving-other-treatment', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['nothing now', 'ada', 'exclusion', 'Concurrent use of any other anti-cancer therapy', 'pass'],
    ['still given', 'dan', 'exclusion', 'Currently receiving endocrine therapy', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
