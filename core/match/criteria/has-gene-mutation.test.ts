import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-gene-mutation', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['the gene', 'ada', 'inclusion', 'PIK3CA mutation', 'pass'],
    ['a defect', 'cleo', 'inclusion', 'BRCA1, BRCA2 and/or ATM gene defect', 'pass'],
    [
      'an aside before the list',
      'cleo',
      'inclusion',
      'Germline mutation* (with or without a somatic mutation) in one or more of the following genes: BRCA1, PALB2',
      'pass',
    ],
    [
      'the short form in brackets',
      'ada',
      'exclusion',
      'A tumor that demonstrates the presence of Kirsten rat sarcoma (KRAS) G12C mutation',
      'unknown',
    ],
    ['a breast is no gene', 'bea', 'inclusion', 'Subjects with HER2 expression in breast cancer (BC)', 'pass'],
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
    ['a variant that was found', 'ada', 'inclusion', 'Tumors with a PIK3CA E545K mutation', 'pass'],
    ['another variant of the gene', 'ada', 'inclusion', 'Documented PIK3CA H1047R mutation', 'fail'],
    ['a variant of a gene nobody tested is never assumed', 'ada', 'inclusion', 'Solid tumor with KRAS G12D mutation', 'unknown'],
    ['a mutation is no amplification', 'ada', 'inclusion', 'PIK3CA amplification', 'unknown'],
    ['not mutated says nothing of fusions', 'ada', 'inclusion', 'ESR1 gene fusion', 'unknown'],
    ['a fusion before the word positive', 'ada', 'inclusion', 'RET fusion-positive solid tumor', 'unknown'],
    ['change first, genes behind', 'ada', 'inclusion', 'Activating mutations in AKT1, PIK3CA or PTEN', 'pass'],
    ['one change for a list with a variant', 'ada', 'exclusion', 'Known EGFR, ALK or BRAF V600E alterations', 'unknown'],
    ['a family of genes', 'ada', 'inclusion', 'NTRK1/2/3 rearrangement', 'unknown'],
    ['an unlisted symbol beside its change', 'ada', 'inclusion', 'NECTIN4 gene amplification', 'unknown'],
    ['a receptor before the gene stays', 'dan', 'inclusion', 'ER-negative, PIK3CA-mutated disease', 'fail'],
    ['that a test was done', 'ada', 'inclusion', 'PIK3CA mutation status must be known', 'pass'],
    ['hormone receptors are no genes of repair', 'dan', 'inclusion', 'Histologically documented HR-positive breast cancer', 'pass'],
    ['node categories are no genes', 'bea', 'inclusion', 'Clinical node (cN1/cN2) positive', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
