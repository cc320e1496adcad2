import { profileOf } from '@carefolio/core/profile/profile.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import { AppError, problem } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import type { MatchResult } from '@carefolio/core/record/match.ts'
import type { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { understand } from '@carefolio/core/understand/understand.ts'
import { breathing } from './breathing.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './db/database.ts'
import { type Assisted, assist } from './models/assist.ts'
import { modelOf } from './models/client.ts'
import { forgetReadings } from './receive/read-cache.ts'
import { type ReadOptions, readRecords } from './receive/read-records.ts'
import { whoseRecords } from './receive/whose-records.ts'
import type { ServedPlace, ServePlaceOptions } from './serve-place.ts'
import { hasTrials } from './trials/has-trials.ts'
import { type JudgeOptions, judgeAll } from './trials/judge.ts'

/** Everything Carefolio can do on one machine, built once from its settings. What it opens it closes: `await using app = createApp(config)`. */
export type App = AsyncDisposable & {
  /** A folder (or one file) of records, read; every file received is among them. With `keep` the data folder remembers what was read. */
  read(path: string, options: Omit<ReadOptions, 'cache'> & { keep?: boolean }): Promise<Document[]>
  /** Deletes what `keep` has kept; how many documents that were. */
  forget(): Promise<number>
  /** What the model that the host has set up adds, checked against the words of the documents. Throws `model-missing` when there is none. */
  assist(documents: readonly Document[], options: Parameters<typeof assist>[2]): Promise<Assisted & { model: string }>
  /**
   * What the records say on a day; `more` are facts from elsewhere, as of a model; `personFile` is a file of the person's where the records
   * name several. Throws `two-people` when it is not plain whose profile this is.
   */
  profile(documents: readonly Document[], asOf: PartialDate, options?: ProfileOptions): Promise<Profile>
  /** Whether there are trials in a file or folder, or among those kept in the data folder. Throws `not-found` for the path. */
  hasTrials(source?: string): Promise<boolean>
  /** One person against every trial of a file or folder, or of those kept in the data folder. Throws `no-trials` when there are none. */
  match(profile: Profile, options: JudgeOptions & { trials?: string }): Promise<MatchResult>
  /** The database of this installation, opened on first use. */
  database(): Promise<Database>
  /** The place of many people's records, served until closed. Throws `port-taken`, and what is wrong with the key. */
  serve(options: ServePlaceOptions): Promise<ServedPlace>
}

export type ProfileOptions = { more?: readonly Fact[]; personFile?: string; signal?: AbortSignal }

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
    async profile(documents, asOf, { more = [], personFile, signal } = {}) {
      const breathe = breathing(signal)
      const facts: Fact[] = [...more]
      for (const document of documents) {
        await breathe()
        for (const fact of understand(document)) facts.push(fact)
      }
      const { person, problems, others } = whoseRecords(facts, documents, personFile)
      const profile = profileOf(facts, documents, person === undefined ? { asOf } : { asOf, person })
      if (problems.length === 0) return profile
      const { code, message, wayOut } = problem('two-people')
      const listed = profile.documents.map((one) =>
        others.has(one.id) && one.code === undefined ? { ...one, code, message, wayOut } : one,
      )
      return { ...profile, documents: listed, problems }
    },
    hasTrials: async (source) => hasTrials(source ?? (await opened())),
    match: async (profile, { trials, ...options }) => judgeAll(profile, trials ?? (await opened()), options),
    database: opened,
    async serve(options) {
      // Loaded while the database opens; the other commands do without it.
      const [database, { servePlace }] = await Promise.all([opened(), import('./serve-place.ts')])
      return servePlace(config, database, options)
    },
    async [Symbol.asyncDispose]() {
      // One that could not be opened has said so to whoever asked for it, and there is nothing to close.
      await database?.then(
        (one) => one.close(),
        () => {},
      )
    },
  }
}
