import { describe, expect, it } from 'vitest'
import { aPatient, aTrial } from './a-patient.ts'
import { reasonsOf } from './aspects.ts'
import { compileTrial } from './compile.ts'
import { matchTrials } from './match.ts'

const reasons = (...lines: string[]) => {
  const profile = aPatient('ada')
  const [match] = matchTrials(profile, [compileTrial(aTrial({ criteriaText: lines.join('\n') }))], { asOf: profile.asOf }).trials
  return match === undefined ? [] : reasonsOf(match).map(({ aspect, verdict }) => [aspect, verdict.because])
}

describe('why a trial fits', () => {
  it('is what it asks for and the records show, each thing under its own heading', () => {
    const found = reasons('Inclusion Criteria:', '* Metastatic breast cancer', '* HER2-low', '* PIK3CA mutation')
    expect(new Set(found.map(([aspect]) => aspect))).toEqual(new Set(['cancer', 'receptors', 'genes']))
  })
  it.each([
    ['what the records do not mention', ['Inclusion Criteria:', '* No history of organ transplant']],
    ['what keeps people out and does not concern the person', ['Exclusion Criteria:', '* HER2-positive breast cancer']],
    ['a condition that is not met', ['Inclusion Criteria:', '* Patients with HIV must have a CD4 count above 350']],
    ['what only the team can say', ['Inclusion Criteria:', '* Willing to give informed consent']],
    ['words that are not understood', ['Inclusion Criteria:', '* Zorblax titre above the threshold']],
  ])('is not %s', (_, lines) => expect(reasons(...lines)).toEqual([]))
  it('is nothing that is asked of another group of the trial', () => {
    const found = reasons(
      'Inclusion Criteria:',
      '* Metastatic breast cancer',
      'Cohort A:',
      '* HER2-positive breast cancer',
      'Cohort B:',
      '* ER-positive breast cancer',
    )
    expect(found.map(([, because]) => because).join(' ')).not.toContain('another group')
  })
})
