import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-metastases-in-organ', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['beyond bone', 'ada', 'exclusion', 'Any metastatic disease other than skeletal metastases', 'fail'],
    ['nowhere but in the lung', 'bea', 'exclusion', 'Metastatic disease other than lung metastases', 'fail'],
    ['asked for', 'ada', 'inclusion', 'Presence of liver metastases', 'pass'],
    ['keeps out', 'ada', 'exclusion', 'Known liver metastases', 'fail'],
    ['in another organ', 'ada', 'exclusion', 'Lung metastases', 'pass'],
    ['one of two', 'bea', 'inclusion', 'Liver or lung metastases', 'pass'],
    ['told the other way round', 'dan', 'inclusion', 'Metastatic disease in the liver', 'fail'],
    ['nothing known', 'eve', 'inclusion', 'Bone metastases', 'unknown'],
    ['a limit relaxed for them', 'bea', 'inclusion', 'ALT/AST ≤ 2.5 × ULN（liver metastasis patients ≤ 5 × ULN）', 'unknown'],
    ['every other organ', 'ada', 'exclusion', 'Evidence of non-liver metastasis', 'unknown'],
    ['a fracture there', 'ada', 'inclusion', 'No prior fracture at the enrolled bone metastasis', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
