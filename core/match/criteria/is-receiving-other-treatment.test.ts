import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-receiving-other-treatment', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['nothing now', 'ada', 'exclusion', 'Concurrent use of any other anti-cancer therapy', 'pass'],
    ['ended, where it is asked for', 'ada', 'inclusion', 'Currently being treated with a CDK4/6 inhibitor and an AI', 'fail'],
    [
      'brackets that name drugs of the class',
      'ada',
      'inclusion',
      'Currently on an AI (letrozole or anastrozole) + CDK4/6 inhibitor (palbociclib or ribociclib)',
      'fail',
    ],
    ['still given', 'dan', 'exclusion', 'Currently receiving endocrine therapy', 'fail'],
    ['now, under exclusion', 'dan', 'exclusion', 'Concurrent endocrine therapy', 'fail'],
    ['not now', 'ada', 'exclusion', 'Concurrent chemotherapy', 'pass'],
    ['other anticancer therapy', 'ada', 'exclusion', 'Any other concurrent anticancer therapy', 'pass'],
    ['radiation', 'ada', 'exclusion', 'Concurrent radiotherapy', 'pass'],
    ['none asked for', 'ada', 'inclusion', 'No other concurrent anticancer therapy', 'pass'],
    ['nobody knows', 'eve', 'exclusion', 'Concurrent anticancer therapy', 'unknown'],
    ['still going on', 'dan', 'inclusion', 'No concurrent hormonal therapy', 'fail'],
    ['of another class', 'dan', 'exclusion', 'Concurrent immunotherapy', 'pass'],
    ['beside a study drug', 'dan', 'exclusion', 'Receiving any other investigational agents or active antineoplastic therapies', 'fail'],
    ['beside a study drug, nothing now', 'ada', 'exclusion', 'Receiving any investigational agents or anti-tumor therapies', 'pass'],
    ['undergoing', 'ada', 'exclusion', 'Currently undergoing chemotherapy', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
