import { listOf } from '@carefolio/core/match/lists.ts'
import type { MatchResult } from '@carefolio/core/record/match.ts'
import { z } from 'zod'
import type { PersonValues } from '../people/values.ts'

/** Trials that were worth a look the last time, and the time before. */
const Seen = z.object({
  at: z.string(),
  trials: z.array(z.string()),
  before: z.array(z.string()).optional(),
  /** When that look before was. */
  beforeAt: z.string().optional(),
})

/** Which trials are new, how many, and since when; without `since` this is the first look, and none is. */
export type News = { isNew: (trial: string) => boolean; count: number; since?: string }

/** Looks within half a day are one look. */
const LOOK_MS = 12 * 3_600_000

/** Tells which trials are new since the person last looked. Only their own look is remembered (`isOwn`). On the first look none is. */
export async function seenBefore(values: PersonValues, person: string, match: MatchResult, now: Date, isOwn: boolean): Promise<News> {
  const today = match.trials.filter((one) => ['possible', 'not-now'].includes(listOf(one))).map(({ trial }) => trial.id)
  const [last] = await values.list(person, 'trials-seen', Seen)
  const isSameLook = last !== undefined && now.getTime() - Date.parse(last.at) < LOOK_MS
  const before = isSameLook ? last.before : last?.trials
  const since = isSameLook ? last.beforeAt : last?.at
  const kept = { at: now.toISOString(), trials: today, ...(before ? { before } : {}), ...(since ? { beforeAt: since } : {}) }
  if (isOwn && !isSameLook) await values.put(person, 'trials-seen', 'all', kept)
  const known = before && new Set(before)
  const fresh = new Set(known === undefined ? [] : today.filter((trial) => !known.has(trial)))
  return { isNew: (trial) => fresh.has(trial), count: fresh.size, ...(since === undefined ? {} : { since }) }
}
