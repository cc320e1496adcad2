import { expect, it } from 'vitest'
import { Evidence } from '../record/evidence.ts'
import { Profile } from '../record/profile.ts'
import { abstractOf } from './abstract.ts'
import { profileOfAbstract } from './profile-of-abstract.ts'

const evidence = [Evidence.parse({ document: 'invented', file: 'invented.txt', page: 2, start: 3, end: 7, quote: 'said' })]

it('a profile read back from its own abstract is the same, so that matching from either is the same', () => {
  const profile = Profile.parse({
    asOf: '2026-10-01',
    person: { sex: 'female', evidence },
    cancers: [],
    stages: [],
    tumorSizes: [],
    metastases: [],
    receptors: [],
    biomarkers: [{ gene: 'PD-L1', value: 'CPS 12', result: 'positive', evidence }],
    treatments: [{ type: 'systemic', name: 'letrozole', drugs: ['letrozole'], start: '2026-01', ongoing: true, evidence }],
    responses: [],
    performance: [{ scale: 'Karnofsky', value: 80, evidence }],
    labs: [{ test: 'bilirubin', value: 0.2, comparator: '<', unit: 'mg/dL', date: '2026-09-20', evidence }],
    conditions: [],
    medications: [],
    allergies: [],
    absences: [{ name: 'brain metastases', evidence }],
    historyTaken: [{ part: 'problem-list', date: '2026-09-01', evidence }],
    conflicts: [],
    checks: [],
    documents: [],
  })
  expect(profileOfAbstract(JSON.parse(JSON.stringify(abstractOf(profile))))).toEqual(profile)
})
