import { findDrug, isOncology } from '../codes/drugs.ts'
import { type Evidence, uniqueEvidence } from '../record/evidence.ts'
import type { Fact } from '../record/fact.ts'
import { compareDates, firstDay, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'

type Medication = Profile['medications'][number]
type MedicationFact = Fact<'medication'>

/**
 * Every medicine of the lists, once, by generic name. The latest statement says whether it is still taken; one that a later full list leaves out
 * counts as past; a cancer drug whose treatment has ended is past whatever a list still carries. Drugs of the treatments are medicines too.
 */
export function mergeMedications(facts: readonly Fact[], asOf: PartialDate, treatments: Profile['treatments']): Profile['medications'] {
  const stated = facts.filter(
    (fact): fact is MedicationFact => fact.kind === 'medication' && fact.certainty !== 'planned' && fact.certainty !== 'ruled-out',
  )
  const lists = fullLists(stated)
  const byName = new Map<string, MedicationFact[]>()
  for (const fact of stated) {
    const name = genericOf(fact.value.name)
    byName.set(name, [...(byName.get(name) ?? []), fact])
  }
  return [...byName]
    .flatMap(([name, group]) => medicationOf(name, group, lists, asOf, treatments) ?? [])
    .concat(ofTreatments(treatments, byName))
    .sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name))
}

/** Why a medicine that no list names is among the medicines. */
export const DRUG_OF_TREATMENT = 'a drug of the cancer treatment'

/** Drugs of the cancer treatments that no list names: taken while the treatment runs, past when it has ended, and left out where nobody says. */
function ofTreatments(treatments: Profile['treatments'], listed: ReadonlyMap<string, unknown>): Medication[] {
  const found = new Map<string, Medication>()
  for (const one of treatments)
    for (const name of one.drugs) {
      const ended = one.end !== undefined || one.stopped !== undefined
      if (one.type !== 'systemic' || listed.has(name) || (!ended && !one.ongoing)) continue
      found.set(name, {
        name,
        status: ended ? 'past' : 'current',
        ...(one.start ? { start: one.start } : {}),
        ...(ended && one.end && lasted(one, name) ? { end: one.end } : {}),
        evidence: one.evidence.slice(0, 3),
        reason: DRUG_OF_TREATMENT,
      })
    }
  return [...found.values()]
}

/** In "A + B + C, then B + C" the end is that of B and C. */
const lasted = ({ name }: Profile['treatments'][number], drug: string) => name.split(', then ')[1]?.includes(drug) ?? true

const order = (one: Medication) => (one.status === 'current' ? 0 : 1)

/** The generic name where it is known, else the words without dose and form. */
function genericOf(name: string): string {
  const known = findDrug(name)
  if (known) return known.name
  return name
    .toLowerCase()
    .replace(/\s+\d[\d.,]*\s*(?:mg|mcg|g|units?|%|iu)?\b.*$/, '')
    .replace(/\s+(?:tablets?|capsules?|oral|hcl|er|xr)\b.*$/, '')
    .trim()
}

/** Documents that list three medicines or more as taken, with their date, newest first. */
type List = { said: PartialDate; names: Set<string> }
function fullLists(facts: readonly MedicationFact[]): List[] {
  const lists = new Map<string, { said: PartialDate; names: Set<string>; current: number }>()
  for (const fact of facts) {
    if (fact.said === undefined || fact.from.startsWith('rule:medication-prose')) continue
    const key = fact.evidence[0].document
    const list = lists.get(key) ?? { said: fact.said, names: new Set<string>(), current: 0 }
    list.names.add(genericOf(fact.value.name))
    if (fact.value.status === 'current') list.current++
    lists.set(key, list)
  }
  return [...lists.values()].filter((list) => list.current >= 3).sort((a, b) => firstDay(b.said) - firstDay(a.said))
}

function medicationOf(
  name: string,
  facts: readonly MedicationFact[],
  lists: readonly List[],
  asOf: PartialDate,
  treatments: Profile['treatments'],
): Medication | undefined {
  const newest = [...facts].sort(
    (a, b) =>
      lastDay(b.said ?? EARLY) - lastDay(a.said ?? EARLY) || Number(a.value.status === 'current') - Number(b.value.status === 'current'),
  )
  const [latest] = newest
  if (latest === undefined) return undefined
  const { status, reason } = statusOf(name, latest, newest, lists, asOf, treatments)
  const same = newest.filter((fact) => fact.value.status === status)
  const start = newest.flatMap(({ value }) => value.start ?? []).sort(compareDates)[0]
  const end =
    status === 'past'
      ? newest
          .flatMap(({ value }) => value.end ?? [])
          .sort(compareDates)
          .at(-1)
      : undefined
  const dose = latestDose(same.length > 0 ? same : newest)
  const evidence: Evidence[] = uniqueEvidence([...same, ...newest].flatMap((fact) => fact.evidence))
  return {
    name,
    status,
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    ...(dose ? { dose } : {}),
    evidence,
    ...(reason ? { reason } : {}),
  }
}

/** The newest statement of a dose; one much older than the newest statement about the medicine says nothing of today. */
function latestDose(newest: readonly MedicationFact[]): string | undefined {
  const dosed = newest.find(({ value }) => value.dose !== undefined)
  const [latest] = newest
  const isOld = latest?.said !== undefined && dosed?.said !== undefined && firstDay(latest.said) - lastDay(dosed.said) > DOSE_AGE_DAYS
  if (isOld || dosed?.value.dose === undefined) return undefined
  // "5 BID" in a note is the "5 mg twice daily" of a list; of two ways to write one amount the one that says how often
  const same = newest.flatMap(({ value }) => (value.dose !== undefined && isSameAmount(value.dose, dosed.value.dose) ? [value.dose] : []))
  return same.find((dose) => HAS_UNIT.test(dose) && OFTEN.test(dose)) ?? same.find((dose) => HAS_UNIT.test(dose)) ?? dosed.value.dose
}
/** The same number, and the same unit where both give one. */
function isSameAmount(a: string, b = ''): boolean {
  const [x, y] = [HAS_UNIT.exec(a)?.[1]?.toLowerCase(), HAS_UNIT.exec(b)?.[1]?.toLowerCase()]
  return Number.parseFloat(a) === Number.parseFloat(b) && (x === undefined || y === undefined || x === y)
}
const HAS_UNIT = /^[\d.,]+ ?(mg|mcg|µg|g|units?|u|iu|meq|ml|%)(?![a-z])/i
const OFTEN = /\b(?:daily|nightly|weekly|monthly|once|twice|bid|tid|qid|qd|qhs|od|bd|tds|nocte|mane|prn|as needed|every|at bedtime|q ?\d+)/i
const DOSE_AGE_DAYS = 183

const EARLY = '1900' as PartialDate

function statusOf(
  name: string,
  latest: MedicationFact,
  newest: readonly MedicationFact[],
  lists: readonly List[],
  asOf: PartialDate,
  treatments: Profile['treatments'],
): Pick<Medication, 'status' | 'reason'> {
  if (isOncology(name)) {
    const given = treatments.filter((one) => one.drugs.includes(name))
    const last = given.at(-1)
    if (last && (last.end !== undefined || last.stopped !== undefined)) return { status: 'past', reason: 'the treatment has ended' }
  }
  if (latest.value.status === 'past') return { status: 'past' }
  const ended = newest.find(
    ({ value }) => value.status === 'past' && value.end !== undefined && value.end.length >= 4 && lastDay(value.end) <= lastDay(asOf),
  )
  const restarted =
    latest.value.start !== undefined && ended?.value.end !== undefined && firstDay(latest.value.start) >= firstDay(ended.value.end)
  if (ended?.value.end !== undefined && !restarted && latest.said !== undefined && lastDay(ended.value.end) >= firstDay(latest.said) - 31)
    return { status: 'past' }
  const said = latest.said
  const later = lists.find((list) => said !== undefined && firstDay(list.said) > lastDay(said) + LIST_AGE_DAYS && !list.names.has(name))
  if (later) return { status: 'past', reason: `no longer on the list of ${later.said}` }
  return { status: 'current' }
}
/** A list replaces one that is at least this much older. */
const LIST_AGE_DAYS = 90
