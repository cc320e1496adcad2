import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-brain-metastases', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['ruled out', 'ada', 'exclusion', 'Known brain metastases', 'pass'],
    ['any keeps out', 'bea', 'exclusion', 'Known brain metastases', 'fail'],
    ['untreated', 'bea', 'exclusion', 'Untreated brain metastases', 'pass'],
    ['active', 'bea', 'exclusion', 'Active central nervous system (CNS) metastases', 'pass'],
    ['unless treated', 'bea', 'exclusion', 'Brain metastases unless treated and stable for at least 4 weeks', 'pass'],
    [
      'treated allowed in the next sentence',
      'bea',
      'exclusion',
      'Known brain metastases. Patients with treated, stable brain metastases are eligible.',
      'pass',
    ],
    ['none may be', 'bea', 'inclusion', 'No brain metastases', 'fail'],
    ['none may be, ruled out', 'ada', 'inclusion', 'No evidence of brain metastases', 'pass'],
    ['symptomatic', 'bea', 'exclusion', 'Symptomatic brain metastases', 'pass'],
    ['with the exception', 'bea', 'exclusion', 'CNS metastases, with the exception of treated brain metastases that are stable', 'pass'],
    ['required', 'bea', 'inclusion', 'Patients must have brain metastases', 'pass'],
    ['required and absent', 'ada', 'inclusion', 'Must have at least one brain metastasis', 'fail'],
    ['allowed', 'bea', 'inclusion', 'Patients with stable brain metastases are allowed', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Brain metastases', 'unknown'],
    ['what is asked of those who have them', 'ada', 'inclusion', 'Brain metastases have been treated and are stable', 'pass'],
    ['judged stable by somebody', 'ada', 'inclusion', 'Brain metastases have adequately been treated and are considered stable', 'pass'],
    ['the state behind them', 'bea', 'exclusion', 'CNS metastases untreated or that have progressed.', 'pass'],
    ['not stable', 'bea', 'exclusion', 'Untreated and/or non-stable brain metastases', 'pass'],
    ['a state shared with other tumours', 'bea', 'exclusion', 'Unstable CNS tumors or brain metastases', 'pass'],
    ['treated in another way', 'bea', 'exclusion', 'Brain metastases treated with whole brain radiation', 'pass'],
    ['outside of the brain', 'ada', 'inclusion', 'Prior radiation to non-CNS lesions', 'unknown'],
    ['without symptoms from them', 'bea', 'inclusion', 'Asymptomatic from the brain metastases', 'pass'],
    [
      'a state shared along a list',
      'bea',
      'exclusion',
      'Untreated central nervous system tumor, epidural tumor or metastasis, or brain metastasis',
      'unknown',
    ],
    ['a scan for those who may have them', 'ada', 'exclusion', 'Patients with suspected brain metastases should undergo an MRI', 'pass'],
    [
      'the next sentence is of the same people',
      'fay',
      'inclusion',
      'Individuals with treated brain metastases are eligible if a scan shows no progression. Participants must not be taking clarithromycin.',
      'pass',
    ],
    [
      'a stable tumour there, as an exception',
      'bea',
      'exclusion',
      'CNS involvement unless clinically stable CNS tumor and not receiving steroids',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
