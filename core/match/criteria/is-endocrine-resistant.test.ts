import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

type Row = [string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']

describe('is-endocrine-resistant', () => {
  it.each<Row>([
    ['never had endocrine therapy', 'bea', 'inclusion', 'Endocrine-resistant disease', 'fail'],
    ['grew on it after long benefit', 'ada', 'inclusion', 'Secondary endocrine resistance', 'pass'],
    ['either sort', 'ada', 'inclusion', 'Primary or secondary resistance to endocrine therapy', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Acquired endocrine resistance', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
