import { z } from 'zod'
import { findDrugs } from '../codes/drugs.ts'
import {
  EXTENTS,
  HER2_IHC,
  HER2_STATUS,
  HORMONE_RECEPTOR_STATUS,
  ISH_RESULTS,
  MENOPAUSAL,
  SEXES,
  STOP_REASONS,
  TREATMENT_SETTINGS,
  VARIANT_RESULTS,
} from '../record/fact.ts'
import { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { answers, denies, known, measured, statusOf, suffers, type Told, withReceptors } from './told.ts'

type Answer = { value: unknown } & Record<string, unknown>
/** What may be answered under a key (`about`: its part after the prefix), and what it adds to the profile; undefined when it cannot be read. */
export type AnswerKind = {
  key: RegExp
  expects: string
  apply(profile: Profile, about: string, answer: Answer, told: Told): Profile | undefined
}

const isYes = z.union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')])
const date = PartialDate.optional()

function answer<T>(
  key: RegExp,
  expects: string,
  shape: z.ZodType<T>,
  add: (profile: Profile, about: string, value: T, told: Told) => Partial<Profile>,
): AnswerKind {
  return {
    key,
    expects,
    apply(profile, about, given, told) {
      const read = shape.safeParse(given)
      return read.success ? { ...profile, ...add(profile, about, read.data, told) } : undefined
    },
  }
}

/** Questions by their keys, in the order in which they are tried. */
export const ANSWERS: readonly AnswerKind[] = [
  answer(
    /^lab:(.+)$/,
    'a number or word, or { value, unit, date }',
    z.object({ value: z.union([z.number(), z.string().min(1)]), unit: z.string().optional(), date }),
    ({ labs }, test, { value, unit, date: taken }, told) => ({
      labs: [
        ...labs,
        { test, ...measured(value), ...(unit === undefined ? {} : { unit }), date: taken ?? told.date, evidence: told.evidence },
      ],
    }),
  ),
  answer(
    /^performance$/,
    'ECOG 0 to 5, or { value, scale, date }',
    z.union([
      z.object({ value: z.number().int().min(0).max(5), scale: z.literal('ECOG').default('ECOG'), date }),
      z.object({ value: z.number().min(0).max(100), scale: z.literal('Karnofsky'), date }),
    ]),
    ({ performance }, _, { value, scale, date: seen }, told) => ({
      performance: [...performance, { scale, value, date: seen ?? told.date, evidence: told.evidence }],
    }),
  ),
  answer(/^history:swallowing$/, 'yes (tablets can be swallowed) or no', z.object({ value: isYes }), (profile, about, { value }, told) =>
    value ? denies(profile, about, told) : suffers(profile, 'dysphagia', told, { status: 'active' }),
  ),
  answer(
    /^history:(.+)$/,
    'yes or no, or { value, name, status, since }',
    z.object({
      value: isYes.default(true),
      name: z.string().optional(),
      status: z.enum(['active', 'resolved']).default('active'),
      since: date,
    }),
    (profile, about, { value, name, status, since }, told) =>
      value ? suffers(profile, name ?? about.replaceAll('-', ' '), told, { status, since }) : denies(profile, about, told),
  ),
  answer(/^(tissue|(?:central-test|protocol-washout):.+)$/, 'yes or no', z.object({ value: isYes }), (profile, key, { value }, told) =>
    answers(profile, key, value ? 'yes' : 'no', told),
  ),
  answer(
    /^(bone-lesions)$/,
    'lytic, mixed or sclerotic',
    z.object({ value: z.enum(['lytic', 'mixed', 'sclerotic']) }),
    (profile, key, { value }, told) => answers(profile, key, value, told),
  ),
  answer(/^toxicities$/, 'none', z.object({ value: z.literal('none') }), (profile, about, _, told) => denies(profile, about, told)),
  answer(/^date:(.+)$/, 'a date', z.object({ value: PartialDate }), (profile, about, { value }, told) =>
    known(profile, about, told, { since: value }),
  ),
  answer(/^grade:(.+)$/, 'a grade, 1 to 5', z.object({ value: z.number().int().min(1).max(5) }), (profile, about, { value }, told) =>
    known(profile, about, told, { grade: value }),
  ),
  answer(
    /^(?:gene-|marker-)?((?<=gene-|marker-).+|pd-l1)$/,
    'positive, negative or vus, the result in words or numbers as { value }, or { result, variant, value, date }',
    z.union([
      z
        .object({ value: z.enum(VARIANT_RESULTS) })
        .transform(({ value }) => ({ result: value, variant: undefined, value: undefined, date: undefined })),
      z
        .object({
          value: z.union([z.string().min(1), z.number()]).optional(),
          result: z.enum(VARIANT_RESULTS).optional(),
          variant: z.string().optional(),
          date,
        })
        .refine(({ value, result, variant }) => (value ?? result ?? variant) !== undefined),
    ]),
    ({ biomarkers }, about, { value, result, variant, date: tested }, told) => ({
      biomarkers: [
        ...biomarkers,
        {
          gene: about === 'pd-l1' ? 'PD-L1' : about,
          ...(variant === undefined ? {} : { variant }),
          ...(value === undefined ? {} : { value: String(value) }),
          ...(result !== undefined ? { result } : variant !== undefined ? { result: 'positive' as const } : {}),
          date: tested ?? told.date,
          evidence: told.evidence,
        },
      ],
    }),
  ),
  answer(
    /^(er|pr)$/,
    'positive, low-positive or negative, or a percentage',
    z.object({ value: z.union([z.enum(HORMONE_RECEPTOR_STATUS), z.number().min(0).max(100)]), date }),
    (profile, about, { value, date: tested }, told) => {
      const one = typeof value === 'number' ? { status: statusOf(value), percent: value } : { status: value }
      return withReceptors(profile, { [about]: one }, { [about]: one.status }, tested, told)
    },
  ),
  answer(/^her2$/, HER2_STATUS.join(', '), z.object({ value: z.enum(HER2_STATUS), date }), (profile, _, { value, date: tested }, told) =>
    withReceptors(profile, { her2: { status: value } }, { her2: value }, tested, told),
  ),
  answer(
    /^her2-ihc$/,
    HER2_IHC.join(', '),
    z.object({ value: z.enum(HER2_IHC), date }),
    (profile, _, { value: ihc, date: tested }, told) => {
      const isNegative = profile.currentReceptors?.her2 !== undefined && !['positive', 'equivocal'].includes(profile.currentReceptors.her2)
      const status = { 0: 'negative', '1+': 'low', '2+': isNegative ? 'low' : 'equivocal', '3+': 'positive' } as const
      return withReceptors(profile, { her2: { status: status[ihc], ihc } }, { her2: status[ihc] }, tested, told)
    },
  ),
  answer(
    /^her2-ish$/,
    ISH_RESULTS.join(', '),
    z.object({ value: z.enum(ISH_RESULTS), date }),
    (profile, _, { value: ish, date: tested }, told) => {
      const status = { amplified: 'positive', 'not-amplified': 'low', equivocal: 'equivocal' } as const
      return withReceptors(profile, { her2: { status: status[ish], ihc: '2+', ish } }, { her2: status[ish] }, tested, told)
    },
  ),
  answer(
    /^ecg$/,
    'the QTcF in milliseconds, or { value, date }',
    z.object({ value: z.number().min(200).max(800), date }),
    ({ labs }, _, { value, date: taken }, told) => ({
      labs: [...labs, { test: 'QTcF', value, unit: 'ms', date: taken ?? told.date, evidence: told.evidence }],
    }),
  ),
  answer(/^other-trial$/, 'yes or no', z.object({ value: isYes }), (profile, _, { value }, told) =>
    value
      ? {
          treatments: [
            ...profile.treatments,
            { name: 'study drug of another trial', type: 'systemic' as const, drugs: [], ongoing: true, evidence: told.evidence },
          ],
        }
      : denies(profile, 'another trial', told),
  ),
  answer(
    /^dose-reduction$/,
    'an object from the name of a treatment to reduced or full',
    z.object({ value: z.undefined() }).catchall(z.enum(['reduced', 'full'])),
    ({ treatments }, _, { value: _none, ...told }, { evidence }) => ({
      treatments: treatments.map((one) => {
        const dose = Object.entries(told).find(([name]) => one.name.toLowerCase().includes(name.toLowerCase()))?.[1]
        return dose ? { ...one, dose: `${dose} dose`, evidence: [...one.evidence, ...evidence] } : one
      }),
    }),
  ),
  answer(/^sex$/, SEXES.join(' or '), z.object({ value: z.enum(SEXES) }), ({ person }, _, { value }, { evidence }) => ({
    person: { ...person, sex: value, evidence: [...person.evidence, ...evidence] },
  })),
  answer(/^birth-date$/, 'a date', z.object({ value: PartialDate }), ({ person }, _, { value }, { evidence }) => ({
    person: { ...person, birthDate: value, evidence: [...person.evidence, ...evidence] },
  })),
  answer(/^menopause$/, 'pre, peri or post', z.object({ value: z.enum(MENOPAUSAL) }), ({ person }, _, { value }, { evidence }) => ({
    person: { ...person, menopausal: value, evidence: [...person.evidence, ...evidence] },
  })),
  answer(/^measurable$/, 'yes or no', z.object({ value: isYes, date }), (_profile, _, { value, date: seen }, told) => ({
    measurable: { value, date: seen ?? told.date, evidence: told.evidence },
  })),
  answer(
    /^extent$/,
    EXTENTS.join(', '),
    z.object({ value: z.enum(EXTENTS), since: date }),
    (_profile, _, { value, since }, { evidence }) => ({
      extent: { value, ...(since === undefined ? {} : { since }), evidence },
    }),
  ),
  answer(/^de-novo$/, 'yes or no', z.object({ value: isYes }), ({ extent }, _, { value }, { evidence }) => ({
    extent: { ...(extent ?? { value: 'metastatic' as const }), deNovo: value, evidence: [...(extent?.evidence ?? []), ...evidence] },
  })),
  answer(
    /^stage$/,
    'a stage as 0, IIB or IV',
    z.object({ value: z.string().regex(/^(?:0|I{1,3}|IV)[ABC]?$/i), date }),
    ({ stages }, _, { value, date: told }, { evidence }) => ({
      stages: [
        ...stages,
        { kind: 'clinical' as const, group: value.toUpperCase(), ...(told === undefined ? {} : { date: told }), evidence },
      ],
    }),
  ),
  answer(
    /^(brain-metastases|leptomeningeal)$/,
    'yes, no, stable or treated',
    z.object({ value: z.union([isYes, z.enum(['stable', 'treated'])]) }),
    ({ metastases }, about, { value }, { evidence }) => ({
      metastases: [
        ...metastases,
        {
          site: about === 'leptomeningeal' ? ('leptomeninges' as const) : ('brain' as const),
          status: value === true ? ('active' as const) : value === false ? ('ruled-out' as const) : value,
          evidence,
        },
      ],
    }),
  ),
  answer(
    /^medications$/,
    'none, or a list of names of all medicines taken now',
    z.object({ value: z.union([z.literal('none').transform((): string[] => []), z.array(z.string().min(1))]) }),
    ({ medications, historyTaken }, _, { value }, { date: told, evidence }) => ({
      medications: [...medications, ...value.map((name) => ({ name, status: 'current' as const, evidence }))],
      historyTaken: [{ part: 'medications' as const, date: told, evidence }, ...historyTaken],
    }),
  ),
  answer(
    /^allergies$/,
    'none, or a list of names',
    z.object({ value: z.union([z.literal('none').transform((): string[] => []), z.array(z.string().min(1)).min(1)]) }),
    (profile, _, { value }, told) =>
      value.length === 0
        ? denies(profile, 'allergies', told)
        : { allergies: [...profile.allergies, ...value.map((name) => ({ name, evidence: told.evidence }))] },
  ),
  answer(
    /^vaccinations$/,
    'no, or the date of a live vaccine',
    z.object({ value: z.union([z.enum(['no']), z.literal(false), PartialDate]) }),
    (profile, _, { value }, told) =>
      value === 'no' || value === false
        ? denies(profile, 'live vaccine', told)
        : {
            medications: [...profile.medications, { name: 'live vaccine', status: 'past' as const, start: value, evidence: told.evidence }],
          },
  ),
  answer(
    /^treatments$/,
    'a list of { name, type, setting, line, start, end, stopped, ongoing }',
    z.object({
      value: z
        .array(
          z.object({
            name: z.string().min(1),
            type: z.enum(['systemic', 'surgery', 'radiation']).default('systemic'),
            setting: z.enum(TREATMENT_SETTINGS).optional(),
            line: z.number().int().optional(),
            start: date,
            end: date,
            stopped: z.enum(STOP_REASONS).optional(),
            ongoing: z.boolean().optional(),
          }),
        )
        .min(1),
    }),
    ({ treatments }, _, { value }, { evidence }) => ({
      treatments: [
        ...treatments,
        ...value.map((one) => ({
          ...one,
          drugs: one.type === 'systemic' ? findDrugs(one.name).map(({ drug }) => drug.name) : [],
          evidence,
        })),
      ],
    }),
  ),
  answer(
    /^(treatment-dates|stop-reason)$/,
    'an object from the name of a treatment to { start, end, stopped, ongoing }',
    z
      .object({ value: z.undefined() })
      .catchall(z.object({ start: date, end: date, stopped: z.enum(STOP_REASONS).optional(), ongoing: z.boolean().optional() }).strict()),
    ({ treatments }, _, { value: _none, ...told }, { evidence }) => ({
      treatments: treatments.map((one) => {
        const more = Object.entries(told).find(([name]) => one.name.toLowerCase().includes(name.toLowerCase()))?.[1]
        return more ? { ...one, ...more, evidence: [...one.evidence, ...evidence] } : one
      }),
    }),
  ),
]
