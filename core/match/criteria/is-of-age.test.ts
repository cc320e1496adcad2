import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-of-age', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['at least', 'cleo', 'inclusion', 'Age ≥ 18 years', 'pass'],
    ['of age where they live', 'cleo', 'inclusion', 'Is the age of majority in their country', 'pass'],
    ['in words', 'cleo', 'inclusion', 'Eighteen years of age or above', 'pass'],
    ['children to be had are no patients', 'cleo', 'exclusion', 'Capable of having children', 'team'],
    ['a range', 'dan', 'inclusion', 'Aged 18 to 70 years', 'fail'],
    ['or older', 'ada', 'inclusion', 'Patients must be 18 years of age or older', 'pass'],
    ['older than', 'cleo', 'inclusion', 'Age greater than 50 years', 'fail'],
    ['at most', 'dan', 'inclusion', 'Age ≤ 65 years', 'fail'],
    ['words', 'ada', 'inclusion', 'At least 18 years old', 'pass'],
    ['adults', 'bea', 'inclusion', 'Adult patients', 'pass'],
    ['under', 'ada', 'exclusion', 'Age under 18 years', 'pass'],
    ['a number or under', 'cleo', 'inclusion', 'Age 60 or under', 'pass'],
    ['under the age of', 'ada', 'exclusion', 'Women under the age of 18 will not be eligible', 'pass'],
    ['years of follow-up are no age', 'cleo', 'inclusion', 'Able to be followed for at least 20 years', 'team'],
    ['nothing known', 'eve', 'inclusion', 'Age 18 years or older', 'unknown'],
    ['between', 'ada', 'inclusion', 'Between 18 and 75 years of age', 'pass'],
    ['women of', 'cleo', 'inclusion', 'Women ≥ 18 years', 'pass'],
    ['both ends with signs', 'ada', 'inclusion', 'Women ≥ 18 and ≤ 75 years of age', 'pass'],
    ['from months to years', 'ada', 'inclusion', 'Patients must be > 12 months and < 30 years at enrollment', 'fail'],
    ['or equal without than', 'ada', 'inclusion', 'Age > or equal 18 years', 'pass'],
    ['a row of a table for children', 'ada', 'inclusion', 'Age 10 to < 13 years: creatinine 1.2 mg/dL', 'unknown'],
    [
      'why children are not studied',
      'ada',
      'inclusion',
      'Adults ≥ 18 years old. Our aims do not concern girls under 18 years of age.',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
