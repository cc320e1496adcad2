import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { matchTrials } from '@carefolio/core/match/match.ts'
import { problem } from '@carefolio/core/record/errors.ts'
import { reportOf } from '@carefolio/core/report/report.ts'
import { matchOfSaved } from '@carefolio/core/report/saved-match.ts'
import { createApp } from '@carefolio/server/app.ts'
import { writeReport } from '@carefolio/server/report/write-report.ts'
import { checkWritable } from '@carefolio/server/writable-folder.ts'
import { readAnswers, readText } from '../answers.ts'
import { judgeTrials } from '../judge-trials.ts'
import { matchTable } from '../match-table.ts'
import { asOfDay, configFor, placeOf, reachOf } from '../options.ts'
import { profileTable } from '../profile-table.ts'
import type { CommandContext, ReportFlags } from '../program.ts'
import { readForPerson } from '../read-for-person.ts'

export async function runReport(folder: string, flags: ReportFlags, { terminal, signal, flags: global }: CommandContext): Promise<void> {
  const asOf = asOfDay(flags.asOf)
  const place = placeOf(flags)
  reachOf(flags)
  const out = resolve(flags.out)
  checkWritable(out)
  await using app = createApp(configFor(global))
  const answered = readAnswers(flags)
  const previous = flags.since === undefined ? undefined : matchOfSaved(readText(flags.since))
  const areTrialsHere = await app.hasTrials(flags.trials)
  if (!areTrialsHere) {
    const { message, wayOut } = problem('no-trials')
    terminal.note(`${terminal.paint.ask(message)} The report will hold what the records say, and no trials. ${wayOut} [no-trials]`)
  }
  const profile = answered(await readForPerson(app, folder, asOf, { terminal, signal, flags }))
  terminal.print(profileTable(profile, terminal))
  const match = areTrialsHere ? await judgeTrials(app, profile, asOf, flags, { terminal, signal }) : matchTrials(profile, [], { asOf })
  if (areTrialsHere) terminal.print(`\n${matchTable(match, terminal)}`)
  terminal.progress('Writing the report …')
  const report = reportOf(profile, match, {
    made: new Date().toISOString(),
    registry: `${match.considered} trial records`,
    ...(place ? { place: place.words } : {}),
    ...(previous ? { previous } : {}),
  })
  const written = await writeReport(report, { folder: out, records: resolve(folder), signal, match, fullPdf: flags.fullPdf === true })
  terminal.print(`\nReport: ${written.map((file) => relative(process.cwd(), file) || file).join(' and ')}`)
  terminal.print(`Open it: ${pathToFileURL(written[0])}`)
}
