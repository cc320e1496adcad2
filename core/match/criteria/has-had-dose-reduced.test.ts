import { describe, expect, it } from 'vitest'
import { aPatient, aTrial, expectVerdict, type Somebody } from '../a-patient.ts'
import { hasHadDoseReduced } from './has-had-dose-reduced.ts'

describe('has-had-dose-reduced', () => {
  it.each<[string, Somebody, 'inclusion' | 'exclusion', string, 'pass' | 'fail' | 'unknown' | 'team']>([
    ['never had it', 'bea', 'exclusion', 'Prior dose reduction of ribociclib', 'pass'],
    ['doses not known', 'ada', 'exclusion', 'Prior palbociclib dose reduction', 'unknown'],
    ['after the name', 'bea', 'exclusion', 'Documented ribociclib dose reduction due to safety reasons', 'pass'],
    ['required', 'ada', 'exclusion', 'Required dose reduction of palbociclib', 'unknown'],
    ['another drug', 'ada', 'exclusion', 'Prior dose reduction of abemaciclib', 'pass'],
    ['not tolerated, never had it', 'bea', 'exclusion', 'Could not tolerate the prescribed dose of ribociclib', 'pass'],
    [
      'not tolerated, and what followed',
      'bea',
      'exclusion',
      'Patients who could not tolerate the full dose of ribociclib during an earlier course, requiring dose reduction or permanent discontinuation due to adverse events',
      'pass',
    ],
    ['not tolerated, doses not known', 'ada', 'exclusion', 'Unable to tolerate the recommended dose of palbociclib', 'unknown'],
    ['a class', 'bea', 'exclusion', 'Did not tolerate the starting dose of a CDK4/6 inhibitor', 'pass'],
    ['nothing of the kind', 'dan', 'exclusion', 'Dose reduction of capecitabine', 'pass'],
    ['class', 'ada', 'exclusion', 'Prior dose reduction of a CDK4/6 inhibitor', 'unknown'],
    ['denied', 'bea', 'inclusion', 'No prior dose reduction of ribociclib', 'pass'],
    ['history', 'ada', 'exclusion', 'History of dose reduction of abemaciclib', 'pass'],
    ['any', 'dan', 'exclusion', 'Any dose reduction of trastuzumab', 'pass'],
    ['evidence', 'bea', 'exclusion', 'Documented evidence of prior palbociclib dose reduction', 'pass'],
    ['not eligible', 'bea', 'inclusion', 'Patients with prior dose reduction of ribociclib are not eligible', 'pass'],
  ])('%s', (_trap, who, section, text, label) => expectVerdict(who, section, text, label))

  it.each([
    ['400 mg daily', 'yes'],
    ['600 mg daily', 'unknown'],
    ['600 mg, later 400 mg', 'unknown'],
  ])('reads a dose below that of the label: %s', (dose, holds) => {
    const ada = aPatient('ada')
    const { evidence } = ada.person
    const treatments = [{ type: 'systemic' as const, name: 'ribociclib', drugs: ['ribociclib'], evidence }]
    const profile = { ...ada, treatments, medications: [{ name: 'ribociclib', status: 'past' as const, dose, evidence }] }
    const [asked] = hasHadDoseReduced.find({ text: 'prior dose reduction of ribociclib', start: 0, section: 'exclusion' })
    expect(asked && hasHadDoseReduced.judge(asked.params, { profile, asOf: profile.asOf, trial: aTrial() }).holds).toBe(holds)
  })

  it.each([
    ['stopped for its side effects', { stopped: 'toxicity' as const }, 'yes'],
    ['given in less than its dose', { dose: '600 mg, reduced to 400 mg' }, 'yes'],
    ['completed, doses not known', { stopped: 'completed' as const }, 'unknown'],
  ])('a dose that was not tolerated: %s', (_, more, holds) => {
    const ada = aPatient('ada')
    const { evidence } = ada.person
    const profile = {
      ...ada,
      medications: [],
      treatments: [{ type: 'systemic' as const, name: 'ribociclib', drugs: ['ribociclib'], evidence, ...more }],
    }
    const [asked] = hasHadDoseReduced.find({ text: 'could not tolerate the full dose of ribociclib', start: 0, section: 'exclusion' })
    expect(asked && hasHadDoseReduced.judge(asked.params, { profile, asOf: profile.asOf, trial: aTrial() }).holds).toBe(holds)
  })
})
