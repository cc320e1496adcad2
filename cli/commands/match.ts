import { readFileSync, statSync } from 'node:fs'
import { profileOfAbstract } from '@carefolio/core/profile/profile-of-abstract.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { matchJson } from '@carefolio/core/report/match-json.ts'
import { type App, createApp } from '@carefolio/server/app.ts'
import { Command } from 'commander'
import { matchTable } from '../match-table.ts'
import { asOfDay, configFor, placeOf, reachOf } from '../options.ts'
import { readForPerson } from '../read-for-person.ts'
import type { Terminal } from '../terminal.ts'

type MatchFlags = { trials?: string; asOf?: string; zip?: string; near?: string; within?: string; json?: boolean; timeout: string }

export function matchCommand(terminal: Terminal, signal: AbortSignal): Command {
  return new Command('match')
    .description('every trial, criterion by criterion')
    .argument('<folder>', 'folder of records, or an abstract made with carefolio abstract --json')
    .option('--trials <path>', 'trial records: .jsonl, .jsonl.gz, .json or a folder (default: those fetched with carefolio trials sync)')
    .option('--as-of <date>', 'the day to speak of (default: today)')
    .option('--zip <code>', 'US ZIP code, for distances')
    .option('--near <lat,lon>', 'coordinates, for distances')
    .option('--within <km>', 'list sites within this many kilometres', '160')
    .option('--json', 'as JSON')
    .option('--timeout <seconds>', 'longest time for one file', '120')
    .action(async (path: string, flags: MatchFlags, command: Command) => {
      const asOf = asOfDay(flags.asOf)
      const place = placeOf(flags)
      const withinKm = reachOf(flags.within)
      await using app = createApp(configFor(command))
      const profile = await profileFrom(app, path, asOf, terminal, signal, flags.timeout)
      terminal.progress('Loading trials …')
      const trials = await app.trials(flags.trials)
      signal.throwIfAborted()
      const result = app.match(profile, trials, { asOf, withinKm, ...(place ? { near: place.point } : {}) }, (done) => {
        if (done % 100 === 0) terminal.progress(`Judging trial ${done} of ${trials.length}`)
      })
      terminal.clearProgress()
      terminal.print(flags.json ? JSON.stringify(matchJson(result)) : matchTable(result, terminal))
    })
}

/** The profile of a folder of records, or the one an abstract speaks of. */
async function profileFrom(
  app: App,
  path: string,
  asOf: PartialDate,
  terminal: Terminal,
  signal: AbortSignal,
  timeout: string,
): Promise<Profile> {
  const abstract = abstractIn(path)
  return abstract ? { ...abstract, asOf } : readForPerson(app, path, asOf, terminal, signal, timeout)
}

/** A single JSON file that has the parts of an abstract is one; a FHIR file is a record. */
function abstractIn(path: string): Profile | undefined {
  if (!path.endsWith('.json')) return undefined
  let json: unknown
  try {
    if (!statSync(path).isFile()) return undefined
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new AppError('damaged-json', { cause })
    throw new AppError('not-found', { cause })
  }
  return typeof json === 'object' && json !== null && !('resourceType' in json) && 'person' in json ? profileOfAbstract(json) : undefined
}
