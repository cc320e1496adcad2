import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-performance-status', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['below, where ECOG is well above', 'ada', 'exclusion', 'Karnofsky index < 60', 'pass'],
    ['below, where ECOG may be either', 'ada', 'exclusion', 'Karnofsky performance status < 90', 'unknown'],
    ['range', 'ada', 'inclusion', 'ECOG performance status 0-1', 'pass'],
    ['or', 'bea', 'inclusion', 'ECOG performance status of 0 or 1', 'pass'],
    ['three values', 'ada', 'inclusion', 'ECOG PS 0, 1 or 2', 'pass'],
    ['at most', 'ada', 'inclusion', 'Eastern Cooperative Oncology Group (ECOG) performance status ≤ 2', 'pass'],
    ['below', 'ada', 'inclusion', 'ECOG performance status < 1', 'fail'],
    ['Karnofsky', 'fay', 'inclusion', 'Karnofsky performance status ≥ 80%', 'fail'],
    ['Karnofsky read as ECOG', 'fay', 'inclusion', 'ECOG performance status ≤ 2', 'pass'],
    ['Karnofsky read as ECOG, too low', 'fay', 'inclusion', 'ECOG 0-1', 'fail'],
    ['both scales', 'fay', 'inclusion', 'ECOG performance status ≤ 2 (or Karnofsky ≥ 60%)', 'pass'],
    ['a value whose sign was lost', 'ada', 'inclusion', 'ECOG performance status 2', 'pass'],
    ['that value only', 'ada', 'inclusion', 'ECOG performance status of 2 only', 'fail'],
    ['a sign that was turned', 'ada', 'inclusion', 'ECOG greater than or equal to 2', 'unknown'],
    ['nobody is kept out for being well', 'ada', 'exclusion', 'Karnofsky of 60 is not permitted', 'unknown'],
    ['keeps out', 'ada', 'exclusion', 'ECOG performance status > 2', 'pass'],
    ['window too short', 'ada', 'inclusion', 'ECOG performance status 0 or 1 assessed within 7 days before randomization', 'unknown'],
    ['not recorded', 'dan', 'inclusion', 'WHO performance status 0-1', 'unknown'],
    ['scale named behind', 'ada', 'inclusion', 'Performance status of 1 or less on the ECOG scale', 'pass'],
    [
      'two scales for two ages',
      'ada',
      'inclusion',
      '--Karnofsky >= 70% (for patients >= 16 years old), Lansky >= 70% (for patients < 16 years old)',
      'pass',
    ],
    [
      'no deterioration, and something else',
      'ada',
      'inclusion',
      'ECOG 0-2 with no deterioration over the previous 2 weeks and life expectancy of 3 months',
      'team',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
