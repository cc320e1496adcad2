import { describe, expect, it } from 'vitest'
import { expectVerdict, type Somebody } from './a-patient.ts'
import { groupsOf, type LabItem } from './lab-groups.ts'

type Row = [trap: string, who: Somebody, section: 'inclusion' | 'exclusion', text: string, label: 'pass' | 'fail' | 'unknown' | 'team']

/** ada: HR+, bone and liver, two endocrine lines, brain ruled out. bea: HER2-positive, stable brain metastases. */
describe('one thing said in other words', () => {
  it.each<Row>([
    [
      'malignant tumours in a window',
      'ada',
      'exclusion',
      'Malignant tumors in the past five years (except basal cell carcinoma of the skin)',
      'pass',
    ],
    ['malignant tumours within', 'ada', 'exclusion', 'Malignant tumours within 3 years before enrolment', 'pass'],
    ['malignant disease in a window', 'ada', 'exclusion', 'Malignant disease in the last 5 years', 'pass'],
    ['malignant tumours of a place are no window', 'bea', 'exclusion', 'Malignant tumors in the brain', 'unknown'],
    ['at the relapse or metastatic stage', 'ada', 'inclusion', 'Patients at the relapse/metastatic stage', 'pass'],
    ['a stage and its limit', 'ada', 'inclusion', 'At the relapse/metastatic stage, no more than 1 line of endocrine therapy', 'fail'],
    [
      'a visceral crisis by its definition',
      'ada',
      'exclusion',
      'Severe organ dysfunction as assessed by signs and symptoms, laboratory studies and rapid progression of disease',
      'pass',
    ],
    [
      'a visceral crisis and its definition',
      'ada',
      'exclusion',
      'Visceral crisis, defined as severe organ dysfunction as assessed by signs, symptoms, laboratory studies and rapid progression of disease',
      'pass',
    ],
    ['organ dysfunction without more is for the team', 'ada', 'exclusion', 'Severe organ dysfunction', 'team'],
    ['otherwise not required', 'ada', 'exclusion', 'Known brain metastases. Imaging of the brain is otherwise not required.', 'pass'],
    ['not routinely required', 'ada', 'inclusion', 'ER-positive breast cancer. A repeat biopsy is not routinely required.', 'pass'],
    ['required', 'ada', 'inclusion', 'HER2-positive disease is required', 'fail'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})

describe('limits of creatinine and its clearance', () => {
  const tests = (...names: string[]): LabItem => ({ is: 'tests', tests: names, at: 0, joined: 'new' })
  const ofNormal: LabItem = { is: 'limit', limit: { op: '<=', value: 1.5, of: 'ULN' }, at: 40 }
  const ofVolume: LabItem = { is: 'limit', limit: { op: '>=', value: 50, of: 'unit', unit: 'ml/min' }, at: 60 }
  const ofWeight: LabItem = { is: 'limit', limit: { op: '<=', value: 1.5, of: 'unit', unit: 'mg/dl' }, at: 50 }

  it.each<[string, LabItem[], string[]]>([
    [
      'each has the limit of its unit',
      [tests('creatinine', 'creatinine-clearance'), ofNormal, ofVolume],
      ['creatinine <=1.5', 'creatinine-clearance >=50'],
    ],
    [
      'in the other order',
      [tests('creatinine-clearance', 'creatinine'), ofVolume, ofNormal],
      ['creatinine <=1.5', 'creatinine-clearance >=50'],
    ],
    ['a weight is of creatinine', [tests('creatinine', 'egfr'), ofWeight, ofVolume], ['creatinine <=1.5', 'egfr >=50']],
    ['one limit is for both', [tests('creatinine', 'creatinine-clearance'), ofNormal], ['creatinine,creatinine-clearance <=1.5']],
    ['other tests share theirs', [tests('ast', 'alt'), ofNormal, ofWeight], ['ast,alt <=1.5 <=1.5']],
    ['creatinine alone', [tests('creatinine'), ofNormal, ofWeight], ['creatinine <=1.5 <=1.5']],
  ])('%s', (_, items, said) =>
    expect(groupsOf(items).map((one) => `${one.tests.join()} ${one.limits.map(({ op, value }) => `${op}${value}`).join(' ')}`)).toEqual(
      said,
    ),
  )
})
