import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-known-result', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['whatever it is', 'bea', 'inclusion', 'HER2 status must be known', 'pass'],
    ['receptors', 'ada', 'inclusion', 'ER and PR status must be documented', 'pass'],
    ['before the name', 'ada', 'inclusion', 'Known HER2 status', 'pass'],
    ['never tested', 'ada', 'inclusion', 'PD-L1 status must be known', 'unknown'],
    ['tested', 'cleo', 'inclusion', 'PD-L1 status must be known', 'pass'],
    ['mutation', 'ada', 'inclusion', 'Known PIK3CA mutation status', 'pass'],
    ['mutation not tested', 'bea', 'inclusion', 'Known PIK3CA mutation status', 'unknown'],
    ['nothing known', 'eve', 'inclusion', 'HER2 status must be known', 'unknown'],
    ['hormone receptors', 'dan', 'inclusion', 'Hormone receptor status must be available', 'pass'],
    ['menopause', 'ada', 'inclusion', 'Menopausal status must be known', 'pass'],
    ['inherited genes', 'cleo', 'inclusion', 'Known BRCA1/2 mutation status', 'pass'],
    ['several', 'eve', 'inclusion', 'Known estrogen receptor, progesterone receptor and HER2 status', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
