import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-confirmed-centrally', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['confirmed', 'ada', 'inclusion', 'Centrally confirmed HER2-low breast cancer', 'unknown'],
    ['fails on what is known', 'bea', 'inclusion', 'Centrally-confirmed HER2-negative breast cancer', 'fail'],
    ['testing', 'ada', 'inclusion', 'PIK3CA mutation by central testing', 'unknown'],
    ['laboratory', 'ada', 'inclusion', 'ER-positive as determined by the central laboratory', 'unknown'],
    ['review', 'ada', 'inclusion', 'Measurable disease by central review', 'unknown'],
    ['positive known', 'bea', 'inclusion', 'HER2-positive by central laboratory testing', 'unknown'],
    ['not so', 'ada', 'inclusion', 'HER2-positive by central laboratory testing', 'fail'],
    ['nothing known', 'eve', 'inclusion', 'Centrally confirmed HER2-low breast cancer', 'unknown'],
    ['results', 'ada', 'inclusion', 'HER2-low based on central testing', 'unknown'],
    ['assessment', 'ada', 'inclusion', 'ER positive per central assessment', 'unknown'],
    ['pathology', 'ada', 'inclusion', 'ER positive by central pathology review', 'unknown'],
    ['a central line is no laboratory', 'ada', 'inclusion', 'ER-positive breast cancer', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
