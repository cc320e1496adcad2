import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('words that share the noun of their neighbours', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['an organ in the middle of a list of cancers', 'ada', 'inclusion', 'Pancreatic, gastric, or colorectal cancer', 'fail'],
    ['nobody is kept out for it', 'ada', 'exclusion', 'Pancreatic, gastric, or colorectal cancer', 'pass'],
    ['a gene at the end of a list', 'ada', 'exclusion', 'Mutations in one of these genes: BRCA1, PIK3CA', 'unknown'],
    ['a gene that was not tested', 'ada', 'exclusion', 'Alterations: KRAS, NRAS', 'unknown'],
    ['a place that shares the noun behind it', 'bea', 'exclusion', 'Symptomatic CNS or leptomeningeal metastases', 'pass'],
    ['a place that shares the words before it', 'bea', 'exclusion', 'Prior radiotherapy to the pelvis or chest', 'pass'],
    ['a state that holds for all of the list', 'ada', 'exclusion', 'Active brain or leptomeningeal metastases', 'pass'],
    ['who can have children', 'ada', 'exclusion', 'Women of childbearing potential', 'pass'],
    ['who can have children, before the menopause', 'cleo', 'inclusion', 'Women of childbearing potential', 'pass'],
    ['who can have children, a man', 'dan', 'exclusion', 'Childbearing potential', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
