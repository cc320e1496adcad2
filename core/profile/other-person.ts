import type { Document } from '../record/document.ts'
import type { Evidence } from '../record/evidence.ts'
import type { Fact } from '../record/fact.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'

/** The facts that are the person's own, and what was set aside, for a person to look at. */
export type OwnFacts = { facts: Fact[]; checks: Profile['checks'] }

/**
 * Pages of somebody else get into records: a page of another patient in a fax, a report filed under a similar name. Where a birth date is
 * written that is plainly not the person's (the one most documents give), what stands under it is not theirs: it is set aside and shown as
 * a check. One differing digit group may be a slip of typing or of OCR; two or more of year, month and day are another person.
 */
export function ownFacts(facts: readonly Fact[], documents: readonly Document[]): OwnFacts {
  const births = facts.flatMap((fact) =>
    fact.kind === 'person' && fact.value.birthDate?.length === 10 ? [{ date: fact.value.birthDate, place: fact.evidence[0] }] : [],
  )
  const own = mostGiven(births)
  if (own === undefined) return { facts: [...facts], checks: [] }
  const foreign = births.filter(({ date }) => isAnother(date, own))
  if (foreign.length === 0) return { facts: [...facts], checks: [] }
  const others = new Set(foreign)
  const ownPlaces = Map.groupBy(
    births.filter((birth) => !others.has(birth)).map((birth) => birth.place),
    ({ document }) => document,
  )
  const byId = new Map(documents.map((document) => [document.id, document]))
  const spans = Map.groupBy(
    foreign.map(({ place }) => spanOf(place, ownPlaces.get(place.document) ?? [], byId.get(place.document))),
    ({ document }) => document,
  )
  const isForeign = (one: Evidence) => spans.get(one.document)?.some((span) => holds(span, one)) ?? false
  const kept = facts.filter((fact) => !fact.evidence.every(isForeign))
  return {
    facts: kept,
    checks: foreign.map(({ place }) => ({
      message: `A part of ${place.file} gives another birth date and seems to be about somebody else. Nothing in that part was used.`,
      evidence: [place],
    })),
  }
}

/** What belongs to another person: from `start` of a page to `end` of it, or a whole document (`page` undefined). */
type Span = { document: Document['id']; page?: number; start: number; end: number }

/** `own`: the places in the same document that give the person's birth date. */
function spanOf(mark: Evidence, own: readonly Evidence[], document: Document | undefined): Span {
  if (own.length === 0) return { document: mark.document, start: 0, end: Number.POSITIVE_INFINITY }
  const text = document?.pages.find(({ number }) => number === mark.page)?.text ?? ''
  const next = own.filter((one) => one.page === mark.page && one.start > mark.start).sort((a, b) => a.start - b.start)[0]
  return { document: mark.document, page: mark.page, start: headOf(text, mark.start), end: next ? headOf(text, next.start) : text.length }
}

/** Where the head of a page part begins: after the last blank line before the birth date, a few lines up at the most. */
function headOf(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - HEAD), at)
  const blank = /\n[ \t]*\n(?![\s\S]*\n[ \t]*\n)/.exec(before)
  return blank ? at - before.length + blank.index : Math.max(0, text.lastIndexOf('\n', at) + 1)
}
const HEAD = 400

const holds = (span: Span, { document, page, start }: Evidence) =>
  document === span.document && (span.page === undefined || (page === span.page && start >= span.start && start < span.end))

/** The birth date that most documents give; none when two are given by as many. */
function mostGiven(births: readonly { date: PartialDate; place: Evidence }[]): PartialDate | undefined {
  const by = Map.groupBy(births, ({ date }) => date)
  const ranked = [...by]
    .map(([date, list]) => ({ date, documents: new Set(list.map(({ place }) => place.document)).size }))
    .sort((a, b) => b.documents - a.documents)
  return ranked[0] && ranked[0].documents > (ranked[1]?.documents ?? 0) ? ranked[0].date : undefined
}

/** At least two of year, month and day differ, and not because day and month were written the other way round. */
function isAnother(date: PartialDate, own: PartialDate): boolean {
  const [a, b] = [date.split('-'), own.split('-')]
  const differing = a.filter((part, i) => part !== b[i]).length
  const turned = a[0] === b[0] && a[1] === b[2] && a[2] === b[1]
  return differing >= 2 && !turned
}
