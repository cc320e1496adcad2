import { describe, expect, it } from 'vitest'
import { Trial } from '../record/trial.ts'
import { trialOfRecord, yearsOf } from './trial-of-record.ts'

const whole = {
  protocolSection: {
    identificationModule: { nctId: 'DEMO9001', nctIdAliases: ['DEMO9000'], briefTitle: 'A trial', acronym: 'AT' },
    statusModule: {
      overallStatus: 'RECRUITING',
      startDateStruct: { date: '2026-03' },
      lastUpdatePostDateStruct: { date: '2026-09-14', type: 'ACTUAL' },
    },
    sponsorCollaboratorsModule: { leadSponsor: { name: 'A hospital', class: 'OTHER' } },
    conditionsModule: { conditions: ['Breast Cancer'], keywords: ['ESR1'] },
    designModule: {
      studyType: 'INTERVENTIONAL',
      phases: ['PHASE1', 'PHASE2'],
      designInfo: { primaryPurpose: 'TREATMENT', maskingInfo: { masking: 'NONE' } },
      enrollmentInfo: { count: 99999999 },
    },
    armsInterventionsModule: {
      armGroups: [{ label: 'A', interventionNames: ['Drug: x'] }],
      interventions: [{ name: 'x', otherNames: ['y'] }],
    },
    eligibilityModule: {
      eligibilityCriteria: '* Age \\>= 18\n',
      sex: 'ALL',
      minimumAge: '18 Years',
      maximumAge: '6 Months',
      healthyVolunteers: false,
    },
    contactsLocationsModule: {
      centralContacts: [{ name: 'Desk', phone: '555-0100', phoneExt: '7' }],
      locations: [
        { facility: 'H', city: 'Chicago', geoPoint: { lat: 41.85, lon: -87.65 }, contacts: [{ email: 'a@example.org' }] },
        { facility: 'No point', geoPoint: { lat: 'x' } },
      ],
    },
  },
  derivedSection: {
    conditionBrowseModule: { meshes: [{ term: 'Breast Neoplasms' }], ancestors: [{ term: 'Neoplasms' }, { term: 'Neoplasms' }] },
  },
}

describe('a registry record', () => {
  it('is read as a trial', () => {
    const trial = trialOfRecord(whole)
    expect(Trial.parse(trial)).toEqual(trial)
    expect(trial).toMatchObject({
      id: 'DEMO9001',
      aliases: ['DEMO9000'],
      status: 'RECRUITING',
      conditionTerms: ['Breast Neoplasms', 'Neoplasms'],
      phases: ['PHASE1', 'PHASE2'],
      purpose: 'TREATMENT',
      minimumAge: 18,
      maximumAge: 0.5,
      startDate: '2026-03',
      lastUpdate: '2026-09-14',
      contacts: [{ name: 'Desk', phone: '555-0100 ext. 7' }],
    })
    expect(trial.sites.map((site) => site.point)).toEqual([{ lat: 41.85, lon: -87.65 }, undefined])
  })
  it('keeps the criteria exactly as received, with their escapes', () => {
    expect(trialOfRecord(whole).criteriaText).toBe('* Age \\>= 18\n')
  })
  it('takes 99999999 people as not known', () => {
    expect(trialOfRecord(whole).enrollment).toBeUndefined()
  })
  it.each(Object.keys(whole.protocolSection).filter((module) => module !== 'identificationModule'))('is read without its %s', (module) => {
    const protocolSection = { ...whole.protocolSection, [module]: undefined }
    expect(Trial.parse(trialOfRecord({ protocolSection })).id).toBe('DEMO9001')
  })
  it.each(Object.keys(whole.protocolSection).filter((module) => module !== 'identificationModule'))(
    'is read when its %s is nonsense',
    (module) => {
      for (const nonsense of [null, 7, 'x', [], { locations: 'x', conditions: [1, null], phases: {}, leadSponsor: [] }])
        expect(Trial.parse(trialOfRecord({ protocolSection: { ...whole.protocolSection, [module]: nonsense } })).id).toBe('DEMO9001')
    },
  )
  it.each([null, undefined, 'x', [], {}, { protocolSection: {} }, { protocolSection: { identificationModule: { nctId: ' ' } } }])(
    'without an id is refused: %j',
    (record) => expect(() => trialOfRecord(record)).toThrow(expect.objectContaining({ code: 'trial-unreadable' })),
  )
  it('takes the official title where there is no brief one, and the id where there is none', () => {
    const named = (identificationModule: object) => trialOfRecord({ protocolSection: { identificationModule } }).title
    expect(named({ nctId: 'DEMO1', officialTitle: 'Long' })).toBe('Long')
    expect(named({ nctId: 'DEMO1' })).toBe('DEMO1')
  })
})

describe('age limits', () => {
  it.each([
    ['18 Years', 18],
    ['1 Year', 1],
    ['18 Months', 1.5],
    ['N/A', undefined],
    ['', undefined],
    [18, undefined],
    ['eighteen', undefined],
  ])('%j are %s years', (limit, years) => {
    expect(yearsOf(limit)).toBe(years)
  }) // prettier-ignore
  it('count weeks and days too', () => {
    expect(yearsOf('52 Weeks')).toBeCloseTo(0.997, 2)
    expect(yearsOf('30 Days')).toBeCloseTo(0.082, 2)
  })
})
