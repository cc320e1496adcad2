import { hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Database } from '../db/database.ts'
import type { KnownKeys } from './known-keys.ts'
import type { MasterKey } from './master-key.ts'

/** Keys of one person, all derived from one secret: destroy that and everything kept of the person is noise. */
export type PersonKeys = {
  /** Seals originals. */
  originals: Uint8Array
  /** Seals names and values in the database. */
  values: Uint8Array
  /** Names originals by their content, so that the name tells nobody without the key what the content is. */
  names: Uint8Array
}

/** The master key in use, and earlier ones that some keys may still be wrapped by while a change of keys is under way; `known`: keys opened by them. */
export type Keyring = { current: MasterKey; earlier?: readonly MasterKey[]; known?: KnownKeys }

/** Makes the person's secret unless there is one. */
export async function ensurePersonKey({ sql }: Pick<Database, 'sql'>, { current }: Keyring, person: string, at: Date): Promise<void> {
  const wrapped = Buffer.from(await current.wrap(randomBytes(32), person)).toString('base64')
  await sql
    .insertInto('person_key')
    .values({ person_id: person, wrapped, master_key: current.id, made_at: at })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .execute()
}

/** Throws `person-unknown` (never made, or destroyed), `master-key-missing` (wrapped by a key that is not on the ring) or `master-key-wrong`. */
export function keysOf(database: Pick<Database, 'sql'>, keyring: Keyring, person: string): Promise<PersonKeys> {
  const open = () => openedKeys(database, keyring, person)
  return keyring.known ? keyring.known.of(person, '', '', open) : open()
}

async function openedKeys({ sql }: Pick<Database, 'sql'>, keyring: Keyring, person: string): Promise<PersonKeys> {
  const row = await sql.selectFrom('person_key').selectAll().where('person_id', '=', person).executeTakeFirst()
  if (!row) throw new AppError('person-unknown')
  const secret = await onRing(keyring, row.master_key).unwrap(Buffer.from(row.wrapped, 'base64'), person)
  const derived = (use: string) => new Uint8Array(hkdfSync('sha256', secret, Buffer.alloc(0), `carefolio ${use}`, 32))
  return { originals: derived('originals'), values: derived('values'), names: derived('names') }
}

/**
 * Wraps every person's secret anew by the current master key, one person at a time: when it is stopped, each secret is wrapped by one key
 * or the other, and the next call goes on. How many were wrapped anew.
 */
export async function rewrapKeys({ sql }: Pick<Database, 'sql'>, keyring: Keyring, signal?: AbortSignal): Promise<number> {
  const { current } = keyring
  const old = await sql.selectFrom('person_key').select('person_id').where('master_key', '!=', current.id).execute()
  let done = 0
  for (const { person_id } of old) {
    signal?.throwIfAborted()
    const row = await sql.selectFrom('person_key').selectAll().where('person_id', '=', person_id).executeTakeFirst()
    if (!row || row.master_key === current.id) continue
    const secret = await onRing(keyring, row.master_key).unwrap(Buffer.from(row.wrapped, 'base64'), person_id)
    const wrapped = Buffer.from(await current.wrap(secret, person_id)).toString('base64')
    await sql
      .updateTable('person_key')
      .set({ wrapped, master_key: current.id })
      .where('person_id', '=', person_id)
      .where('wrapped', '=', row.wrapped)
      .execute()
    done++
  }
  return done
}

function onRing({ current, earlier = [] }: Keyring, id: string): MasterKey {
  const key = [current, ...earlier].find((one) => one.id === id)
  if (!key) throw new AppError('master-key-missing')
  return key
}
