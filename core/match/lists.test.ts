import { describe, expect, it } from 'vitest'
import type { Trial } from '../record/trial.ts'
import { aPatient, aTrial } from './a-patient.ts'
import { compileTrial } from './compile.ts'
import { hasOpenSite, type ListName, listOf } from './lists.ts'
import { matchTrials } from './match.ts'

const judged = (more: Partial<Trial>) => {
  const profile = aPatient('ada')
  const [match] = matchTrials(profile, [compileTrial(aTrial({ criteriaText: FITS, status: 'RECRUITING', ...more }))], {
    asOf: profile.asOf,
  }).trials
  if (match === undefined) throw new Error('not judged')
  return match
}
const FITS = 'Inclusion Criteria:\n* Metastatic breast cancer'
const { criteriaText: _, ...silent } = aTrial({ status: 'RECRUITING' })
const unsaid = aTrial({ criteriaText: FITS })
const OUT = 'Inclusion Criteria:\n* HER2-positive breast cancer'

describe('the list a trial stands in', () => {
  it.each<[string, Partial<Trial>, ListName]>([
    ['open and fitting', {}, 'possible'],
    ['not yet open', { status: 'NOT_YET_RECRUITING' }, 'possible'],
    ['completed', { status: 'COMPLETED' }, 'not-open'],
    ['withdrawn', { status: 'WITHDRAWN' }, 'not-open'],
    ['of unknown status', { status: 'UNKNOWN' }, 'not-open'],
    ['a headline only', { criteriaText: 'Inclusion Criteria:' }, 'not-judged'],
    ['ruled out and closed', { status: 'COMPLETED', criteriaText: OUT }, 'ruled-out'],
    ['comfort', { title: 'Acupuncture for hot flashes in breast cancer' }, 'care'],
    ['comfort, closed', { title: 'Acupuncture for hot flashes in breast cancer', status: 'COMPLETED' }, 'not-open'],
  ])('%s', (_, more, list) => expect(listOf(judged(more))).toBe(list))

  it('is that of trials not open where the registry gives no status', () => {
    const profile = aPatient('ada')
    const [match] = matchTrials(profile, [compileTrial(unsaid)], { asOf: profile.asOf }).trials
    expect(match && listOf(match)).toBe('not-open')
  })

  it('is that of trials not judged where there are no criteria at all', () => {
    const profile = aPatient('ada')
    const [match] = matchTrials(profile, [compileTrial(silent)], { asOf: profile.asOf }).trials
    expect(match && listOf(match)).toBe('not-judged')
  })
})

describe('an open site', () => {
  const site = { facility: 'Invented Hospital', contacts: [] }
  it.each<[string, Partial<Trial>, boolean]>([
    ['of a recruiting trial', { status: 'RECRUITING', sites: [{ ...site, status: 'RECRUITING' }] }, true],
    ['that says nothing itself', { status: 'RECRUITING', sites: [site] }, true],
    ['of a trial that is not open yet is none', { status: 'NOT_YET_RECRUITING', sites: [site] }, false],
    ['that is not open yet itself is none', { status: 'RECRUITING', sites: [{ ...site, status: 'NOT_YET_RECRUITING' }] }, false],
    ['that has closed is none', { status: 'RECRUITING', sites: [{ ...site, status: 'COMPLETED' }] }, false],
    ['of a trial without sites is none', { status: 'RECRUITING', sites: [] }, false],
  ])('%s', (_, more, open) => expect(hasOpenSite(judged(more))).toBe(open))
})
