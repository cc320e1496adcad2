import { findConditions } from '../codes/conditions.ts'
import type { Evidence } from '../record/evidence.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'

/** When something was told, and the words. */
export type Told = { date: PartialDate; evidence: Evidence[] }

/** A number with a comparison before it, as laboratories print it: `<0.1`. */
export function measured(value: number | string): Pick<Profile['labs'][number], 'value' | 'comparator'> {
  if (typeof value === 'number') return { value }
  const [, comparator, number] = /^(<=|>=|<|>)? ?(\d+(?:\.\d+)?)$/.exec(value.trim()) ?? []
  if (number === undefined) return { value }
  return {
    value: Number(number),
    ...(comparator === '<' || comparator === '<=' || comparator === '>' || comparator === '>=' ? { comparator } : {}),
  }
}

/** ASCO/CAP 2020: below 1% negative, 1–10% low positive. */
export const statusOf = (percent: number) => (percent < 1 ? 'negative' : percent <= 10 ? 'low-positive' : 'positive')

/** The person says that this is not so. */
export const denies = ({ absences }: Profile, name: string, { date: told, evidence }: Told): Partial<Profile> => ({
  absences: [...absences, { name, date: told, evidence }],
})

/** What no record would hold, kept as it was answered. */
export const answers = (profile: Profile, key: string, value: string, { evidence }: Told): Partial<Profile> => ({
  answers: [...(profile.answers ?? []), { key, value, evidence }],
})

/** The person says that this is so. */
export const suffers = (
  { conditions }: Profile,
  name: string,
  { evidence }: Told,
  { status, since }: { status: 'active' | 'resolved'; since?: PartialDate | undefined },
): Partial<Profile> => ({ conditions: [...conditions, { name, status, ...(since === undefined ? {} : { since }), evidence }] })

/** More about a condition that the records name; when they name none, the condition itself. */
export function known(profile: Profile, about: string, told: Told, more: { since?: PartialDate; grade?: number }): Partial<Profile> {
  const isIt = (name: string) =>
    about === 'other-cancer'
      ? /carcinoma|cancer|melanoma|lymphoma|leuk|sarcoma|myeloma/i.test(name)
      : findConditions(name).some(({ concept }) => concept.kinds.has(about))
  if (!profile.conditions.some(({ name }) => isIt(name)))
    return { conditions: [...profile.conditions, { name: about.replaceAll('-', ' '), status: 'active', ...more, evidence: told.evidence }] }
  return {
    conditions: profile.conditions.map((one) =>
      isIt(one.name) ? { ...one, ...more, evidence: [...one.evidence, ...told.evidence] } : one,
    ),
  }
}

/** What the person says of the tumour's receptors counts as the newest specimen. */
export function withReceptors(
  { receptors, currentReceptors }: Profile,
  found: Partial<Profile['receptors'][number]>,
  current: Partial<NonNullable<Profile['currentReceptors']>>,
  tested: PartialDate | undefined,
  { evidence }: Told,
): Partial<Profile> {
  return {
    receptors: [...receptors, { specimen: 'as told by the person', ...(tested === undefined ? {} : { date: tested }), ...found, evidence }],
    currentReceptors: { ...currentReceptors, ...current, evidence: [...(currentReceptors?.evidence ?? []), ...evidence] },
  }
}
