import type { Answer } from '@carefolio/core/api/trials.ts'
import { withAnswers } from '@carefolio/core/match/answers.ts'
import { type ToldCorrection, withCorrections, withoutDismissed } from '@carefolio/core/profile/corrections.ts'
import { type PeopleInRecords, type PersonInRecords, peopleIn } from '@carefolio/core/profile/people/people-in.ts'
import { profileOf } from '@carefolio/core/profile/profile.ts'
import { sameContent } from '@carefolio/core/read/same-content.ts'
import type { Document, ReadProblem } from '@carefolio/core/record/document.ts'
import type { DocumentId } from '@carefolio/core/record/document-id.ts'
import { AppError, problem } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import type { SeenPerson } from '../people/people.ts'
import { type WhoseRecords, whoseAmong } from '../receive/whose-records.ts'
import { chosenAmong, type OwnRecords } from './own-records.ts'

export type ProfileParts = {
  person: Pick<SeenPerson, 'name' | 'birthDate'>
  documents: readonly Document[]
  facts: readonly Fact[]
  told: readonly ToldCorrection[]
  answers: readonly Answer[]
  /** Whose records these are, as the person said. */
  own?: OwnRecords | undefined
  asOf: PartialDate
}
/** `bare`: without answers to the questions of trials. `found`: the people in the records, and whose of them the profile is made of. `weight`: its length as JSON. */
export type BuiltProfile = { bare: Profile; profile: Profile; found: FoundPeople; weight: number }
export type FoundPeople = { people: PersonInRecords[]; unnamed: DocumentId[]; own?: string; by?: 'choice' | 'birth-date' | 'records' }

/** The profile of a person from all that was read of them and what people said. */
export function buildProfile(parts: ProfileParts): BuiltProfile {
  const { profile: bare, found } = profileFrom(parts)
  const profile = answered(bare, parts.answers)
  return { bare, profile, found, weight: JSON.stringify(profile).length }
}

/** The day it is, as of UTC. */
export const dayOf = (time: Date): PartialDate => PartialDate.parse(time.toISOString().slice(0, 10))

function profileFrom({
  person,
  documents: read,
  facts: found,
  told,
  own: choice,
  asOf,
}: ProfileParts): Pick<BuiltProfile, 'profile' | 'found'> {
  const same = sameContent(read)
  const documents = read.map((document) => {
    const sameAs = same.get(document.id)
    return sameAs === undefined ? document : { ...document, sameAs }
  })
  const own = found.filter(({ evidence }) => !same.has(evidence[0].document))
  const people = peopleIn(own, documents)
  const { one, by } = ownAmong(people, person, choice)
  const whose = whoseOf(people, documents, one)
  const foundPeople: FoundPeople = {
    people: people.people,
    unnamed: people.unnamed,
    ...(one === undefined ? {} : { own: one.key, by }),
  }
  const signedUp: ToldCorrection = {
    id: 'sign-up',
    act: 'add',
    kind: 'person',
    about: [],
    value: { birthDate: person.birthDate },
    date: asOf,
    by: person.name,
  }
  const saysBirth = own.some((fact) => fact.kind === 'person' && fact.value.birthDate !== undefined)
  const corrected = withCorrections(own, documents, saysBirth ? told : [signedUp, ...told])
  const made = profileOf(corrected.facts, corrected.documents, whose.person === undefined ? { asOf } : { asOf, person: whose.person })
  const profile = withNamelessDoubted(withoutDismissed(made, told), people, corrected.facts)
  if (whose.problems.length === 0) return { profile, found: foundPeople }
  const { code, message, wayOut } = inThisPlace(problem('two-people'))
  const listed = profile.documents.map((one) =>
    whose.others.has(one.id) && one.code === undefined ? { ...one, code, message, wayOut } : one,
  )
  return { profile: { ...profile, documents: listed, problems: whose.problems.map(inThisPlace) }, found: foundPeople }
}

/** Where files of somebody else lie among these, one that names nobody may be theirs as well: what it says is in the profile, so it must be looked at. */
function withNamelessDoubted(profile: Profile, { people, unnamed }: PeopleInRecords, facts: readonly Fact[]): Profile {
  const doubted = people.length < 2 ? [] : profile.documents.filter(({ id }) => unnamed.includes(id))
  const places = doubted.flatMap(({ id, file }) => {
    const evidence = facts.find((fact) => fact.evidence[0].document === id)?.evidence[0]
    return evidence ? [{ file, evidence }] : []
  })
  if (places.length === 0) return profile
  const names = places.slice(0, MOST_NAMED).map(({ file }) => file)
  const more = places.length > MOST_NAMED ? ` and ${places.length - MOST_NAMED} more` : ''
  const message = `Nobody is named in ${names.join(', ')}${more}, and some of the other files are of another person: see whether this is yours.`
  return { ...profile, checks: [...profile.checks, { message, evidence: places.map(({ evidence }) => evidence) }] }
}
const MOST_NAMED = 5

/** The way out of records of two people that there is here, where nobody names a file on a command line. */
const inThisPlace = (one: ReadProblem): ReadProblem =>
  one.code === 'two-people'
    ? {
        ...one,
        wayOut:
          'Choose whose records these are, or see that the date of birth in Settings is right: files with that are taken as this person’s. Delete files that are not theirs.',
      }
    : one

/** Of several people in the records the one whom the person chose, else the one with the birth date that was given on signing up, else the one of most. */
function ownAmong(
  found: PeopleInRecords,
  { birthDate }: ProfileParts['person'],
  choice: OwnRecords | undefined,
): { one: PersonInRecords | undefined; by: 'choice' | 'birth-date' | 'records' } {
  const chosen = choice && chosenAmong(found.people, choice)
  if (chosen) return { one: chosen, by: 'choice' }
  const born = found.people.find((one) => one.birthDate === birthDate)
  return born ? { one: born, by: 'birth-date' } : { one: found.main, by: 'records' }
}

function whoseOf(found: PeopleInRecords, documents: readonly Document[], one: PersonInRecords | undefined): WhoseRecords {
  try {
    return whoseAmong(found, documents, one)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'two-people') throw error
    return { problems: [problem('two-people', error.detail)], others: new Set() }
  }
}

/** Answers are told day by day. One that no longer can be used is left out here; the list of answers still has it. */
function answered(profile: Profile, answers: readonly Answer[]): Profile {
  return answers.reduce((sofar, { key, value, told }) => {
    try {
      return withAnswers(sofar, { date: dayOf(new Date(told)), [key]: value })
    } catch {
      return sofar
    }
  }, profile)
}
