import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('can-swallow-medicines', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['takes tablets', 'fay', 'inclusion', 'Able to swallow oral medication', 'pass'],
    ['unable keeps out', 'fay', 'exclusion', 'Unable to swallow tablets', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Ability to swallow and retain oral medication', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
