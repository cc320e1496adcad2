import type { Fact, FactValue } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { evidenceAt } from '../prose/reading.ts'
import type { SectionKind } from '../prose/sections.ts'

/**
 * Which parts of a full history a document holds: what lets silence in them be read as "not so". An empty part, or one that only points
 * elsewhere ("see chart"), was not taken.
 */
export const historyTaken: FactRule = {
  name: 'history-taken',
  version: 1,
  find: (reading) =>
    NOTES.has(reading.kind)
      ? reading.sections.flatMap((section): Fact[] => {
          const part = PARTS[section.kind]
          const page = reading.document.pages.find((one) => one.number === section.page)
          if (part === undefined || page === undefined || section.heading === '') return []
          const body = page.text.slice(section.body, section.end).trim()
          if (body.length < 3 || ELSEWHERE.test(body.slice(0, 60))) return []
          const end = Math.min(section.end, section.body + 160)
          const value: FactValue<'history-taken'> = { part, ...(reading.said === undefined ? {} : { date: reading.said }) }
          return [factFrom(historyTaken, reading, 'history-taken', value, [evidenceAt(reading.document, page.number, section.start, end)])]
        })
      : [],
}

const NOTES: ReadonlySet<string> = new Set([
  'progress-note',
  'consultation',
  'discharge-summary',
  'emergency-note',
  'care-summary',
  'letter',
  'other',
  'laboratory',
  'treatment-record',
])
const PARTS: Partial<Record<SectionKind, FactValue<'history-taken'>['part']>> = {
  'past-medical': 'past-medical',
  'problem-list': 'problem-list',
  'review-of-systems': 'review-of-systems',
  medications: 'medications',
  allergies: 'allergies',
  'social-history': 'social',
  'family-history': 'family',
  'past-surgical': 'surgical',
}
const ELSEWHERE =
  /^(?:see\b|as (?:above|per|in)|per (?:chart|epic|emr)|not (?:obtained|taken|available|reviewed|on file)|unable|deferred|unknown|n\/?a\b)/i
