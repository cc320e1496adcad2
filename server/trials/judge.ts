import { type CompiledTrial, compileTrial } from '@carefolio/core/match/compile.ts'
import { type MatchOptions, matchTrials } from '@carefolio/core/match/match.ts'
import { reasonNotForPerson } from '@carefolio/core/match/relevance.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { MatchResult } from '@carefolio/core/record/match.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { breathing } from '../breathing.ts'
import type { Database } from '../db/database.ts'
import { compiledTrials } from './compiled-trials.ts'
import { loadTrials } from './load.ts'

export type JudgeOptions = MatchOptions & { signal?: AbortSignal; onProgress?: (progress: { done: number; total: number }) => void }

/**
 * One person against every trial of a file or folder, or against those kept in the database; progress is about compiling, the long part.
 * Throws `no-trials` when there are none.
 */
export async function judgeAll(
  profile: Profile,
  source: string | Pick<Database, 'sql'>,
  { signal, onProgress, ...options }: JudgeOptions,
): Promise<MatchResult> {
  const trials =
    typeof source === 'string'
      ? await compiledFor(profile, source, { signal, onProgress })
      : await compiledTrials(source, { signal, onProgress })
  if (trials.length === 0) throw new AppError('no-trials')
  await breathing(signal)()
  return matchTrials(profile, trials, options)
}

/** Of the trials of a file only those that are for this person at all are compiled. */
async function compiledFor(
  profile: Profile,
  path: string,
  { signal, onProgress }: { signal: AbortSignal | undefined; onProgress: JudgeOptions['onProgress'] },
): Promise<CompiledTrial[]> {
  const trials = await loadTrials(path)
  const breathe = breathing(signal)
  const compiled: CompiledTrial[] = []
  for (const trial of trials) {
    await breathe()
    compiled.push(reasonNotForPerson(trial, profile) ? { trial, criteria: [], cohorts: [] } : compileTrial(trial))
    onProgress?.({ done: compiled.length, total: trials.length })
  }
  return compiled
}
