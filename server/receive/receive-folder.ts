import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError, type ErrorCode } from '@carefolio/core/record/errors.ts'

/** A file as it was handed in: its name below the folder given (`/` between folders), where it lies, its size in bytes. */
export type ReceivedFile = { file: string; path: string; bytes: number; problem?: ErrorCode }

/**
 * Every file of a folder and the folders in it, or the one file given, in the order of their names. Names that begin with a dot are left
 * out; links are followed, each folder once. What cannot be opened is listed with its problem. Throws `not-found` when nothing is there.
 */
export async function receiveFolder(path: string, options: { signal?: AbortSignal } = {}): Promise<ReceivedFile[]> {
  const root = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new AppError(cause.code === 'EACCES' || cause.code === 'EPERM' ? 'no-access' : 'not-found', { cause })
  })
  if (!root.isDirectory()) return [received(basename(path), path, root)]
  const files: ReceivedFile[] = []
  await walk(path, '', new Set([await realpath(path)]), files, options.signal)
  return files
}

async function walk(folder: string, name: string, seen: Set<string>, files: ReceivedFile[], signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted()
  const entries = await readdir(folder).catch(() => undefined)
  if (entries === undefined) {
    files.push({ file: name === '' ? basename(folder) : name, path: folder, bytes: 0, problem: 'no-access' })
    return
  }
  for (const entry of entries.filter((one) => !one.startsWith('.')).sort(byName)) {
    if (files.length >= MOST_FILES) return
    const path = join(folder, entry)
    const file = name === '' ? entry : `${name}/${entry}`
    const found = await stat(path).catch(() => undefined)
    if (found === undefined) files.push({ file, path, bytes: 0, problem: 'no-access' })
    else if (!found.isDirectory()) files.push(received(file, path, found))
    else {
      const real = await realpath(path)
      if (seen.has(real)) continue
      seen.add(real)
      await walk(path, file, seen, files, signal)
    }
  }
}

/** Pipes and devices are no files: reading one could wait for ever. */
function received(file: string, path: string, found: { isFile(): boolean; size: number }): ReceivedFile {
  return found.isFile() ? { file, path, bytes: found.size } : { file, path, bytes: 0, problem: 'unknown-format' }
}

/** The same on every computer, whatever its language. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const MOST_FILES = 100_000
