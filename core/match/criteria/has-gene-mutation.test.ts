import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-gene-mutation', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['the gene', 'ada', 'inclusion', 'PIK3CA mutation', 'pass'],
    ['wild type', 'ada', 'inclusion', 'ESR1 wild-type', 'pass'],
    ['mutated is not wild type', 'ada', 'inclusion', 'PIK3CA wild type', 'fail'],
    ['tested and not found', 'ada', 'inclusion', 'ESR1 mutation detected in ctDNA', 'fail'],
    ['uncertain significance is no mutation', 'ada', 'inclusion', 'Germline BRCA1 or BRCA2 mutation', 'fail'],
    ['inherited', 'cleo', 'inclusion', 'Deleterious germline BRCA1/2 mutation', 'pass'],
    ['keeps out', 'cleo', 'exclusion', 'Known germline BRCA mutation', 'fail'],
    ['never tested', 'bea', 'inclusion', 'PIK3CA-mutated tumor', 'unknown'],
    ['one of several', 'ada', 'inclusion', 'PIK3CA, AKT1 or PTEN alteration', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'ESR1 mutation', 'unknown'],
    ['not eligible', 'cleo', 'inclusion', 'Patients with a BRCA1 mutation are not eligible', 'fail'],
    ['without', 'ada', 'inclusion', 'Without known ESR1 mutation', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
