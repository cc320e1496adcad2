import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('takes-medicine', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    [
      'fruits among them',
      'ada',
      'exclusion',
      'Medications, herbal supplements, and/or fruits and their juices that are strong inducers of CYP3A4',
      'pass',
    ],
    ['against a messenger of inflammation', 'ada', 'exclusion', 'TNF-inhibitors', 'pass'],
    ['at any time', 'fay', 'exclusion', 'Any prior use of corticosteroids', 'fail'],
    ['strong inhibitor', 'fay', 'exclusion', 'Use of strong CYP3A4 inhibitors or inducers', 'fail'],
    ['inducers only', 'fay', 'exclusion', 'Use of strong CYP3A4 inducers', 'pass'],
    ['a class by what it is for', 'ada', 'exclusion', 'Use of antidepressants or opioids', 'pass'],
    ['the short form in brackets', 'fay', 'exclusion', 'Use of monoamine oxidase (MAO) inhibitors', 'pass'],
    ['a hormone that is lacking is no medicine', 'ada', 'exclusion', 'Vitamin D deficiency', 'unknown'],
    ['anticoagulant', 'fay', 'exclusion', 'Therapeutic anticoagulation', 'fail'],
    ['another anticoagulant', 'fay', 'exclusion', 'Treatment with vitamin K antagonists such as warfarin', 'pass'],
    [
      'steroids of the past',
      'fay',
      'exclusion',
      'Systemic corticosteroids at doses greater than 10 mg/day of prednisone within 7 days',
      'pass',
    ],
    ['acid reducers', 'fay', 'exclusion', 'Concurrent use of proton pump inhibitors', 'pass'],
    ['nothing known', 'eve', 'exclusion', 'Use of strong inhibitors of CYP3A4', 'unknown'],
    ['hormones', 'fay', 'exclusion', 'Hormone replacement therapy', 'pass'],
    ['transporters', 'ada', 'exclusion', 'Known inhibitors of breast cancer resistance protein (BCRP) within 14 days', 'pass'],
    ['a bisphosphonate is no antibody', 'fay', 'exclusion', 'Concurrent use of bisphosphonates', 'pass'],
    ['begun lately, not taken', 'fay', 'exclusion', 'Bisphosphonates initiated within 1 month before the first dose', 'pass'],
    ['cannot be stopped', 'fay', 'exclusion', 'Drugs known to prolong the QT interval that cannot be discontinued', 'team'],
    [
      'narrow therapeutic window',
      'fay',
      'exclusion',
      'Medications with a narrow therapeutic window and metabolized through CYP3A4',
      'pass',
    ],
    ['strong only', 'fay', 'exclusion', 'Strong inhibitors of CYP3A4 within 7 days', 'fail'],
    ['a finding is no medicine', 'fay', 'exclusion', 'QTc prolongation of > 500 ms', 'pass'],
    ['anticoagulants', 'fay', 'exclusion', 'Current use of therapeutic anticoagulants', 'fail'],
    ['named one by one', 'fay', 'exclusion', 'Treatment with phenytoin, clarithromycin or carbamazepine', 'fail'],
    ['named beside the group', 'fay', 'exclusion', 'Sensitive substrates of OATP1B1 (e.g., metformin, bosentan)', 'fail'],
    ['named, and no list of medicines', 'eve', 'exclusion', 'Current use of digoxin', 'unknown'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
