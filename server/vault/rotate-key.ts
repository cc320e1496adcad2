import { existsSync } from 'node:fs'
import { copyFile, link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Database } from '../db/database.ts'
import { type KeySource, keyFrom } from './key-source.ts'
import { type KeySources, nextSource } from './keyring.ts'
import { type MasterKey, makeMasterKey } from './master-key.ts'
import { rewrapKeys } from './person-keys.ts'
import { syncFolder } from './sync-folder.ts'

/** `now`: the key from here on; `before`: the file that the earlier one lies in now, where it was in a file of its own. */
export type Rotated = { people: number; now: string; before?: string }

/**
 * Changes the master key: the next one is made unless the host has named one, everybody's secret is wrapped by it, then it takes the place
 * of the one before. Stopped at any moment, everything opens with the two keys that are there (`keyringFrom`), and the next call goes on.
 * Nobody else may work on the database meanwhile. Throws what is wrong with a key, and `setting-wrong` where a next one must be named.
 */
export async function rotateKey(database: Pick<Database, 'sql'>, sources: KeySources, signal?: AbortSignal): Promise<Rotated> {
  const earlier = await keyFrom(sources.key)
  const next = nextSource(sources)
  if (next === undefined)
    throw new AppError('setting-wrong', {
      detail: 'CAREFOLIO_NEXT_KEY_FILE, CAREFOLIO_NEXT_KEY or CAREFOLIO_NEXT_KEY_COMMAND: the key to change to',
    })
  const current = await madeOrFound(next, sources)
  if (current.id === earlier.id) return { people: 0, now: current.id }
  const people = await rewrapKeys(database, { current, earlier: [earlier] }, signal)
  const left = await database.sql
    .selectFrom('person_key')
    .select('person_id')
    .where('master_key', '!=', current.id)
    .limit(1)
    .executeTakeFirst()
  if (left !== undefined) throw new AppError('place-running')
  if (sources.nextKey !== undefined || sources.key.from !== 'file') return { people, now: current.id }
  return { people, now: current.id, before: await putInPlace(sources.key.path, earlier) }
}

async function madeOrFound(next: KeySource, { nextKey }: KeySources): Promise<MasterKey> {
  if (nextKey === undefined && next.from === 'file' && !existsSync(next.path)) return makeMasterKey(next.path)
  return keyFrom(next)
}

/** The earlier key stays beside under a name of its own, since backups made with it need it; then the next one takes its place in one step. */
async function putInPlace(path: string, earlier: MasterKey): Promise<string> {
  const before = `${path}.before-${earlier.id}`
  try {
    if (!existsSync(before)) await keepBeside(path, before)
    await rename(`${path}.next`, path)
    await syncFolder(dirname(path))
  } catch (cause) {
    throw new AppError('cannot-write', { cause })
  }
  return before
}

async function keepBeside(path: string, before: string): Promise<void> {
  // Some file systems have no hard links.
  await link(path, before).catch(async () => {
    const draft = `${before}.draft`
    await copyFile(path, draft)
    const file = await open(draft, 'r+')
    await file.sync().finally(() => file.close())
    await rename(draft, before).finally(() => rm(draft, { force: true }))
  })
  await syncFolder(dirname(path))
}
