import { createApp } from '@carefolio/server/app.ts'
import type { Database } from '@carefolio/server/db/database.ts'
import { compileStored } from '@carefolio/server/trials/compile-stored.ts'
import { importTrials } from '@carefolio/server/trials/import.ts'
import { type TrialStatus, trialStatus } from '@carefolio/server/trials/status.ts'
import { syncTrials } from '@carefolio/server/trials/sync.ts'
import { harmless } from '../harmless.ts'
import { configFor } from '../options.ts'
import type { CommandContext } from '../program.ts'
import { wrapped } from '../wrapped.ts'

export async function runSync({ terminal, signal, flags }: CommandContext): Promise<void> {
  const config = configFor(flags)
  await using app = createApp(config)
  const database = await app.database()
  const done = await syncTrials(database, {
    baseUrl: config.registryUrl,
    signal,
    onProgress: ({ fetched, total, step }) =>
      terminal.progress(`Fetched ${fetched}${total === undefined ? '' : ` of ${total}`} trials (${step})`),
  })
  await prepare(database, { terminal, signal })
  terminal.print(
    done.upToDate
      ? `Nothing new: registry data of ${done.dataTimestamp}.`
      : `${done.fetched} trials fetched, ${done.changed} new or changed. Registry data of ${done.dataTimestamp}.`,
  )
}

export async function runImport(path: string, { terminal, signal, flags }: CommandContext): Promise<void> {
  await using app = createApp(configFor(flags))
  const database = await app.database()
  const done = await importTrials(database, path, (count) => terminal.progress(`Imported ${count} trials`), { signal })
  await prepare(database, { terminal, signal })
  terminal.print(`${done.imported} trials imported, ${done.changed} new or changed, ${done.problems.length} could not be read.`)
  for (const problem of done.problems.slice(0, 20))
    terminal.error(`  ${harmless(problem.where ?? '')}: ${problem.message} ${problem.wayOut}`)
}

/** Reads the criteria of what came, so that the next report starts at once. */
const prepare = (database: Database, { terminal, signal }: Pick<CommandContext, 'terminal' | 'signal'>) =>
  compileStored(database, {
    signal,
    onProgress: ({ done, total }) => terminal.progress(`Reading the criteria of trial ${done} of ${total}`),
  })

export async function runStatus({ json }: { json?: boolean }, { terminal, flags }: CommandContext): Promise<void> {
  await using app = createApp(configFor(flags))
  const status = await trialStatus(await app.database())
  if (json) terminal.print(JSON.stringify(status))
  else terminal.print(wrapped(statusWords(status), terminal.columns).join('\n'))
}

function statusWords({ trials, open, dataTimestamp, fetchedAt, lastUpdate, unfinished }: TrialStatus): string {
  if (trials === 0) return 'No trials are kept here yet. Run carefolio trials sync to fetch them.'
  const source =
    dataTimestamp !== undefined
      ? `Registry data of ${dataTimestamp}.`
      : `Imported from a file${lastUpdate === undefined ? '' : `; the newest record was updated on ${lastUpdate}`}.`
  const when = fetchedAt === undefined ? '' : ` Something new last came on ${fetchedAt.slice(0, 10)}.`
  return `${trials} trials (${open} open). ${source}${when}${unfinished ? ' A fetch was stopped: carefolio trials sync goes on from there.' : ''}`
}
