import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { matchJson } from '@carefolio/core/report/match-json.ts'
import { matchOfSaved } from '@carefolio/core/report/saved-match.ts'
import { z } from 'zod'
import type { Snapshot } from './differences.ts'

/**
 * Saved results by name: of a file with the JSON of `carefolio abstract`, `carefolio match` or the match.json of a report (its one result has
 * the name ''), or of all such files in a folder, where `maria.abstract.json` and `maria.match.json` belong together.
 * Throws `not-found`, `not-comparable`.
 */
export function savedResults(path: string): Map<string, Snapshot> {
  let isFolder: boolean
  try {
    isFolder = statSync(path).isDirectory()
  } catch (cause) {
    throw new AppError('not-found', { cause })
  }
  const results = new Map<string, Snapshot>()
  const files = isFolder ? readdirSync(path).filter((file) => file.endsWith('.json')) : [basename(path)]
  for (const file of files.toSorted()) {
    const found = snapshotOf(readFileSync(isFolder ? join(path, file) : path, 'utf8'))
    if (!found) continue
    const name = isFolder ? file.replace(/(?:^|\.)(?:abstract|match)?\.?json$/, '') : ''
    results.set(name, { ...results.get(name), ...found })
  }
  if (results.size === 0) throw new AppError('not-comparable')
  return results
}

function snapshotOf(text: string): Snapshot | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  const match = Match.safeParse(json)
  if (match.success) return { match: match.data }
  const abstract = Abstract.safeParse(json)
  if (abstract.success) return { abstract: abstract.data }
  try {
    return { match: Match.parse(matchJson(matchOfSaved(text))) }
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

const Criterion = z.object({
  start: z.number(),
  end: z.number(),
  header: z.boolean(),
  label: z.string(),
  because: z.string(),
  evidence: z.array(z.object({ quote: z.string() })),
})
const Match = z.object({
  trials: z.array(z.object({ nct: z.string(), outcome: z.string(), rank: z.number(), criteria: z.array(Criterion) })),
  questions: z.array(z.object({ key: z.string(), text: z.string() })).default([]),
})
const Abstract = z.looseObject({ person: z.looseObject({}), asOf: z.string() })
