import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { trialOfRecord } from '../trials/trial-of-record.ts'
import { aPatient, aTrial, type Somebody } from './a-patient.ts'
import { compileTrial } from './compile.ts'
import { judgeTrial } from './judge-trial.ts'
import type { Finding } from './kind.ts'
import { matchTrials } from './match.ts'
import { compiledOf, storedForm } from './stored-form.ts'

const folder = new URL('../../corpus/trials/', import.meta.url)
const compiled = readdirSync(folder).map((file) => compileTrial(trialOfRecord(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))))
const PEOPLE: Somebody[] = ['ada', 'bea', 'fay', 'eve']

describe('a compiled trial as a line of text', () => {
  it.each(PEOPLE)('comes to the same for %s when read back', (who) => {
    const profile = aPatient(who)
    const back = compiled.map((trial) => compiledOf(storedForm(trial)))
    expect(matchTrials(profile, back, { asOf: profile.asOf })).toEqual(matchTrials(profile, compiled, { asOf: profile.asOf }))
  })

  it('keeps treatments, patterns and words beside their spans', () => {
    const trial = compileTrial(
      aTrial({
        criteriaText:
          'Inclusion Criteria:\n* Prior taxane other than docetaxel\n* Prior radiotherapy to the breast\n* Zorblax titre above threshold\nExclusion Criteria:\n* Lung cancer',
      }),
    )
    const line = storedForm(trial)
    expect(line).toContain('$therapy')
    expect(line.split('Zorblax')).toHaveLength(2)
    const profile = aPatient('bea')
    const subject = { profile, asOf: profile.asOf, trial: trial.trial }
    expect(judgeTrial(compiledOf(line), subject)).toEqual(judgeTrial(trial, subject))
  })

  it('is not read when it names a kind that is no longer there', () => {
    const line = storedForm(compileTrial(aTrial({ criteriaText: 'Inclusion Criteria:\n* HER2-positive breast cancer' })))
    expect(() => compiledOf(line.replaceAll('has-her2-status', 'has-zorblax-status'))).toThrow('compile the trial again')
  })
})

it.each(PEOPLE)('what is remembered from trial to trial changes no verdict for %s', (who) => {
  const profile = aPatient(who)
  const known = new Map<string, Finding | 'of the trial'>()
  for (const one of [...compiled, ...compiled]) {
    const subject = { profile, asOf: profile.asOf, trial: one.trial }
    expect(judgeTrial(one, { ...subject, known })).toEqual(judgeTrial(one, subject))
  }
  expect(known.size).toBeGreaterThan(20)
})
