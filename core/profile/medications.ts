import type { Fact } from '../record/fact.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'

/** Every medicine of the lists, once, by generic name; the latest list says whether it is still taken. */
export function mergeMedications(_facts: readonly Fact[], _asOf: PartialDate, _treatments: Profile['treatments']): Profile['medications'] {
  return []
}
