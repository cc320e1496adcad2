import { existsSync } from 'node:fs'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { keyringFrom } from '../vault/keyring.ts'
import { type Keyring, keysOf } from '../vault/person-keys.ts'
import { type Finding, failing } from './finding.ts'

/** The key itself; where nothing is kept yet none is needed. */
export async function checkKey({ place }: Config, isNew: boolean): Promise<{ keyring?: Keyring; findings: Finding[] }> {
  const about = 'key'
  const { key } = place
  if (isNew && key.from === 'file' && !existsSync(key.path))
    return { findings: [{ about, is: 'good', says: 'There is none yet; carefolio serve makes it.' }] }
  try {
    const keyring = await keyringFrom(place)
    const from = { file: 'its file', environment: 'the setting', command: 'the command' }[key.from]
    const good: Finding = { about, is: 'good', says: `${keyring.current.id} comes from ${from}. Keep a copy of it in another safe place.` }
    const open: Finding = { about, is: 'care', says: new AppError('key-change-unfinished').message }
    return { keyring, findings: keyring.earlier === undefined ? [good] : [good, open] }
  } catch (error) {
    return { findings: [failing(about, error)] }
  }
}

/** That the secret of everybody opens. */
export async function checkSecrets(database: Database, keyring: Keyring): Promise<Finding> {
  const people = await database.sql.selectFrom('person_key').select('person_id').orderBy('person_id').execute()
  const closed: string[] = []
  for (const { person_id } of people) {
    try {
      await keysOf(database, keyring, person_id)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      closed.push(person_id)
    }
  }
  if (closed.length === 0) return { about: 'secrets', is: 'good', says: `The key opens all ${people.length}.` }
  return {
    about: 'secrets',
    is: 'bad',
    says: `The key does not open ${closed.length} of ${people.length}: ${some(closed)}. ${new AppError('master-key-wrong').wayOut}`,
  }
}

/** The first of many, so that a list stays readable. */
export const some = (names: readonly string[]): string => `${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}`
