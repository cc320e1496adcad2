import type { CodeableConcept, Condition, Observation, Patient, Reference } from '@medplum/fhirtypes'
import type { Profile } from '../../record/profile.ts'
import type { BundleBuilder } from './bundle-builder.ts'
import { category, concept, effective, mcode, mcodeExtension, sideExtension } from './concepts.ts'

type Metastasis = Profile['metastases'][number]

/** Primary cancers, their metastases and stages. Returns the reference to the breast cancer, which the others point at. */
export function addCancers(builder: BundleBuilder, profile: Profile, subject: Reference<Patient>): Reference<Condition> | undefined {
  const primaries = profile.cancers.map((cancer) => {
    const isBreast = cancer.site === 'breast'
    const condition: Condition = {
      resourceType: 'Condition',
      meta: mcode('primary-cancer-condition'),
      ...(cancer.histology === undefined
        ? {}
        : { extension: [mcodeExtension('histology-morphology-behavior', concept(cancer.histology))] }),
      clinicalStatus: category('condition-clinical', 'active'),
      verificationStatus: category('condition-ver-status', 'confirmed'),
      category: [category('condition-category', 'problem-list-item')],
      code: isBreast
        ? concept(cancer.histology ?? 'breast cancer', 'snomed', '254837009')
        : concept(cancer.histology ?? `cancer: ${cancer.site}`),
      bodySite: [{ ...sideExtension(cancer.laterality), ...(isBreast ? concept('breast', 'snomed', '76752008') : concept(cancer.site)) }],
      subject,
      ...(cancer.diagnosed === undefined ? {} : { onsetDateTime: cancer.diagnosed }),
    }
    return { isBreast, reference: builder.add(condition, cancer.evidence) }
  })
  const primary = (primaries.find(({ isBreast }) => isBreast) ?? primaries[0])?.reference
  for (const metastasis of profile.metastases) builder.add(secondary(metastasis, subject, primary), metastasis.evidence)
  if (profile.extent?.value === 'metastatic' && !profile.metastases.some(({ status }) => status !== 'ruled-out')) {
    builder.add(spreadAnywhere(profile.extent.since, subject, primary), profile.extent.evidence)
  }
  for (const stage of profile.stages) addStage(builder, stage, subject, primary)
  for (const cancer of profile.cancers)
    if (cancer.grade !== undefined) builder.add(gradeOf(cancer.grade, subject, primary), cancer.evidence)
  return primary
}

function secondary(metastasis: Metastasis, subject: Reference<Patient>, primary: Reference<Condition> | undefined): Condition {
  const [snomed, words] = SITES[metastasis.site] ?? []
  const verification = metastasis.status === 'ruled-out' ? 'refuted' : metastasis.status === 'suspected' ? 'provisional' : 'confirmed'
  return {
    resourceType: 'Condition',
    meta: mcode('secondary-cancer-condition'),
    ...relatedTo(primary),
    clinicalStatus: category('condition-clinical', metastasis.status === 'ruled-out' ? 'inactive' : 'active'),
    verificationStatus: category('condition-ver-status', verification),
    category: [category('condition-category', 'problem-list-item')],
    code: concept(words ?? `metastasis: ${metastasis.where ?? metastasis.site}`, 'snomed', snomed ?? '128462008'),
    ...(metastasis.where === undefined ? {} : { bodySite: [concept(metastasis.where)] }),
    subject,
    ...(metastasis.first === undefined ? {} : { onsetDateTime: metastasis.first }),
  }
}

const spreadAnywhere = (since: Metastasis['first'], subject: Reference<Patient>, primary: Reference<Condition> | undefined): Condition => ({
  resourceType: 'Condition',
  meta: mcode('secondary-cancer-condition'),
  ...relatedTo(primary),
  clinicalStatus: category('condition-clinical', 'active'),
  verificationStatus: category('condition-ver-status', 'confirmed'),
  category: [category('condition-category', 'problem-list-item')],
  code: concept('metastatic cancer, site not named', 'snomed', '128462008'),
  subject,
  ...(since === undefined ? {} : { onsetDateTime: since }),
})

const relatedTo = (primary: Reference<Condition> | undefined) =>
  primary === undefined
    ? {}
    : { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/condition-related', valueReference: primary }] }

/** SNOMED CT; `other` has no concept of its own. */
const SITES: Partial<Record<Metastasis['site'], [code: string, words: string]>> = {
  bone: ['94222008', 'metastasis to bone'],
  liver: ['94381002', 'metastasis to liver'],
  lung: ['94391008', 'metastasis to lung'],
  brain: ['94225005', 'metastasis to brain'],
  leptomeninges: ['1155991005', 'metastasis to leptomeninges'],
  pleura: ['94493005', 'metastasis to pleura'],
  'lymph-node': ['94392001', 'metastasis to lymph node'],
  skin: ['94579000', 'metastasis to skin'],
  'chest-wall': ['94253005', 'metastasis to chest wall'],
  peritoneum: ['94627008', 'metastasis to peritoneum'],
  adrenal: ['94161006', 'metastasis to adrenal gland'],
}

/** T, N and M first, since the group points at them. The edition is not known from the words, so that the method is text. */
function addStage(
  builder: BundleBuilder,
  stage: Profile['stages'][number],
  subject: Reference<Patient>,
  primary: Reference<Condition> | undefined,
): void {
  const pathologic = stage.kind === 'pathologic' || stage.kind === 'post-neoadjuvant'
  const prefix = stage.kind === 'post-neoadjuvant' ? 'yp' : pathologic ? 'p' : stage.kind === 'clinical' ? 'c' : 'r'
  const base = {
    status: 'final' as const,
    subject,
    ...effective(stage.date),
    method: concept('TNM, edition not stated'),
    ...(primary ? { focus: [primary] } : {}),
  }
  const members = (['t', 'n', 'm'] as const).flatMap((part) => {
    const value = stage[part]
    if (value === undefined) return []
    const [profile, clinical, pathological, words] = PARTS[part]
    const observation: Observation = {
      resourceType: 'Observation',
      meta: mcode(profile),
      ...base,
      code: concept(words, 'snomed', pathologic ? pathological : clinical),
      valueCodeableConcept: ajcc(`${prefix}${value}`),
    }
    return [builder.add(observation, stage.evidence)]
  })
  if (stage.group === undefined) return
  builder.add(
    {
      resourceType: 'Observation',
      meta: mcode('tnm-stage-group'),
      ...base,
      code: concept('stage group', 'snomed', pathologic ? '399588009' : '399537006'),
      valueCodeableConcept: ajcc(stage.group),
      ...(members.length > 0 ? { hasMember: members } : {}),
    },
    stage.evidence,
  )
}

const ajcc = (value: string): CodeableConcept => concept(value, 'ajcc', value)

const PARTS = {
  t: ['tnm-primary-tumor-category', '399504009', '384625004', 'T category'],
  n: ['tnm-regional-nodes-category', '399534004', '371494008', 'N category'],
  m: ['tnm-distant-metastases-category', '399387003', '371497001', 'M category'],
} as const

function gradeOf(grade: number, subject: Reference<Patient>, primary: Reference<Condition> | undefined): Observation {
  const code = grade === 1 ? '1155708003' : grade === 2 ? '1286893008' : '1155707008'
  return {
    resourceType: 'Observation',
    meta: mcode('histologic-grade'),
    status: 'final',
    code: concept('histologic grade', 'ncit', 'C18000'),
    subject,
    ...(primary ? { focus: [primary] } : {}),
    valueCodeableConcept: concept(`grade ${grade}`, 'snomed', code),
  }
}
