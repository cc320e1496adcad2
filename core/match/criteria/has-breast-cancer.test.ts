import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-breast-cancer', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['the plain form', 'ada', 'inclusion', 'Histologically confirmed breast cancer', 'pass'],
    ['cytology named too', 'ada', 'inclusion', 'Histologically or cytologically proven carcinoma of the breast', 'pass'],
    ['adenocarcinoma', 'bea', 'inclusion', 'Pathologically documented adenocarcinoma of the breast', 'pass'],
    ['a man has it too', 'dan', 'inclusion', 'Confirmed diagnosis of breast carcinoma', 'pass'],
    ['a solid tumour in general', 'ada', 'inclusion', 'Histologically confirmed solid tumor', 'pass'],
    ['invasive', 'cleo', 'inclusion', 'Biopsy-proven invasive breast cancer', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Histologically confirmed breast cancer', 'unknown'],
    ['an earlier one is another one', 'ada', 'exclusion', 'Prior history of breast cancer', 'pass'],
    ['the other breast is another one', 'ada', 'exclusion', 'Contralateral breast cancer', 'pass'],
    ['proof alone', 'ada', 'inclusion', 'Diagnosis must be histologically confirmed', 'pass'],
    ['metastatic and proven', 'ada', 'inclusion', 'Histologically confirmed metastatic breast cancer', 'pass'],
    ['not for early disease', 'cleo', 'inclusion', 'Histologically confirmed metastatic breast cancer', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
