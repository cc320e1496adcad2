import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { KeySource } from '../vault/key-source.ts'
import { keepMasterKey, masterKeyInFile, masterKeyOfText } from '../vault/master-key.ts'

/** Another key must not lie where this one is to go. Throws `not-empty`, or `master-key-wrong` for a text that is no key. */
export async function checkKeyPlace(source: KeySource, text: string | undefined): Promise<void> {
  const key = text === undefined ? undefined : masterKeyOfText(text)
  if (source.from !== 'file' || key === undefined || !existsSync(source.path)) return
  if ((await masterKeyInFile(source.path)).id !== key.id) throw new AppError('not-empty', { detail: 'the key file' })
}

/**
 * Puts the key into the file that the settings name, unless it is there; what belongs into the data folder goes where that is being made.
 * Gives the file's later name.
 */
export async function putKey(
  source: KeySource,
  text: string | undefined,
  { target, folder }: { target: string; folder: string },
): Promise<string | undefined> {
  if (source.from !== 'file' || text === undefined) return undefined
  await checkKeyPlace(source, text)
  const path = resolve(source.path)
  if (existsSync(path)) return path
  const inside = relative(target, path)
  await keepMasterKey(inside.startsWith('..') ? path : resolve(folder, inside), text)
  return path
}
