import { link, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { syncFolder } from '../vault/sync-folder.ts'

/**
 * Writes a file that has its name only when it is whole and on disk; stopped or failing, nothing of that name is there. Never overwrites.
 * Throws `file-there`, `cannot-write`, or what `bytes` throws.
 */
export async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const target = resolve(path)
  if (await isThere(target)) throw new AppError('file-there')
  await removeOldDrafts(target)
  const draft = join(dirname(target), `.${basename(target)}.${crypto.randomUUID()}.draft`)
  let length = 0
  try {
    const file = await disk(() => open(draft, 'wx', 0o600))
    try {
      for await (const piece of bytes) {
        for (let at = 0; at < piece.length; ) {
          const { bytesWritten } = await disk(() => file.write(piece, at, piece.length - at))
          if (bytesWritten === 0) throw new AppError('cannot-write')
          at += bytesWritten
        }
        length += piece.length
      }
      await disk(() => file.sync())
    } finally {
      await file.close()
    }
    await disk(() => giveName(draft, target))
    await disk(() => syncFolder(dirname(target)))
  } finally {
    await rm(draft, { force: true })
  }
  return length
}

/** What a killed process left, of any backup in this folder: one that is being written is not so old. */
async function removeOldDrafts(target: string): Promise<void> {
  const folder = dirname(target)
  for (const name of await readdir(folder).catch(() => [])) {
    if (!DRAFT.test(name)) continue
    const path = join(folder, name)
    const seen = await stat(path).catch(() => undefined)
    if (seen && Date.now() - seen.mtimeMs > ABANDONED_MS) await rm(path, { force: true }).catch(() => {})
  }
}
const DRAFT = /^\..+\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.draft$/
const ABANDONED_MS = 3_600_000

/** A second name of the same file, since that cannot overwrite; where the disk knows none (a memory stick), a change of name. */
async function giveName(draft: string, target: string): Promise<void> {
  try {
    await link(draft, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (await isThere(target))) throw new AppError('file-there')
    await rename(draft, target)
  }
}

async function disk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('cannot-write', { cause })
  }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
