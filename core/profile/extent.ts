import type { Evidence } from '../record/evidence.ts'
import type { Fact } from '../record/fact.ts'
import { daysBetween, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { isPresent } from './metastases.ts'
import { ofKind, type Sources } from './sources.ts'

type Extent = NonNullable<Profile['extent']>

/**
 * How far the disease reaches today. A proven distant metastasis, or a clinician's word, makes it metastatic, and it stays so;
 * otherwise locally advanced by word or by a documented stage III
 * until the primary is removed, else early by word or stage.
 */
export function mergeExtent(
  facts: readonly Fact[],
  metastases: Profile['metastases'],
  stages: Profile['stages'],
  cancers: Profile['cancers'],
  sources: Sources,
): Extent | undefined {
  const said = ofKind(facts, 'extent')
    .filter((fact) => fact.certainty !== 'planned' && fact.certainty !== 'ruled-out')
    .sort((a, b) => saidDay(b) - saidDay(a))
  const present = metastases.filter(isPresent)
  const refuted = refutedPlaces(facts, present)
  const metastatic = said.filter((fact) => fact.value.value === 'metastatic' && !fact.evidence.every((one) => refuted.has(placeOf(one))))
  if (present.length > 0 || holds(metastatic, said, stages, sources)) {
    const since = earliest([...present.map((one) => one.first), ...metastatic.map((fact) => fact.value.since)])
    const deNovo = deNovoOf(metastatic, since, cancers)
    return {
      value: 'metastatic',
      ...(since === undefined ? {} : { since }),
      ...(deNovo === undefined ? {} : { deNovo }),
      evidence: [...evidenceOf(metastatic).slice(0, 6), ...present.flatMap((one) => one.evidence.slice(0, 2))].slice(0, 10),
      ...(metastatic.length === 0 ? { reason: 'distant metastases are proven' } : {}),
    }
  }
  const words = said.filter((fact) => fact.value.value !== 'metastatic' && fact.certainty === 'stated')
  const advanced = words.find((fact) => fact.value.value === 'locally-advanced')
  const third = stages.find(isStageThree)
  const since = cancers.find((cancer) => cancer.site === 'breast')?.diagnosed
  const from = since === undefined ? {} : { since }
  const operated = breastSurgery(facts)
  const evidence = advanced ? evidenceOf([advanced]) : third?.evidence
  if (operated && evidence)
    return {
      value: 'early',
      ...from,
      evidence: [...evidence, ...operated.evidence].slice(0, 6),
      reason: 'locally advanced at diagnosis, operated on since, and no metastasis is named',
    }
  if (advanced) return { value: 'locally-advanced', ...from, evidence: evidenceOf([advanced]) }
  if (third) return { value: 'locally-advanced', ...from, evidence: third.evidence, reason: 'the documented stage is III' }
  if (words[0]) return { value: 'early', ...from, evidence: evidenceOf([words[0]]) }
  const staged = stages.find((stage) => stage.group !== undefined || stage.t !== undefined)
  if (staged === undefined) return undefined
  return /^IV/.test(staged.group ?? '') || /m1/i.test(staged.m ?? '')
    ? { value: 'metastatic', evidence: staged.evidence, reason: 'the documented stage is IV' }
    : {
        value: 'early',
        ...from,
        evidence: staged.evidence,
        reason: /^III/.test(staged.group ?? '')
          ? 'its T and N are those of early disease, and no metastasis is named'
          : 'the documented stage is less than III, and no metastasis is named',
      }
}

/** Places that say "metastatic" only because of a site (one entry says both) that turned out not to be there. */
function refutedPlaces(facts: readonly Fact[], present: readonly { site: string }[]): ReadonlySet<string> {
  const there = new Set(present.map(({ site }) => site))
  const places = { refuted: new Set<string>(), standing: new Set<string>() }
  for (const { value, evidence } of ofKind(facts, 'metastasis'))
    for (const one of evidence) places[there.has(value.site) ? 'standing' : 'refuted'].add(placeOf(one))
  return new Set([...places.refuted].filter((place) => !places.standing.has(place)))
}
const placeOf = ({ document, page, start }: Evidence) => `${document}|${page}|${start}`

/** The operation that removed the primary: after it nothing is locally advanced any more. */
export const breastSurgery = (facts: readonly Fact[]): Fact | undefined =>
  ofKind(facts, 'treatment').find(
    ({ value, certainty }) =>
      certainty === 'stated' &&
      value.type === 'surgery' &&
      /\b(?:mastectomy|lumpectomy|quadrantectomy|breast[- ]conserving|wide (?:local )?excision)\b/i.test(
        `${value.name} ${value.site ?? ''}`,
      ),
  )

/** Anatomic stage III (AJCC): T4, N2 or N3, or T3 with nodes; where T or N is missing, as documented (a prognostic III may be T2 N1). */
function isStageThree({ kind, t = '', n = '', m = '', group = '' }: Profile['stages'][number]): boolean {
  if (kind === 'recurrence' || /m1/i.test(m) || /^IV/.test(group)) return false
  if (/t4/i.test(t) || /n[23]/i.test(n) || (/t3/i.test(t) && /n1/i.test(n) && !/n1mi/i.test(n))) return true
  return /^III/.test(group) && !(/t[0-3]/i.test(t) && /n[01]/i.test(n))
}

/**
 * Whether words alone make it metastatic, where no site is proven: not those of a story, a call or an emergency room when the treating
 * doctors document less, and not older ones than theirs.
 */
function holds(
  metastatic: readonly Fact<'extent'>[],
  said: readonly Fact<'extent'>[],
  stages: Profile['stages'],
  sources: Sources,
): boolean {
  const stated = metastatic.filter((fact) => fact.certainty === 'stated')
  if (stated.length === 0) return false
  const less = said.filter((fact) => fact.value.value !== 'metastatic' && sources.rank(fact) >= 2)
  const staged = stages.some((stage) => /^I{1,3}[ABC]?$/.test(stage.group ?? '') || /m0/i.test(stage.m ?? ''))
  const strong = stated.filter((fact) => sources.rank(fact) >= 2)
  if (strong.length === 0) return less.length === 0 && !staged
  return less.every((fact) => saidDay(fact) <= Math.max(...strong.map(saidDay)))
}

/** By word; else by time: within four months of the first diagnosis is the staging of the same illness. */
function deNovoOf(metastatic: readonly Fact<'extent'>[], since: PartialDate | undefined, cancers: Profile['cancers']): boolean | undefined {
  const word = metastatic.find((fact) => fact.value.deNovo !== undefined)?.value.deNovo
  if (word !== undefined) return word
  const diagnosed = cancers.find((cancer) => cancer.site === 'breast')?.diagnosed
  if (since === undefined || diagnosed === undefined) return undefined
  const { least, most } = daysBetween(diagnosed, since)
  return least > 120 ? false : most <= 120 ? true : undefined
}

const earliest = (dates: readonly (PartialDate | undefined)[]): PartialDate | undefined =>
  dates.filter((date) => date !== undefined).sort((a, b) => lastDay(a) - lastDay(b) || b.length - a.length)[0]
