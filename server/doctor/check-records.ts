import { AppError } from '@carefolio/core/record/errors.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { readingsIn } from '../receive/readings.ts'
import { openStore } from '../vault/open-store.ts'
import { originalsIn } from '../vault/originals.ts'
import type { Keyring } from '../vault/person-keys.ts'
import { some } from './check-keys.ts'
import { type Finding, failing } from './finding.ts'

type Options = { signal: AbortSignal | undefined; onProgress: (words: string) => void }

/** Where originals lie. */
export async function checkStore({ data, place: { s3 } }: Config): Promise<Finding> {
  const about = 'store of originals'
  if (s3 === undefined) return { about, is: 'good', says: 'Originals lie in the data folder.' }
  try {
    for await (const _ of openStore({ data, s3 }).names()) break
    return { about, is: 'good', says: `The bucket ${s3.bucket} answers.` }
  } catch (error) {
    return failing(about, error)
  }
}

/** That all that was read of everybody opens with their key. */
export async function checkReadings(database: Database, keyring: Keyring, { signal, onProgress }: Options): Promise<Finding> {
  const about = 'what was read'
  const readings = readingsIn(database, keyring, () => new Date())
  const people = await database.sql.selectFrom('person').select('person_id').orderBy('person_id').execute()
  const broken: string[] = []
  for (const [i, { person_id }] of people.entries()) {
    if (signal?.aborted) throw new AppError('interrupted')
    onProgress(`What was read: person ${i + 1} of ${people.length}`)
    try {
      await readings.all(person_id)
    } catch (error) {
      // A key that does not open is told elsewhere; what opens and then is no value is damaged as well.
      if (error instanceof AppError && error.code !== 'damaged-original') continue
      broken.push(person_id)
    }
  }
  if (broken.length === 0) return { about, is: 'good', says: `It opens for all ${people.length} people.` }
  return {
    about,
    is: 'bad',
    says: `It does not open for ${broken.length} of ${people.length} people: ${some(broken)}. Have their files read again, or restore a backup.`,
  }
}

/** That every original is what was received, byte for byte. */
export async function checkOriginals(
  { data, place: { s3 } }: Config,
  database: Database,
  keyring: Keyring,
  { signal, onProgress }: Options,
): Promise<Finding> {
  const about = 'originals'
  onProgress('Reading every original …')
  try {
    const { read, damaged } = await originalsIn(database, openStore({ data, s3 }), keyring).scrub(signal)
    if (damaged.length === 0) return { about, is: 'good', says: `All ${read} are what was received.` }
    const names = damaged.map(({ person, id }) => `${person}/${id}`)
    return {
      about,
      is: 'bad',
      says: `${damaged.length} of ${read} are gone or damaged: ${some(names)}. ${new AppError('damaged-original').wayOut}`,
    }
  } catch (error) {
    if (signal?.aborted) throw new AppError('interrupted')
    return failing(about, error)
  }
}
