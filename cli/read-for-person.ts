import { relative, resolve } from 'node:path'
import type { Document } from '@carefolio/core/record/document.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import type { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import type { App } from '@carefolio/server/app.ts'
import { useWords } from '@carefolio/server/models/assist.ts'
import { timeoutOf } from './options.ts'
import type { ReadFlags } from './program.ts'
import type { Terminal } from './terminal.ts'
import { wrapped } from './wrapped.ts'

export type Reading = { terminal: Terminal; signal: AbortSignal; flags: ReadFlags }

/** Reads a folder with progress on the way and makes the profile. Throws `nothing-read` when not one file could be read. */
export async function readForPerson(app: App, folder: string, asOf: PartialDate, { terminal, signal, flags }: Reading): Promise<Profile> {
  const documents = await app.read(folder, {
    signal,
    timeoutMs: timeoutOf(flags.timeout),
    ...(flags.cache ? { keep: true } : {}),
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
    if (first && first.code !== 'own-report')
      tellWrapped(terminal, 'not read', `${file}: ${first.message} ${first.wayOut} [${first.code}]`, terminal.paint.ask)
  }
  if (!documents.some((document) => document.read)) throw new AppError('nothing-read')
  const added = flags.model ? await askModel(app, documents, terminal, signal) : []
  terminal.progress('Putting the facts together …')
  const profile = await app.profile(documents, asOf, {
    more: added,
    signal,
    ...(flags.person === undefined ? {} : { personFile: nameAmong(documents, folder, flags.person) }),
  })
  terminal.clearProgress()
  for (const { message, where, wayOut, code } of profile.problems ?? [])
    tellWrapped(
      terminal,
      'Attention:',
      `${message}${where ? ` (wholly or partly somebody else's: ${where})` : ''} ${wayOut} [${code}]`,
      terminal.paint.bad,
    )
  return profile
}

/** What must be known with --quiet too: a file that was not read, or a doubt about all of it. No line is wider than the screen. */
function tellWrapped(terminal: Terminal, label: string, words: string, paint: (text: string) => string): void {
  const [first, ...rest] = wrapped(`${label} ${words}`, terminal.columns)
  terminal.error([first.replace(label, () => paint(label)), ...rest].join('\n'))
}

/** The file as it was received: given by its name in the folder, or by its path. */
function nameAmong(documents: readonly Document[], folder: string, given: string): string {
  const inside = relative(resolve(folder), resolve(given)).replaceAll('\\', '/')
  return documents.find(({ file }) => file === given || file === inside)?.file ?? given
}

async function askModel(app: App, documents: readonly Document[], terminal: Terminal, signal: AbortSignal): Promise<Fact[]> {
  const { facts, use, model } = await app.assist(documents, {
    signal,
    onQuestion: (file) => terminal.progress(`Asking the model about ${file}`),
  })
  terminal.note(useWords(model, use))
  return facts
}
