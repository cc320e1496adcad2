import { describe, expect, it } from 'vitest'
import { fhirReader } from '../../read/fhir/reader.ts'
import { DocumentId } from '../../record/document-id.ts'
import type { FactKind } from '../../record/fact.ts'
import { Profile } from '../../record/profile.ts'
import { structuredFacts } from '../../understand/structured/structured-facts.ts'
import { toMcode } from './to-mcode.ts'

const evidence = [{ document: 'd1', file: 'note.txt', page: 1, start: 0, end: 5, quote: 'words' }]
const nothing = {
  asOf: '2026-10-01',
  person: { sex: 'female', birthDate: '1970-02-03', zip: '60614', evidence },
  ...Object.fromEntries(
    'cancers stages tumorSizes metastases receptors biomarkers treatments responses performance labs conditions medications allergies absences historyTaken conflicts checks documents'
      .split(' ')
      .map((name) => [name, []]),
  ),
}

/** What our own reader and rules find in the bundle of a profile. */
async function readBack(part: object, kind: FactKind): Promise<unknown[]> {
  const bundle = toMcode(Profile.parse({ ...nothing, ...part }))
  const { document } = await fhirReader.read(new TextEncoder().encode(JSON.stringify(bundle)), {
    id: DocumentId.parse('d'),
    file: 'mcode.json',
  })
  return structuredFacts(document)
    .filter((fact) => fact.kind === kind)
    .map(({ value }) => value)
}

describe('a profile that was written as mCODE and read again', () => {
  it.each<[string, object, FactKind, object]>([
    ['the person', {}, 'person', { sex: 'female', birthDate: '1970-02-03', zip: '60614' }],
    [
      'the cancer',
      { cancers: [{ site: 'breast', laterality: 'left', histology: 'invasive lobular carcinoma', diagnosed: '2019-03', evidence }] },
      'cancer',
      { site: 'breast', laterality: 'left', histology: 'invasive lobular carcinoma', diagnosed: '2019-03' },
    ],
    [
      'a metastasis',
      { metastases: [{ site: 'pleura', status: 'active', first: '2024-01', evidence }] },
      'metastasis',
      { site: 'pleura', status: 'active', first: '2024-01' },
    ],
    [
      'a denied one',
      { metastases: [{ site: 'brain', status: 'ruled-out', evidence }] },
      'metastasis',
      { site: 'brain', status: 'ruled-out' },
    ],
    [
      'a stage',
      { stages: [{ kind: 'pathologic', t: 'T2', n: 'N1a', m: 'M0', group: 'IIB', date: '2019-04-02', evidence }] },
      'stage',
      { kind: 'pathologic', t: 'T2', n: 'N1a', m: 'M0', group: 'IIB', date: '2019-04-02' },
    ],
    [
      'receptors',
      {
        receptors: [
          {
            specimen: 'liver biopsy',
            date: '2024-01-20',
            er: { status: 'positive' },
            pr: { status: 'negative' },
            her2: { status: 'low', ihc: '1+' },
            ki67: 20,
            evidence,
          },
        ],
      },
      'receptors',
      {
        specimen: 'liver biopsy',
        date: '2024-01-20',
        er: { status: 'positive' },
        pr: { status: 'negative' },
        her2: { status: 'low' },
        ki67: 20,
      },
    ],
    [
      'a variant',
      {
        biomarkers: [{ gene: 'PIK3CA', variant: 'H1047R', origin: 'somatic', result: 'positive', vaf: 12.5, date: '2024-02-01', evidence }],
      },
      'biomarker',
      { gene: 'PIK3CA', variant: 'H1047R', origin: 'somatic', result: 'positive', vaf: 12.5, date: '2024-02-01' },
    ],
    [
      'a variant of unknown meaning',
      { biomarkers: [{ gene: 'BRCA2', result: 'vus', evidence }] },
      'biomarker',
      { gene: 'BRCA2', result: 'vus' },
    ],
    [
      'a gene without a variant',
      { biomarkers: [{ gene: 'ESR1', result: 'negative', evidence }] },
      'biomarker',
      { gene: 'ESR1', result: 'negative' },
    ],
    [
      'a treatment',
      {
        treatments: [
          { type: 'systemic', name: 'letrozole', drugs: ['letrozole'], start: '2019-09', end: '2023-12', stopped: 'toxicity', evidence },
        ],
      },
      'treatment',
      { type: 'systemic', drugs: ['letrozole'], start: '2019-09' },
    ],
    [
      'radiation',
      {
        treatments: [
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
      },
      'treatment',
      { type: 'radiation', start: '2019-06', end: '2019-07', site: 'left breast', dose: '50 Gy/25' },
    ],
    [
      'performance',
      { performance: [{ scale: 'ECOG', value: 0, date: '2026-09-01', evidence }] },
      'performance',
      { scale: 'ECOG', value: 0, date: '2026-09-01' },
    ],
    [
      'a laboratory value',
      { labs: [{ test: 'ANC', value: 2.9, unit: '10*3/uL', low: 1.8, high: 7.7, date: '2026-09-14', evidence }] },
      'lab',
      { test: 'ANC', value: 2.9, unit: '10*3/uL', low: 1.8, high: 7.7, date: '2026-09-14' },
    ],
    [
      'a size',
      { tumorSizes: [{ mm: 23, how: 'pathology', where: 'left breast', date: '2019-04-02', evidence }] },
      'tumor-size',
      { mm: 23, how: 'pathology', where: 'left breast', date: '2019-04-02' },
    ],
    [
      'an illness',
      { conditions: [{ name: 'hypertension', status: 'resolved', since: '2010', evidence }] },
      'condition',
      { name: 'hypertension', status: 'resolved', since: '2010' },
    ],
    ['what is absent', { absences: [{ name: 'pneumonitis', evidence }] }, 'absence', { name: 'pneumonitis' }],
    [
      'a medicine',
      { medications: [{ name: 'amlodipine', status: 'past', evidence }] },
      'medication',
      { name: 'amlodipine', status: 'past' },
    ],
    [
      'an allergy',
      { allergies: [{ name: 'penicillin', reaction: 'hives', evidence }] },
      'allergy',
      { name: 'penicillin', reaction: 'hives' },
    ],
  ])('says the same of %s', async (_, part, kind, expected) => {
    const found = await readBack(part, kind)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject(expected)
  })
})
