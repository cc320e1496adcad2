import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-candidate-for-treatment', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['candidate', 'ada', 'inclusion', 'Is a chemotherapy candidate', 'team'],
    ['suitable', 'ada', 'inclusion', 'Suitable for endocrine therapy', 'team'],
    ['judged suitable', 'ada', 'inclusion', 'Suitable for surgery', 'team'],
    ['nothing against it in a full history', 'ada', 'exclusion', 'Unable to receive any of the endocrine therapies', 'pass'],
    ['not eligible for a treatment is no exclusion', 'ada', 'inclusion', 'Ineligible for chemotherapy', 'team'],
    ['appropriate', 'bea', 'inclusion', 'Appropriate candidate for chemotherapy', 'team'],
    ['refused', 'bea', 'inclusion', 'Refused chemotherapy', 'team'],
    ['not suitable', 'cleo', 'inclusion', 'Not suitable for surgery', 'team'],
    ['contraindicated', 'ada', 'exclusion', 'Contraindicated for treatment with trastuzumab', 'pass'],
    ['eligible to', 'dan', 'inclusion', 'Eligible to receive fulvestrant treatment', 'team'],
    ['candidate for', 'ada', 'inclusion', 'Candidate for treatment with capecitabine', 'team'],
    ['unable to tolerate, no history known', 'eve', 'exclusion', 'Unable to tolerate an aromatase inhibitor', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
