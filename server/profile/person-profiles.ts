import { Correction } from '@carefolio/core/api/profile.ts'
import { Answer } from '@carefolio/core/api/trials.ts'
import type { ToldCorrection } from '@carefolio/core/profile/corrections.ts'
import type { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { keptInMemory } from '../people/kept.ts'
import type { SeenPerson } from '../people/people.ts'
import type { PersonValues } from '../people/values.ts'
import type { Readings } from '../receive/readings.ts'
import { threadOf } from '../thread-of.ts'
import { type BuiltProfile, dayOf, type FoundPeople, type ProfileParts } from './build-profile.ts'
import { OwnRecords } from './own-records.ts'

/** The profile of a person from all that was read, with what people said of it; kept in memory until something of the person changes. */
export type PersonProfiles = AsyncDisposable & {
  /** As of today. `version` changes whenever the profile may. */
  of(person: SeenPerson): Promise<{ profile: Profile; version: string }>
  /** The profile without answers to the questions of trials, which those are tried on. */
  withoutAnswers(person: SeenPerson): Promise<Profile>
  /** The people whom the records speak of, and whose of them the profile is made of. */
  found(person: SeenPerson): Promise<FoundPeople>
  corrections(person: string): Promise<Correction[]>
  /** Changes whenever the profile may. */
  versionOf(person: SeenPerson): string
  /** Lets go of what is in memory of a person, at once. */
  forget(person: string): void
  /** Lets go of what nobody has asked for lately. */
  sweep(): void
}

export function personProfiles({ readings, values, now }: { readings: Readings; values: PersonValues; now: () => Date }): PersonProfiles {
  const building = threadOf<ProfileParts, BuiltProfile>(new URL('./profile-thread.ts', import.meta.url))
  const kept = keptInMemory<BuiltProfile>(MOST_KEPT, { weigh: ({ weight }) => weight })
  const corrections = (person: string) => values.list(person, 'correction', Correction)
  const versionOf = (person: SeenPerson) => `${person.revision} ${dayOf(now())}`
  const made = (person: SeenPerson) => kept.of(person.id, '', versionOf(person), () => make(person, dayOf(now())))

  async function make(person: SeenPerson, asOf: PartialDate): Promise<BuiltProfile> {
    const { documents, facts } = await readings.all(person.id)
    const told = (await corrections(person.id)).map((one): ToldCorrection => ({ ...one, date: dayOf(new Date(one.at)) }))
    const answers = await values.list(person.id, 'answer', Answer)
    const [own] = await values.list(person.id, 'own-records', OwnRecords)
    const { name, birthDate } = person
    return building.ask({ person: { name, birthDate }, documents, facts, told, answers, own, asOf })
  }

  return {
    async of(person) {
      const version = versionOf(person)
      return { profile: (await made(person)).profile, version }
    },
    withoutAnswers: async (person) => (await made(person)).bare,
    found: async (person) => (await made(person)).found,
    corrections,
    versionOf,
    forget: kept.forget,
    sweep: kept.sweep,
    [Symbol.asyncDispose]: () => building[Symbol.asyncDispose](),
  }
}

/** Signs of JSON: thousands of people with some letters, or dozens with thousands of pages. */
const MOST_KEPT = 100_000_000
