import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-tumor-marker-score', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['unstable is high', 'ada', 'inclusion', 'Microsatellite unstable solid tumors', 'fail'],
    ['the name alone before the tumor', 'ada', 'inclusion', 'Metastatic non-colorectal MSI solid tumors', 'fail'],
    ['burden not high', 'ada', 'inclusion', 'TMB-high', 'fail'],
    ['burden with limit', 'ada', 'inclusion', 'Tumor mutational burden (TMB) ≥ 10 mut/Mb', 'fail'],
    ['stable', 'ada', 'inclusion', 'Microsatellite stable', 'pass'],
    ['unstable', 'ada', 'inclusion', 'MSI-H', 'fail'],
    ['unstable excluded', 'ada', 'exclusion', 'MSI-high', 'pass'],
    ['growth fraction', 'cleo', 'inclusion', 'Ki-67 ≥ 20%', 'pass'],
    ['growth fraction below', 'ada', 'inclusion', 'Ki-67 < 20%', 'fail'],
    ['deficient repair', 'ada', 'inclusion', 'MSI-H or dMMR', 'fail'],
    ['never tested', 'bea', 'inclusion', 'Oncotype DX score ≥ 26', 'unknown'],
    ['androgen receptor', 'bea', 'inclusion', 'Androgen receptor positive', 'unknown'],
    ['HRD', 'ada', 'inclusion', 'HRD positive', 'unknown'],
    ['nothing known', 'eve', 'inclusion', 'Ki-67 ≥ 14%', 'unknown'],
    ['a plus behind two letters', 'bea', 'inclusion', 'AR+ breast cancer', 'unknown'],
    ['a limit in brackets behind the name', 'ada', 'inclusion', 'TMB-high disease (defined as ≥ 4 mutations/megabase)', 'pass'],
    ['up to and with the limit', 'ada', 'inclusion', 'Ki-67 ≤ 30%', 'pass'],
    ['strictly below the limit', 'ada', 'inclusion', 'Ki-67 below 30%', 'fail'],
    ['a range', 'eve', 'inclusion', 'Oncotype DX recurrence score 11-25', 'unknown'],
    ['a target of an antibody is never assumed', 'ada', 'inclusion', 'TROP2 expression positive', 'unknown'],
    ['a long name with its limit', 'ada', 'inclusion', 'Claudin 18.2 positive tumor', 'unknown'],
    ['what is not unstable', 'ada', 'inclusion', 'Metastatic non-MSI-H cancer', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
