import { AppError } from '@carefolio/core/record/errors.ts'
import type { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import type { App } from '@carefolio/server/app.ts'
import { timeoutOf } from './options.ts'
import type { Terminal } from './terminal.ts'

export type Reading = { terminal: Terminal; signal: AbortSignal; timeout: string }

/** Reads a folder with progress on the way and makes the profile. Throws `nothing-read` when not one file could be read. */
export async function readForPerson(app: App, folder: string, asOf: PartialDate, { terminal, signal, timeout }: Reading): Promise<Profile> {
  const documents = await app.read(folder, {
    signal,
    timeoutMs: timeoutOf(timeout),
    onProgress: ({ file, page, pages, done, total }) => {
      const pageWords = page === undefined ? '' : `, page ${page}${pages === undefined ? '' : ` of ${pages}`}`
      terminal.progress(`Reading file ${Math.min(done + 1, total)} of ${total}: ${file}${pageWords}`)
    },
  })
  signal.throwIfAborted()
  if (documents.length === 0) throw new AppError('empty-folder')
  const unread = documents.filter((document) => !document.read && document.sameAs === undefined)
  for (const { file, problems } of unread) {
    const [first] = problems
    if (first) terminal.note(`${terminal.paint.ask('not read')} ${file}: ${first.message} ${first.wayOut} [${first.code}]`)
  }
  if (!documents.some((document) => document.read)) throw new AppError('nothing-read')
  terminal.progress('Putting the facts together …')
  const profile = app.profile(documents, asOf)
  terminal.clearProgress()
  return profile
}
