import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-had-prior-lines', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['at most', 'ada', 'inclusion', 'No more than 2 prior lines of therapy for metastatic disease', 'pass'],
    ['conjugates may count', 'bea', 'inclusion', 'No more than 1 prior line of chemotherapy for metastatic disease', 'unknown'],
    ['conjugates count', 'bea', 'inclusion', 'No more than 1 prior chemotherapy regimen (including ADCs) for metastatic disease', 'fail'],
    [
      'conjugates do not',
      'bea',
      'inclusion',
      'No more than 1 line of chemotherapy for metastatic disease, not including antibody-drug conjugates',
      'pass',
    ],
    ['enough with them', 'bea', 'inclusion', 'At least 2 prior lines of chemotherapy for metastatic disease', 'pass'],
    [
      'none where one is asked',
      'ada',
      'inclusion',
      '1 to 2 prior lines of chemotherapy/adjuvant in the recurrent or metastatic setting',
      'fail',
    ],
    ['too many', 'bea', 'inclusion', 'No more than 2 prior lines of therapy for metastatic disease', 'fail'],
    ['at least', 'bea', 'inclusion', 'At least two prior lines of anti-HER2 therapy in the metastatic setting', 'pass'],
    ['too few', 'ada', 'inclusion', 'At least 3 prior lines of endocrine therapy for advanced disease', 'fail'],
    ['a range', 'ada', 'inclusion', '1 to 3 prior lines of systemic therapy for metastatic disease', 'pass'],
    ['up to', 'ada', 'inclusion', 'Up to two lines of chemotherapy for metastatic disease', 'pass'],
    ['none of this type', 'ada', 'inclusion', 'At least one prior line of chemotherapy for metastatic disease', 'fail'],
    ['more than keeps out', 'ada', 'exclusion', 'More than 2 prior lines of chemotherapy for metastatic disease', 'pass'],
    ['more than keeps out, too many', 'bea', 'exclusion', 'More than two prior lines of therapy for metastatic disease', 'fail'],
    ['naive', 'ada', 'exclusion', 'Treatment-naive in the metastatic setting', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'At least one prior line of therapy for metastatic disease', 'unknown'],
    ['the sign for at most', 'ada', 'inclusion', '≤1 line of chemotherapy in the metastatic setting', 'pass'],
    ['the sign for at most, too many', 'bea', 'inclusion', '≤ 2 prior lines of therapy for metastatic disease', 'fail'],
    ['two limits', 'ada', 'inclusion', 'At least 1 but no more than 4 prior chemotherapy regimens in the metastatic setting', 'fail'],
    ['any number', 'bea', 'inclusion', 'Any number of prior lines of therapy is allowed', 'pass'],
    ['or more', 'ada', 'inclusion', 'One or more prior lines of endocrine therapy for metastatic disease', 'pass'],
    [
      'adjuvant chemotherapy is no line for metastatic disease',
      'ada',
      'inclusion',
      'No more than 0 prior chemotherapies for advanced disease',
      'pass',
    ],
    ['a limit without the word line', 'bea', 'inclusion', 'At most 1 prior anti-HER2 therapy for metastatic disease', 'fail'],
    [
      'one limit for each of two',
      'ada',
      'inclusion',
      'No more than 1 chemotherapy or 1 targeted therapy regimen for metastatic disease',
      'pass',
    ],
    ['lines beside another', 'ada', 'inclusion', 'At most 1 endocrine therapy in addition to a CDK4/6 inhibitor', 'pass'],
    [
      'the setting of what is included',
      'ada',
      'inclusion',
      'At least 2 prior endocrine therapies, including a CDK4/6 inhibitor for metastatic disease',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
