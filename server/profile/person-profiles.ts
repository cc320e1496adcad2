import { Correction } from '@carefolio/core/api/profile.ts'
import { Answer } from '@carefolio/core/api/trials.ts'
import { withAnswers } from '@carefolio/core/match/answers.ts'
import { type ToldCorrection, withCorrections, withoutDismissed } from '@carefolio/core/profile/corrections.ts'
import { peopleIn } from '@carefolio/core/profile/people/people-in.ts'
import { profileOf } from '@carefolio/core/profile/profile.ts'
import { sameContent } from '@carefolio/core/read/same-content.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import { AppError, problem } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { keptInMemory } from '../people/kept.ts'
import type { SeenPerson } from '../people/people.ts'
import type { PersonValues } from '../people/values.ts'
import type { Readings } from '../receive/readings.ts'
import { type WhoseRecords, whoseRecords } from '../receive/whose-records.ts'

/** The profile of a person from all that was read, with what people said of it; kept in memory until something of the person changes. */
export type PersonProfiles = {
  /** As of today. `version` changes whenever the profile may. */
  of(person: SeenPerson): Promise<{ profile: Profile; version: string }>
  /** The profile without answers to the questions of trials, which those are tried on. */
  withoutAnswers(person: SeenPerson): Promise<Profile>
  corrections(person: string): Promise<Correction[]>
  /** Changes whenever the profile may. */
  versionOf(person: SeenPerson): string
  /** Lets go of what is in memory of a person, at once. */
  forget(person: string): void
  /** Lets go of what nobody has asked for lately. */
  sweep(): void
}

export function personProfiles({ readings, values, now }: { readings: Readings; values: PersonValues; now: () => Date }): PersonProfiles {
  const kept = keptInMemory<{ bare: Profile; profile: Profile }>(MOST_KEPT)
  const corrections = (person: string) => values.list(person, 'correction', Correction)
  const versionOf = (person: SeenPerson) => `${person.revision} ${dayOf(now())}`
  const made = (person: SeenPerson) => kept.of(person.id, '', versionOf(person), () => make(person, dayOf(now())))

  async function make(person: SeenPerson, asOf: PartialDate): Promise<{ bare: Profile; profile: Profile }> {
    const { documents, facts } = await readings.all(person.id)
    const told = (await corrections(person.id)).map((one): ToldCorrection => ({ ...one, date: dayOf(new Date(one.at)) }))
    const bare = profileFrom(person, documents, facts, told, asOf)
    const answers = await values.list(person.id, 'answer', Answer)
    return { bare, profile: answered(bare, answers) }
  }

  return {
    async of(person) {
      const version = versionOf(person)
      return { profile: (await made(person)).profile, version }
    },
    withoutAnswers: async (person) => (await made(person)).bare,
    corrections,
    versionOf,
    forget: kept.forget,
    sweep: kept.sweep,
  }
}

const MOST_KEPT = 50

/** The day it is, as of UTC. */
export const dayOf = (time: Date): PartialDate => PartialDate.parse(time.toISOString().slice(0, 10))

function profileFrom(
  person: SeenPerson,
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
  const { code, message, wayOut } = problem('two-people')
  const listed = profile.documents.map((one) =>
    whose.others.has(one.id) && one.code === undefined ? { ...one, code, message, wayOut } : one,
  )
  return { ...profile, documents: listed, problems: whose.problems }
}

/** Of several people in the records the one with the birth date that was given on signing up, else the one of most. */
function whoseOf(person: SeenPerson, facts: readonly Fact[], documents: readonly Document[]): WhoseRecords {
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
