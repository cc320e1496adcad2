import type { Document } from '../record/document.ts'
import type { Evidence } from '../record/evidence.ts'
import type { Fact } from '../record/fact.ts'
import { monthFirst } from './prose/month-first.ts'
import { ownCase } from './prose/own-case.ts'
import { readingOf } from './prose/reading.ts'
import { readingsByDay } from './prose/running-notes.ts'
import { withShortYears } from './prose/short-years.ts'
import { isTrialText } from './prose/trial-text.ts'
import { STATEMENT_RULES, WHOLE_DOCUMENT_RULES } from './rules.ts'
import { structuredFacts } from './structured/structured-facts.ts'
import { withoutEntries } from './without-entries.ts'

/**
 * All facts of one document that was read: from its discrete entries, and from its prose with those entries left out.
 * The description of a trial tells nothing of the person.
 */
export function understand(document: Document): Fact[] {
  if (!document.read || document.sameAs !== undefined || isTrialText(document)) return []
  const own = ownCase(withoutEntries(document))
  const reading = readingOf(withShortYears(monthFirst(own)), own)
  const days = readingsByDay(reading)
  const facts = [
    ...WHOLE_DOCUMENT_RULES.flatMap((rule) => rule.find(reading)),
    ...days.flatMap((day) => STATEMENT_RULES.flatMap((rule) => rule.find(day))),
  ]
  return [...structuredFacts(document), ...facts.map((fact) => quotedFrom(document, fact))]
}

/** The fact with the words as they stand in the document: rules see entries blanked and dates turned, a reader does not. */
function quotedFrom(document: Document, fact: Fact): Fact {
  const literal = (one: Evidence): Evidence => {
    const words = document.pages.find((page) => page.number === one.page)?.text.slice(one.start, one.end)
    return words === undefined || words === one.quote ? one : { ...one, quote: words }
  }
  const [first, ...others] = fact.evidence
  return { ...fact, evidence: [literal(first), ...others.map(literal)] }
}
