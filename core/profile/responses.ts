import type { Fact } from '../record/fact.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'

/** How the disease answered, in order of time, each with the treatment it happened on. */
export function mergeResponses(_facts: readonly Fact[], _asOf: PartialDate, _treatments: Profile['treatments']): Profile['responses'] {
  return []
}
