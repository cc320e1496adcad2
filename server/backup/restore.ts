import { rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Config } from '../config.ts'
import { holdDatabase } from '../db/hold.ts'
import { type MasterKey, masterKeyOfText } from '../vault/master-key.ts'
import { openStore } from '../vault/open-store.ts'
import { originalsIn } from '../vault/originals.ts'
import { syncFolder } from '../vault/sync-folder.ts'
import { makeFolder } from '../writable-folder.ts'
import { fillPlace } from './fill-place.ts'
import { isEmptyFolder } from './is-empty-folder.ts'
import { checkKeyPlace, putKey } from './put-key.ts'
import type { BackupHead, BackupLock } from './seal-backup.ts'

/** `damaged`: originals that are not what was received, or are missing; `keyPut`: the file that the key was put into. */
export type RestoreDone = { rows: number; files: number; damaged: number; keyPut?: string }
export type RestoreOptions = {
  passphrase?: string | undefined
  /** The text of the key that the place had; else the key that the settings name is tried. */
  keyText?: string | undefined
  /** The key that the settings name; asked for only when it is needed. */
  keyOfSettings: () => Promise<MasterKey>
  signal?: AbortSignal | undefined
  onProgress?: ((progress: { rows: number; files: number; step: 'restoring' | 'checking' }) => void) | undefined
}

/** That settings name a file which is not there is no surprise on a new computer: what is missing is the key of the old one. */
function keyNotGiven(error: unknown): never {
  throw error instanceof AppError && error.code === 'master-key-missing' ? new AppError('backup-key-missing', { cause: error }) : error
}

/**
 * Puts everything of a backup into an empty place, reads every original, and only then gives the data folder its name: a restore that is
 * stopped leaves no place that looks whole. Throws `not-empty`, `backup-damaged`, `backup-newer`, `backup-key-missing` and what is wrong with key or passphrase.
 */
export async function restore(path: string, config: Config, options: RestoreOptions): Promise<RestoreDone> {
  const { keyText, signal, onProgress } = options
  const target = resolve(config.data)
  if (!(await isEmptyFolder(target))) throw new AppError('not-empty', { detail: 'the data folder' })
  await checkKeyPlace(config.place.key, keyText)
  await using undo = new AsyncDisposableStack()
  undo.use(await holdDatabase(config, 'alone'))
  makeFolder(dirname(target))
  const folder = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.restoring`)
  makeFolder(folder, 0o700)
  undo.defer(() => rm(folder, { recursive: true, force: true }))
  const store = openStore({ data: folder, s3: config.place.s3 })
  const given = keyText === undefined ? () => options.keyOfSettings().catch(keyNotGiven) : async () => masterKeyOfText(keyText)
  const lockOf = async ({ lock }: BackupHead): Promise<BackupLock> => {
    if (lock.by === 'master-key') return { key: await given() }
    if (options.passphrase === undefined) throw new AppError('passphrase-missing')
    return { passphrase: options.passphrase }
  }
  const filled = await fillPlace(path, { databaseUrl: config.databaseUrl, folder, store, lockOf, signal, onProgress })
  const { rows, files } = filled
  const text = filled.keyText ?? keyText
  let damaged: number
  let keyPut: string | undefined
  try {
    onProgress?.({ rows, files, step: 'checking' })
    const current = text === undefined ? await given() : masterKeyOfText(text)
    damaged = (await originalsIn(filled.database, store, { current }).scrub(signal)).damaged.length
    await filled.database.close()
    keyPut = await putKey(config.place.key, text, { target, folder })
    await syncFolder(folder)
    await rmdir(target).catch(() => {})
    await rename(folder, target).catch((cause: unknown) => {
      throw new AppError('cannot-write', { cause })
    })
  } catch (error) {
    await filled.database.close().catch(() => {})
    await filled.empty().catch(() => {})
    throw error
  }
  // It is all there under its name: nothing of it may be taken out again, whatever the disk says now.
  await syncFolder(dirname(target)).catch((cause: unknown) => {
    throw new AppError('cannot-write', { cause })
  })
  return { rows, files, damaged, ...(keyPut === undefined ? {} : { keyPut }) }
}
