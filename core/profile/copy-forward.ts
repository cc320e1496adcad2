import type { DocumentKind } from '../record/document.ts'
import type { Fact } from '../record/fact.ts'
import { compareDates, type PartialDate } from '../record/partial-date.ts'
import type { Sources } from './sources.ts'

/**
 * A sentence that a later note repeats word for word is one statement of its first date: the copies get the first date.
 * Reports are left alone, two scans may truly find the same; so are short quotes, two visits may truly both find "ECOG 1".
 */
export function withFirstDates(facts: readonly Fact[], sources: Sources): Fact[] {
  const first = new Map<string, PartialDate>()
  const keys = facts.map((fact) => keyOf(fact))
  facts.forEach((fact, index) => {
    const key = keys[index]
    if (key === undefined || fact.said === undefined) return
    const known = first.get(key)
    if (known === undefined || compareDates(fact.said, known) < 0) first.set(key, fact.said)
  })
  return facts.map((fact, index) => {
    const key = keys[index]
    const said = key === undefined ? undefined : first.get(key)
    return said === undefined || said === fact.said || !NOTES.has(sources.kindOf(fact)) ? fact : { ...fact, said }
  })
}

const LONG_ENOUGH = 40
const NOTES = new Set<DocumentKind>([
  'progress-note',
  'consultation',
  'discharge-summary',
  'emergency-note',
  'letter',
  'phone-note',
  'other',
])

function keyOf(fact: Fact): string | undefined {
  if (fact.from === 'structured') return undefined
  const quote = fact.evidence
    .map((one) =>
      one.quote
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, ' ')
        .trim(),
    )
    .join(' | ')
  return quote.length < LONG_ENOUGH ? undefined : `${fact.kind}|${JSON.stringify(fact.value)}|${quote}`
}
