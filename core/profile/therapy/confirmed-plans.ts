import type { Fact } from '../../record/fact.ts'
import { firstDay, lastDay } from '../../record/partial-date.ts'
import { near, type TreatmentFact } from './statements.ts'

/**
 * Plans that later words show to have been carried out: "capecitabine, start 10/3" in a plan, and in a later note the same drugs as given or
 * ended, with no start of their own. Such a plan tells the start; a plan that nobody speaks of again stays a plan.
 */
export function confirmedPlans(facts: readonly Fact[], given: readonly TreatmentFact[]): TreatmentFact[] {
  return facts.flatMap((fact): TreatmentFact[] => {
    if (fact.kind !== 'treatment' || fact.certainty !== 'planned' || fact.value.type !== 'systemic') return []
    const { start, drugs, name } = fact.value
    if (start?.length !== 10 || fact.said === undefined || drugs.length === 0) return []
    if (firstDay(start) - lastDay(fact.said) > LONGEST_WAIT_DAYS || firstDay(start) < firstDay(fact.said)) return []
    const same = given.filter(({ value }) => value.drugs.length === drugs.length && drugs.every((drug) => value.drugs.includes(drug)))
    const told = same.some(({ value, said }) => {
      const day = value.end ?? said
      return value.start === undefined && day !== undefined && firstDay(day) >= firstDay(start) && value.setting !== 'neoadjuvant'
    })
    const otherwise = same.some(({ value }) => value.start !== undefined && near(value.start, start, OTHER_START_DAYS))
    return told && !otherwise ? [{ ...fact, certainty: 'stated', value: { type: 'systemic', name, drugs, start } }] : []
  })
}

/** Who plans treatment names a day in the next weeks. */
const LONGEST_WAIT_DAYS = 62
/** A start that is told elsewhere, and is not far away, is the true one. */
const OTHER_START_DAYS = 120
