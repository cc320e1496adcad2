import { readFileSync, statSync } from 'node:fs'
import { profileOfAbstract } from '@carefolio/core/profile/profile-of-abstract.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { matchCsv } from '@carefolio/core/report/csv.ts'
import { matchJson } from '@carefolio/core/report/match-json.ts'
import { createApp } from '@carefolio/server/app.ts'
import { readAnswers } from '../answers.ts'
import { judgeTrials } from '../judge-trials.ts'
import { matchTable } from '../match-table.ts'
import { asOfDay, configFor, placeOf, reachOf } from '../options.ts'
import type { CommandContext, MatchFlags } from '../program.ts'
import { readForPerson } from '../read-for-person.ts'

export async function runMatch(path: string, flags: MatchFlags, { terminal, signal, flags: global }: CommandContext): Promise<void> {
  const asOf = asOfDay(flags.asOf)
  placeOf(flags)
  reachOf(flags)
  await using app = createApp(configFor(global))
  const answered = readAnswers(flags)
  const abstract = abstractIn(path)
  if (!(await app.hasTrials(flags.trials))) throw new AppError('no-trials')
  const profile = answered(abstract ? { ...abstract, asOf } : await readForPerson(app, path, asOf, { terminal, signal, flags }))
  const result = await judgeTrials(app, profile, asOf, flags, { terminal, signal })
  if (flags.json) terminal.print(JSON.stringify(matchJson(result)))
  else if (flags.csv) terminal.print(matchCsv(result).trimEnd())
  else if (flags.fhir) {
    const { fhirSearchSet } = await import('@carefolio/core/report/fhir-search-set.ts')
    terminal.print(JSON.stringify(fhirSearchSet(profile, result), undefined, 1))
  } else terminal.print(matchTable(result, terminal))
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
