import type { Fact } from '../record/fact.ts'
import type { PartialDate } from '../record/partial-date.ts'
import { isAfter } from './sources.ts'

/** The facts that were already said, and had already happened, on a day. */
export function knownOn(facts: readonly Fact[], asOf: PartialDate): Fact[] {
  return facts.filter((fact) => !isAfter(fact.said, asOf) && !isAfter(happened(fact), asOf))
}

/** When the thing itself happened, where its kind has such a date. */
function happened({ value }: Fact): PartialDate | undefined {
  if ('date' in value) return value.date
  if ('start' in value) return value.start
  if ('first' in value) return value.first
  if ('since' in value) return value.since
  if ('diagnosed' in value) return value.diagnosed
  return undefined
}
