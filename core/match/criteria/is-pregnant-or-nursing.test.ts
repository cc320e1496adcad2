import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-pregnant-or-nursing', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['after the menopause', 'ada', 'exclusion', 'Pregnant or breast-feeding women', 'pass'],
    ['a man', 'dan', 'exclusion', 'Pregnancy or lactation', 'pass'],
    ['by the test', 'fay', 'exclusion', 'Women who are pregnant or nursing', 'pass'],
    ['test asked', 'fay', 'inclusion', 'Negative serum pregnancy test within 14 days for women of childbearing potential', 'pass'],
    ['test too old', 'fay', 'inclusion', 'Negative pregnancy test within 7 days prior to registration', 'unknown'],
    ['test of those who need none', 'ada', 'inclusion', 'Women of childbearing potential must have a negative pregnancy test', 'pass'],
    ['no test', 'cleo', 'exclusion', 'Pregnant or lactating', 'unknown'],
    ['must not', 'ada', 'inclusion', 'Participants must not be pregnant or breastfeeding', 'pass'],
    ['nursing alone', 'cleo', 'exclusion', 'Women who are breast-feeding', 'pass'],
    ['a man', 'dan', 'exclusion', 'Pregnancy', 'pass'],
    [
      'what follows from a positive test later',
      'ada',
      'exclusion',
      'If the pregnancy test is positive, the patient must not receive the drug',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
