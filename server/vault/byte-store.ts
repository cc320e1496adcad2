import * as node from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { syncFolder } from './sync-folder.ts'

/** Where sealed bytes lie, by name (`person/object`): a local folder, or anything that keeps these promises. */
export type ByteStore = {
  /** Takes the bytes in, whole and durable, before they have a name. Throws `not-kept`, and leaves nothing. */
  draft(bytes: AsyncIterable<Uint8Array>): Promise<Draft>
  /** Throws `damaged-original` when there are none of this name. */
  read(name: string): AsyncIterable<Uint8Array>
  /** None of that name is no failure. */
  remove(name: string): Promise<void>
  /** Everything kept, with when it came. */
  names(): AsyncIterable<{ name: string; at: Date }>
  /** Removes drafts older than `before`: those of a process that was killed. */
  removeDrafts(before: Date): Promise<number>
}

export type Draft = {
  /** Gives the bytes their name in one durable step; what had that name is replaced. */
  keepAs(name: string): Promise<void>
  discard(): Promise<void>
}

/** The calls of the file system that the store makes; a test gives its own to see what a full or failing disk does. */
export type Files = Pick<typeof node, 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm' | 'stat'>

/** Sealed bytes in a local folder: written aside, synced, then renamed, and the folder synced, so that a power cut leaves old or new. */
export function localByteStore(folder: string, files: Files = node): ByteStore {
  const kept = join(folder, 'kept')
  const drafts = join(folder, 'drafts')
  const place = (name: string) => join(kept, safeName(name))
  return {
    async draft(bytes) {
      const path = join(drafts, crypto.randomUUID())
      const discard = () => files.rm(path, { force: true })
      try {
        await files.mkdir(drafts, { recursive: true, mode: 0o700 })
        await writeWhole(path, bytes, files)
      } catch (error) {
        await discard().catch(() => {})
        throw error instanceof AppError ? error : new AppError('not-kept', { cause: error })
      }
      return {
        discard,
        async keepAs(name) {
          try {
            const made = await files.mkdir(dirname(place(name)), { recursive: true, mode: 0o700 })
            await files.rename(path, place(name))
            await syncFolder(dirname(place(name)), files)
            if (made !== undefined) await syncFolder(dirname(made), files)
          } catch (error) {
            await discard().catch(() => {})
            throw new AppError('not-kept', { cause: error })
          }
        },
      }
    },
    async *read(name) {
      const file = await files.open(place(name), 'r').catch((error: unknown) => {
        throw new AppError('damaged-original', { cause: error })
      })
      try {
        for await (const piece of file.createReadStream({ autoClose: false, highWaterMark: 262_144 })) yield piece as Buffer
      } catch (error) {
        throw new AppError('damaged-original', { cause: error })
      } finally {
        await file.close()
      }
    },
    async remove(name) {
      await files.rm(place(name), { force: true })
      await syncFolder(dirname(place(name)), files).catch(() => {})
    },
    async *names() {
      for (const path of await filesUnder(kept, files)) {
        const at = await files.stat(path).catch(() => undefined)
        if (at) yield { name: relative(kept, path).split(sep).join('/'), at: at.mtime }
      }
    },
    async removeDrafts(before) {
      let removed = 0
      for (const path of await filesUnder(drafts, files)) {
        const at = await files.stat(path).catch(() => undefined)
        if (!at || at.mtime >= before) continue
        await files.rm(path, { force: true })
        removed++
      }
      return removed
    },
  }
}

/** Names come from our own ids; anything that could leave the folder is a mistake of ours. */
export function safeName(name: string): string {
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(name)) throw new AppError('not-kept')
  return name
}

/** Writes until nothing is left, because a disk may take less than it was given, and syncs. */
async function writeWhole(path: string, bytes: AsyncIterable<Uint8Array>, files: Files): Promise<void> {
  const file = await files.open(path, 'wx', 0o600)
  try {
    for await (const piece of bytes) {
      for (let at = 0; at < piece.length; ) {
        const { bytesWritten } = await file.write(piece, at, piece.length - at)
        if (bytesWritten === 0) throw new AppError('not-kept')
        at += bytesWritten
      }
    }
    await file.sync()
  } finally {
    await file.close()
  }
}

async function filesUnder(folder: string, files: Files): Promise<string[]> {
  const entries = await files.readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
