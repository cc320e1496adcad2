import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-surgically-sterile', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['past the menopause', 'ada', 'inclusion', 'Surgically sterile by hysterectomy or bilateral oophorectomy', 'pass'],
    ['before the menopause', 'bea', 'inclusion', 'Amenorrheic for at least 12 months', 'fail'],
    ['a man', 'dan', 'inclusion', 'Of non-childbearing potential', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Prior bilateral tubal ligation', 'team'],
    ['an operation that keeps out is not the menopause', 'ada', 'exclusion', 'Prior hysterectomy or bilateral oophorectomy', 'pass'],
    ['one way of several', 'bea', 'inclusion', 'Documentation of irreversible surgical sterilization by hysterectomy', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
