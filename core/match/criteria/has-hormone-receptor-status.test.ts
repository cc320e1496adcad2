import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-hormone-receptor-status', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['ER positive', 'ada', 'inclusion', 'Estrogen receptor positive breast cancer', 'pass'],
    ['one of two is enough', 'ada', 'inclusion', 'ER and/or PR positive', 'pass'],
    ['both are meant', 'ada', 'inclusion', 'ER positive and PR positive', 'fail'],
    ['HR+/HER2- asks both', 'ada', 'inclusion', 'HR+/HER2- breast cancer', 'pass'],
    ['HR+/HER2- not for HER2-positive', 'bea', 'inclusion', 'HR+/HER2- breast cancer', 'fail'],
    ['negative', 'bea', 'inclusion', 'Hormone receptor negative disease', 'pass'],
    ['low positive is positive at 1 %', 'cleo', 'inclusion', 'ER-positive (≥ 1% of tumor cells)', 'pass'],
    ['low positive is not enough at 10 %', 'cleo', 'inclusion', 'ER positive, defined as ≥ 10% of nuclei staining', 'fail'],
    ['positive excluded', 'ada', 'exclusion', 'Hormone receptor-positive breast cancer', 'fail'],
    ['nothing known', 'eve', 'inclusion', 'ER-positive breast cancer', 'unknown'],
    ['with or without PR', 'ada', 'inclusion', 'ER-positive tumor with or without PR positivity', 'pass'],
    [
      'regardless of PR',
      'bea',
      'inclusion',
      'HER2-positive breast cancer regardless of hormone receptor positive or negative status',
      'pass',
    ],
    ['a mandate to test has no direction', 'bea', 'inclusion', 'ER and PR status must be documented', 'pass'],
    ['an upper limit asks for negative', 'ada', 'inclusion', 'Tumor with ER ≤ 10%', 'fail'],
    ['low is one to ten percent', 'cleo', 'inclusion', 'ER-low (1-10%) breast cancer', 'pass'],
    ['low is not high', 'ada', 'inclusion', 'ER low positive disease', 'fail'],
    ['the percentage of Ki-67 is not that of ER', 'cleo', 'inclusion', 'ER positive, Ki-67 ≥ 20%', 'pass'],
    ['told as expression', 'ada', 'inclusion', 'Tumor expressing ER', 'pass'],
    ['more than the limit itself', 'cleo', 'inclusion', 'ER > 5%', 'fail'],
    ['one of the two', 'ada', 'inclusion', 'At least one of ER and PR is positive', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
