import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-ovarian-suppression', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['no duty for whom it is not needed', 'ada', 'inclusion', 'If on an LHRH agonist, must be willing to continue it', 'pass'],
    ['asked only of some', 'ada', 'inclusion', 'Premenopausal women must be receiving a GnRH agonist', 'pass'],
    ['asked of those who are', 'bea', 'inclusion', 'Premenopausal women must be receiving a GnRH agonist', 'team'],
    ['willing', 'bea', 'inclusion', 'Premenopausal women must be willing to receive an LHRH agonist', 'team'],
    ['men', 'dan', 'inclusion', 'Men must be willing to take a GnRH agonist', 'team'],
    ['men, not asked of women', 'ada', 'inclusion', 'Men must be willing to take a GnRH agonist', 'pass'],
    [
      'men and some women',
      'ada',
      'inclusion',
      'Male and pre- or perimenopausal female participants must be willing to take an LHRH agonist',
      'pass',
    ],
    ['amenable', 'bea', 'inclusion', 'Premenopausal women amenable to treatment with an LHRH agonist', 'pass'],
    ['past menopause', 'ada', 'inclusion', 'Treatment with a GnRH agonist', 'pass'],
    ['ovarian ablation', 'ada', 'inclusion', 'Ovarian suppression or ablation', 'pass'],
    ['long name', 'bea', 'inclusion', 'Willing to use a luteinizing hormone-releasing hormone (LHRH) agonist', 'team'],
    ['goserelin', 'bea', 'inclusion', 'Agree to an LHRH agonist such as goserelin', 'team'],
    ['none', 'bea', 'inclusion', 'Concurrent ovarian suppression', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
