import { type PeopleInRecords, type PersonInRecords, peopleIn } from '@carefolio/core/profile/people/people-in.ts'
import type { Document, ReadProblem } from '@carefolio/core/record/document.ts'
import type { DocumentId } from '@carefolio/core/record/document-id.ts'
import { AppError, problem } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'

/** Whose records these are: the handle for `profileOf`, what must be said about it, and the documents that are somebody else's alone. */
export type WhoseRecords = { person?: string; problems: ReadProblem[]; others: ReadonlySet<DocumentId> }

/**
 * The person of most documents, or the one whose records the file `chosen` is among. Problems name files, never people.
 * Throws `two-people` where several people are named and none is plainly the one, `person-unclear` when `chosen` names none of them.
 */
export function whoseRecords(facts: readonly Fact[], documents: readonly Document[], chosen?: string): WhoseRecords {
  const found = peopleIn(facts, documents)
  const wanted = chosen === undefined ? undefined : documents.find(({ file }) => file === chosen)?.id
  const person = chosen === undefined ? found.main : found.people.find(({ documents: own }) => wanted && own.includes(wanted))
  if (chosen !== undefined && person === undefined) throw new AppError('person-unclear')
  return whoseAmong(found, documents, person)
}

/** The same once it is known who was found; `person`: the one of them whose records these are taken to be. */
export function whoseAmong(found: PeopleInRecords, documents: readonly Document[], person: PersonInRecords | undefined): WhoseRecords {
  const files = new Map(documents.map(({ id, file }) => [id, file]))
  if (found.people.length > 1 && person === undefined)
    throw new AppError('two-people', { detail: found.people.map(({ documents: own }) => filesOf(own, files)).join(' | ') })
  const own = new Set([...(person?.documents ?? []), ...found.unnamed])
  const others = new Set(found.people.flatMap((one) => (one === person ? [] : one.documents)))
  const aside = [...others].filter((id) => !own.has(id))
  const problems = [...(others.size > 0 ? [problem('two-people', filesOf([...others], files))] : []), ...doubtedName(found, person)]
  return { ...(person === undefined ? {} : { person: person.key }), problems, others: new Set(aside) }
}

function doubtedName(found: PeopleInRecords, person: PersonInRecords | undefined): ReadProblem[] {
  const words = (person ?? found.people[0])?.names.map((name) => new Set(name.toLowerCase().match(/\p{L}{2,}/gu) ?? [])) ?? []
  const areApart = (one: Set<string>, other: Set<string>) => one.size > 0 && other.size > 0 && ![...one].some((word) => other.has(word))
  const isApart = words.some((one, i) => words.slice(i + 1).some((other) => areApart(one, other)))
  return isApart ? [problem('names-differ')] : []
}

function filesOf(ids: readonly DocumentId[], files: ReadonlyMap<DocumentId, string>): string {
  const names = ids.slice(0, MOST_NAMED).map((id) => files.get(id) ?? id)
  return names.join(', ') + (ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : '')
}
const MOST_NAMED = 5
