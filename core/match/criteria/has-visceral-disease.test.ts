import { describe, it } from 'vitest'
import { expectVerdict, type Somebody } from '../a-patient.ts'

describe('has-visceral-disease', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['crisis', 'ada', 'exclusion', 'Visceral crisis', 'pass'],
    [
      'in words',
      'ada',
      'exclusion',
      'Advanced, symptomatic, visceral spread at risk of life-threatening complications in the short term',
      'pass',
    ],
    ['organ failure', 'ada', 'exclusion', 'Imminent organ failure and/or visceral crisis', 'pass'],
    ['organs', 'ada', 'inclusion', 'Visceral metastases', 'pass'],
    ['organs excluded', 'ada', 'exclusion', 'Visceral metastases', 'fail'],
    ['bone alone', 'dan', 'exclusion', 'Visceral disease', 'pass'],
    ['none may be', 'ada', 'inclusion', 'No visceral crisis', 'pass'],
    ['not eligible', 'ada', 'inclusion', 'Patients in visceral crisis are not eligible', 'pass'],
    ['early', 'cleo', 'exclusion', 'Visceral crisis', 'pass'],
    ['impending', 'bea', 'exclusion', 'Impending visceral crisis', 'pass'],
    ['rapid', 'dan', 'exclusion', 'Rapidly progressing visceral disease', 'pass'],
    ['lymphangitis', 'ada', 'exclusion', 'Pulmonary lymphangitic spread', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))
})
