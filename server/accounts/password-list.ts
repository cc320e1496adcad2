import { readFile } from 'node:fs/promises'
import { PASSWORD_LEAST } from '@carefolio/core/api/account.ts'
import { AppError } from '@carefolio/core/record/errors.ts'

/**
 * The passwords in a file of the host's, one a line, in small letters; those that are too short to be taken anyhow are left out. Throws
 * `setting-wrong` when it cannot be read.
 */
export async function passwordsIn(path: string): Promise<Set<string>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('setting-wrong', { cause, detail: 'CAREFOLIO_PASSWORD_LIST: the file cannot be read' })
  })
  const lines = text.split(/\r?\n/).map((line) => line.normalize('NFKC').toLowerCase())
  return new Set(lines.filter((line) => line.length >= PASSWORD_LEAST))
}
