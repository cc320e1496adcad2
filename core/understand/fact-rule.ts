import type { Evidence } from '../record/evidence.ts'
import type { Certainty, Fact, FactKind, FactValue } from '../record/fact.ts'
import type { Reading } from './prose/reading.ts'

/** A rule that finds facts of one kind in one document's prose. The version rises when its meaning changes. */
export type FactRule = { name: string; version: number; find(reading: Reading): Fact[] }

/** A fact that a rule read, with its place; `said` is the date of the document unless given. */
export function factFrom<K extends FactKind>(
  rule: Pick<FactRule, 'name' | 'version'>,
  reading: Reading,
  kind: K,
  value: FactValue<K>,
  evidence: readonly [Evidence, ...Evidence[]],
  certainty: Certainty = 'stated',
): Fact<K> {
  return { kind, value, certainty, said: reading.said, evidence: [...evidence], from: `rule:${rule.name}@${rule.version}` } as Fact<K>
}
