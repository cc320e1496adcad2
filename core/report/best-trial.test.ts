import { describe, expect, it } from 'vitest'
import { aPatient, aTrial } from '../match/a-patient.ts'
import { compileTrial } from '../match/compile.ts'
import { matchTrials } from '../match/match.ts'
import { bestTrialOf } from './best-trial.ts'
import { SourceList } from './sources.ts'
import { trialSectionOf } from './trial-section.ts'

const whyOf = (...lines: string[]) => {
  const profile = aPatient('ada')
  const trial = compileTrial(aTrial({ status: 'RECRUITING', criteriaText: lines.join('\n') }))
  const [match] = matchTrials(profile, [trial], { asOf: profile.asOf }).trials
  if (match === undefined) throw new Error('not judged')
  return bestTrialOf(trialSectionOf(match, new SourceList())).why
}

describe('why a trial stands on the first page', () => {
  it('names the gene change that is asked for and was not tested', () => {
    const why = whyOf('Inclusion Criteria:', '* Age 18 or older', '* An NTRK1 or ROS1 gene fusion')
    expect(why).toMatch(/Asks for a fusion of NTRK1 or ROS1: your records do not settle it/)
    expect(why).not.toMatch(/Nothing specific/)
  })

  it('quotes a diagnosis that was not understood', () =>
    expect(whyOf('Inclusion Criteria:', '* Documented diagnosis of zorblax carcinoma or quendil tumors')).toMatch(
      /Asks for “Documented diagnosis of zorblax carcinoma or quendil tumors”/,
    ))

  it('asks to confirm what the records do not mention', () => {
    const why = whyOf('Inclusion Criteria:', '* Metastatic breast cancer', 'Exclusion Criteria:', '* Gout', '* Glaucoma')
    expect(why).toMatch(/2 conditions not mentioned in your records to confirm/)
    expect(why).not.toMatch(/nothing is left/)
  })

  it('says that nothing is left only where nothing is', () =>
    expect(whyOf('Inclusion Criteria:', '* Metastatic breast cancer')).toMatch(/nothing is left to confirm/))
})
