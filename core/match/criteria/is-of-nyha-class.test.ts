import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('is-of-nyha-class', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['no heart disease', 'ada', 'inclusion', 'Patients should be New York Heart Association class 2B or better', 'pass'],
    ['no heart disease in the history', 'ada', 'inclusion', 'NYHA class II or better', 'pass'],
    ['written out', 'ada', 'inclusion', 'New York Heart Association functional classification of class 2 or better', 'pass'],
    ['nobody knows', 'eve', 'inclusion', 'New York Heart Association class 2B or better', 'unknown'],
    [
      'by history or symptoms',
      'ada',
      'inclusion',
      'Patients with known history or current symptoms of cardiac disease should have NYHA class 2B or better',
      'pass',
    ],
    [
      'with examples of drugs',
      'ada',
      'inclusion',
      'To be eligible for this trial, patients should be class 2B or better of the New York Heart Association functional classification',
      'pass',
    ],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
