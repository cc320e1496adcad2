import type { Document } from '../../record/document.ts'
import type { DocumentId } from '../../record/document-id.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Fact } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { type Identity, identitiesIn } from '../../understand/prose/identity.ts'
import { sameName } from './same-name.ts'

/** One person the records speak of as their patient. */
export type PersonInRecords = {
  /** Stable handle: the birth date, or the name where no document gives one. Pass it back as `profileOf(…, { person: key })`. */
  key: string
  birthDate?: PartialDate
  /** As written, the most frequent first. */
  names: string[]
  mrns: string[]
  documents: DocumentId[]
  /** One sentence: why these documents are taken to be one person's. */
  because: string
  evidence: Evidence[]
}

/** The people in a set of documents, most documents first. */
export type PeopleInRecords = {
  people: PersonInRecords[]
  /** Documents that name no patient; they go with the person the profile is made for. */
  unnamed: DocumentId[]
  /** Whose records these plainly are; absent when nobody has twice as many documents as all others together. Then a person must choose. */
  main?: PersonInRecords
}

/**
 * Groups documents by the patient they name: by birth date first (a slip in one of year, month, day is forgiven when the names agree), then by
 * hospital number, then by name (initials, middle names, typing slips, short forms). A maiden name joins only with a birth date or a number.
 * A document with a stray page of somebody else is listed with both. `facts` are those of `understand` for the same documents.
 */
export function peopleIn(facts: readonly Fact[], documents: readonly Document[]): PeopleInRecords {
  const births = Map.groupBy(birthsIn(facts), ({ place }) => place.document)
  const named = documents
    .filter((document) => document.read && document.sameAs === undefined)
    .map((document): Named => ({ id: document.id, births: births.get(document.id) ?? [], identities: identitiesIn(document) }))
  const groups: Group[] = []
  for (const one of named) for (const birth of datesOf(one)) addTo(groups, one, birth)
  const undated = named.filter((one) => one.births.length === 0)
  const unnamed: DocumentId[] = []
  // sure joins first, so that the order of documents does not matter
  for (const one of [...undated].sort((a, b) => b.identities.length - a.identities.length)) {
    const home = groups.find((group) => isHomeOf(group, one))
    if (home) home.members.push(one)
    else if (one.identities.some((identity) => identity.sure && groups.every((group) => isStranger(group, identity))))
      groups.push({ dates: [], members: [one] })
    else unnamed.push(one.id)
  }
  const people = groups.map(personOf).sort((a, b) => b.documents.length - a.documents.length || a.key.localeCompare(b.key))
  const [first, ...others] = people
  const rest = new Set(others.flatMap((person) => person.documents)).size
  return { people, unnamed, ...(first && (others.length === 0 || first.documents.length >= 2 * rest) ? { main: first } : {}) }
}

export type Birth = { date: PartialDate; place: Evidence }

/** The birth dates that documents give, to the day, with their places. */
export const birthsIn = (facts: readonly Fact[]): Birth[] =>
  facts.flatMap((fact) =>
    fact.kind === 'person' && fact.value.birthDate?.length === 10 ? [{ date: fact.value.birthDate, place: fact.evidence[0] }] : [],
  )

/** At least two of year, month and day differ, and not because day and month were written the other way round. */
export function isAnotherBirth(date: PartialDate, own: PartialDate): boolean {
  const [a, b] = [date.split('-'), own.split('-')]
  const differing = a.filter((part, i) => part !== b[i]).length
  const turned = a[0] === b[0] && a[1] === b[2] && a[2] === b[1]
  return differing >= 2 && !turned
}

type Named = { id: DocumentId; births: Birth[]; identities: Identity[] }
type Group = { dates: PartialDate[]; members: Named[] }

const datesOf = ({ births }: Named) => [...new Set(births.map(({ date }) => date))]

function addTo(groups: Group[], one: Named, date: PartialDate): void {
  const group =
    groups.find(({ dates }) => dates.includes(date)) ??
    groups.find(
      ({ dates, members }) => dates.some((own) => !isAnotherBirth(date, own)) && !members.some((member) => isNameOfOther(member, one)),
    ) ??
    // a birth date misread in the records of one hospital; not where the document gives the birth date of somebody else too
    (datesOf(one).length === 1 ? groups.find((group) => isHomeOf(group, one, 'number and name')) : undefined)
  if (group === undefined) groups.push({ dates: [date], members: [one] })
  else {
    if (!group.members.includes(one)) group.members.push(one)
    group.dates.push(date)
  }
}

/** Both are named, and no name of the one can be a name of the other. */
function isNameOfOther(a: Named, b: Named): boolean {
  const [mine, theirs] = [a, b].map(({ identities }) => identities.flatMap(({ name }) => (name ? [name] : [])))
  if (!mine?.length || !theirs?.length) return false
  return mine.every((name) => theirs.every((other) => sameName(name, other) === 'different'))
}

/** The same hospital number without a name against it, or the same name; or both. */
function isHomeOf({ members }: Group, one: Named, by: 'number or name' | 'number and name' = 'number or name'): boolean {
  const numbers = new Set(members.flatMap(({ identities }) => identities.flatMap(({ mrn }) => (mrn ? [mrn] : []))))
  const numbered = one.identities.some(({ mrn }) => mrn && numbers.has(mrn))
  const isNamed = one.identities.some(
    ({ name }) => name && members.some(({ identities }) => identities.some((other) => other.name && sameName(name, other.name) === 'same')),
  )
  if (by === 'number and name') return numbered && isNamed
  return isNamed || (numbered && !members.every((member) => isNameOfOther(member, one)))
}

const isStranger = ({ members }: Group, { name }: Identity) =>
  name !== undefined &&
  members.every(({ identities }) => identities.every((other) => !other.name || sameName(name, other.name) === 'different'))

function personOf({ dates, members }: Group): PersonInRecords {
  const birthDate = mostFrequent(dates)[0]
  const identities = members.flatMap((member) => (isShared(member, dates) ? besideBirth(member, dates) : member.identities))
  const names = mostFrequent(identities.flatMap(({ name }) => (name ? [name.written] : [])))
  const mrns = mostFrequent(identities.flatMap(({ mrn }) => (mrn ? [mrn] : [])))
  const dated = members.filter((member) => member.births.length > 0)
  const more = members.length - dated.length
  const because =
    birthDate === undefined
      ? `${count(members.length)} this name and no birth date.`
      : `${count(dated.length)} the birth date ${birthDate}${more > 0 ? `; ${more} more the same name or hospital number` : ''}.`
  const evidence = members.flatMap((member) => {
    const place = member.births.find(({ date }) => dates.includes(date))?.place ?? member.identities[0]?.evidence
    return place ? [place] : []
  })
  const key = birthDate ?? identities.find(({ name }) => name)?.name?.parts.join(' ') ?? mrns[0] ?? ''
  return { key, ...(birthDate ? { birthDate } : {}), names, mrns, documents: members.map(({ id }) => id), because, evidence }
}

/** Whether the document gives the birth date of somebody else too. */
const isShared = (member: Named, dates: readonly PartialDate[]) => member.births.some(({ date }) => !dates.includes(date))

const besideBirth = ({ births, identities }: Named, dates: readonly PartialDate[]) =>
  identities.filter(({ evidence }) =>
    births.some(
      ({ date, place }) => dates.includes(date) && place.page === evidence.page && Math.abs(place.start - evidence.start) < BESIDE,
    ),
  )
const BESIDE = 150

const count = (documents: number) => `${documents} ${documents === 1 ? 'document gives' : 'documents give'}`

function mostFrequent<T extends string>(values: readonly T[]): T[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value)
}
