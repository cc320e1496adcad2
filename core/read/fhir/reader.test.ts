import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Document } from '../../record/document.ts'
import { DocumentId } from '../../record/document-id.ts'
import type { Entry } from '../../record/entry.ts'
import { fhirReader } from './reader.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const readText = async (text: string) => fhirReader.read(bytes(text), { id: DocumentId.parse('d'), file: 'export.json' })
const read = async (...resources: object[]) =>
  readText(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) }))
const entriesOf = async (...resources: object[]): Promise<Entry[]> => (await read(...resources)).document.entries
const linesOf = async (...resources: object[]): Promise<string> => (await read(...resources)).document.pages[0]?.text.trimEnd() ?? ''

const coding = (system: string, code: string, display?: string) => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
})
const status = (code: string) => ({ coding: [{ code }] })

describe('reading FHIR', () => {
  it('writes each resource as a line of its own words, and the entry stands there', async () => {
    const { document } = await read(
      {
        resourceType: 'Patient',
        name: [{ given: ['Vera'], family: 'Holt' }],
        gender: 'female',
        birthDate: '1963-11',
        address: [{ postalCode: '60120-1' }],
      },
      {
        resourceType: 'Observation',
        status: 'final',
        category: [status('laboratory')],
        code: { text: 'Creatinine', ...coding('http://loinc.org', '2160-0') },
        effectiveDateTime: '2026-09-14T08:00:00Z',
        valueQuantity: { value: 1.4, unit: 'mg/dL' },
        referenceRange: [{ text: '0.50-1.10' }],
        interpretation: [status('H')],
      },
    )
    expect(() => Document.parse(document)).not.toThrow()
    expect(document.pages[0]?.text).toBe(
      'Patient: Vera Holt, female, born 1963-11, 60120\nCreatinine 1.4 mg/dL (0.5–1.1) high, 2026-09-14\n',
    )
    expect(document.entries.map(({ start, end }) => document.pages[0]?.text.slice(start, end))).toEqual(
      document.pages[0]?.text.trim().split('\n'),
    )
    expect(document.entries[0]?.person).toEqual({ name: 'Vera Holt', sex: 'female', birthDate: '1963-11', zip: '60120' })
    expect(document.entries[1]).toMatchObject({
      codes: [{ system: 'http://loinc.org', code: '2160-0' }],
      value: { quantity: { value: 1.4, unit: 'mg/dL' } },
      range: { low: 0.5, high: 1.1 },
      begins: '2026-09-14',
      path: '/entry/1/resource',
    })
  })

  it.each([
    [
      'a refuted diagnosis',
      { resourceType: 'Condition', code: { text: 'Liver metastasis' }, verificationStatus: status('refuted') },
      { negated: true },
      /^Ruled out: Liver/,
    ],
    [
      'one entered in error',
      { resourceType: 'Condition', code: { text: 'Gout' }, verificationStatus: status('entered-in-error') },
      { status: 'entered-in-error' },
      /^Entered in error: Gout/,
    ],
    [
      'a suspected one',
      { resourceType: 'Condition', code: { text: 'Lung metastasis' }, verificationStatus: status('provisional') },
      { interpretation: 'provisional' },
      /provisional/,
    ],
    [
      'a medicine never to be given',
      {
        resourceType: 'MedicationRequest',
        status: 'active',
        intent: 'order',
        doNotPerform: true,
        medicationCodeableConcept: { text: 'aspirin' },
      },
      { negated: true },
      /^Not so: aspirin/,
    ],
    [
      'a cancelled order',
      { resourceType: 'MedicationRequest', status: 'cancelled', intent: 'order', medicationCodeableConcept: { text: 'exemestane' } },
      { status: 'cancelled' },
      /^Not done \(cancelled\): exemestane/,
    ],
    [
      'a plan',
      { resourceType: 'MedicationRequest', status: 'draft', intent: 'plan', medicationCodeableConcept: { text: 'tucatinib' } },
      { status: 'planned' },
      /^Planned: tucatinib/,
    ],
    [
      'an operation not done',
      { resourceType: 'Procedure', status: 'not-done', code: { text: 'Mastectomy' } },
      { status: 'not-done' },
      /^Not done \(not-done\): Mastectomy/,
    ],
    [
      'a vaccine not given',
      { resourceType: 'Immunization', status: 'not-done', vaccineCode: { text: 'Influenza' } },
      { negated: true },
      /^Not done/,
    ],
    ['an allergy that is none', { resourceType: 'AllergyIntolerance', code: { text: 'No known allergies' } }, { negated: true }, /^No/],
  ])('says first what %s is', async (_, resource, expected, line) => {
    expect((await entriesOf(resource))[0]).toMatchObject(expected)
    expect(await linesOf(resource)).toMatch(line)
  })

  it('follows references: contained, by id, by address, and what is missing stays unnamed', async () => {
    const text = JSON.stringify({
      resourceType: 'Bundle',
      type: 'searchset',
      entry: [
        { fullUrl: 'urn:uuid:m1', resource: { resourceType: 'Medication', code: { text: 'letrozole 2.5 mg' } } },
        {
          resource: {
            resourceType: 'MedicationRequest',
            status: 'active',
            intent: 'order',
            medicationReference: { reference: 'urn:uuid:m1' },
          },
        },
        {
          resource: {
            resourceType: 'MedicationStatement',
            status: 'active',
            contained: [{ resourceType: 'Medication', id: 'x', code: { text: 'denosumab' } }],
            medicationReference: { reference: '#x' },
          },
        },
        {
          resource: { resourceType: 'Specimen', id: 's', type: { text: 'core biopsy' }, collection: { bodySite: { text: 'left breast' } } },
        },
        {
          resource: {
            resourceType: 'Observation',
            status: 'final',
            code: { text: 'ER' },
            valueString: 'positive',
            specimen: { reference: 'https://ehr.example/Specimen/s' },
          },
        },
        {
          resource: {
            resourceType: 'MedicationRequest',
            status: 'active',
            intent: 'order',
            medicationReference: { reference: 'Medication/404' },
          },
        },
      ],
    })
    const { document } = await readText(text)
    expect(document.entries.map((entry) => [entry.text, entry.specimen])).toEqual([
      ['letrozole 2.5 mg', undefined],
      ['denosumab', undefined],
      ['ER', 'core biopsy, left breast'],
    ])
  })

  it('reads an order as ordered, not as taken from that day', async () => {
    const [entry] = await entriesOf({
      resourceType: 'MedicationRequest',
      status: 'stopped',
      intent: 'order',
      authoredOn: '2024-04-02',
      medicationCodeableConcept: { text: 'capecitabine' },
    })
    expect(entry?.begins).toBeUndefined()
    expect(entry?.recorded).toBe('2024-04-02')
  })

  it('takes the members and components of a group as its parts', async () => {
    const entries = await entriesOf(
      {
        resourceType: 'Observation',
        id: 't',
        status: 'final',
        code: coding('http://snomed.info/sct', '384625004', 'pT category'),
        valueCodeableConcept: { text: 'pT2' },
      },
      {
        resourceType: 'Observation',
        status: 'final',
        code: { text: 'Stage group' },
        valueCodeableConcept: { text: 'IIB' },
        hasMember: [{ reference: 'Observation/t' }],
        component: [{ code: { text: 'Edition' }, valueInteger: 8 }],
      },
    )
    expect(entries[1]?.components).toMatchObject([
      { text: 'Edition', value: { quantity: { value: 8 } } },
      { text: 'pT category', value: { text: 'pT2' } },
    ])
  })

  it('reads a course of radiation with technique, site and dose', async () => {
    const base = 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-radiotherapy-'
    const [entry] = await entriesOf({
      resourceType: 'Procedure',
      status: 'completed',
      code: { text: 'Radiotherapy course' },
      performedPeriod: { start: '2019-06-03', end: '2019-07-08' },
      bodySite: [{ text: 'breast', extension: [{ url: 'http://x/laterality-qualifier', valueCodeableConcept: { text: 'Left' } }] }],
      extension: [
        { url: `${base}modality-and-technique`, extension: [{ url: `${base}modality`, valueCodeableConcept: { text: 'photons' } }] },
        {
          url: `${base}dose-delivered-to-volume`,
          extension: [
            { url: 'totalDoseDelivered', valueQuantity: { value: 5000, unit: 'cGy' } },
            { url: 'fractionsDelivered', valueUnsignedInt: 25 },
          ],
        },
      ],
    })
    expect(entry).toMatchObject({
      method: 'photons',
      bodySite: 'breast',
      laterality: 'left',
      dose: '5000 cGy in 25 fractions',
      begins: '2019-06-03',
      ends: '2019-07-08',
    })
  })

  it('keeps a relative’s illness with the relative', async () => {
    const entries = await entriesOf({
      resourceType: 'FamilyMemberHistory',
      status: 'completed',
      relationship: { text: 'Aunt' },
      condition: [{ code: { text: 'Breast cancer' } }],
    })
    expect(entries).toMatchObject([{ type: 'family-history', relative: 'aunt', text: 'Breast cancer' }])
    expect(
      await linesOf({
        resourceType: 'FamilyMemberHistory',
        relationship: { text: 'Aunt' },
        condition: [{ code: { text: 'Breast cancer' } }],
      }),
    ).toBe('Family history (aunt): Breast cancer')
  })

  it('hands on the files inside: reports, notes, binaries', async () => {
    const { attachments } = await read(
      {
        resourceType: 'DiagnosticReport',
        status: 'final',
        code: { text: 'Pathology' },
        presentedForm: [{ contentType: 'text/plain', data: btoa('ER negative') }],
      },
      {
        resourceType: 'DocumentReference',
        status: 'current',
        content: [{ attachment: { contentType: 'application/pdf', title: 'note.pdf', data: btoa('%PDF-') } }],
      },
      { resourceType: 'Binary', contentType: 'text/html; charset=utf-8', data: btoa('<p>x</p>') },
      { resourceType: 'DocumentReference', status: 'current', content: [{ attachment: { url: 'https://elsewhere.example/1' } }] },
    )
    expect(attachments?.map(({ name }) => name)).toEqual(['Pathology 1.txt', 'note.pdf', 'attachment 3.html'])
    expect(new TextDecoder().decode(attachments?.[0]?.bytes)).toBe('ER negative')
  })

  it('shows conclusions, notes, and a narrative that says more than the data', async () => {
    const text = await linesOf(
      {
        resourceType: 'DiagnosticReport',
        status: 'final',
        code: { text: 'CT chest' },
        effectiveDateTime: '2026-08',
        conclusion: 'Two new nodules.',
      },
      {
        resourceType: 'Condition',
        code: { text: 'Asthma' },
        note: [{ text: 'Well controlled.' }],
        text: { status: 'generated', div: '<div>Asthma</div>' },
      },
      { resourceType: 'Condition', code: { text: 'Gout' }, text: { status: 'additional', div: '<div>Gout<br/>since the wedding</div>' } },
      { resourceType: 'Composition', title: 'Visit', section: [{ title: 'Plan', text: { div: '<div><p>Repeat scan.</p></div>' } }] },
    )
    expect(text).toBe(
      'CT chest Two new nodules., 2026-08\nAsthma, Well controlled.\nGout\nGout\nsince the wedding\nVisit\n\nPlan\nRepeat scan.',
    )
  })

  it.each([
    ['a single resource', '{"resourceType":"Condition","code":{"text":"Asthma"}}'],
    ['a list', '[{"resourceType":"Condition","code":{"text":"Asthma"}}]'],
    ['a resource a line', '{"resourceType":"Condition","code":{"text":"Asthma"}}\n{"resourceType":"Patient"}\n'],
    ['an app’s envelope', '{"provider":"x","fhir":{"Condition":[{"resourceType":"Condition","code":{"text":"Asthma"}}]}}'],
    [
      'a bundle in a bundle',
      '{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Condition","code":{"text":"Asthma"}}}]}}]}',
    ],
    [
      'an older version',
      '{"resourceType":"Condition","code":{"text":"Asthma"},"clinicalStatus":"active","verificationStatus":"confirmed"}',
    ],
  ])('reads %s', async (_, text) => {
    const { document } = await readText(text)
    expect(document.entries.filter(({ type }) => type === 'condition')).toMatchObject([{ text: 'Asthma' }])
  })

  it('keeps the lines that can be read when one is broken, and says so', async () => {
    const { document } = await readText('{"resourceType":"Condition","code":{"text":"Asthma"}}\n{"resourceType":"Cond\n')
    expect(document.entries).toHaveLength(1)
    expect(document.problems).toMatchObject([{ code: 'entry-unreadable', where: '1 lines' }])
  })

  it('survives members of the wrong type', async () => {
    const { document } = await read(
      { resourceType: 'Condition', code: 7, onsetDateTime: ['x'], stage: 'IV', note: 'free text', bodySite: null },
      {
        resourceType: 'Observation',
        code: { coding: [{ code: 5 }, null] },
        component: { code: {} },
        referenceRange: 'x',
        valueQuantity: { value: '3' },
      },
      { resourceType: 'Patient', name: 'Vera', address: 'Elgin' },
      { resourceType: 'constructor', title: 'x' },
      { resourceType: 'Condition', code: { text: 'Asthma' } },
    )
    expect(document.entries.some(({ text }) => text === 'Asthma')).toBe(true)
    expect(document.problems).toEqual([])
  })

  it('never throws and never loses the others, whatever a resource holds', async () => {
    const types = [
      'Patient',
      'Condition',
      'Observation',
      'MedicationRequest',
      'Procedure',
      'AllergyIntolerance',
      'FamilyMemberHistory',
      'DiagnosticReport',
      'ImagingStudy',
      'Composition',
      'QuestionnaireResponse',
    ]
    const names = [
      'code',
      'status',
      'value',
      'valueQuantity',
      'component',
      'hasMember',
      'note',
      'text',
      'name',
      'bodySite',
      'extension',
      'medicationReference',
      'dosage',
      'section',
      'item',
      'reaction',
      'stage',
      'series',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...types),
        fc.dictionary(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 })),
        async (type, parts) => {
          const { document } = await read({ ...parts, resourceType: type }, { resourceType: 'Condition', code: { text: 'Asthma' } })
          expect(document.entries.at(-1)).toMatchObject({ type: 'condition', text: 'Asthma' })
          expect(document.problems).toEqual([])
          for (const { start, end } of document.entries) expect(document.pages[0]?.text.slice(start, end).trim()).not.toBe('')
        },
      ),
      { numRuns: 300, seed: 7 },
    )
  })

  it.each([
    ['JSON that is cut off', '{"resourceType":"Bundle","entry":[{"resource":{', 'damaged-json'],
    ['other JSON', '{"name":"x","items":[1,2]}', 'not-fhir'],
    ['JSON 100,000 levels deep', '['.repeat(100_000), 'damaged-json'],
    ['nothing', '', 'damaged-json'],
    ['binary', '\u0000\u0001\u0000', 'damaged-json'],
  ])('refuses %s', async (_, text, code) => {
    expect((await readText(text)).document).toMatchObject({ read: false, problems: [{ code }] })
  })

  it('takes the newest thing that happened as the day of an export without a date', async () => {
    const { document } = await read(
      { resourceType: 'Observation', status: 'final', code: { text: 'INR' }, effectiveDateTime: '2026-03-01', valueQuantity: { value: 1 } },
      { resourceType: 'Condition', code: { text: 'Asthma' }, onsetDateTime: '2026-09-09' },
      {
        resourceType: 'MedicationRequest',
        status: 'draft',
        intent: 'plan',
        authoredOn: '2026-08-01',
        medicationCodeableConcept: { text: 'x' },
      },
    )
    expect(document.date).toBe('2026-03-01')
  })

  it('knows its own documents among others', () => {
    expect(fhirReader.score(bytes('{"resourceType":"Bundle"}'), 'x')).toBeGreaterThan(0.9)
    expect(fhirReader.score(bytes('{"a":1}'), 'x')).toBe(0.3)
    expect(fhirReader.score(bytes('<a/>'), 'x')).toBe(0)
    expect(fhirReader.score(bytes(' [\n  {"a":1}]'), 'x')).toBe(0.3)
    expect(fhirReader.score(bytes('{'), 'x')).toBe(0.3)
  })

  it.each([
    '[Translated from Portuguese]\nDear colleague,',
    '[scanned] Pathology report',
    '',
    '  \n',
    '[ ] Outpatient  [x] Ward round',
    '[1] Invasive carcinoma',
    '{stamp of the clinic}\nReport',
    '{ward 4}',
  ])('leaves a letter that opens with a bracket to the reader of text: %s', (text) => {
    expect(fhirReader.score(bytes(text), 'letter.txt')).toBe(0)
  })
})
