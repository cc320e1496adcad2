import { describe, expect, it } from 'vitest'
import { PartialDate } from '../record/partial-date.ts'
import type { Trial } from '../record/trial.ts'
import { aPatient, aTrial } from './a-patient.ts'
import { withAnswers } from './answers.ts'
import { changesBetween } from './changes.ts'
import { compileTrial } from './compile.ts'
import { matchTrials } from './match.ts'

const fay = aPatient('fay')
const match = (trials: Partial<Trial>[], profile = fay, asOf: string = profile.asOf) =>
  matchTrials(
    profile,
    trials.map((trial, i) => compileTrial(aTrial({ id: `DEMO000${i}`, ...trial }))),
    { asOf: PartialDate.parse(asOf) },
  )
const inclusion = (text: string): Partial<Trial> => ({ criteriaText: `Inclusion Criteria:\n* ${text}` })

describe('what changed since the last report', () => {
  it('is nothing when nothing did, also when only spaces of the text moved', () => {
    const changes = changesBetween(match([inclusion('HER2-low breast  cancer')]), match([inclusion('HER2-low breast cancer')]))
    expect([changes.added, changes.gone, changes.reopened, changes.closed, changes.changed]).toEqual([[], [], [], [], []])
  })

  it('names trials that are new, gone, closed and open again', () => {
    const before = match([{ id: 'OLD' }, { id: 'SHUT', status: 'RECRUITING' }, { id: 'BACK', status: 'SUSPENDED' }])
    const after = match([{ id: 'NEW' }, { id: 'SHUT', status: 'COMPLETED' }, { id: 'BACK', status: 'RECRUITING' }])
    const { added, gone, closed, reopened } = changesBetween(before, after)
    expect([added, gone, closed, reopened].map((list) => list.map(({ trial }) => trial.id))).toEqual([['NEW'], ['OLD'], ['SHUT'], ['BACK']])
  })

  it('shows amended criteria word by word, and verdicts that changed with them', () => {
    const [change] = changesBetween(match([inclusion('Hemoglobin ≥ 9 g/dL')]), match([inclusion('Hemoglobin ≥ 10 g/dL')])).changed
    expect(change).toMatchObject({ outcome: { before: 'possible', after: 'not-now' } })
    expect(change?.criteria?.filter(({ is }) => is !== 'same')).toEqual([
      { is: 'removed', words: '9' },
      { is: 'added', words: '10' },
    ])
    expect(change?.verdicts).toMatchObject([{ why: 'criterion', after: { label: 'fail' } }])
  })

  it('says that a verdict changed by a fact, with the new words', () => {
    const trial = [inclusion('ANC ≥ 1.5 x 10^9/L')]
    const told = withAnswers(fay, { 'lab:ANC': { value: 1.9, unit: '10*3/uL', date: '2026-09-30' } })
    const [change] = changesBetween(match(trial), match(trial, told)).changed
    expect(change?.criteria).toBeUndefined()
    expect(change?.verdicts).toMatchObject([{ why: 'fact', before: { label: 'fail' }, after: { label: 'pass' } }])
  })

  it('says that a verdict changed by time alone', () => {
    const trial = [inclusion('Platelet count ≥ 100 x 10^9/L within 28 days prior to registration')]
    const [change] = changesBetween(match(trial), match(trial, fay, '2026-12-24')).changed
    expect(change?.verdicts).toMatchObject([{ why: 'time', before: { label: 'pass' }, after: { label: 'unknown' } }])
  })

  it('says that a verdict changed by rule when words, records and day are the same', () => {
    const before = match([inclusion('Platelets ≥ 100 x 10^9/L')])
    const after = structuredClone(before)
    for (const { verdict } of after.trials[0]?.criteria ?? []) verdict.label = 'unknown'
    expect(changesBetween(before, after).changed[0]?.verdicts).toMatchObject([{ why: 'rule' }])
  })
})
