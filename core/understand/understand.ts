import type { Document } from '../record/document.ts'
import type { Fact } from '../record/fact.ts'
import { readingOf } from './prose/reading.ts'
import { FACT_RULES } from './rules.ts'
import { structuredFacts } from './structured/structured-facts.ts'
import { withoutEntries } from './without-entries.ts'

/** All facts of one document that was read: from its discrete entries, and from its prose with those entries left out. */
export function understand(document: Document): Fact[] {
  if (!document.read || document.sameAs !== undefined) return []
  const reading = readingOf(withoutEntries(document))
  return [...structuredFacts(document), ...FACT_RULES.flatMap((rule) => rule.find(reading))]
}
