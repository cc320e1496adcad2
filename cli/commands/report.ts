import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { reportOf } from '@carefolio/core/report/report.ts'
import { createApp } from '@carefolio/server/app.ts'
import { writeReport } from '@carefolio/server/report/write-report.ts'
import { Command } from 'commander'
import { matchTable } from '../match-table.ts'
import { asOfDay, configFor, placeOf, reachOf } from '../options.ts'
import { profileTable } from '../profile-table.ts'
import { readForPerson } from '../read-for-person.ts'
import type { Terminal } from '../terminal.ts'

type ReportFlags = { trials?: string; asOf?: string; zip?: string; near?: string; within?: string; out: string; timeout: string }

export function reportCommand(terminal: Terminal, signal: AbortSignal): Command {
  return new Command('report')
    .description('the trial report: web page and PDF')
    .argument('<folder>', 'folder of records, or one file')
    .option('--trials <path>', 'trial records: .jsonl, .jsonl.gz, .json or a folder (default: those fetched with carefolio trials sync)')
    .option('--as-of <date>', 'the day to speak of (default: today)')
    .option('--zip <code>', 'US ZIP code, for distances')
    .option('--near <lat,lon>', 'coordinates, for distances')
    .option('--within <km>', 'list sites within this many kilometres', '160')
    .option('--out <folder>', 'where to write it', 'carefolio-report')
    .option('--timeout <seconds>', 'longest time for one file', '120')
    .action(async (folder: string, flags: ReportFlags, command: Command) => {
      const asOf = asOfDay(flags.asOf)
      const place = placeOf(flags)
      const withinKm = reachOf(flags.within)
      await using app = createApp(configFor(command))
      const profile = await readForPerson(app, folder, asOf, terminal, signal, flags.timeout)
      terminal.print(profileTable(profile, terminal))
      terminal.progress('Loading trials …')
      const trials = await app.trials(flags.trials)
      signal.throwIfAborted()
      const match = app.match(profile, trials, { asOf, withinKm, ...(place ? { near: place.point } : {}) }, (done) => {
        if (done % 100 === 0) terminal.progress(`Judging trial ${done} of ${trials.length}`)
      })
      terminal.print(`\n${matchTable(match, terminal)}`)
      terminal.progress('Writing the report …')
      const report = reportOf(profile, match, {
        made: new Date().toISOString(),
        registry: `${trials.length} trial records`,
        ...(place ? { place: place.words } : {}),
      })
      const written = await writeReport(report, { folder: resolve(flags.out), records: resolve(folder), signal })
      terminal.print(`\nReport: ${written.map((file) => relative(process.cwd(), file) || file).join(' and ')}`)
      terminal.print(`Open it: ${pathToFileURL(written[0])}`)
    })
}
