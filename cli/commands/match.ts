import { readFileSync, statSync } from 'node:fs'
import { profileOfAbstract } from '@carefolio/core/profile/profile-of-abstract.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { matchJson } from '@carefolio/core/report/match-json.ts'
import { createApp } from '@carefolio/server/app.ts'
import { judgeTrials } from '../judge-trials.ts'
import { matchTable } from '../match-table.ts'
import { asOfDay, configFor, placeOf, reachOf } from '../options.ts'
import type { CommandContext, PlaceFlags, ReadFlags, TrialFlags } from '../program.ts'
import { readForPerson } from '../read-for-person.ts'

export async function runMatch(
  path: string,
  flags: ReadFlags & PlaceFlags & TrialFlags & { json?: boolean },
  { terminal, signal, flags: global }: CommandContext,
): Promise<void> {
  const asOf = asOfDay(flags.asOf)
  placeOf(flags)
  reachOf(flags)
  await using app = createApp(configFor(global))
  const abstract = abstractIn(path)
  const profile = abstract ? { ...abstract, asOf } : await readForPerson(app, path, asOf, { terminal, signal, timeout: flags.timeout })
  const result = await judgeTrials(app, profile, asOf, flags, { terminal, signal })
  terminal.print(flags.json ? JSON.stringify(matchJson(result)) : matchTable(result, terminal))
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
