import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-triple-negative', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['low ER is not triple negative', 'cleo', 'inclusion', 'Triple-negative breast cancer', 'fail'],
    ['it is at a limit of 10 %', 'cleo', 'inclusion', 'TNBC (ER and PR =< 10%, HER2-negative)', 'pass'],
    ['HER2-positive is not', 'bea', 'inclusion', 'Triple negative breast cancer (TNBC)', 'fail'],
    ['ER-positive is not', 'ada', 'inclusion', 'Metastatic triple-negative breast cancer', 'fail'],
    ['keeps nobody else out', 'ada', 'exclusion', 'Triple-negative breast cancer', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Triple-negative breast cancer', 'unknown'],
    ['the abbreviation', 'ada', 'inclusion', 'mTNBC', 'fail'],
    ['not eligible', 'ada', 'inclusion', 'Patients with triple negative breast cancer are excluded', 'pass'],
    ['ER+ or TNBC', 'ada', 'inclusion', 'ER-positive breast cancer or triple-negative breast cancer', 'pass'],
    ['ER+ or TNBC for HER2-positive', 'bea', 'inclusion', 'ER-positive breast cancer or triple-negative breast cancer', 'fail'],
    ['definition in words', 'bea', 'inclusion', 'Triple-negative breast cancer (ER negative, PR negative and HER2 negative)', 'fail'],
    ['disease', 'cleo', 'inclusion', 'Triple negative disease (estrogen receptor less than 10%)', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
