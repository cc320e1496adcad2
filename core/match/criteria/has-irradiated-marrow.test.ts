import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-irradiated-marrow', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['never irradiated', 'ada', 'exclusion', 'Prior irradiation to > 25% of the bone marrow', 'pass'],
    ['only the brain', 'bea', 'exclusion', 'Prior radiotherapy to more than 25 % of bone marrow', 'pass'],
    ['one field', 'fay', 'exclusion', 'More than 25% of the bone marrow has been previously irradiated', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Prior radiation involving ≥ 30% of the marrow', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
