import type { Fact } from '../record/fact.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { sameWords } from './conditions.ts'
import { ofKind } from './sources.ts'

/** What the records expressly deny, each once with the latest date it was denied. */
export function mergeAbsences(facts: readonly Fact[]): Profile['absences'] {
  return newestOf(ofKind(facts, 'absence'), (fact) => sameWords(fact.value.name)).map(([newest, group]) => ({
    ...newest.value,
    evidence: evidenceOf(group).slice(0, 6),
  }))
}

/** Which parts of a full history were taken, and when last. */
export function mergeHistoryTaken(facts: readonly Fact[]): Profile['historyTaken'] {
  return newestOf(ofKind(facts, 'history-taken'), (fact) => fact.value.part).map(([newest, group]) => ({
    ...newest.value,
    evidence: evidenceOf(group).slice(0, 6),
  }))
}

/** The newest statement of each group with the whole group, newest first. */
function newestOf<F extends Fact>(facts: readonly F[], keyOf: (fact: F) => string): [F, F[]][] {
  const groups = new Map<string, F[]>()
  for (const fact of [...facts].sort((a, b) => saidDay(b) - saidDay(a))) {
    const key = keyOf(fact)
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()].flatMap((group): [F, F[]][] => (group[0] === undefined ? [] : [[group[0], group]]))
}
