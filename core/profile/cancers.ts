import type { Fact } from '../record/fact.ts'
import { compareDates, daysBetween, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Conflict, Profile } from '../record/profile.ts'
import { campsOf, conflictAmong, evidenceOf } from './choose.ts'
import { ofKind, type Sources } from './sources.ts'

type Cancer = Profile['cancers'][number]
type CancerFact = Fact<'cancer'>

/** The breast primary (both, when reports prove one on each side) first, then any other malignancy, each once. */
export function mergeCancers(facts: readonly Fact[], sources: Sources): { cancers: Cancer[]; conflicts: Conflict[] } {
  const all = ofKind(facts, 'cancer').filter((fact) => fact.certainty === 'stated' || fact.certainty === 'probable')
  const breast = all.filter((fact) => fact.value.site === 'breast')
  const proven = new Set(breast.filter((fact) => isProof(fact, sources)).map((fact) => fact.value.laterality))
  const bilateral = proven.has('left') && proven.has('right')
  const conflicts: Conflict[] = []
  const primaries = bilateral
    ? (['left', 'right'] as const).map((side) => breast.filter((fact) => fact.value.laterality === side))
    : breast.length > 0
      ? [breast]
      : []
  const cancers = primaries.map((group) => primary(group, sources, conflicts))
  const others = new Map<string, CancerFact[]>()
  for (const fact of all.filter((one) => one.value.site !== 'breast')) {
    const key = otherSite(fact.value)
    others.set(key, [...(others.get(key) ?? []), fact])
  }
  // of two primaries the more dangerous one first
  cancers.sort((a, b) => (b.grade ?? 0) - (a.grade ?? 0))
  return { cancers: [...cancers, ...[...others.values()].map(other)], conflicts }
}

/** A report on the tissue; or a letter that tells side, kind, grade and day of the diagnosis as only such a report can. */
const isProof = (fact: CancerFact, sources: Sources): boolean => {
  const { histology, grade, diagnosed } = fact.value
  return (
    histology !== undefined && (sources.rank(fact) >= 4 || (grade !== undefined && diagnosed !== undefined && fact.certainty === 'stated'))
  )
}

function primary(group: readonly CancerFact[], sources: Sources, conflicts: Conflict[]): Cancer {
  const sides = campsOf(group, (fact) => fact.value.laterality, sources)
  const clash = conflictAmong('side of the breast cancer', sides, 'pathology and operation before what notes and letters say')
  if (clash) conflicts.push(clash)
  const laterality = sides[0]?.facts[0]?.value.laterality
  const own = group.filter((fact) => fact.value.laterality === undefined || fact.value.laterality === laterality)
  const histology = campsOf(own, (fact) => fact.value.histology, sources)[0]
  const grades = campsOf(own, (fact) => (fact.value.grade === undefined ? undefined : String(fact.value.grade)), sources)
  const grade = grades[0]?.facts[0]?.value.grade
  const diagnosed = diagnosedOf(own, sources)
  const used = [...(histology?.facts ?? []), ...(grades[0]?.facts ?? []), ...(sides[0]?.facts ?? []), ...diagnosed.facts]
  if (diagnosed.conflict) conflicts.push(diagnosed.conflict)
  return {
    site: 'breast',
    ...(laterality === undefined ? {} : { laterality }),
    ...(histology === undefined ? {} : { histology: histology.key }),
    ...(grade === undefined ? {} : { grade }),
    ...(diagnosed.date === undefined ? {} : { diagnosed: diagnosed.date }),
    evidence: evidenceOf(used.length > 0 ? used : group).slice(0, 16),
  }
}

/** The earliest date of the closest kind of source that gives one; later ones there are those of later specimens. */
function diagnosedOf(group: readonly CancerFact[], sources: Sources): { date?: PartialDate; facts: CancerFact[]; conflict?: Conflict } {
  const dated = group.filter((fact) => fact.value.diagnosed !== undefined && fact.certainty === 'stated')
  const best = Math.max(...dated.map((fact) => sources.rank(fact)))
  const close = dated.filter((fact) => sources.rank(fact) >= Math.min(best, 3))
  const first = earliest(close)
  if (first === undefined) return { facts: [] }
  // the biopsy that made the diagnosis comes before the operation, also where only a note still knows of it
  const date = earliest(dated.filter((fact) => fact.value.diagnosed !== undefined && isShortlyBefore(fact.value.diagnosed, first))) ?? first
  const agrees = (fact: CancerFact) =>
    fact.value.diagnosed !== undefined && (date.startsWith(fact.value.diagnosed) || fact.value.diagnosed.startsWith(date.slice(0, 7)))
  const finest = dated
    .map((fact) => fact.value.diagnosed)
    .filter((one) => one !== undefined && one.length > date.length && one.startsWith(date))
    .sort()[0]
  const against = dated.filter(
    (fact) => !agrees(fact) && sources.rank(fact) < best && !(fact.value.diagnosed?.startsWith(first.slice(0, 7)) ?? false),
  )
  const facts = dated.filter(agrees)
  const camps = campsOf([...facts, ...against], (fact) => (agrees(fact) ? date : fact.value.diagnosed), sources)
  const conflict =
    against.length > 0
      ? conflictAmong('date of diagnosis', camps, 'the date of the first pathology report before dates in notes')
      : undefined
  return { date: finest ?? date, facts, ...(conflict ? { conflict } : {}) }
}

const earliest = (facts: readonly CancerFact[]): PartialDate | undefined =>
  facts
    .map((fact) => fact.value.diagnosed)
    .filter((one) => one !== undefined)
    .sort((a, b) => lastDay(a) - lastDay(b) || compareDates(a, b))[0]

/** Up to half a year, by days that are known. */
function isShortlyBefore(date: PartialDate, first: PartialDate): boolean {
  if (date.length < 7) return false
  const { least } = daysBetween(date, first)
  return least > 0 && least <= 183
}

function other(group: readonly CancerFact[]): Cancer {
  const site = group.map((fact) => fact.value.site).sort((a, b) => b.length - a.length)[0] ?? ''
  const histology = group.map((fact) => fact.value.histology).find((one) => one !== undefined)
  const laterality = group.map((fact) => fact.value.laterality).find((one) => one !== undefined)
  const diagnosed = group
    .map((fact) => fact.value.diagnosed)
    .filter((one) => one !== undefined)
    .sort((a, b) => lastDay(a) - lastDay(b) || b.length - a.length)[0]
  return {
    site,
    ...(laterality === undefined ? {} : { laterality }),
    ...(histology === undefined ? {} : { histology }),
    ...(diagnosed === undefined ? {} : { diagnosed }),
    evidence: evidenceOf(group).slice(0, 12),
  }
}

/** A basal cell carcinoma of the nose and one of the skin are listed once. */
const otherSite = ({ site, histology }: CancerFact['value']) =>
  /skin|basal|squamous cell|melanoma/.test(`${site} ${histology ?? ''}`) ? `skin ${histology ?? ''}` : (site.split(/[ (]/)[0] ?? site)
