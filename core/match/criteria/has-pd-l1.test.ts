import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-pd-l1', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['positive by score', 'cleo', 'inclusion', 'PD-L1 positive (CPS ≥ 10)', 'pass'],
    ['below the limit', 'cleo', 'inclusion', 'PD-L1 CPS ≥ 20', 'fail'],
    ['negative', 'cleo', 'inclusion', 'PD-L1 negative tumor', 'fail'],
    ['never tested', 'ada', 'inclusion', 'PD-L1 positive', 'unknown'],
    ['long name', 'cleo', 'inclusion', 'Programmed death-ligand 1 positive', 'pass'],
    ['score first', 'cleo', 'inclusion', 'PD-L1 combined positive score ≥ 1', 'pass'],
    ['excluded', 'cleo', 'exclusion', 'PD-L1 positive tumors', 'fail'],
    ['negative excluded', 'cleo', 'exclusion', 'PD-L1 negative tumors', 'pass'],
    ['expression', 'cleo', 'inclusion', 'PD-L1 expression positive', 'pass'],
    ['less than', 'cleo', 'inclusion', 'PD-L1 CPS less than 10', 'fail'],
    [
      'each score with its own limit',
      'cleo',
      'inclusion',
      'PD-L1 positive expression (Tumor Proportion Score ≥ 50% or Combined Positive Score ≥ 1)',
      'pass',
    ],
    ['another score', 'cleo', 'inclusion', 'PD-L1 positive (TPS ≥ 50 %)', 'unknown'],
    ['nothing known', 'eve', 'inclusion', 'PD-L1 positive tumor', 'unknown'],
    ['not so', 'ada', 'exclusion', 'PD-L1 positive', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
