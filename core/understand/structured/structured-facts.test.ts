import { describe, expect, it } from 'vitest'
import { fhirReader } from '../../read/fhir/reader.ts'
import { DocumentId } from '../../record/document-id.ts'
import { Fact, type FactKind } from '../../record/fact.ts'
import { structuredFacts } from './structured-facts.ts'

const DAY = '2026-09-20'

/** Facts of an export made on `DAY`; every one must parse and quote its page literally. */
async function facts(...resources: object[]): Promise<Fact[]> {
  const text = JSON.stringify({ resourceType: 'Bundle', timestamp: `${DAY}T00:00:00Z`, entry: resources.map((resource) => ({ resource })) })
  const { document } = await fhirReader.read(new TextEncoder().encode(text), { id: DocumentId.parse('d'), file: 'export.json' })
  const found = structuredFacts(document)
  for (const fact of found) {
    expect(() => Fact.parse(fact)).not.toThrow()
    expect(fact.from).toBe('structured')
    for (const { page, start, end, quote } of fact.evidence) expect(document.pages[page - 1]?.text.slice(start, end)).toBe(quote)
  }
  return found
}
const valuesOf = async (kind: FactKind, ...resources: object[]) =>
  (await facts(...resources)).filter((fact) => fact.kind === kind).map(({ value }) => value)

const SYSTEMS = {
  loinc: 'http://loinc.org',
  snomed: 'http://snomed.info/sct',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
  icd9: 'http://hl7.org/fhir/sid/icd-9-cm',
  rxnorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
}
const coded = (text: string | undefined, system?: keyof typeof SYSTEMS, code?: string) => ({
  ...(text === undefined ? {} : { text }),
  ...(system === undefined ? {} : { coding: [{ system: SYSTEMS[system], code }] }),
})
const problem = (code: object, more: object = {}) => ({
  resourceType: 'Condition',
  clinicalStatus: { coding: [{ code: 'active' }] },
  code,
  ...more,
})
const test = (code: object, value: object, more: object = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  effectiveDateTime: '2026-09-01',
  code,
  ...value,
  ...more,
})
const order = (text: string, more: object = {}) => ({
  resourceType: 'MedicationRequest',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: { text },
  ...more,
})
const stated = (text: string, more: object = {}) => ({
  resourceType: 'MedicationStatement',
  status: 'active',
  medicationCodeableConcept: { text },
  ...more,
})
const done = (text: string, more: object = {}) => ({
  resourceType: 'Procedure',
  status: 'completed',
  code: { text },
  performedDateTime: '2019-04-02',
  ...more,
})

describe('cancers of a problem list', () => {
  it.each([
    [
      'side and quadrant in the ICD-10-CM code',
      problem(coded('Malignant neoplasm of breast', 'icd10', 'C50.412'), { onsetDateTime: '2019-03-12' }),
      { site: 'breast', laterality: 'left', diagnosed: '2019-03-12' },
    ],
    ['an old ICD-9-CM code', problem(coded('Malignant neoplasm of breast (female), unspecified', 'icd9', '174.9')), { site: 'breast' }],
    ['a SNOMED code without words for the breast', problem(coded('Carcinoma NST', 'snomed', '254837009')), { site: 'breast' }],
    [
      'words alone, with histology',
      problem(coded('Infiltrating duct carcinoma of right breast')),
      { site: 'breast', laterality: 'right', histology: 'invasive ductal carcinoma' },
    ],
    [
      'an onset of the metastatic disease, which dates no diagnosis',
      problem(coded('Metastatic breast cancer', 'snomed', '254837009'), { onsetDateTime: '2024-01-05' }),
      { site: 'breast' },
    ],
    ['a personal history', problem(coded('Personal history of breast cancer', 'icd10', 'Z85.3')), { site: 'breast' }],
    [
      'another malignancy',
      problem(coded('Malignant tumor of colon', 'icd10', 'C18.7'), { onsetDateTime: '2011' }),
      { site: 'colorectal', diagnosed: '2011' },
    ],
    [
      'a skin cancer by its place',
      problem(coded('Basal cell carcinoma of nose')),
      { site: 'skin (nose)', histology: 'basal cell carcinoma' },
    ],
  ])('understands %s', async (_, resource, expected) => {
    expect(await valuesOf('cancer', resource)).toEqual([expected])
    expect(await valuesOf('condition', resource)).toEqual([])
  })

  it.each([
    ['a family history', problem(coded('Family history of malignant neoplasm of breast', 'icd10', 'Z80.3'))],
    ['a screening', problem(coded('Screening for malignant neoplasm of breast'))],
    ['a benign tumour', problem(coded('Benign neoplasm of breast'))],
    ['a refuted diagnosis', problem(coded('Malignant neoplasm of colon'), { verificationStatus: { coding: [{ code: 'refuted' }] } })],
    ['an entry in error', problem(coded('Malignant melanoma'), { verificationStatus: { coding: [{ code: 'entered-in-error' }] } })],
    ['its spread', problem(coded('Secondary malignant neoplasm of bone', 'icd10', 'C79.51'))],
    ['a complaint from it', problem(coded('Pain due to malignant neoplasm'))],
    [
      'a relative’s cancer',
      {
        resourceType: 'FamilyMemberHistory',
        relationship: { text: 'mother' },
        condition: [{ code: coded('Breast cancer', 'snomed', '254837009') }],
      },
    ],
  ])('makes no cancer of %s', async (_, resource) => {
    expect(await valuesOf('cancer', resource)).toEqual([])
  })
})

describe('metastases', () => {
  it.each([
    [
      'an ICD-10-CM code',
      problem(coded('Secondary malignant neoplasm of bone', 'icd10', 'C79.51'), { onsetDateTime: '2024-01-20' }),
      [{ site: 'bone', status: 'active', first: '2024-01-20' }],
    ],
    ['a SNOMED code', problem(coded('Secondary tumour', 'snomed', '94381002')), [{ site: 'liver', status: 'active' }]],
    [
      'words, several sites',
      problem(coded('Metastatic breast cancer, liver and bone')),
      [
        { site: 'liver', status: 'active' },
        { site: 'bone', status: 'active' },
      ],
    ],
    [
      'one ruled out',
      problem(coded('Secondary malignant neoplasm of lung', 'icd10', 'C78.01'), { verificationStatus: { coding: [{ code: 'refuted' }] } }),
      [{ site: 'lung', status: 'ruled-out' }],
    ],
    [
      'one suspected',
      problem(coded('Brain metastasis'), { verificationStatus: { coding: [{ code: 'provisional' }] } }),
      [{ site: 'brain', status: 'suspected' }],
    ],
    ['axillary nodes, which are regional', problem(coded('Secondary malignant neoplasm of axillary lymph nodes', 'icd10', 'C77.3')), []],
  ])('reads %s', async (_, resource, expected) => {
    const found = await valuesOf('metastasis', resource)
    expect(found).toHaveLength(expected.length)
    expect(found).toEqual(expect.arrayContaining(expected.map((one) => expect.objectContaining(one))))
  })

  it('says metastatic for a distant site, never for regional nodes, a suspicion or a denial', async () => {
    const refuted = { verificationStatus: { coding: [{ code: 'refuted' }] } }
    expect(await valuesOf('extent', problem(coded('Bone metastasis', 'icd10', 'C79.51'), { onsetDateTime: '2024' }))).toEqual([
      { value: 'metastatic', since: '2024' },
    ])
    expect(await valuesOf('extent', problem(coded('Axillary node metastasis', 'icd10', 'C77.3')))).toEqual([])
    expect(await valuesOf('extent', problem(coded('Bone metastasis', 'icd10', 'C79.51'), refuted))).toEqual([])
  })
})

describe('stages', () => {
  it('puts T, N, M and group of one staging together, and keeps clinical and pathologic apart', async () => {
    const part = (code: string, text: string, value: string, date = '2019-04-05') =>
      test(coded(text, 'snomed', code), { valueCodeableConcept: { text: value } }, { effectiveDateTime: date })
    const stages = await valuesOf(
      'stage',
      part('399504009', 'cT category', 'cT2', '2019-03-20'),
      part('384625004', 'pT category', 'American Joint Committee on Cancer pT1c (qualifier value)'),
      part('371494008', 'pN category', 'pN1mi(sn)'),
      part('399588009', 'Pathologic stage group', 'Stage IIA'),
    )
    expect(stages).toEqual([
      { kind: 'clinical', t: 'T2', date: '2019-03-20' },
      { kind: 'pathologic', t: 'T1c', n: 'N1mi(sn)', group: 'IIA', date: '2019-04-05' },
    ])
  })

  it('reads the stage that hangs on a condition, and no stage of a kidney', async () => {
    expect(
      await valuesOf(
        'stage',
        problem(coded('Breast cancer'), { stage: [{ summary: { text: 'Stage IV' }, type: { text: 'Clinical stage group' } }] }),
      ),
    ).toEqual([{ kind: 'clinical', group: 'IV' }])
    expect(await valuesOf('stage', test(coded('CKD stage'), { valueString: '3' }))).toEqual([])
  })
})

describe('receptors', () => {
  const at = (code: string, text: string, value: object, more: object = {}) => test(coded(text, 'loinc', code), value, more)

  it('groups the tests of one specimen and day', async () => {
    const specimen = { specimen: { display: 'liver biopsy' } }
    const found = await valuesOf(
      'receptors',
      at('16112-5', 'ER', { valueCodeableConcept: { text: 'Positive' } }, specimen),
      at('85329-1', 'ER % cells', { valueQuantity: { value: 95, unit: '%' } }, specimen),
      at('85339-0', 'PR', { valueString: 'Negative (<1%)' }, specimen),
      at('72383-3', 'HER2 IHC', { valueString: '2+' }, specimen),
      at('85318-4', 'HER2 FISH', { valueString: 'Not amplified' }, specimen),
      at('49683-6', 'HER2/CEP17', { valueQuantity: { value: 1.2 } }, specimen),
      at('85330-9', 'Ki-67', { valueQuantity: { value: 30, unit: '%' } }, specimen),
      at('16112-5', 'ER', { valueString: 'negative' }, { effectiveDateTime: '2019-03-01' }),
    )
    expect(found).toHaveLength(2)
    expect(found[0]).toMatchObject({
      specimen: 'liver biopsy',
      date: '2026-09-01',
      er: { status: 'positive', percent: 95 },
      pr: { status: 'negative' },
      her2: { status: 'low', ihc: '2+', ish: 'not-amplified', ratio: 1.2 },
      ki67: 30,
    })
    expect(found[1]).toMatchObject({ date: '2019-03-01', er: { status: 'negative' } })
  })

  it.each([
    ['five percent of ER', 'Estrogen receptor', { valueQuantity: { value: 5, unit: '%' } }, { er: { status: 'low-positive', percent: 5 } }],
    ['five percent of PR', 'Progesterone receptor', { valueQuantity: { value: 5, unit: '%' } }, { pr: { status: 'positive', percent: 5 } }],
    ['no cells', 'Estrogen receptor', { valueQuantity: { value: 0, unit: '%' } }, { er: { status: 'negative', percent: 0 } }],
    ['HER2 three plus', 'HER2/neu', { valueString: '3+' }, { her2: { status: 'positive', ihc: '3+' } }],
    [
      'a code without words',
      'HER2',
      { valueCodeableConcept: { coding: [{ system: SYSTEMS.snomed, code: '260385009' }] } },
      { her2: { status: 'negative' } },
    ],
  ])('understands %s', async (_, name, value, expected) => {
    expect((await valuesOf('receptors', test(coded(name), value)))[0]).toMatchObject(expected)
  })

  it.each([
    ['a gene of the same name', test(coded('ESR1 mutation, estrogen receptor gene'), { valueString: 'not detected' })],
    ['a test that is only ordered', { ...test(coded('Estrogen receptor'), {}), status: 'registered' }],
    ['a number that is no share', test(coded('Estrogen receptor'), { valueQuantity: { value: 140, unit: 'fmol/mg' } })],
  ])('makes no receptor of %s', async (_, resource) => {
    expect(await valuesOf('receptors', resource)).toEqual([])
  })
})

describe('genes and markers', () => {
  const part = (code: string, value: object) => ({ code: coded(undefined, 'loinc', code), ...value })
  it('reads a variant from its components', async () => {
    const variant = test(
      coded('Genetic variant assessment', 'loinc', '69548-6'),
      { valueCodeableConcept: { text: 'Present' } },
      {
        component: [
          part('48018-6', { valueCodeableConcept: { text: 'PIK3CA' } }),
          part('48005-3', { valueString: 'p.His1047Arg' }),
          part('48002-0', { valueCodeableConcept: { text: 'Somatic' } }),
          part('81258-6', { valueQuantity: { value: 0.125 } }),
        ],
      },
    )
    expect(await valuesOf('biomarker', variant)).toEqual([
      { gene: 'PIK3CA', variant: 'His1047Arg', origin: 'somatic', result: 'positive', vaf: 12.5, date: '2026-09-01' },
    ])
  })

  it.each([
    [
      'a variant of unknown meaning',
      test(coded('BRCA2 gene analysis'), { valueString: 'Variant of uncertain significance c.1A>G' }),
      { gene: 'BRCA2', result: 'vus' },
    ],
    ['none found', test(coded('PIK3CA mutation analysis'), { valueString: 'Not detected' }), { gene: 'PIK3CA', result: 'negative' }],
    [
      'one found',
      test(coded('ESR1 mutation, plasma ctDNA'), { valueString: 'D538G detected' }),
      { gene: 'ESR1', variant: 'D538G', origin: 'somatic', result: 'positive' },
    ],
    ['PD-L1', test(coded('PD-L1 22C3', 'loinc', '83052-1'), { valueString: 'CPS 15' }), { gene: 'PD-L1', value: 'CPS 15' }],
    [
      'a carrier on the problem list',
      problem(coded('BRCA1 gene mutation carrier')),
      { gene: 'BRCA1', origin: 'germline', result: 'positive' },
    ],
  ])('reads %s', async (_, resource, expected) => {
    expect((await valuesOf('biomarker', resource))[0]).toMatchObject(expected)
  })
})

describe('treatments', () => {
  it.each([
    [
      'a course with an end',
      stated('letrozole 2.5 mg', { status: 'completed', effectivePeriod: { start: '2020-01', end: '2024-02-10' } }),
      { name: 'letrozole', start: '2020-01', end: '2024-02-10' },
    ],
    [
      'one that goes on',
      stated('palbociclib 125 mg capsule', { effectivePeriod: { start: '2024-03-01' } }),
      { name: 'palbociclib', start: '2024-03-01', ongoing: true },
    ],
    [
      'a code without a known name',
      { ...stated('x'), medicationCodeableConcept: { coding: [{ system: SYSTEMS.rxnorm, code: '282357' }] } },
      { name: 'fulvestrant' },
    ],
    [
      'a stop for toxicity',
      stated('capecitabine', {
        status: 'stopped',
        statusReason: [{ text: 'Not tolerated - toxicity' }],
        effectivePeriod: { start: '2025-01', end: '2025-03' },
      }),
      { name: 'capecitabine', stopped: 'toxicity' },
    ],
  ])('reads %s', async (_, resource, expected) => {
    expect((await valuesOf('treatment', resource))[0]).toMatchObject({ type: 'systemic', ...expected })
  })

  it('knows an order from a treatment that began', async () => {
    const [value] = await valuesOf('treatment', order('anastrozole', { authoredOn: '2025-05-05' }))
    expect(value).not.toHaveProperty('start')
  })

  it.each([
    ['cancelled', order('exemestane', { status: 'cancelled' })],
    ['never given', { ...stated('exemestane'), status: 'not-taken' }],
    ['for another illness', stated('methotrexate 15 mg weekly', { reasonCode: [{ text: 'Rheumatoid arthritis' }] })],
    ['not against cancer', stated('amlodipine 5 mg')],
  ])('gives no treatment that was %s', async (_, resource) => {
    expect(await valuesOf('treatment', resource)).toEqual([])
  })

  it.each([
    ['never begun', 'never started', 0],
    ['not yet begun', 'kept in reserve, not yet commenced', 0],
    ['held after some doses', 'neutropenia', 1],
  ])('an order on hold: %s', async (_, text, count) => {
    expect(await valuesOf('medication', order('tucatinib', { status: 'on-hold', statusReason: { text } }))).toHaveLength(count)
  })

  it('marks what is only planned', async () => {
    const found = await facts(order('tucatinib', { intent: 'plan', status: 'draft' }))
    expect(found.filter(({ kind }) => kind === 'treatment').map(({ certainty }) => certainty)).toEqual(['planned'])
    expect(found.filter(({ kind }) => kind === 'medication')).toEqual([])
  })

  it('makes one course of many administrations', async () => {
    const given = (day: string) => ({
      resourceType: 'MedicationAdministration',
      status: 'completed',
      medicationCodeableConcept: { text: 'paclitaxel' },
      effectiveDateTime: day,
    })
    expect(await valuesOf('treatment', given('2020-03-15'), given('2020-03-01'), given('2020-03-08'))).toMatchObject([
      { drugs: ['paclitaxel'], start: '2020-03-01' },
    ])
  })

  it('reads operations with side and day, and no biopsy', async () => {
    expect(
      await valuesOf(
        'treatment',
        done('Left lumpectomy with sentinel node biopsy'),
        done('Core biopsy of breast'),
        done('Mastectomy', { status: 'not-done' }),
      ),
    ).toEqual([
      {
        type: 'surgery',
        name: 'Left lumpectomy with sentinel node biopsy',
        drugs: [],
        site: 'left breast',
        start: '2019-04-02',
        end: '2019-04-02',
      },
    ])
  })

  it('reads radiation with its dose', async () => {
    expect(
      await valuesOf(
        'treatment',
        done('External beam radiotherapy to left breast, 50 Gy in 25 fractions'),
        done('Radiation therapy consultation'),
      ),
    ).toMatchObject([{ type: 'radiation', dose: '50 Gy/25', site: 'left breast', start: '2019-04-02' }])
  })
})

describe('laboratory values', () => {
  it.each([
    ['by LOINC', coded('ANC x', 'loinc', '751-8'), { value: 3400, unit: 'cells/uL' }, { test: 'ANC', value: 3.4, unit: '10*3/uL' }],
    ['by name', coded('Hemoglobin'), { value: 116, unit: 'g/L' }, { test: 'hemoglobin', value: 11.6, unit: 'g/dL' }],
    [
      'in other units',
      coded('Creatinine', 'loinc', '2160-0'),
      { value: 88.4, unit: 'umol/L' },
      { test: 'creatinine', value: 1, unit: 'mg/dL' },
    ],
    [
      'with a comparator',
      coded('CEA', 'loinc', '2039-6'),
      { value: 0.5, unit: 'ng/mL', comparator: '<' },
      { test: 'CEA', value: 0.5, comparator: '<' },
    ],
  ])('are known %s and kept in one unit', async (_, code, quantity, expected) => {
    expect((await valuesOf('lab', test(code, { valueQuantity: quantity })))[0]).toMatchObject({ ...expected, date: '2026-09-01' })
  })

  it('bring their limits along in the same unit', async () => {
    const [lab] = await valuesOf(
      'lab',
      test(
        coded('Albumin'),
        { valueQuantity: { value: 38, unit: 'g/L' } },
        { referenceRange: [{ low: { value: 35 }, high: { value: 50 } }] },
      ),
    )
    expect(lab).toMatchObject({ value: 3.8, low: 3.5, high: 5 })
  })

  it('come only from a laboratory, not from a meter at home, a plan or a relative', async () => {
    const value = { valueQuantity: { value: 312, unit: 'mg/dL' } }
    expect(
      await valuesOf('lab', test(coded('Glucose (self-monitored, uploaded)'), value), {
        ...test(coded('Glucose'), value),
        status: 'cancelled',
      }),
    ).toEqual([])
  })
})

describe('the rest of a summary', () => {
  it('tells active from resolved, and what is expressly not so', async () => {
    const found = await facts(
      problem(coded('Essential hypertension'), { onsetDateTime: '2010' }),
      problem(coded('Pulmonary embolism'), { clinicalStatus: { coding: [{ code: 'resolved' }] }, abatementDateTime: '2022-01' }),
      problem(coded('Interstitial lung disease'), { verificationStatus: { coding: [{ code: 'refuted' }] } }),
      problem(coded('Hypertensive heart disease without congestive heart failure')),
      problem(coded('Full-time employment (finding)')),
    )
    expect(found.filter(({ kind }) => kind === 'condition').map(({ value }) => value)).toEqual([
      { name: 'essential hypertension', status: 'active', since: '2010' },
      { name: 'pulmonary embolism', status: 'resolved' },
      { name: 'hypertensive heart disease without congestive heart failure', status: 'active' },
    ])
    expect(found.filter(({ kind }) => kind === 'absence').map(({ value }) => value)).toEqual([
      { name: 'interstitial lung disease', date: DAY },
    ])
  })

  it('tells medicines taken now from those of the past', async () => {
    expect(
      await valuesOf(
        'medication',
        stated('metformin 500 mg tablet twice daily'),
        stated('omeprazole', { status: 'stopped' }),
        stated('prednisone', { effectivePeriod: { end: '2024-03-30' } }),
        order('aspirin', { status: 'cancelled' }),
      ),
    ).toMatchObject([
      { name: 'metformin', status: 'current' },
      { name: 'omeprazole', status: 'past' },
      { name: 'prednisone', status: 'past' },
    ])
  })

  it('keeps allergies, and takes "none known" as asked and answered', async () => {
    const none = { resourceType: 'AllergyIntolerance', code: { text: 'No known allergies' } }
    expect(
      await valuesOf('allergy', {
        resourceType: 'AllergyIntolerance',
        code: { text: 'Allergy to penicillin' },
        reaction: [{ manifestation: [{ text: 'hives' }] }],
      }),
    ).toEqual([{ name: 'penicillin', reaction: 'hives' }])
    expect(await valuesOf('allergy', none)).toEqual([])
    expect(await valuesOf('history-taken', none)).toEqual([{ part: 'allergies', date: DAY }])
  })

  it('does not take a few diagnoses or old orders for a full list', async () => {
    const problems = ['Asthma', 'Gout', 'Anemia', 'Migraine', 'Osteopenia'].map((name) => problem(coded(name)))
    const stopped = ['metformin', 'aspirin', 'losartan', 'sertraline', 'omeprazole'].map((name) => stated(name, { status: 'stopped' }))
    expect(await valuesOf('history-taken', ...problems.slice(0, 3), ...stopped)).toEqual([])
    expect(await valuesOf('history-taken', ...problems)).toEqual([{ part: 'problem-list', date: DAY }])
  })

  it.each([
    ['a number', { valueInteger: 1 }, 1],
    ['a score as quantity', { valueQuantity: { value: 2, unit: '{score}' } }, 2],
    ['an answer code', { valueCodeableConcept: { coding: [{ system: SYSTEMS.loinc, code: 'LA9622-7' }] } }, 0],
    ['an answer in words', { valueString: 'ECOG 1 - restricted in strenuous activity' }, 1],
  ])('reads ECOG from %s', async (_, value, expected) => {
    expect(await valuesOf('performance', test(coded(undefined, 'loinc', '89247-1'), value))).toMatchObject([
      { scale: 'ECOG', value: expected },
    ])
  })

  it('reads sizes in millimetres, and menopause', async () => {
    expect(
      await valuesOf(
        'tumor-size',
        test(
          coded('Size.tumor', 'loinc', '21889-1'),
          {},
          { component: [{ code: coded(undefined, 'loinc', '33728-7'), valueQuantity: { value: 2.3, unit: 'cm' } }] },
        ),
      ),
    ).toMatchObject([{ mm: 23, how: 'pathology' }])
    expect(await valuesOf('person', test(coded('Menopausal status'), { valueString: 'Postmenopausal' }))).toEqual([{ menopausal: 'post' }])
  })
})
