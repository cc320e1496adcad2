import type { Fact } from '../../record/fact.ts'
import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'

export type TreatmentFact = Fact<'treatment'>

/**
 * How much the dates of a statement weigh: the person's correction, then what was recorded dose by dose, then the notes of those who treat,
 * then coded lists (their dates are those of the order), then the patient's or an outsider's memory.
 */
export function weightOf(fact: Fact): number {
  if (fact.from === 'person') return 6
  if (fact.from.startsWith('rule:administration')) return 5
  if (fact.from.startsWith('rule:told')) return 1
  if (fact.from === 'structured') return 3
  return 4
}

/** Statements of treatment that was given: not planned, not ruled out. */
export const givenTreatments = (facts: readonly Fact[]): TreatmentFact[] =>
  facts.filter((fact): fact is TreatmentFact => fact.kind === 'treatment' && fact.certainty !== 'planned' && fact.certainty !== 'ruled-out')

/** True when two dates can lie within `days` of each other. */
export function near(a: PartialDate, b: PartialDate, days: number): boolean {
  return firstDay(a) - lastDay(b) <= days && firstDay(b) - lastDay(a) <= days
}

/** True when `date` can lie between the two, with `slack` days to either side; an open side has no limit. */
export function within(date: PartialDate, from: PartialDate | undefined, to: PartialDate | undefined, slack = 0): boolean {
  return (from === undefined || lastDay(date) >= firstDay(from) - slack) && (to === undefined || firstDay(date) <= lastDay(to) + slack)
}

/** The heaviest statement's date, the more precise first when equal, then by `prefer`. */
export function chooseDate(
  candidates: readonly { date: PartialDate; weight: number }[],
  prefer: 'earliest' | 'latest',
): PartialDate | undefined {
  const top = Math.max(...candidates.map(({ weight }) => weight))
  const heaviest = candidates.filter(({ weight }) => weight === top).map(({ date }) => date)
  // "2018-19" says nothing against a day
  const best = heaviest.some((date) => date.length > 4) ? heaviest.filter((date) => date.length > 4) : heaviest
  const sorted = best.sort((a, b) => (prefer === 'earliest' ? firstDay(a) - firstDay(b) : lastDay(b) - lastDay(a)))
  const first = sorted[0]
  if (first === undefined) return undefined
  const sharper = candidates
    .map(({ date }) => date)
    .filter((date) => date.length > first.length && date.startsWith(first))
    .sort((a, b) => b.length - a.length)[0]
  return sharper ?? first
}
