import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-been-treated-for', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['long enough', 'ada', 'inclusion', 'Duration of the most recent endocrine therapy must be at least 6 months', 'pass'],
    ['too short', 'ada', 'inclusion', 'Duration of the most recent endocrine therapy must be at least 24 months', 'fail'],
    ['months of', 'ada', 'inclusion', 'At least 12 months of a CDK4/6 inhibitor', 'pass'],
    ['more months', 'ada', 'inclusion', 'At least 36 months of a CDK4/6 inhibitor', 'fail'],
    ['received months of', 'bea', 'inclusion', 'Received at least 6 months of trastuzumab emtansine', 'pass'],
    ['never had it', 'bea', 'inclusion', 'At least 6 months of endocrine therapy', 'fail'],
    ['excluded', 'ada', 'exclusion', 'More than 12 months of CDK4/6 inhibitor therapy', 'fail'],
    ['excluded, never had it', 'bea', 'exclusion', 'More than 12 months of CDK4/6 inhibitor therapy', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'At least 6 months of endocrine therapy', 'unknown'],
    ['duration of prior', 'bea', 'inclusion', 'Duration of prior trastuzumab of at least 12 months', 'pass'],
    ['ongoing', 'dan', 'inclusion', 'At least 6 months of tamoxifen', 'pass'],
    ['in a setting', 'ada', 'inclusion', 'At least 6 months of endocrine therapy for metastatic disease', 'pass'],
    ['no longer than', 'bea', 'inclusion', 'May have received up to 12 weeks of endocrine therapy', 'pass'],
    ['no longer than, for one who had more', 'ada', 'inclusion', 'Up to 4 weeks of endocrine therapy', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
