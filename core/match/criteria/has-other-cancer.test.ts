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
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
