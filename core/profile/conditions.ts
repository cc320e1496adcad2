import type { Fact } from '../record/fact.ts'
import { compareDates, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { ofKind } from './sources.ts'

type Condition = Profile['conditions'][number]

/** Illnesses other than the cancer, each once. The latest statement says whether it is active; grade and beginning are those last given. */
export function mergeConditions(facts: readonly Fact[], asOf: PartialDate): Condition[] {
  const all = ofKind(facts, 'condition').filter((fact) => fact.certainty === 'stated' && !NO_ILLNESS.test(fact.value.name))
  const groups = new Map<string, Fact<'condition'>[]>()
  for (const fact of all) {
    const key = sameWords(fact.value.name)
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()]
    .map((group): Condition => {
      const newestFirst = [...group].sort((a, b) => saidDay(b) - saidDay(a) || certain(b) - certain(a))
      const [newest] = newestFirst
      if (newest === undefined) throw new RangeError('an empty group')
      const since = group
        .map((fact) => fact.value.since)
        .filter((date) => date !== undefined)
        .sort(compareDates)[0]
      const grade = newestFirst.find((fact) => fact.value.grade !== undefined)?.value.grade
      return {
        name: newest.value.name,
        status: isOver(newest, asOf) ? 'resolved' : newest.value.status,
        ...(since === undefined ? {} : { since }),
        ...(grade === undefined ? {} : { grade }),
        evidence: evidenceOf(newestFirst).slice(0, 12),
        ...(isOver(newest, asOf) ? { reason: 'an acute illness, not named again for half a year' } : {}),
      }
    })
    .sort((a, b) => a.status.localeCompare(b.status) || a.name.localeCompare(b.name))
}

/** Reasons for a visit that problem lists carry. */
const NO_ILLNESS =
  /\b(?:health check|wellness|annual (?:check|exam)|office visit|unlisted problem|well (?:male|female|adult|woman)|encounter for|check-?up|screening for|watch weight)\b/i

/** An acute illness that is not named again within half a year has passed. */
const isOver = (newest: Fact<'condition'>, asOf: PartialDate): boolean =>
  newest.value.status === 'active' &&
  ACUTE.test(newest.value.name) &&
  newest.said !== undefined &&
  lastDay(asOf) - lastDay(newest.said) > 183
const ACUTE =
  /^(?:acute )?(?:fever|influenza|pneumonia|urinary tract infection|sinusitis|bronchitis|gastroenteritis|dehydration|nausea(?: and vomiting)?|vomiting|diarrhea|cellulitis|covid-19|pharyngitis|febrile neutropenia|neutropenia|constipation|syncope|pregnancy|breastfeeding)(?: unspecified)?$/i

/** A word that it has resolved tells more than a list that goes on naming it. */
const certain = (fact: Fact<'condition'>) => (fact.value.status === 'resolved' ? 1 : 0)

/** Case, order marks and plural endings do not make another illness. */
export const sameWords = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(?:the|of|a|an|essential|primary|disorder|disease|syndrome|mellitus|nos|unspecified)\b/g, ' ')
    .replace(/s\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
