import { describe, expect, it } from 'vitest'
import type { Outcome } from '../record/verdict.ts'
import { aPatient, aTrial, type Somebody } from './a-patient.ts'
import { compileTrial } from './compile.ts'
import { matchTrials } from './match.ts'

const outcomeOf = (who: Somebody, lead: string, ...points: string[]) => {
  const profile = aPatient(who)
  const criteriaText = ['Inclusion Criteria:', `* ${lead}`, ...points.map((point) => `  * ${point}`), '* ECOG 0 to 2'].join('\n')
  return matchTrials(profile, [compileTrial(aTrial({ id: 'DEMO0001', status: 'RECRUITING', criteriaText }))], { asOf: profile.asOf })
    .trials[0]?.outcome
}

/** ada: HR+, HER2-low. bea: HER2-positive. */
describe('the groups of a trial listed as alternatives', () => {
  const lead = 'Have one of the following solid tumor cancers:'
  it.each<[trap: string, who: Somebody, lead: string, points: string[], outcome: Outcome]>([
    [
      'none of the groups is hers',
      'bea',
      lead,
      ['Cohort A1: urothelial carcinoma, triple negative breast cancer or prostate cancer', 'Cohort B1: urothelial carcinoma'],
      'excluded',
    ],
    [
      'one of them is',
      'bea',
      lead,
      ['Cohort A1: urothelial carcinoma or HER2-positive breast cancer', 'Cohort B1: urothelial carcinoma'],
      'possible',
    ],
    ['the second one is', 'ada', lead, ['Cohort A: triple negative breast cancer', 'Cohort B: ER-positive breast cancer'], 'possible'],
    [
      'neither is',
      'bea',
      'Any of the following:',
      ['Cohort A: triple negative breast cancer', 'Cohort B: ER-positive breast cancer'],
      'excluded',
    ],
    [
      'one not understood stays open',
      'bea',
      lead,
      ['Cohort A: triple negative breast cancer', 'Cohort B: zorblax-positive tumors'],
      'possible',
    ],
    [
      'more groups than are listed',
      'bea',
      'Groups with a tumor of their own:',
      ['Cohort A: triple negative breast cancer', 'Cohort B: ER-positive breast cancer'],
      'possible',
    ],
    ['one group in passing', 'bea', lead, ['Cohort A: triple negative breast cancer', 'Any HER2-positive cancer'], 'possible'],
  ])('%s', (_trap, who, words, points, outcome) => expect(outcomeOf(who, words, ...points)).toBe(outcome))
})
