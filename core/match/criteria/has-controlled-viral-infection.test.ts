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
    ['hepatitis C cured', 'ada', 'inclusion', 'Patients with a history of hepatitis C must have been treated and cured', 'pass'],
    ['HIV, exclusion with control', 'ada', 'exclusion', 'HIV infection without undetectable viral load', 'pass'],
    [
      'HBV prophylaxis',
      'fay',
      'inclusion',
      'Patients with hepatitis B must be on suppressive therapy with undetectable viral load',
      'pass',
    ],
    ['two viruses', 'ada', 'inclusion', 'Patients with HIV or hepatitis B must have an undetectable viral load', 'pass'],
    [
      'a sentence of many',
      'ada',
      'inclusion',
      'For patients with chronic hepatitis B virus (HBV) infection, the HBV viral load must be undetectable on suppressive therapy, if indicated',
      'pass',
    ],
    [
      'HCV with load',
      'eve',
      'inclusion',
      'For patients with HCV infection currently on treatment, they are eligible if they have an undetectable HCV viral load',
      'pass',
    ],
    ['not a matter of viruses', 'ada', 'inclusion', 'Antiviral prophylaxis is permitted; signed informed consent', 'team'],
    ['tested and negative', 'fay', 'inclusion', 'Negative hepatitis B surface antigen test', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
