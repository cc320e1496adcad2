import { type Evidence, uniqueEvidence } from '../record/evidence.ts'
import type { Fact } from '../record/fact.ts'
import { firstDay } from '../record/partial-date.ts'
import type { Conflict } from '../record/profile.ts'
import type { Sources } from './sources.ts'

/** Statements that say the same, with how much they weigh. */
export type Camp<F extends Fact> = { key: string; facts: F[]; rank: number; newest: number }

/** Statements sorted into camps that say the same: the closest source first, then the most documents, then the newest. */
export function campsOf<F extends Fact>(facts: readonly F[], keyOf: (fact: F) => string | undefined, sources: Sources): Camp<F>[] {
  const camps = new Map<string, Camp<F>>()
  for (const fact of facts) {
    const key = keyOf(fact)
    if (key === undefined) continue
    const camp = camps.get(key) ?? { key, facts: [], rank: 0, newest: Number.NEGATIVE_INFINITY }
    camp.facts.push(fact)
    camp.rank = Math.max(camp.rank, sources.rank(fact))
    camp.newest = Math.max(camp.newest, saidDay(fact))
    camps.set(key, camp)
  }
  return [...camps.values()].sort((a, b) => b.rank - a.rank || documentsOf(b.facts) - documentsOf(a.facts) || b.newest - a.newest)
}

/** The camps that lost, kept beside the chosen one; undefined when all agree. */
export function conflictAmong<F extends Fact>(about: string, camps: readonly Camp<F>[], reason: string): Conflict | undefined {
  const [chosen, ...others] = camps
  if (chosen === undefined || others.length === 0) return undefined
  return {
    about,
    chosen: chosen.key,
    reason,
    others: others.map((camp) => ({ value: camp.key, evidence: evidenceOf(camp.facts) })),
    evidence: evidenceOf(chosen.facts),
  }
}

/** All evidence of these facts, each place once, the closest source's first when they come so sorted. */
export const evidenceOf = (facts: readonly Fact[]): Evidence[] => uniqueEvidence(facts.flatMap((fact) => fact.evidence))

/** When it was said, as days; undated statements come first. */
export const saidDay = (fact: Fact): number => (fact.said === undefined ? Number.NEGATIVE_INFINITY : firstDay(fact.said))

const documentsOf = (facts: readonly Fact[]) => new Set(facts.map((fact) => fact.evidence[0].document)).size
