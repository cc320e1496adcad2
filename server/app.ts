import { compileTrial } from '@carefolio/core/match/compile.ts'
import { type MatchOptions, matchTrials } from '@carefolio/core/match/match.ts'
import { reasonNotForPerson } from '@carefolio/core/match/relevance.ts'
import { profileOf } from '@carefolio/core/profile/profile.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { MatchResult } from '@carefolio/core/record/match.ts'
import type { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import type { Trial } from '@carefolio/core/record/trial.ts'
import { understand } from '@carefolio/core/understand/understand.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './db/database.ts'
import { type ReadOptions, readRecords } from './receive/read-records.ts'
import { loadTrials } from './trials/load.ts'

/** Everything Carefolio can do on one machine, built once from its settings. What it opens it closes: `await using app = createApp(config)`. */
export type App = AsyncDisposable & {
  /** A folder (or one file) of records, read; every file received is among them. */
  read(path: string, options: ReadOptions): Promise<Document[]>
  /** What the records say on a day. */
  profile(documents: readonly Document[], asOf: PartialDate): Profile
  /** Trials of a file or folder, or those kept in the data folder. Throws `no-trials` when there are none. */
  trials(source?: string): Promise<Trial[]>
  /** One person against every trial; those that are for this person at all are compiled as they come. */
  match(profile: Profile, trials: readonly Trial[], options: MatchOptions, onTrial?: (done: number) => void): MatchResult
  /** The database of this installation, opened on first use. */
  database(): Promise<Database>
}

export function createApp(config: Config): App {
  let database: Promise<Database> | undefined
  const opened = () => {
    database ??= openDatabase(config)
    return database
  }
  return {
    read: readRecords,
    profile: (documents, asOf) => profileOf(documents.flatMap(understand), documents, { asOf }),
    trials: async (source) => {
      const trials = await loadTrials(source ?? (await opened()))
      if (trials.length === 0) throw new AppError('no-trials')
      return trials
    },
    match: (profile, trials, options, onTrial) =>
      matchTrials(
        profile,
        trials.values().map((trial, i) => {
          onTrial?.(i + 1)
          return reasonNotForPerson(trial, profile) ? { trial, criteria: [], cohorts: [] } : compileTrial(trial)
        }),
        options,
      ),
    database: opened,
    async [Symbol.asyncDispose]() {
      if (database !== undefined) await (await database).close()
    },
  }
}
