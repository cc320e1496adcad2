import { compileTrial } from '@carefolio/core/match/compile.ts'
import { type MatchOptions, matchTrials } from '@carefolio/core/match/match.ts'
import { reasonNotForPerson } from '@carefolio/core/match/relevance.ts'
import { profileOf } from '@carefolio/core/profile/profile.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import type { MatchResult } from '@carefolio/core/record/match.ts'
import type { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import type { Trial } from '@carefolio/core/record/trial.ts'
import { understand } from '@carefolio/core/understand/understand.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './db/database.ts'
import { type Assisted, assist } from './models/assist.ts'
import { modelOf } from './models/client.ts'
import { forgetReadings } from './receive/read-cache.ts'
import { type ReadOptions, readRecords } from './receive/read-records.ts'
import { loadTrials } from './trials/load.ts'

/** Everything Carefolio can do on one machine, built once from its settings. What it opens it closes: `await using app = createApp(config)`. */
export type App = AsyncDisposable & {
  /** A folder (or one file) of records, read; every file received is among them. With `keep` the data folder remembers what was read. */
  read(path: string, options: Omit<ReadOptions, 'cache'> & { keep?: boolean }): Promise<Document[]>
  /** Deletes what `keep` has kept; how many documents that were. */
  forget(): Promise<number>
  /** What the model that the host has set up adds, checked against the words of the documents. Throws `model-missing` when there is none. */
  assist(documents: readonly Document[], options: Parameters<typeof assist>[2]): Promise<Assisted & { model: string }>
  /** What the records say on a day; `more` are facts from elsewhere, as of a model. */
  profile(documents: readonly Document[], asOf: PartialDate, more?: readonly Fact[]): Profile
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
    read: (path, { keep, ...options }) => readRecords(path, keep ? { ...options, cache: config.data } : options),
    forget: () => forgetReadings(config.data),
    async assist(documents, options) {
      if (config.model === undefined) throw new AppError('model-missing')
      return { ...(await assist(documents, modelOf(config.model), options)), model: config.model.name }
    },
    profile: (documents, asOf, more = []) => profileOf([...documents.flatMap(understand), ...more], documents, { asOf }),
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
