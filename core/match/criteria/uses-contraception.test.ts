import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('uses-contraception', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['after the menopause', 'ada', 'inclusion', 'Women of childbearing potential must agree to use adequate contraception', 'pass'],
    ['before the menopause', 'cleo', 'inclusion', 'Women of childbearing potential must agree to use adequate contraception', 'team'],
    [
      'refusal keeps out',
      'ada',
      'exclusion',
      'Women of childbearing potential who do not agree to use highly effective contraception',
      'pass',
    ],
    ['refusal, hers', 'cleo', 'exclusion', 'Women of childbearing potential unwilling to use highly effective contraception', 'team'],
    ['men only', 'ada', 'inclusion', 'Male participants must use condoms and not donate sperm during the study', 'pass'],
    ['a man', 'dan', 'inclusion', 'Men must agree to use a condom during the study', 'team'],
    ['explanation', 'cleo', 'inclusion', 'The effects of the study drug on the developing human fetus are unknown', 'pass'],
    [
      'a bracket holds a list',
      'ada',
      'inclusion',
      'Women of childbearing potential must agree to use contraception (hormonal or barrier method; abstinence) during the study',
      'pass',
    ],
    [
      'explained in a bracket',
      'cleo',
      'inclusion',
      'Women must use effective contraception (defined as methods with a failure rate of less than 1%)',
      'team',
    ],
    ['men only', 'ada', 'inclusion', 'Men must use condoms and not donate sperm during the study', 'pass'],
    [
      'with its pregnancy test',
      'cleo',
      'inclusion',
      'Women of childbearing potential must have a negative pregnancy test and must agree to use adequate contraception',
      'unknown',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
