import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-other-cancer', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['within the window', 'fay', 'exclusion', 'Other malignancy within the past 5 years', 'fail'],
    [
      'exempt and long ago',
      'fay',
      'exclusion',
      'Other malignancy within the past 5 years except adequately treated basal cell carcinoma of the skin',
      'pass',
    ],
    ['ever', 'fay', 'exclusion', 'History of another malignancy', 'fail'],
    [
      'none',
      'ada',
      'exclusion',
      'Concurrent malignancy or malignancy within 3 years of enrollment, except carcinoma in situ of the cervix',
      'pass',
    ],
    ['nothing known', 'eve', 'exclusion', 'History of other malignancy within 5 years', 'unknown'],
    ['denied', 'ada', 'inclusion', 'No other prior malignancy except squamous cell skin cancer', 'pass'],
    ['only growing ones', 'fay', 'exclusion', 'Known additional malignancy that is progressing or requires active treatment', 'pass'],
    ['not the cancer under study', 'ada', 'inclusion', 'Histologically confirmed metastatic breast cancer', 'pass'],
    ['blood cancers only', 'fay', 'exclusion', 'Any history of hematologic malignancy', 'pass'],
    [
      'would interfere',
      'ada',
      'exclusion',
      'Prior or concurrent malignancy whose natural history has the potential to interfere with the study',
      'pass',
    ],
    [
      'exceptions in a sentence of their own',
      'ada',
      'exclusion',
      'Any other malignancy. Adequately treated basal cell skin cancer is allowed.',
      'pass',
    ],
    ['nobody knows', 'eve', 'exclusion', 'Another malignancy within the past 5 years', 'unknown'],
    ['long ago', 'fay', 'exclusion', 'Other malignancy within the last 2 years, except for basal cell carcinoma of the skin', 'pass'],
    ['no other cancer, asked for', 'ada', 'inclusion', 'No other malignancy within the past 3 years', 'pass'],
    ['cured by its removal is not active', 'fay', 'exclusion', 'Active second primary malignancy, other than melanoma', 'pass'],
    [
      'over for long does not interfere',
      'fay',
      'exclusion',
      'Concurrent malignancy whose natural history may interfere with the safety assessment',
      'pass',
    ],
    [
      'no remission that is not long enough',
      'ada',
      'exclusion',
      'Second primary malignancy that has not been in remission for more than 3 years',
      'pass',
    ],
    ['meninges are no other cancer', 'ada', 'exclusion', 'Individuals with a history of carcinomatous meningitis', 'pass'],
    ['resolved long ago is not active', 'fay', 'exclusion', 'An active concurrent malignancy', 'pass'],
    ['cured is excepted', 'fay', 'exclusion', 'Another primary malignancy that has not been treated with curative intent', 'pass'],
    ['a small cancer of the skin', 'fay', 'exclusion', 'Another malignancy within 5 years unless treated with curative intent', 'pass'],
    ['a group of the trial before a colon', 'fay', 'exclusion', 'For non-breast cancer: earlier PI3K inhibitor', 'pass'],
    ['by its lines of treatment', 'fay', 'exclusion', 'Non-breast cancer that received more than 2 lines of chemotherapy', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
