import { describe, expect, it } from 'vitest'
import type { Trial, TrialSite } from '../record/trial.ts'
import { kmBetween, sitesByDistance } from './distance.ts'

const chicago = { lat: 41.85, lon: -87.65 }
const boston = { lat: 42.36, lon: -71.06 }
const site = (facility: string, more: Partial<TrialSite> = {}): TrialSite => ({ facility, status: 'RECRUITING', contacts: [], ...more })
const trialWith = (sites: TrialSite[], status = 'RECRUITING'): Trial => ({
  id: 'DEMO9001',
  aliases: [],
  title: 'T',
  conditions: [],
  keywords: [],
  conditionTerms: [],
  phases: [],
  arms: [],
  interventions: [],
  contacts: [],
  sites,
  status,
})
const names = (trial: Trial, withinKm?: number) => sitesByDistance(trial, chicago, withinKm).map((one) => one.facility)

describe('the distance between two points', () => {
  it.each([
    ['Chicago and Boston', chicago, boston, 1370],
    ['the same place', chicago, chicago, 0],
    ['opposite ends of the Earth', { lat: 90, lon: 0 }, { lat: -90, lon: 0 }, 20015],
    ['both sides of the date line', { lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 }, 111],
  ])('is right for %s', (_, a, b, km) => expect(Math.abs(kmBetween(a, b) - km)).toBeLessThan(5))
})

describe('the sites of a trial', () => {
  const near = site('near', { point: { lat: 41.9, lon: -87.6 } })
  const far = site('far', { point: boston })
  const closed = site('closed', { status: 'COMPLETED', point: chicago })
  const nowhere = site('nowhere')
  it('come open ones first, nearest first, then those of unknown place', () => {
    expect(names(trialWith([nowhere, closed, far, near]))).toEqual(['near', 'far', 'nowhere', 'closed'])
  })
  it('of unknown place are kept when a reach is given', () => {
    expect(names(trialWith([nowhere, far, near]), 100)).toEqual(['near', 'nowhere'])
  })
  it('keep the order of the registry without a point', () => {
    expect(sitesByDistance(trialWith([far, near]), undefined).map((one) => one.facility)).toEqual(['far', 'near'])
  })
  it('take the status of the trial where they have none', () => {
    const { status: _, ...silent } = near
    expect(sitesByDistance(trialWith([silent]), chicago)[0]?.open).toBe(true)
    expect(sitesByDistance(trialWith([silent], 'COMPLETED'), chicago)[0]?.open).toBe(false)
    const { status: __, ...silentTrial } = trialWith([silent])
    expect(sitesByDistance(silentTrial, chicago)[0]?.open).toBe(false)
  })
  it('of a closed trial are not open, whatever they say', () => {
    expect(sitesByDistance(trialWith([near], 'TERMINATED'), chicago)[0]?.open).toBe(false)
  })
})
