import type { Fact } from '../record/fact.ts'
import { firstDay } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { campsOf, evidenceOf } from './choose.ts'
import { ofKind, type Sources } from './sources.ts'

/** Performance status over time, newest first, one entry a day and scale. */
export function mergePerformance(facts: readonly Fact[], sources: Sources): Profile['performance'] {
  const all = ofKind(facts, 'performance').filter((fact) => fact.certainty === 'stated')
  const days = new Map<string, Fact<'performance'>[]>()
  for (const fact of all) {
    const key = `${fact.value.scale}|${fact.value.date ?? ''}`
    days.set(key, [...(days.get(key) ?? []), fact])
  }
  return [...days.values()]
    .flatMap((here) => {
      const best = campsOf(here, (fact) => String(fact.value.value), sources)[0]
      const lead = best?.facts[0]
      return best && lead ? [{ ...lead.value, evidence: evidenceOf(best.facts) }] : []
    })
    .sort((a, b) => day(b.date) - day(a.date) || a.scale.localeCompare(b.scale))
}

const day = (date: Profile['performance'][number]['date']) => (date === undefined ? Number.NEGATIVE_INFINITY : firstDay(date))
