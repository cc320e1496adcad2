import type { Document } from '../record/document.ts'
import type { DocumentId } from '../record/document-id.ts'
import type { Evidence } from '../record/evidence.ts'
import type { Fact } from '../record/fact.ts'
import type { Profile } from '../record/profile.ts'
import { birthsIn, isAnotherBirth, type PersonInRecords, peopleIn } from './people/people-in.ts'

/** The facts that are the person's own, and what was set aside, for a person to look at. */
export type OwnFacts = { facts: Fact[]; checks: Profile['checks'] }

/**
 * Records get mixed: a page of another patient in a fax, a report filed under a similar name, two people's files in one folder. Facts that
 * stand under the birth date (or, without one, the name) of somebody else than the person are set aside and shown as a check.
 * The person is the one with the key `chosen`, else the one whose records these plainly are. Where that is not plain nothing is merged:
 * only what the person told remains, with a grave check.
 */
export function ownFacts(facts: readonly Fact[], documents: readonly Document[], chosen?: string): OwnFacts {
  const found = peopleIn(facts, documents)
  if (found.people.length <= 1) return { facts: [...facts], checks: [] }
  const person = chosen === undefined ? found.main : found.people.find(({ key }) => key === chosen)
  const byId = new Map(documents.map((document) => [document.id, document]))
  if (person === undefined) return { facts: facts.filter(({ from }) => from === 'person'), checks: [undecided(found.people, byId)] }
  const own = new Set<DocumentId>(person.documents)
  const births = birthsIn(facts)
  const foreign = births.filter(({ date, place }) =>
    person.birthDate === undefined ? !own.has(place.document) : isAnotherBirth(date, person.birthDate),
  )
  const others = new Set(foreign)
  const ownPlaces = Map.groupBy(
    births.filter((birth) => !others.has(birth)).map((birth) => birth.place),
    ({ document }) => document,
  )
  const misread = foreign.filter(({ place }) => own.has(place.document) && !ownPlaces.has(place.document))
  const stray = foreign.filter((birth) => !misread.includes(birth))
  const spans = Map.groupBy(
    stray.map(({ place }) => spanOf(place, ownPlaces.get(place.document) ?? [], byId.get(place.document))),
    ({ document }) => document,
  )
  const otherDocuments = found.people.filter((one) => one !== person).flatMap((one) => one.documents.filter((id) => !own.has(id)))
  const aside = new Set<DocumentId>(otherDocuments)
  const isForeign = (one: Evidence) => aside.has(one.document) || (spans.get(one.document)?.some((span) => holds(span, one)) ?? false)
  const kept = facts.filter((fact) => fact.from === 'person' || !fact.evidence.every(isForeign))
  const byName = found.people
    .filter((one) => one !== person)
    .flatMap(({ evidence }) =>
      evidence.filter(({ document }) => aside.has(document) && !stray.some(({ place }) => place.document === document)),
    )
  return {
    facts: kept,
    checks: [
      ...Map.groupBy(
        stray.map(({ place }) => place),
        ({ document }) => document,
      )
        .values()
        .map((places) => ({
          message: `A part of ${places[0]?.file} gives another birth date and seems to be about somebody else. Nothing in that part was used.`,
          evidence: places,
        })),
      ...(byName.length === 0 ? [] : [strangers(byName)]),
    ],
  }
}

/** One check for all: a disc of somebody else's pictures may hold hundreds of files. */
function strangers(places: Evidence[]): Profile['checks'][number] {
  const files = [...new Set(places.map(({ file }) => file))]
  const message =
    files.length === 1
      ? `${files[0]} names another patient and seems to be about somebody else. Nothing in it was used.`
      : `${files.length} files name another patient and seem to be about somebody else: ${listed(files)}. Nothing in them was used.`
  return { message, evidence: places }
}

function listed(files: readonly string[]): string {
  const left = files.length - MOST_NAMED
  return files.slice(0, MOST_NAMED).join(', ') + (left > 0 ? ` and ${left} more` : '')
}
const MOST_NAMED = 5

function undecided(people: readonly PersonInRecords[], byId: ReadonlyMap<DocumentId, Document>): Profile['checks'][number] {
  const files = people.map(({ documents }) => listed(documents.map((id) => byId.get(id)?.file ?? id)))
  return {
    message: `These records seem to belong to ${people.length} different people (${files.join(' | ')}). Nothing is put together until it is clear whose profile this is.`,
    evidence: people.flatMap(({ evidence }) => evidence.slice(0, 1)),
    grave: true,
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
