import type { CodeableConcept, Condition, Observation, ObservationComponent, Patient, Reference } from '@medplum/fhirtypes'
import { GENES } from '../../codes/genes.ts'
import { SYSTEMS } from '../../codes/systems.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import type { Profile } from '../../record/profile.ts'
import type { BundleBuilder } from './bundle-builder.ts'
import { category, concept, effective, mcode } from './concepts.ts'

/** What was found in tumour and blood: receptors, variants and markers, sizes, and how the disease behaved. */
export function addTumorObservations(
  builder: BundleBuilder,
  profile: Profile,
  subject: Reference<Patient>,
  primary: Reference<Condition> | undefined,
): void {
  for (const specimen of profile.receptors) addReceptors(builder, specimen, subject)
  for (const marker of profile.biomarkers)
    builder.add(GENES.has(marker.gene) ? variant(marker, subject) : markerTest(marker, subject), marker.evidence)
  for (const size of profile.tumorSizes) builder.add(sizeOf(size, subject, primary), size.evidence)
  for (const response of profile.responses) builder.add(diseaseStatus(response, subject, primary), response.evidence)
}

type Specimen = Profile['receptors'][number]
type Test = { text: string; loinc: string; value: CodeableConcept; components?: ObservationComponent[] }

function addReceptors(builder: BundleBuilder, specimen: Specimen, subject: Reference<Patient>): void {
  const tests: Test[] = []
  if (specimen.er)
    tests.push({
      text: 'Estrogen receptor',
      loinc: '16112-5',
      value: result(specimen.er.status),
      components: share(specimen.er.percent, '14228-1'),
    })
  if (specimen.pr)
    tests.push({
      text: 'Progesterone receptor',
      loinc: '16113-3',
      value: result(specimen.pr.status),
      components: share(specimen.pr.percent, '14230-7'),
    })
  if (specimen.her2) {
    const { status, ihc, ish, ratio, copy } = specimen.her2
    const components = [
      ...(ihc === undefined ? [] : [{ code: concept('HER2 by immunohistochemistry', 'loinc', '72383-3'), valueString: ihc }]),
      ...(ish === undefined ? [] : [{ code: concept('HER2 by in situ hybridization', 'loinc', '31150-6'), valueString: ish }]),
      ...(ratio === undefined ? [] : [{ code: concept('HER2/CEP17 ratio', 'loinc', '49683-6'), valueQuantity: { value: ratio } }]),
      ...(copy === undefined ? [] : [{ code: concept('HER2 copies per nucleus', 'loinc', '74860-8'), valueQuantity: { value: copy } }]),
    ]
    if (status !== undefined || components.length > 0)
      tests.push({ text: 'HER2', loinc: '48676-1', value: status === undefined ? concept('see parts') : result(status), components })
  }
  for (const test of tests) builder.add(markerOf(test, specimen.date, specimen.specimen, subject), specimen.evidence)
  if (specimen.ki67 !== undefined) {
    const { valueCodeableConcept: _, ...rest } = markerOf(
      { text: 'Ki-67', loinc: '85330-9', value: concept('') },
      specimen.date,
      specimen.specimen,
      subject,
    )
    builder.add({ ...rest, valueQuantity: percent(specimen.ki67) }, specimen.evidence)
  }
}

const markerOf = (
  { text, loinc, value, components }: Test,
  date: PartialDate | undefined,
  specimen: string,
  subject: Reference<Patient>,
): Observation => ({
  resourceType: 'Observation',
  meta: mcode('tumor-marker-test'),
  status: 'final',
  category: [category('observation-category', 'laboratory')],
  code: concept(text, 'loinc', loinc),
  subject,
  ...effective(date),
  valueCodeableConcept: value,
  specimen: { display: specimen },
  ...(components && components.length > 0 ? { component: components } : {}),
})

const percent = (value: number) => ({ value, unit: '%', system: SYSTEMS.ucum, code: '%' })
const share = (value: number | undefined, loinc: string): ObservationComponent[] =>
  value === undefined ? [] : [{ code: concept('percent of cells', 'loinc', loinc), valueQuantity: percent(value) }]

/** Low and ultralow have no code of their own: they are words only, so that nobody takes them for negative or positive. */
function result(status: string): CodeableConcept {
  const code = status === 'positive' ? '10828004' : status === 'negative' ? '260385009' : status === 'equivocal' ? '42425007' : undefined
  return concept(status, 'snomed', code)
}

type Biomarker = Profile['biomarkers'][number]

function variant(marker: Biomarker, subject: Reference<Patient>): Observation {
  const component: ObservationComponent[] = [
    { code: concept('Gene studied', 'loinc', '48018-6'), valueCodeableConcept: concept(marker.gene) },
  ]
  if (marker.variant !== undefined)
    component.push({ code: concept('Variant', 'loinc', '81252-9'), valueCodeableConcept: concept(marker.variant) })
  if (marker.origin !== undefined) {
    component.push({
      code: concept('Genomic source class', 'loinc', '48002-0'),
      valueCodeableConcept: concept(marker.origin, 'loinc', marker.origin === 'somatic' ? 'LA6684-0' : 'LA6683-2'),
    })
  }
  if (marker.vaf !== undefined) component.push({ code: concept('Allele fraction', 'loinc', '81258-6'), valueQuantity: percent(marker.vaf) })
  if (marker.result === 'vus')
    component.push({ code: concept('Clinical significance'), valueCodeableConcept: concept('uncertain significance') })
  const found =
    marker.result === undefined
      ? undefined
      : marker.result === 'negative'
        ? concept('absent', 'loinc', 'LA9634-2')
        : concept('present', 'loinc', 'LA9633-4')
  return {
    resourceType: 'Observation',
    meta: mcode('genomic-variant'),
    status: 'final',
    category: [category('observation-category', 'laboratory')],
    code: concept('Genetic variant assessment', 'loinc', '69548-6'),
    subject,
    ...effective(marker.date),
    ...(found === undefined ? {} : { valueCodeableConcept: found }),
    ...(marker.assay === undefined ? {} : { method: concept(marker.assay) }),
    component,
  }
}

function markerTest(marker: Biomarker, subject: Reference<Patient>): Observation {
  const words = [marker.value, marker.variant, marker.result].filter(Boolean)[0]
  return {
    resourceType: 'Observation',
    meta: mcode('tumor-marker-test'),
    status: 'final',
    category: [category('observation-category', 'laboratory')],
    code: concept(marker.gene),
    subject,
    ...effective(marker.date),
    valueString: words ?? 'not stated',
    ...(marker.assay === undefined ? {} : { method: concept(marker.assay) }),
  }
}

function sizeOf(size: Profile['tumorSizes'][number], subject: Reference<Patient>, primary: Reference<Condition> | undefined): Observation {
  const removed = size.how === 'pathology'
  return {
    resourceType: 'Observation',
    meta: mcode('tumor-size'),
    status: 'final',
    category: [category('observation-category', removed ? 'laboratory' : 'imaging')],
    code: concept('Size of tumor', 'loinc', '21889-1'),
    subject,
    ...(removed ? { specimen: { display: size.where ?? 'tumor' } } : primary ? { focus: [primary] } : {}),
    ...effective(size.date),
    method: concept(size.how),
    ...(size.where === undefined ? {} : { bodySite: concept(size.where) }),
    component: [
      {
        code: concept('Longest dimension', 'loinc', '33728-7'),
        valueQuantity: { value: size.mm, unit: 'mm', system: SYSTEMS.ucum, code: 'mm' },
      },
    ],
  }
}

function diseaseStatus(
  response: Profile['responses'][number],
  subject: Reference<Patient>,
  primary: Reference<Condition> | undefined,
): Observation {
  const code = STATUS_CODES[response.value]
  return {
    resourceType: 'Observation',
    meta: mcode('cancer-disease-status'),
    status: 'final',
    code: concept('Cancer disease status', 'loinc', '97509-4'),
    subject,
    ...(primary ? { focus: [primary] } : {}),
    ...effective(response.date),
    valueCodeableConcept: concept(response.value, 'snomed', code),
  }
}

/** mCODE has codes for improved, stable and worsened only. */
const STATUS_CODES: Partial<Record<Profile['responses'][number]['value'], string>> = {
  partial: '268910001',
  stable: '359746009',
  progression: '271299001',
}
