import { mkdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'

/**
 * Makes a folder and those above it that are missing, one by one (in a system folder as /proc the recursive way of Node never ends).
 * Returns the folders made, outermost first. Throws `cannot-write`.
 */
export function makeFolder(path: string, mode = 0o777): string[] {
  const missing: string[] = []
  for (let at = resolve(path); !isFolder(at); at = dirname(at)) missing.unshift(at)
  const made: string[] = []
  for (const folder of missing) {
    try {
      mkdirSync(folder, { mode })
      made.push(folder)
    } catch (cause) {
      // Another process may have made it meanwhile.
      if (!isFolder(folder)) {
        removeFolders(made)
        throw new AppError('cannot-write', { cause })
      }
    }
  }
  return made
}

/** Tries whether a folder can be made and written to, and leaves no trace. Throws `cannot-write`. */
export function checkWritable(path: string): void {
  const made = makeFolder(path)
  const probe = join(path, `.carefolio-${process.pid}-${crypto.randomUUID()}`)
  try {
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (cause) {
    throw new AppError('cannot-write', { cause })
  } finally {
    removeFolders(made)
  }
}

/** False when nothing is there. Throws `cannot-write` when it is a file, or cannot be looked at. */
function isFolder(path: string): boolean {
  let found: ReturnType<typeof statSync>
  try {
    found = statSync(path)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT' && dirname(path) !== path) return false
    throw new AppError('cannot-write', { cause })
  }
  if (!found?.isDirectory()) throw new AppError('cannot-write', { detail: 'there is a file of that name' })
  return true
}

/** Those that are still empty. */
function removeFolders(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder)
    } catch {
      return
    }
  }
}
