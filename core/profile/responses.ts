import { uniqueEvidence } from '../record/evidence.ts'
import type { Fact } from '../record/fact.ts'
import { compareDates, firstDay, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'

type Response = Profile['responses'][number]
type ResponseFact = Fact<'response'>

/** How the disease answered, in order of time, each with the treatment it happened on. Statements of one month about one treatment are one. */
export function mergeResponses(facts: readonly Fact[], _asOf: PartialDate, treatments: Profile['treatments']): Profile['responses'] {
  const stated = facts.filter((fact): fact is ResponseFact => fact.kind === 'response' && fact.certainty === 'stated')
  const merged: Response[] = []
  const dated = stated
    .filter(({ value }) => value.date !== undefined)
    .sort((a, b) => (b.value.date?.length ?? 0) - (a.value.date?.length ?? 0))
  for (const fact of dated) {
    const same = merged.find(
      (one) =>
        one.value === fact.value.value &&
        one.date !== undefined &&
        fact.value.date !== undefined &&
        apart(one.date, fact.value.date) <= ONE_EVENT_DAYS,
    )
    if (same) same.evidence = uniqueEvidence([...same.evidence, ...fact.evidence])
    else merged.push(withTreatment(fact, treatments))
  }
  for (const fact of stated.filter(({ value }) => value.date === undefined && (value.on?.length ?? 0) > 0)) {
    const same = merged.find((one) => one.value === fact.value.value && fact.value.on?.every((drug) => one.on?.includes(drug)))
    if (same) same.evidence = uniqueEvidence([...same.evidence, ...fact.evidence])
    else merged.push({ ...fact.value, evidence: [...fact.evidence] })
  }
  return merged.sort((a, b) => compareDates(a.date ?? LATE, b.date ?? LATE))
}

/** A scan and the visit that speaks of it are one event. */
const ONE_EVENT_DAYS = 35
const LATE = '2199' as PartialDate
const apart = (a: PartialDate, b: PartialDate) => Math.max(0, firstDay(a) - lastDay(b), firstDay(b) - lastDay(a))

function withTreatment(fact: ResponseFact, treatments: Profile['treatments']): Response {
  const { date, on } = fact.value
  const running = treatments.filter(
    (one) =>
      one.type === 'systemic' &&
      date !== undefined &&
      one.start !== undefined &&
      firstDay(one.start) <= lastDay(date) &&
      (one.end === undefined || lastDay(one.end) >= firstDay(date) - STILL_ON_DAYS),
  )
  const drugs = on && on.length > 0 ? on : running.at(-1)?.drugs
  return { ...fact.value, ...(drugs ? { on: [...drugs] } : {}), evidence: [...fact.evidence] }
}
/** Progression is often dated some weeks after the last dose. */
const STILL_ON_DAYS = 45
