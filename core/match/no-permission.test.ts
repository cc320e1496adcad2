import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from './a-patient.ts'

type Row = [trap: string, who: Somebody, section: 'inclusion' | 'exclusion', text: string, label: 'pass' | 'fail' | 'unknown' | 'team']

/** ada: HR+, never had capecitabine. bea: stable brain metastases. */
describe('words of taking part that let nobody in', () => {
  it.each<Row>([
    [
      'a catch-all',
      'ada',
      'exclusion',
      "Has other conditions that make it inappropriate for the patient to be enrolled based on investigator's opinion",
      'team',
    ],
    ['a catch-all, otherwise said', 'ada', 'exclusion', 'Conditions unsafe for the subject to be included', 'team'],
    ['brain metastases that may be', 'bea', 'exclusion', 'Patients with treated brain metastases are eligible for the study', 'pass'],
    ['a state that lets in', 'bea', 'inclusion', 'Patients with stable brain metastases are eligible', 'pass'],
    ['men too', 'ada', 'inclusion', 'Men are eligible', 'pass'],
    [
      'by a label',
      'ada',
      'inclusion',
      "Patients who are eligible as per the investigator's assessment and the local label for treatment with capecitabine",
      'team',
    ],
    ['by guidelines', 'ada', 'inclusion', 'Patients eligible according to national guidelines for treatment with capecitabine', 'team'],
    [
      'what they are to be given was not given before',
      'ada',
      'inclusion',
      'Patients who are eligible for treatment with capecitabine',
      'team',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
