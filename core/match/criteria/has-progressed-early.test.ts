import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-progressed-early', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['within, from start', 'ada', 'exclusion', 'Progression within 6 months of starting a CDK4/6 inhibitor', 'pass'],
    ['within, from start, longer', 'ada', 'exclusion', 'Progression within 36 months of starting a CDK4/6 inhibitor', 'fail'],
    ['relapse after adjuvant', 'ada', 'inclusion', 'Relapse within 12 months of completing adjuvant endocrine therapy', 'pass'],
    ['relapse later than asked', 'ada', 'inclusion', 'Relapse within 3 months of completing adjuvant endocrine therapy', 'fail'],
    ['more than', 'ada', 'inclusion', 'Relapse more than 12 months after completion of adjuvant chemotherapy', 'pass'],
    ['never had it', 'bea', 'exclusion', 'Progression within 6 months of starting a CDK4/6 inhibitor', 'pass'],
    [
      'from the start metastatic',
      'bea',
      'inclusion',
      'Disease-free interval of at least 6 months from completion of adjuvant treatment',
      'pass',
    ],
    [
      'the treatment named before',
      'ada',
      'exclusion',
      'Had adjuvant endocrine therapy and recurrence within 2 months of the last dose',
      'pass',
    ],
    [
      'a disease-free interval, abbreviated',
      'ada',
      'exclusion',
      'Adjuvant letrozole with DFI ≤ 12 months from completion of treatment',
      'pass',
    ],
    ['last dose', 'ada', 'exclusion', 'Recurrence within 2 months of the last dose of adjuvant endocrine therapy', 'pass'],
    ['of receiving', 'bea', 'exclusion', 'Disease progression within 6 months of receiving T-DM1', 'unknown'],
    ['first months', 'ada', 'exclusion', 'Progression within the first 6 months of first-line endocrine therapy', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Progression within 6 months of starting a CDK4/6 inhibitor', 'unknown'],
    ['early disease', 'cleo', 'exclusion', 'Relapse within 12 months of completing adjuvant chemotherapy', 'pass'],
    [
      'the treatment named before the time',
      'ada',
      'inclusion',
      'Disease progression on endocrine therapy plus a CDK4/6 inhibitor within 6 months of starting first-line treatment',
      'fail',
    ],
    [
      'there was no interval',
      'bea',
      'exclusion',
      'Disease-free interval of less than twelve months from the last dose of adjuvant chemotherapy',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
