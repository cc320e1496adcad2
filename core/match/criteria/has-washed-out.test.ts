import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-washed-out', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['what is still to come', 'ada', 'inclusion', 'Must be willing to forego surgery for a minimum of 5 days', 'team'],
    ['not yet', 'fay', 'exclusion', 'Chemotherapy within 4 weeks prior to the first dose of study drug', 'fail'],
    ['long enough', 'fay', 'exclusion', 'Chemotherapy within 14 days prior to the first dose of study drug', 'pass'],
    ['at least since', 'fay', 'inclusion', 'At least 3 weeks since prior chemotherapy', 'fail'],
    ['at least since, long ago', 'ada', 'inclusion', 'At least 3 weeks since prior chemotherapy', 'pass'],
    [
      'nitrosoureas',
      'fay',
      'exclusion',
      'Patients who have had chemotherapy or radiotherapy within 3 weeks (6 weeks for nitrosoureas or mitomycin C) prior to entering the study',
      'fail',
    ],
    ['radiation', 'fay', 'exclusion', 'Radiotherapy within 14 days of enrollment', 'fail'],
    ['radiation, shorter', 'fay', 'exclusion', 'Palliative radiotherapy within 7 days of enrollment', 'pass'],
    ['surgery', 'fay', 'exclusion', 'Major surgery within 28 days before randomization', 'pass'],
    [
      'surgery, longer',
      'fay',
      'exclusion',
      'Major surgery (excluding placement of vascular access) within 8 weeks before randomization',
      'fail',
    ],
    ['never given', 'fay', 'exclusion', 'Trastuzumab within 4 weeks before randomization', 'pass'],
    [
      'half-lives',
      'fay',
      'exclusion',
      'Systemic anticancer therapy within 28 days or 5 half-lives, whichever is longer, before the first dose',
      'fail',
    ],
    [
      'gone after five half-lives',
      'fay',
      'exclusion',
      'Systemic anticancer therapy within 28 days or 5 half-lives, whichever is shorter, before the first dose',
      'pass',
    ],
    ['a long half-life lengthens', 'bea', 'exclusion', 'Anti-HER2 antibodies within 3 weeks or 5 half-lives (whichever is longer)', 'pass'],
    ['a bare list of spans', 'fay', 'exclusion', '2. Chemotherapy: ≥ 4 weeks', 'fail'],
    ['a bare list, long ago', 'ada', 'exclusion', '2. Chemotherapy: ≥ 4 weeks', 'pass'],
    ['not completed', 'ada', 'exclusion', 'Chemotherapy that is not completed 28 days before the first dose', 'pass'],
    ['antibodies only', 'fay', 'exclusion', 'Antibody-based anticancer therapy within 4 weeks before enrollment', 'pass'],
    ['all but cytotoxic drugs', 'fay', 'exclusion', 'Non-cytotoxic anticancer agents within 4 weeks before enrollment', 'pass'],
    ['must be completed', 'fay', 'inclusion', 'Prior radiation therapy must be completed at least 2 weeks before study entry', 'fail'],
    ['still going on', 'dan', 'exclusion', 'Endocrine therapy within 14 days prior to registration', 'fail'],
    ['nothing known', 'eve', 'exclusion', 'Chemotherapy within 4 weeks prior to registration', 'unknown'],
    [
      'half-lives named before the days',
      'ada',
      'inclusion',
      'At least 5 half-lives or 3 weeks (whichever is shorter) must have passed since the last anticancer therapy',
      'pass',
    ],
    ['a list of antibodies in exclusions', 'bea', 'exclusion', '2. Antibody-based anticancer therapy: ≥ 2 weeks.', 'pass'],
    ['what nobody prescribes', 'fay', 'exclusion', 'Any investigational cytotoxic drug within 4 weeks prior to study treatment', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
