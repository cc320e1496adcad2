import { AppError } from '@carefolio/core/record/errors.ts'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { FIELDS } from './fields.ts'
import { refreshOpenTrials } from './refresh.ts'
import { RegistryClient, type RegistryOptions, TokenExpired } from './registry-client.ts'
import { saveRecords } from './store.ts'
import { keepState, stateOf } from './sync-state.ts'

/** `step` in plain words; `fetched` and `total` count the trials of this step, `total` being the registry's own count where it gave one. */
export type SyncProgress = { step: string; fetched: number; total?: number }
/** `fetched` trials came, of which `changed` are new or changed; `unreadable` could not be read and were left out. */
export type Synced = { fetched: number; changed: number; unreadable: number; dataTimestamp: string; upToDate: boolean }
export type SyncOptions = Omit<RegistryOptions, 'now'> & {
  onProgress?: (progress: SyncProgress) => void
  /** The time of day that records are marked with. */
  now?: () => Date
  /** Milliseconds, for the pace of requests. */
  clock?: () => number
  pageSize?: number
}

/**
 * Brings the kept trials up to the registry's data: everything once, then what was updated since. Searches wide, because a narrow search
 * loses pivotal and basket trials; which trials suit a person is decided here, not there. Each page is kept together with the place reached,
 * so that a sync that was stopped, or killed, goes on from there. When the registry's data moves meanwhile, what moved is fetched too.
 * Once a week all open trials are read again by id.
 */
export async function syncTrials(database: Pick<Database, 'sql'>, options: SyncOptions): Promise<Synced> {
  const { now: timeOfDay = () => new Date(), clock, pageSize = 1000, onProgress = () => {}, ...rest } = options
  const client = new RegistryClient({ ...rest, ...(clock ? { now: clock } : {}) })
  const result: Synced = { fetched: 0, changed: 0, unreadable: 0, dataTimestamp: '', upToDate: false }
  const done = await stateOf(database, 'done', Done)
  let version = await client.version()
  let underWay = await stateOf(database, 'under way', UnderWay)
  if (done?.dataTimestamp === version && !underWay) return { ...result, dataTimestamp: version, upToDate: true }
  const fields = await client.knownFields(FIELDS)

  let base = done?.dataTimestamp
  for (let round = 0; round < MOST_ROUNDS; round++) {
    underWay ??= begin(version, base)
    // Page tokens are tied to the data they were given for.
    if (underWay.dataTimestamp !== version) underWay = { ...underWay, dataTimestamp: version, token: undefined }
    await fetchAll(underWay)
    // Everything is surely here as of the version that this round began with.
    const reached = underWay.begun
    base = reached
    result.dataTimestamp = reached
    await database.sql.transaction().execute(async (work) => {
      await keepState(work, 'done', { dataTimestamp: reached }, timeOfDay())
      await work.deleteFrom('trial_sync').where('name', '=', 'under way').execute()
    })
    underWay = undefined
    version = await client.version()
    if (version === reached) break
  }
  const refreshed = await stateOf(database, 'refreshed', Refreshed)
  const isDue = timeOfDay().getTime() - Date.parse(refreshed?.at ?? '1970-01-01') > REFRESH_EVERY
  if (done && isDue) {
    const again = await refreshOpenTrials(database, client, { fields, dataTimestamp: version, now: timeOfDay, onProgress })
    result.fetched += again.fetched
    result.changed += again.changed
  }
  if (!done || isDue) await keepState(database.sql, 'refreshed', { at: timeOfDay().toISOString() }, timeOfDay())
  return result

  async function fetchAll(from: UnderWay): Promise<void> {
    let place: UnderWay = { ...from }
    let restarts = 0
    let fetched = 0
    let total: number | undefined
    for (let search = SEARCHES[place.search]; search; search = SEARCHES[place.search]) {
      const query = { ...search.query, ...since(place.since), fields: fields.join(',') }
      try {
        const page = await client.page(query, pageSize, place.token)
        total = page.total ?? total
        const next: UnderWay =
          page.next === undefined ? { ...place, search: place.search + 1, token: undefined } : { ...place, token: page.next }
        const origin = { at: timeOfDay(), dataTimestamp: place.dataTimestamp }
        const saved = await saveRecords(database, page.studies, origin, (work) => keepState(work, 'under way', next, origin.at))
        fetched += page.studies.length
        result.fetched += page.studies.length
        result.changed += saved.added + saved.changed
        result.unreadable += saved.unreadable.length
        onProgress({ step: search.name, fetched, ...(total === undefined ? {} : { total }) })
        if (next.search !== place.search) [fetched, total, restarts] = [0, undefined, 0]
        place = next
      } catch (error) {
        if (!(error instanceof TokenExpired)) throw error
        if (++restarts > MOST_RESTARTS) throw new AppError('registry-answer', { detail: 'its page tokens expire at once', cause: error })
        place = { ...place, token: undefined }
        fetched = 0
      }
    }
  }
}

/** Not narrowed by status, so that a trial that closes is seen to close. */
const SEARCHES: readonly { name: string; query: Readonly<Record<string, string>> }[] = [
  { name: 'breast cancer', query: { 'query.cond': 'breast cancer OR breast neoplasm OR breast carcinoma' } },
  {
    name: 'solid tumours',
    query: {
      'query.cond': 'solid tumor OR solid tumour OR advanced cancer OR metastatic cancer OR neoplasm metastasis OR brain metastases',
    },
  },
]
const ONLY_TREATING = 'AREA[StudyType](INTERVENTIONAL OR EXPANDED_ACCESS)'
const MOST_ROUNDS = 4
const MOST_RESTARTS = 3

/** Updates posted from two days before a data version on: the registry's days and ours need not end at the same hour. */
function since(day: string | undefined): Record<string, string> {
  return { 'filter.advanced': day === undefined ? ONLY_TREATING : `${ONLY_TREATING} AND AREA[LastUpdatePostDate]RANGE[${day},MAX]` }
}

function begin(dataTimestamp: string, last: string | undefined): UnderWay {
  const at = last === undefined ? Number.NaN : Date.parse(`${last.slice(0, 10)}T00:00:00Z`)
  const day = Number.isNaN(at) ? undefined : new Date(at - 2 * 86_400_000).toISOString().slice(0, 10)
  return { begun: dataTimestamp, dataTimestamp, search: 0, since: day }
}

const Refreshed = z.object({ at: z.string() })
const REFRESH_EVERY = 7 * 86_400_000

const Done = z.object({ dataTimestamp: z.string() })
/**
 * How far a sync has come: which search, from which page on, and since which day when it is not the first. `begun` is the data version
 * that it began with, `dataTimestamp` the one its token belongs to.
 */
const UnderWay = z.object({
  begun: z.string(),
  dataTimestamp: z.string(),
  search: z.number().int(),
  since: z.string().optional(),
  token: z.string().optional(),
})
type UnderWay = { begun: string; dataTimestamp: string; search: number; since?: string | undefined; token?: string | undefined }
