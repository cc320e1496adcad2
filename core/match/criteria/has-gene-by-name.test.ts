import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-gene-by-name', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['a change of no gene of its own', 'ada', 'exclusion', 'Methylation of the promoter', 'unknown'],
    ['carriers', 'ada', 'exclusion', 'Heterozygous carriers', 'unknown'],
    ['tested and clear', 'ada', 'exclusion', 'BRCA1', 'pass'],
    ['tested and found: whether it keeps out is asked', 'cleo', 'exclusion', 'BRCA1', 'unknown'],
    ['not tested', 'ada', 'exclusion', 'PALB2', 'unknown'],
    ['nothing known', 'eve', 'exclusion', 'BRCA1', 'unknown'],
    ['not required', 'ada', 'inclusion', 'PIK3CA', 'unknown'],
    ['a protein', 'ada', 'exclusion', 'PD-L1', 'unknown'],
    ['two of them', 'ada', 'exclusion', 'KRAS, NRAS', 'unknown'],
    ['a test', 'ada', 'inclusion', 'Next-generation sequencing', 'unknown'],
    ['after a no', 'ada', 'inclusion', 'No germline pathogenic variants', 'unknown'],
    ['an antigen', 'ada', 'exclusion', 'Surface antigen', 'unknown'],
    ['a score', 'ada', 'inclusion', 'Combined positive score', 'unknown'],
    ['a deficiency', 'ada', 'exclusion', 'Deficient mismatch repair', 'unknown'],
    ['a receptor', 'ada', 'exclusion', 'Expression of the receptor', 'unknown'],
    ['a subtype', 'ada', 'inclusion', 'Luminal', 'unknown'],
    ['unclear result', 'ada', 'exclusion', 'Equivocal', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
