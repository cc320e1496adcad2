import {
  EXTENTS,
  type FactKind,
  HER2_IHC,
  HER2_STATUS,
  HORMONE_RECEPTOR_STATUS,
  METASTASIS_SITES,
  METASTASIS_STATUS,
  SIDES,
  STAGE_KINDS,
  STOP_REASONS,
  TREATMENT_SETTINGS,
  TREATMENT_TYPES,
  VARIANT_RESULTS,
} from '@carefolio/core/record/fact.ts'
import { words } from '../words/words.ts'
import type { Line } from './lines.ts'

const { labels, options } = words.forms
type Label = keyof typeof labels

/** One line of a form: where its value stands in the entry (`er.status`), its name, and what may be filled in. */
export type FormField = { path: string; label: Label; needed?: true } & (
  | { is: 'text' | 'date' | 'number' | 'flag' | 'list' }
  | { is: 'choice'; of: readonly string[] }
)

/** What can be corrected and added by a form, a kind each, in the words of the profile. */
export const FORMS: Partial<Record<FactKind, readonly FormField[]>> = {
  cancer: [
    { path: 'site', label: 'organ', is: 'text', needed: true },
    { path: 'laterality', label: 'side', is: 'choice', of: SIDES },
    { path: 'histology', label: 'histology', is: 'text' },
    { path: 'grade', label: 'grade', is: 'number' },
    { path: 'diagnosed', label: 'diagnosed', is: 'date' },
  ],
  stage: [
    { path: 'kind', label: 'stageKind', is: 'choice', of: STAGE_KINDS, needed: true },
    { path: 'group', label: 'stageGroup', is: 'text' },
    { path: 't', label: 't', is: 'text' },
    { path: 'n', label: 'n', is: 'text' },
    { path: 'm', label: 'm', is: 'text' },
    { path: 'date', label: 'date', is: 'date' },
  ],
  extent: [
    { path: 'value', label: 'extent', is: 'choice', of: EXTENTS, needed: true },
    { path: 'since', label: 'since', is: 'date' },
  ],
  metastasis: [
    { path: 'site', label: 'site', is: 'choice', of: METASTASIS_SITES, needed: true },
    { path: 'status', label: 'status', is: 'choice', of: METASTASIS_STATUS, needed: true },
    { path: 'where', label: 'where', is: 'text' },
    { path: 'first', label: 'firstSeen', is: 'date' },
  ],
  receptors: [
    { path: 'specimen', label: 'specimen', is: 'text', needed: true },
    { path: 'date', label: 'date', is: 'date' },
    { path: 'er.status', label: 'er', is: 'choice', of: HORMONE_RECEPTOR_STATUS },
    { path: 'pr.status', label: 'pr', is: 'choice', of: HORMONE_RECEPTOR_STATUS },
    { path: 'her2.status', label: 'her2', is: 'choice', of: HER2_STATUS },
    { path: 'her2.ihc', label: 'her2Ihc', is: 'choice', of: HER2_IHC },
    { path: 'ki67', label: 'ki67', is: 'number' },
  ],
  biomarker: [
    { path: 'gene', label: 'gene', is: 'text', needed: true },
    { path: 'variant', label: 'variant', is: 'text' },
    { path: 'value', label: 'result', is: 'text' },
    { path: 'result', label: 'found', is: 'choice', of: VARIANT_RESULTS },
    { path: 'date', label: 'date', is: 'date' },
  ],
  treatment: [
    { path: 'type', label: 'treatmentType', is: 'choice', of: TREATMENT_TYPES, needed: true },
    { path: 'name', label: 'name', is: 'text', needed: true },
    { path: 'drugs', label: 'drugs', is: 'list', needed: true },
    { path: 'setting', label: 'setting', is: 'choice', of: TREATMENT_SETTINGS },
    { path: 'line', label: 'line', is: 'number' },
    { path: 'start', label: 'start', is: 'date' },
    { path: 'end', label: 'end', is: 'date' },
    { path: 'ongoing', label: 'ongoing', is: 'flag' },
    { path: 'stopped', label: 'stopped', is: 'choice', of: STOP_REASONS },
  ],
  performance: [
    { path: 'scale', label: 'scale', is: 'choice', of: ['ECOG', 'Karnofsky'], needed: true },
    { path: 'value', label: 'value', is: 'number', needed: true },
    { path: 'date', label: 'date', is: 'date' },
  ],
  lab: [
    { path: 'test', label: 'test', is: 'text', needed: true },
    { path: 'value', label: 'value', is: 'number', needed: true },
    { path: 'unit', label: 'unit', is: 'text' },
    { path: 'date', label: 'date', is: 'date' },
  ],
  condition: [
    { path: 'name', label: 'name', is: 'text', needed: true },
    { path: 'status', label: 'status', is: 'choice', of: ['active', 'resolved'], needed: true },
    { path: 'since', label: 'since', is: 'date' },
  ],
  medication: [
    { path: 'name', label: 'name', is: 'text', needed: true },
    { path: 'status', label: 'status', is: 'choice', of: ['current', 'past'], needed: true },
    { path: 'dose', label: 'dose', is: 'text' },
    { path: 'start', label: 'start', is: 'date' },
  ],
  allergy: [
    { path: 'name', label: 'name', is: 'text', needed: true },
    { path: 'reaction', label: 'reaction', is: 'text' },
  ],
}

export const isAddable = (kind: FactKind): boolean => FORMS[kind] !== undefined
/** What has a value of its own; a summary of several entries has none. */
export const isCorrectable = ({ value }: Pick<Line, 'value'>): boolean => Object.keys(value).length > 0

export const optionWords = (one: string): string => (options as Record<string, string | undefined>)[one] ?? one

/** What stands in an entry at a path, as it is written into a form. */
export function writtenAt(value: Record<string, unknown>, path: string): string {
  const found = path.split('.').reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), value)
  if (Array.isArray(found)) return found.join(', ')
  return found === undefined ? '' : String(found)
}

/** The entry that a filled form makes: what the form does not ask is kept, what was emptied is gone. */
export function filledIn(
  kind: FactKind,
  from: Record<string, unknown>,
  written: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const { evidence, reason, ...kept } = from
  const value: Record<string, unknown> = structuredClone(kept)
  for (const field of FORMS[kind] ?? []) put(value, field.path.split('.'), parsed(field, written[field.path]?.trim() ?? ''))
  return value
}

/** The fields that must be filled and are not, or hold no number or date. */
export const wrongFields = (kind: FactKind, written: Readonly<Record<string, string>>): string[] =>
  (FORMS[kind] ?? [])
    .filter((field) => {
      const text = written[field.path]?.trim() ?? ''
      if (text === '') return field.needed === true && field.is !== 'list'
      if (field.is === 'number') return Number.isNaN(Number(text))
      return field.is === 'date' && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)
    })
    .map(({ path }) => path)

function parsed(field: FormField, text: string): unknown {
  if (field.is === 'list') return text === '' ? [] : text.split(/\s*,\s*/)
  if (field.is === 'flag') return text === 'true' ? true : undefined
  if (text === '') return undefined
  return field.is === 'number' ? Number(text) : text
}

function put(value: Record<string, unknown>, [name = '', ...rest]: readonly string[], what: unknown): void {
  if (rest.length > 0) {
    const inner = isRecord(value[name]) ? value[name] : {}
    put(inner, rest, what)
    if (Object.keys(inner).length > 0) value[name] = inner
    else delete value[name]
  } else if (what === undefined) delete value[name]
  else value[name] = what
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
