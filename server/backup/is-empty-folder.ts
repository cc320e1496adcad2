import { readdir } from 'node:fs/promises'
import { AppError } from '@carefolio/core/record/errors.ts'

/** Also true when there is none. Throws `cannot-write` for what is no folder. */
export async function isEmptyFolder(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length === 0
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return true
    throw new AppError('cannot-write', { cause })
  }
}
