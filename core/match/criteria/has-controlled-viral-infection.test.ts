import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-controlled-viral-infection', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    [
      'not hers',
      'ada',
      'inclusion',
      'For patients with evidence of chronic hepatitis B virus infection, the viral load must be undetectable on suppressive therapy',
      'pass',
    ],
    [
      'nothing known',
      'eve',
      'inclusion',
      'HIV-infected patients must be on effective anti-retroviral therapy with undetectable viral load',
      'unknown',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
