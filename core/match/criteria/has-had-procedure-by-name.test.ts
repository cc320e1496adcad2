import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-had-procedure-by-name', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['bare', 'ada', 'exclusion', 'Radiotherapy', 'pass'],
    ['had it: whether it counts is asked', 'bea', 'exclusion', 'Radiation therapy', 'unknown'],
    ['an operation of the breast', 'ada', 'exclusion', 'Mastectomy', 'unknown'],
    ['an operation elsewhere is in no list', 'ada', 'exclusion', 'Abdominal surgery', 'unknown'],
    ['joined', 'dan', 'exclusion', 'Irradiation or chemoradiotherapy', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Radiotherapy', 'unknown'],
    ['not required without a doubt', 'ada', 'inclusion', 'Radiotherapy of the axilla', 'unknown'],
    ['drainage', 'ada', 'exclusion', 'Pleural drainage', 'unknown'],
    ['a pump, which a history names', 'ada', 'exclusion', 'Implanted pacemaker or defibrillator', 'pass'],
    ['in a list with a drug', 'dan', 'exclusion', 'Chemotherapy or radiotherapy', 'pass'],
    ['before the study', 'bea', 'exclusion', 'Hospitalization', 'unknown'],
    ['a transfusion', 'ada', 'exclusion', 'Leukapheresis', 'unknown'],
    ['another way', 'ada', 'exclusion', 'Stereotactic radiosurgery', 'pass'],
    ['no drain', 'ada', 'inclusion', 'No percutaneous drainage', 'unknown'],
    ['had in another place', 'fay', 'exclusion', 'Pelvic irradiation', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
