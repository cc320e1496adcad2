import type { Answer } from '@carefolio/core/api/trials.ts'
import { withAnswers } from '@carefolio/core/match/answers.ts'
import { type ToldCorrection, withCorrections, withoutDismissed } from '@carefolio/core/profile/corrections.ts'
import { peopleIn } from '@carefolio/core/profile/people/people-in.ts'
import { profileOf } from '@carefolio/core/profile/profile.ts'
import { sameContent } from '@carefolio/core/read/same-content.ts'
import type { Document, ReadProblem } from '@carefolio/core/record/document.ts'
import { AppError, problem } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import type { SeenPerson } from '../people/people.ts'
import { type WhoseRecords, whoseRecords } from '../receive/whose-records.ts'

export type ProfileParts = {
  person: Pick<SeenPerson, 'name' | 'birthDate'>
  documents: readonly Document[]
  facts: readonly Fact[]
  told: readonly ToldCorrection[]
  answers: readonly Answer[]
  asOf: PartialDate
}
/** `bare`: without answers to the questions of trials. */
export type BuiltProfile = { bare: Profile; profile: Profile }

/** The profile of a person from all that was read of them and what people said. */
export function buildProfile({ person, documents, facts, told, answers, asOf }: ProfileParts): BuiltProfile {
  const bare = profileFrom(person, documents, facts, told, asOf)
  return { bare, profile: answered(bare, answers) }
}

/** The day it is, as of UTC. */
export const dayOf = (time: Date): PartialDate => PartialDate.parse(time.toISOString().slice(0, 10))

function profileFrom(
  person: ProfileParts['person'],
  read: readonly Document[],
  found: readonly Fact[],
  told: readonly ToldCorrection[],
  asOf: PartialDate,
): Profile {
  const same = sameContent(read)
  const documents = read.map((document) => {
    const sameAs = same.get(document.id)
    return sameAs === undefined ? document : { ...document, sameAs }
  })
  const own = found.filter(({ evidence }) => !same.has(evidence[0].document))
  const whose = whoseOf(person, own, documents)
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
  const profile = withoutDismissed(made, told)
  if (whose.problems.length === 0) return profile
  const { code, message, wayOut } = inThisPlace(problem('two-people'))
  const listed = profile.documents.map((one) =>
    whose.others.has(one.id) && one.code === undefined ? { ...one, code, message, wayOut } : one,
  )
  return { ...profile, documents: listed, problems: whose.problems.map(inThisPlace) }
}

/** The way out of records of two people that there is here, where nobody names a file on a command line. */
const inThisPlace = (one: ReadProblem): ReadProblem =>
  one.code === 'two-people'
    ? {
        ...one,
        wayOut:
          'Files with the date of birth that stands in Settings are taken as this person’s: see that it is right. Delete files that are not theirs.',
      }
    : one

/** Of several people in the records the one with the birth date that was given on signing up, else the one of most. */
function whoseOf(person: ProfileParts['person'], facts: readonly Fact[], documents: readonly Document[]): WhoseRecords {
  const own = peopleIn(facts, documents).people.find(({ birthDate }) => birthDate === person.birthDate)
  const file = own && documents.find(({ id }) => own.documents.includes(id))?.file
  try {
    return whoseRecords(facts, documents, file)
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
