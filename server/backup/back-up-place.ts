import { readFile } from 'node:fs/promises'
import { AppError } from '@carefolio/core/record/errors.ts'
import { isWeak } from '../accounts/password.ts'
import type { Config } from '../config.ts'
import type { Database } from '../db/database.ts'
import { holdDatabase } from '../db/hold.ts'
import { keyringFrom } from '../vault/keyring.ts'
import { openStore } from '../vault/open-store.ts'
import { type BackupDone, type BackupProgress, backUp } from './backup.ts'

export type BackUpOptions = {
  /** Without one the key of the place seals the backup, and is not in it. */
  passphrase?: string | undefined
  signal?: AbortSignal | undefined
  onProgress?: ((progress: BackupProgress) => void) | undefined
  now?: () => Date
}

/** Backs up the place that the settings name. `holdsKey`: whether the key of the place is in the backup. Throws `password-weak` and what `backUp` throws. */
export async function backUpPlace(
  path: string,
  config: Config,
  database: Database,
  { passphrase, signal, onProgress, now = () => new Date() }: BackUpOptions = {},
): Promise<BackupDone & { holdsKey: boolean }> {
  if (passphrase !== undefined && (passphrase.length < SHORTEST || isWeak(passphrase, []))) throw new AppError('password-weak')
  const { key, s3 } = config.place
  await using _hold = await holdDatabase(config, 'serve')
  const keyring = await keyringFrom(config.place)
  const keyText = passphrase !== undefined && key.from === 'file' ? await readFile(key.path, 'utf8') : undefined
  const done = await backUp(path, {
    database,
    store: openStore({ data: config.data, s3 }),
    keyring,
    lock: passphrase === undefined ? { key: keyring.current } : { passphrase },
    keyText,
    now,
    signal,
    onProgress,
  })
  return { ...done, holdsKey: keyText !== undefined }
}

/** Whoever has the file can try as often as they like. */
const SHORTEST = 14
