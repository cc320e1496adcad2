import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-histology', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['lobular', 'cleo', 'inclusion', 'Invasive lobular carcinoma of the breast', 'pass'],
    ['ductal is not lobular', 'ada', 'inclusion', 'Invasive lobular carcinoma', 'fail'],
    ['ductal', 'ada', 'inclusion', 'Invasive ductal carcinoma', 'pass'],
    ['inflammatory keeps out', 'ada', 'exclusion', 'Inflammatory breast cancer', 'pass'],
    ['metaplastic keeps out', 'ada', 'exclusion', 'Metaplastic breast cancer', 'pass'],
    ['both breasts', 'ada', 'exclusion', 'Bilateral breast cancer', 'pass'],
    ['none may be inflammatory', 'bea', 'inclusion', 'No inflammatory breast cancer', 'pass'],
    ['either type', 'ada', 'inclusion', 'Invasive ductal carcinoma or invasive lobular carcinoma', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Inflammatory breast cancer', 'unknown'],
    ['known inflammatory', 'bea', 'exclusion', 'Known inflammatory breast cancer', 'pass'],
    ['said as ineligible', 'bea', 'inclusion', 'Patients with inflammatory breast cancer are not eligible', 'pass'],
    ['lobular excluded', 'cleo', 'exclusion', 'Invasive lobular carcinoma', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
