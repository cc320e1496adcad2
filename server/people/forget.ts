import { Correction } from '@carefolio/core/api/profile.ts'
import type { Streams } from '../http/streams.ts'
import { OWN, OwnRecords } from '../profile/own-records.ts'
import type { PersonProfiles } from '../profile/person-profiles.ts'
import type { OriginalReader } from '../receive/read-originals.ts'
import type { Readings } from '../receive/readings.ts'
import type { Uploads } from '../receive/uploads.ts'
import type { PersonTrials } from '../trials/person-trials.ts'
import type { Originals } from '../vault/originals.ts'
import type { People } from './people.ts'
import type { PersonValues } from './values.ts'

/** Takes away what was kept of a person, with everything that was made of it. */
export type Forget = {
  /** A file, what was read from it, and the words of it that corrections quote. Throws `original-unknown`. */
  original(person: string, original: string): Promise<void>
  /** Everything of a person, for good. */
  person(person: string): Promise<void>
}

type Needs = {
  originals: Originals
  uploads: Uploads
  readings: Readings
  reader: OriginalReader
  people: People
  values: PersonValues
  profiles: PersonProfiles
  trials: PersonTrials
  streams: Streams
}

export function forgetIn({ originals, uploads, readings, reader, people, values, profiles, trials, streams }: Needs): Forget {
  const fromMemory = (person: string) => {
    profiles.forget(person)
    trials.forget(person)
  }
  return {
    async original(person, original) {
      await originals.get(person, original)
      await readings.stop(person, original)
      reader.stop(person, original)
      // First: should the program die in between, the file is still there to be deleted again.
      await forgetWords(values, person, original)
      await originals.remove(person, original)
      await people.touched(person)
      fromMemory(person)
    },
    async person(person) {
      reader.stopAll(person)
      await uploads.removeAll(person)
      await originals.removePerson(person)
      fromMemory(person)
      streams.recheck({ person })
    },
  }
}

/** Corrections of entries that stood in this file alone go with it; of the others, its words. */
async function forgetWords(values: PersonValues, person: string, original: string): Promise<void> {
  const isOfIt = (document: unknown) => document === original || (typeof document === 'string' && document.startsWith(`${original}/`))
  for (const one of await values.list(person, 'correction', Correction)) {
    const about = one.about.filter(({ document }) => !isOfIt(document))
    const kept = { ...withoutWords(one, isOfIt), about }
    if (about.length === 0 && one.about.length > 0) await values.remove(person, 'correction', one.id)
    else if (JSON.stringify(kept) !== JSON.stringify(one)) await values.put(person, 'correction', one.id, kept, new Date(one.at))
  }
  // Whom the records were said to be of is known by what stood in them.
  for (const { key, documents } of await values.list(person, 'own-records', OwnRecords)) {
    const left = documents.filter((document) => !isOfIt(document))
    if (left.length === 0) await values.remove(person, 'own-records', OWN)
    else if (left.length < documents.length) await values.put(person, 'own-records', OWN, { key, documents: left })
  }
}

/** The same value without the evidence of a file, however deep. */
function withoutWords<T>(value: T, isOfIt: (document: unknown) => boolean): T {
  if (Array.isArray(value)) return value.filter((one) => !isOfIt(one?.document)).map((one) => withoutWords(one, isOfIt)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutWords(one, isOfIt)])) as T
}
