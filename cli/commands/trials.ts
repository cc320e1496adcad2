import { createApp } from '@carefolio/server/app.ts'
import { importTrials } from '@carefolio/server/trials/import.ts'
import { trialStatus } from '@carefolio/server/trials/status.ts'
import { syncTrials } from '@carefolio/server/trials/sync.ts'
import { configFor } from '../options.ts'
import type { CommandContext } from '../program.ts'

export async function runSync({ terminal, signal, flags }: CommandContext): Promise<void> {
  const config = configFor(flags)
  await using app = createApp(config)
  const done = await syncTrials(await app.database(), {
    baseUrl: config.registryUrl,
    signal,
    onProgress: ({ fetched, total, step }) =>
      terminal.progress(`Fetched ${fetched}${total === undefined ? '' : ` of ${total}`} trials (${step})`),
  })
  terminal.print(
    done.upToDate
      ? `Nothing new: registry data of ${done.dataTimestamp}.`
      : `${done.fetched} trials fetched, ${done.changed} new or changed. Registry data of ${done.dataTimestamp}.`,
  )
}

export async function runImport(path: string, { terminal, flags }: CommandContext): Promise<void> {
  await using app = createApp(configFor(flags))
  const done = await importTrials(await app.database(), path, (count) => terminal.progress(`Imported ${count} trials`))
  terminal.print(`${done.imported} trials imported, ${done.changed} new or changed, ${done.problems.length} could not be read.`)
  for (const problem of done.problems.slice(0, 20)) terminal.error(`  ${problem.where ?? ''}: ${problem.message} ${problem.wayOut}`)
}

export async function runStatus({ json }: { json?: boolean }, { terminal, flags }: CommandContext): Promise<void> {
  await using app = createApp(configFor(flags))
  const status = await trialStatus(await app.database())
  if (json) terminal.print(JSON.stringify(status))
  else
    terminal.print(
      `${status.trials} trials (${status.open} open). Registry data of ${status.dataTimestamp ?? 'unknown date'}, last fetched ${status.fetchedAt ?? 'never'}.`,
    )
}
