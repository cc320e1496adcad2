import type { Profile } from '../record/profile.ts'
import { printed } from './sentence.ts'
import type { SourceList } from './sources.ts'

/** Where the records contradict each other: what was taken, why, and what else they say. */
export type Disagreement = {
  about: string
  chosen: string
  reason: string
  sources: number[]
  others: { value: string; sources: number[] }[]
}

export function disagreementsOf(profile: Profile, sources: SourceList): Disagreement[] {
  return profile.conflicts.map(({ about, chosen, reason, evidence, others }) => ({
    about,
    chosen,
    reason: printed(reason),
    sources: sources.numbersOf(evidence),
    others: others.map((other) => ({ value: other.value, sources: sources.numbersOf(other.evidence) })),
  }))
}
