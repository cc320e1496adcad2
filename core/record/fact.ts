import { z } from 'zod'
import { Evidence } from './evidence.ts'
import { PartialDate } from './partial-date.ts'

export const SEXES = ['female', 'male'] as const
export const MENOPAUSAL = ['pre', 'peri', 'post'] as const
export const SIDES = ['left', 'right', 'bilateral'] as const
export const STAGE_KINDS = ['clinical', 'pathologic', 'post-neoadjuvant', 'recurrence'] as const
export const EXTENTS = ['early', 'locally-advanced', 'metastatic'] as const
export const METASTASIS_SITES = [
  'bone',
  'liver',
  'lung',
  'brain',
  'leptomeninges',
  'pleura',
  'lymph-node',
  'skin',
  'chest-wall',
  'peritoneum',
  'adrenal',
  'other',
] as const
export const METASTASIS_STATUS = ['active', 'stable', 'treated', 'ruled-out', 'suspected'] as const
export const HORMONE_RECEPTOR_STATUS = ['positive', 'low-positive', 'negative'] as const
export const HER2_STATUS = ['negative', 'ultralow', 'low', 'equivocal', 'positive'] as const
export const HER2_IHC = ['0', '1+', '2+', '3+'] as const
export const ISH_RESULTS = ['amplified', 'not-amplified', 'equivocal'] as const
export const TREATMENT_TYPES = ['systemic', 'surgery', 'radiation'] as const
export const TREATMENT_SETTINGS = ['neoadjuvant', 'adjuvant', 'metastatic'] as const
export const STOP_REASONS = ['progression', 'toxicity', 'completed', 'choice'] as const
export const VARIANT_RESULTS = ['positive', 'negative', 'vus'] as const

export const HormoneReceptor = z.object({
  status: z.enum(HORMONE_RECEPTOR_STATUS),
  /** Percent of tumour nuclei stained, 0…100. */
  percent: z.number().optional(),
  intensity: z.string().optional(),
  /** Allred total score 0…8. */
  allred: z.number().optional(),
  /** H-score 0…300. */
  hScore: z.number().optional(),
})
export type HormoneReceptor = z.infer<typeof HormoneReceptor>

export const Her2 = z.object({
  status: z.enum(HER2_STATUS).optional(),
  ihc: z.enum(HER2_IHC).optional(),
  ish: z.enum(ISH_RESULTS).optional(),
  /** HER2/CEP17. */
  ratio: z.number().optional(),
  /** HER2 copies per nucleus. */
  copy: z.number().optional(),
})
export type Her2 = z.infer<typeof Her2>

export const Person = z.object({
  sex: z.enum(SEXES).optional(),
  birthDate: PartialDate.optional(),
  zip: z.string().optional(),
  menopausal: z.enum(MENOPAUSAL).optional(),
})
export const Cancer = z.object({
  /** `breast`, or the organ of another malignancy in plain words. */
  site: z.string(),
  laterality: z.enum(SIDES).optional(),
  histology: z.string().optional(),
  /** Overall (Nottingham) grade 1…3, never the nuclear grade. */
  grade: z.number().int().min(1).max(3).optional(),
  diagnosed: PartialDate.optional(),
})
export const Stage = z.object({
  kind: z.enum(STAGE_KINDS),
  t: z.string().optional(),
  n: z.string().optional(),
  m: z.string().optional(),
  /** As a clinician documented it (`IIB`), never computed. */
  group: z.string().optional(),
  date: PartialDate.optional(),
})
export const Extent = z.object({ value: z.enum(EXTENTS), since: PartialDate.optional(), deNovo: z.boolean().optional() })
export const TumorSize = z.object({
  /** Greatest dimension in millimetres. */
  mm: z.number(),
  how: z.enum(['pathology', 'imaging', 'exam']),
  where: z.string().optional(),
  date: PartialDate.optional(),
  /** Of the primary's invasive part, of an in-situ part, a node deposit, a metastasis. */
  of: z.enum(['invasive', 'in-situ', 'node', 'metastasis', 'unspecified']).optional(),
})
export const Metastasis = z.object({
  site: z.enum(METASTASIS_SITES),
  status: z.enum(METASTASIS_STATUS),
  first: PartialDate.optional(),
  where: z.string().optional(),
})
export const Receptors = z.object({
  specimen: z.string(),
  date: PartialDate.optional(),
  er: HormoneReceptor.optional(),
  pr: HormoneReceptor.optional(),
  her2: Her2.optional(),
  /** Percent. */
  ki67: z.number().optional(),
  /** Primary tumour, regional node or local recurrence, or a distant metastasis. */
  from: z.enum(['primary', 'regional', 'metastasis']).optional(),
})
export const Biomarker = z.object({
  /** HGNC symbol, or the name of the marker: PD-L1, TMB, MSI, HRD, Oncotype DX, AR. */
  gene: z.string(),
  variant: z.string().optional(),
  /** The result in words or numbers where it is not a variant: `CPS 15`, `3 mut/Mb`, `22`. */
  value: z.string().optional(),
  origin: z.enum(['somatic', 'germline']).optional(),
  result: z.enum(VARIANT_RESULTS).optional(),
  assay: z.string().optional(),
  /** Variant allele fraction in percent. */
  vaf: z.number().optional(),
  date: PartialDate.optional(),
})
export const Treatment = z.object({
  type: z.enum(TREATMENT_TYPES),
  name: z.string(),
  /** Generic names, lower case. */
  drugs: z.array(z.string()),
  setting: z.enum(TREATMENT_SETTINGS).optional(),
  line: z.number().int().optional(),
  start: PartialDate.optional(),
  end: PartialDate.optional(),
  stopped: z.enum(STOP_REASONS).optional(),
  /** True when the records say it goes on at the date of the latest document. */
  ongoing: z.boolean().optional(),
  /** Body site of surgery or radiation. */
  site: z.string().optional(),
  dose: z.string().optional(),
  bestResponse: z.string().optional(),
  /** The organ of another cancer that this treated; absent for treatment of the person's breast cancer. */
  otherCancer: z.string().optional(),
})
export const Performance = z.object({ scale: z.enum(['ECOG', 'Karnofsky']), value: z.number(), date: PartialDate.optional() })
export const Lab = z.object({
  test: z.string(),
  value: z.union([z.number(), z.string()]),
  unit: z.string().optional(),
  date: PartialDate.optional(),
  comparator: z.enum(['<', '<=', '>', '>=']).optional(),
  /** Reference limits printed beside the value, in its unit. */
  low: z.number().optional(),
  high: z.number().optional(),
  /** The value as the source prints it, where its unit is not the one we keep: show this, compare with `value`. */
  printed: z.object({ value: z.number(), unit: z.string() }).optional(),
})
export const Measurable = z.object({ value: z.boolean(), date: PartialDate.optional() })
export const Condition = z.object({
  name: z.string(),
  status: z.enum(['active', 'resolved']),
  since: PartialDate.optional(),
  grade: z.number().optional(),
})
export const Medication = z.object({
  name: z.string(),
  status: z.enum(['current', 'past']),
  start: PartialDate.optional(),
  end: PartialDate.optional(),
  dose: z.string().optional(),
})
export const Allergy = z.object({ name: z.string(), reaction: z.string().optional() })
/** A thing the records say is not so: no pneumonitis, no brain metastases on MRI, HIV negative. */
export const Absence = z.object({ name: z.string(), date: PartialDate.optional() })
/** Response or disease status at a time: progression on, stable, partial response. */
export const Response = z.object({
  value: z.enum(['complete', 'partial', 'stable', 'progression', 'mixed', 'no-evidence-of-disease']),
  date: PartialDate.optional(),
  on: z.array(z.string()).optional(),
  where: z.string().optional(),
})
/** A section of history that was asked and answered: past medical history, problem list, review of systems, social history. */
export const HistoryTaken = z.object({
  part: z.enum(['past-medical', 'problem-list', 'review-of-systems', 'medications', 'allergies', 'social', 'family', 'surgical']),
  date: PartialDate.optional(),
})

const values = {
  person: Person,
  cancer: Cancer,
  stage: Stage,
  extent: Extent,
  'tumor-size': TumorSize,
  metastasis: Metastasis,
  receptors: Receptors,
  biomarker: Biomarker,
  treatment: Treatment,
  performance: Performance,
  lab: Lab,
  measurable: Measurable,
  condition: Condition,
  medication: Medication,
  allergy: Allergy,
  absence: Absence,
  response: Response,
  'history-taken': HistoryTaken,
} as const

export type FactKind = keyof typeof values
export const FACT_KINDS = Object.keys(values) as FactKind[]
export type FactValue<K extends FactKind> = z.infer<(typeof values)[K]>

/** How sure the words are. `planned` is for treatment that was only proposed: it is kept, and never counted as given. */
export const CERTAINTIES = ['stated', 'probable', 'planned', 'ruled-out'] as const
export type Certainty = (typeof CERTAINTIES)[number]

/** `structured` (a coded entry), `rule:<name>@<version>`, `person`, `model:<name>@<prompt>`. */
export const Source = z.string().regex(/^(structured|person|rule:[a-z0-9-]+@\d+|model:.+@.+)$/)

type FactOf<K extends FactKind> = {
  kind: K
  value: FactValue<K>
  certainty: Certainty
  /** When the statement was made: the date of the document or of the entry in it. The date of the thing itself is in the value. */
  said?: PartialDate | undefined
  evidence: [Evidence, ...Evidence[]]
  from: string
}
/** One statement about the patient (never about a relative), with the words it came from. */
export type Fact<K extends FactKind = FactKind> = K extends FactKind ? FactOf<K> : never

const factOf = <K extends FactKind>(kind: K) =>
  z.object({
    kind: z.literal(kind),
    value: values[kind],
    certainty: z.enum(CERTAINTIES),
    said: PartialDate.optional(),
    evidence: z.tuple([Evidence], Evidence),
    from: Source,
  })
export const Fact = z.union(FACT_KINDS.map((kind) => factOf(kind)) as [ReturnType<typeof factOf>, ...ReturnType<typeof factOf>[]])
