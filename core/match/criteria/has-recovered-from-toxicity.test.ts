import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-recovered-from-toxicity', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['still there', 'fay', 'inclusion', 'Recovered from prior toxicities to grade ≤ 1 except alopecia', 'fail'],
    [
      'neuropathy exempt',
      'fay',
      'inclusion',
      'Toxicities of prior therapy must have resolved to grade 1 or less, except alopecia and grade 2 peripheral neuropathy',
      'pass',
    ],
    [
      'not recovered keeps out',
      'fay',
      'exclusion',
      'Patients who have not recovered from adverse events of prior therapy to grade ≤ 1',
      'fail',
    ],
    [
      'nothing left',
      'ada',
      'exclusion',
      'Patients who have not recovered from adverse events due to prior anti-cancer therapy (i.e., residual toxicities > grade 1)',
      'pass',
    ],
    ['incomplete recovery of an operation', 'ada', 'exclusion', 'Incomplete recovery from any surgery', 'pass'],
    ['unresolved, not resolved', 'ada', 'exclusion', 'Unresolved or unstable serious toxic side effects of prior chemotherapy', 'pass'],
    ['above the grade', 'fay', 'exclusion', 'Unresolved toxicity from prior therapy of CTCAE grade 2 or higher', 'fail'],
    ['serious only', 'fay', 'exclusion', 'Unresolved serious toxicity from prior chemotherapy or radiotherapy', 'pass'],
    ['will not have recovered', 'ada', 'exclusion', 'Patient will not have fully recovered from surgery', 'pass'],
    [
      'neuropathy of any grade exempt',
      'fay',
      'inclusion',
      'Recovered from all acute toxicities of prior therapy to ≤ grade 1 (except for alopecia and neuropathy)',
      'pass',
    ],
    ['acute effects of radiation', 'ada', 'inclusion', 'Fully recovered from the acute effects of radiotherapy', 'pass'],
    ['residual toxicity explained', 'ada', 'exclusion', 'Residual toxicity from previous treatment > grade 1', 'pass'],
    ['nothing known', 'eve', 'inclusion', 'Recovery from all toxicities of prior therapy to grade 1 or baseline', 'unknown'],
    ['to at least grade 1', 'cleo', 'inclusion', 'Adequate recovery from toxicities of prior treatment to at least grade 1', 'pass'],
    [
      'residual alopecia excepted',
      'ada',
      'inclusion',
      'Recovered from acute effects of therapy to baseline, except for residual alopecia',
      'pass',
    ],
    ['stopped for a side effect', 'cleo', 'exclusion', 'Any toxicity that led to permanent discontinuation of immunotherapy', 'unknown'],
    [
      'to have had one is not to have recovered',
      'ada',
      'exclusion',
      'Side effects of grade 3 or higher with earlier endocrine treatment',
      'pass',
    ],
    [
      'an immune side effect that is not recorded',
      'cleo',
      'exclusion',
      'Immune-related adverse event of grade 3 or higher with earlier immunotherapy',
      'pass',
    ],
    ['mild ones on record are none of grade 3', 'fay', 'exclusion', 'Adverse events of grade 3 or higher with prior immunotherapy', 'pass'],
    ['failed to recover, mild', 'fay', 'exclusion', 'Adverse events of grade 3 or higher that have failed to recover', 'pass'],
    [
      'grade 0 or 1',
      'fay',
      'inclusion',
      'Recovered from toxicity of previous treatment to grade 0/1 or baseline (except neuropathy)',
      'pass',
    ],
    ['recovery from an operation', 'ada', 'exclusion', 'No recovery from the side effects of such intervention', 'pass'],
    [
      'the grade that is allowed',
      'fay',
      'inclusion',
      'If any grade ≥ 1 toxicities occurred, patients must have recovered to baseline or ≤ grade 2',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
