import { createApp } from '@carefolio/server/app.ts'
import { importTrials } from '@carefolio/server/trials/import.ts'
import { trialStatus } from '@carefolio/server/trials/status.ts'
import { syncTrials } from '@carefolio/server/trials/sync.ts'
import { Command } from 'commander'
import { configFor } from '../options.ts'
import type { Terminal } from '../terminal.ts'

export function trialsCommand(terminal: Terminal, signal: AbortSignal): Command {
  const trials = new Command('trials').description('the trials kept in the data folder')
  trials
    .command('sync')
    .description('fetch from the registry: all once, then what has changed. Can be stopped and goes on where it was')
    .option('--registry <url>', "base address of the registry's API")
    .action(async (_flags: unknown, command: Command) => {
      const config = configFor(command)
      await using app = createApp(config)
      const done = await syncTrials(await app.database(), {
        baseUrl: config.registryUrl,
        signal,
        onProgress: (progress) =>
          terminal.progress(
            `Fetched ${progress.fetched}${progress.total === undefined ? '' : ` of ${progress.total}`} trials (${progress.step})`,
          ),
      })
      terminal.print(
        `${done.fetched} trials fetched, ${done.changed} new or changed. Registry data of ${done.dataTimestamp ?? 'unknown date'}.`,
      )
    })
  trials
    .command('import')
    .description('take trial records (registry v2 shape) from a file or folder')
    .argument('<path>', '.jsonl, .jsonl.gz, .json or a folder')
    .action(async (path: string, _flags: unknown, command: Command) => {
      await using app = createApp(configFor(command))
      const done = await importTrials(await app.database(), path, (count) => terminal.progress(`Imported ${count} trials`))
      terminal.print(`${done.imported} trials imported, ${done.changed} new or changed, ${done.problems.length} could not be read.`)
      for (const problem of done.problems.slice(0, 20)) terminal.error(`  ${problem.where ?? ''}: ${problem.message} ${problem.wayOut}`)
    })
  trials
    .command('status')
    .description('how many trials are here and how old they are')
    .option('--json', 'as JSON')
    .action(async (flags: { json?: boolean }, command: Command) => {
      await using app = createApp(configFor(command))
      const status = await trialStatus(await app.database())
      if (flags.json) terminal.print(JSON.stringify(status))
      else
        terminal.print(
          `${status.trials} trials (${status.open} open). Registry data of ${status.dataTimestamp ?? 'unknown date'}, last fetched ${status.fetchedAt ?? 'never'}.`,
        )
    })
  return trials
}
