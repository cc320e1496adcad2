import { describe, expect, it } from 'vitest'
import { aPatient, aTrial } from './a-patient.ts'
import { compileTrial } from './compile.ts'
import { matchTrials, mergeMatches } from './match.ts'

describe('trials judged a few at a time', () => {
  it('come to the same result as all at once: order, ranks, funnel and questions', () => {
    const profile = aPatient('ada')
    const trials = Array.from({ length: 9 }, (_, i) =>
      compileTrial(
        aTrial({
          id: `T${i}`,
          criteriaText: i % 2 === 0 ? 'Inclusion Criteria:\n* LVEF 50% or more\n* ECOG 0-1' : 'Inclusion Criteria:\n* ECOG 0',
          ...(i % 4 === 3 ? { studyType: 'OBSERVATIONAL' } : {}),
        }),
      ),
    )
    const options = { asOf: profile.asOf }
    const parts = [trials.slice(0, 2), trials.slice(2, 3), [], trials.slice(3)].map((part) => matchTrials(profile, part, options))
    const whole = matchTrials(profile, trials, options)
    expect(mergeMatches(profile.asOf, parts)).toEqual(whole)
    expect(whole.considered).toBe(9)
    expect(whole.questions.length).toBeGreaterThan(0)
    expect(whole.funnel.length).toBeGreaterThan(0)
  })
})
