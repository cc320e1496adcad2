import { findCondition } from '../codes/conditions.ts'
import type { Fact } from '../record/fact.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { sameWords } from './conditions.ts'
import { ofKind } from './sources.ts'

/** What the records expressly deny, each once with the latest date it was denied; never what the person has. */
export function mergeAbsences(facts: readonly Fact[], conditions: Profile['conditions']): Profile['absences'] {
  return newestOf(ofKind(facts, 'absence'), (fact) => sameWords(fact.value.name))
    .filter(([newest]) => !conditions.some((condition) => condition.status === 'active' && isKindOf(condition.name, newest.value.name)))
    .map(([newest, group]) => ({ ...newest.value, evidence: evidenceOf(group).slice(0, 6) }))
}

/** Whoever has type 2 diabetes has diabetes: its denial somewhere is a slip of the pen, or ours. */
function isKindOf(condition: string, denied: string): boolean {
  if (sameWords(condition) === sameWords(denied)) return true
  const wider = findCondition(denied)
  return wider !== undefined && findCondition(condition)?.kinds.has(wider.name) === true
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
