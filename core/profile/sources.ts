import type { Document, DocumentKind } from '../record/document.ts'
import type { Fact, FactKind } from '../record/fact.ts'
import { firstDay, lastDay, type PartialDate } from '../record/partial-date.ts'
import { documentDate } from '../understand/prose/document-date.ts'
import { documentKind } from '../understand/prose/document-kind.ts'

/** What is known of the documents that facts come from: their kind and date, and how close each stands to the thing itself. */
export type Sources = {
  kindOf(fact: Fact): DocumentKind
  /** 4 the report of the test itself, 3 an operation, a scan or a coded entry, 2 a note, 1 a story or a form, 0.5 a model's reading. */
  rank(fact: Fact): number
  /** Its report looks again at slides or blocks that another laboratory has already reported on. */
  isReview(fact: Fact): boolean
}

export function sourcesOf(documents: readonly Document[]): Sources {
  const kinds = new Map(documents.map((document) => [document.id, documentKind(document)]))
  const reviews = new Set(documents.filter((document) => REVIEW.test((document.pages[0]?.text ?? '').slice(0, 900))).map(({ id }) => id))
  const kindOf = (fact: Fact) => kinds.get(fact.evidence[0].document) ?? 'other'
  return {
    kindOf,
    isReview: (fact) => reviews.has(fact.evidence[0].document),
    rank(fact) {
      if (fact.from === 'person') return 5
      if (fact.from.startsWith('model:')) return 0.5
      const own = REPORT_OF[fact.kind]
      const kind = kindOf(fact)
      if (own?.includes(kind)) return fact.certainty === 'stated' ? 4 : 2.5
      if (fact.from === 'structured') return 3
      return (RANK[kind] ?? 2) - (fact.certainty === 'stated' ? 0 : 0.5)
    },
  }
}

/** The facts of one kind. */
export const ofKind = <K extends FactKind>(facts: readonly Fact[], kind: K): Fact<K>[] =>
  facts.filter((fact) => fact.kind === kind) as Fact<K>[]

/** Whether a statement of this date lies after the day the profile is for; an undated one does not. */
export const isAfter = (date: PartialDate | undefined, asOf: PartialDate): boolean => date !== undefined && firstDay(date) > lastDay(asOf)

/** Kind and date of a document as the profile lists it. */
export function listing(document: Document): { kind: DocumentKind; date?: PartialDate } {
  const kind = documentKind(document)
  const date = documentDate(document, kind)
  return { kind, ...(date === undefined ? {} : { date }) }
}

const REVIEW =
  /\b(?:slides? review|review of (?:outside )?slides|outside (?:slides?|case|material|consult\w*)|review diagnosis|second opinion|repeat immunohistochem\w+)\b/i

/** Which reports are first-hand for which facts. */
const REPORT_OF: Partial<Record<FactKind, readonly DocumentKind[]>> = {
  receptors: ['pathology'],
  cancer: ['pathology'],
  stage: ['pathology', 'tumor-board'],
  biomarker: ['genomics', 'pathology'],
  'tumor-size': ['pathology', 'imaging'],
  metastasis: ['imaging', 'pathology'],
  measurable: ['imaging'],
  lab: ['laboratory', 'cardiology'],
}

const RANK: Partial<Record<DocumentKind, number>> = {
  pathology: 3,
  genomics: 3,
  imaging: 3,
  'operative-note': 3,
  'tumor-board': 2.5,
  'patient-story': 1,
  letter: 2,
  'emergency-note': 1.5,
  'phone-note': 1.5,
  other: 1.5,
}
