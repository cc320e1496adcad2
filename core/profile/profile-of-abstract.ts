import { z } from 'zod'
import { DocumentId } from '../record/document-id.ts'
import { AppError } from '../record/errors.ts'
import { Evidence } from '../record/evidence.ts'
import { PartialDate } from '../record/partial-date.ts'
import { Profile } from '../record/profile.ts'

/**
 * The profile that an abstract (the JSON of `carefolio abstract`, or one written by hand in its shape) speaks of. Evidence needs a
 * file and a quote; page and place are taken where given. Items that do not fit the vocabulary are an error that names each.
 * Throws AppError `not-an-abstract`.
 */
export function profileOfAbstract(json: unknown): Profile {
  const parsed = Abstract.safeParse(json)
  if (!parsed.success)
    throw new AppError('not-an-abstract', {
      detail: parsed.error.issues
        .slice(0, 5)
        .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        .join('; '),
    })
  return parsed.data
}

const LooseEvidence = z
  .object({
    file: z.string(),
    quote: z.string().min(1),
    page: z.number().optional(),
    start: z.number().optional(),
    end: z.number().optional(),
    document: z.string().optional(),
  })
  .loose()
  .transform(({ file, quote, page = 1, start = 0, end = start + quote.length, document = file }) =>
    Evidence.parse({ document: DocumentId.parse(document), file, page, start, end, quote }),
  )

/** Null means "not stated" in abstracts that people write; here that is absence. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === null ? [] : [[key, withoutNulls(one)]])))
}

/** `stopped: null` is how an abstract says that a treatment goes on. */
const withOngoing = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'stopped' in value && value.stopped === null && !('end' in value && value.end)
    ? { ...value, ongoing: true }
    : value

/** KPS and WHO are other names for scales we have. */
const withScale = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'scale' in value
    ? { ...value, scale: /kps|karnofsky/i.test(String(value.scale)) ? 'Karnofsky' : 'ECOG' }
    : value

/** "<0.1" beside its comparator is 0.1 again. */
const withNumber = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('comparator' in value) || !('value' in value)) return value
  const { comparator, value: said } = value
  const number =
    typeof said === 'string' && typeof comparator === 'string' && said.startsWith(comparator) ? said.slice(comparator.length) : ''
  return number !== '' && Number.isFinite(Number(number)) ? { ...value, value: Number(number) } : value
}

/** An abstract repeats the value of a marker as its variant. */
const withoutRepeat = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || !('variant' in value) || !('value' in value) || value.variant !== value.value)
    return value
  const { variant: _, ...rest } = value
  return rest
}

const LISTS = [
  'cancers',
  'stages',
  'tumorSizes',
  'metastases',
  'receptors',
  'biomarkers',
  'treatments',
  'responses',
  'performance',
  'labs',
  'conditions',
  'medications',
  'allergies',
  'absences',
  'historyTaken',
  'conflicts',
  'checks',
  'documents',
] as const

const Abstract = z.preprocess(
  (json) => {
    if (typeof json !== 'object' || json === null) return json
    const lists = Object.fromEntries(LISTS.map((name) => [name, []]))
    const treatments = 'treatments' in json && Array.isArray(json.treatments) ? { treatments: json.treatments.map(withOngoing) } : {}
    const performance = 'performance' in json && Array.isArray(json.performance) ? { performance: json.performance.map(withScale) } : {}
    const labs = 'labs' in json && Array.isArray(json.labs) ? { labs: json.labs.map(withNumber) } : {}
    const biomarkers = 'biomarkers' in json && Array.isArray(json.biomarkers) ? { biomarkers: json.biomarkers.map(withoutRepeat) } : {}
    return withEvidence(
      withoutNulls({ ...lists, person: { evidence: [] }, ...json, ...treatments, ...performance, ...labs, ...biomarkers, documents: [] }),
    )
  },
  Profile.extend({ asOf: PartialDate }),
)

function withEvidence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withEvidence)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      key === 'evidence' && Array.isArray(one) ? one.flatMap((item) => LooseEvidence.safeParse(item).data ?? []) : withEvidence(one),
    ]),
  )
}
