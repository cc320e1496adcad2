import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

type Row = [string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']

describe('has-had-anthracycline-dose', () => {
  it.each<Row>([
    ['never had one', 'bea', 'exclusion', 'Cumulative doxorubicin dose > 360 mg/m2', 'pass'],
    ['never had one, as a limit kept', 'bea', 'inclusion', 'Lifetime dose of doxorubicin ≤ 360 mg/m2', 'pass'],
    ['two drugs', 'bea', 'exclusion', 'Cumulative epirubicin dose > 900 mg/m2 or cumulative doxorubicin dose > 450 mg/m2', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Cumulative anthracycline dose above 300 mg/m2 of doxorubicin', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
