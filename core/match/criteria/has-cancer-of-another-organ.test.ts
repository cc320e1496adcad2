import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-cancer-of-another-organ', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['lung', 'ada', 'inclusion', 'Non-small cell lung cancer', 'fail'],
    ['one of several', 'ada', 'inclusion', 'Breast cancer, ovarian cancer or prostate cancer', 'pass'],
    ['not in the list', 'ada', 'inclusion', 'Ovarian cancer or endometrial cancer', 'fail'],
    ['excluded', 'ada', 'exclusion', 'Non-small cell lung cancer', 'pass'],
    ['lymphoma', 'ada', 'exclusion', 'Lymphoma', 'pass'],
    ['melanoma', 'bea', 'inclusion', 'Melanoma', 'fail'],
    ['colorectal', 'bea', 'inclusion', 'Metastatic colorectal cancer', 'fail'],
    ['pancreas', 'cleo', 'inclusion', 'Pancreatic cancer', 'fail'],
    ['abbreviation', 'ada', 'inclusion', 'NSCLC', 'fail'],
    ['leukaemia', 'ada', 'exclusion', 'Acute myeloid leukemia', 'pass'],
    ['glioma', 'ada', 'exclusion', 'Glioblastoma', 'pass'],
    ['sarcoma', 'ada', 'inclusion', 'Soft tissue sarcoma', 'fail'],
    ['a gene called sarcoma is no cancer', 'ada', 'inclusion', 'Rat sarcoma viral oncogene homolog wild-type (RAS WT) disease', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
