import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-suitable-to-the-investigator', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    [
      'opinion',
      'ada',
      'exclusion',
      'Any other condition that, in the opinion of the investigator, makes the patient unsuitable for the study',
      'team',
    ],
    ['opinion', 'ada', 'exclusion', 'Any condition that, in the opinion of the investigator, would interfere with the study', 'team'],
    [
      'impairing',
      'ada',
      'exclusion',
      'Any underlying medical condition impairing the ability of the patient to comply with the planned treatment',
      'team',
    ],
    ['judged unsuitable', 'ada', 'exclusion', 'Patients considered unsuitable for the study by the investigator', 'team'],
    ['illness that would limit', 'ada', 'exclusion', 'Any illness that could compromise participation in the study', 'team'],
    [
      'nothing known of the person',
      'eve',
      'exclusion',
      'Any other severe condition which in the judgment of the investigator would make the patient inappropriate for the study',
      'team',
    ],
    [
      'finding',
      'ada',
      'exclusion',
      'Any physical examination finding that in the opinion of the investigator contraindicates the use of the drug',
      'team',
    ],
    ['discretion', 'ada', 'exclusion', 'Any other condition, at the discretion of the investigator', 'team'],
    [
      'therapy',
      'ada',
      'exclusion',
      'Any therapy or laboratory abnormality that, in the opinion of the treating investigator, might confound the results',
      'team',
    ],
    ['candidate', 'ada', 'inclusion', 'Is an appropriate candidate for chemotherapy in the judgment of the investigator', 'team'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
