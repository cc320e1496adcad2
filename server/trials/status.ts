import { OPEN_STATUSES } from '@carefolio/core/record/trial.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

export type TrialStatus = {
  trials: number
  open: number
  /** Newest "last update posted" among them. */
  lastUpdate?: string
  /** When something new or changed was last fetched or imported. */
  fetchedAt?: string
  /** The registry's data version that the last finished sync brought, and when it finished. */
  dataTimestamp?: string
  syncedAt?: string
  /** True when a sync was begun and not finished: the next one goes on from there. */
  unfinished: boolean
}

/** How many trials are kept, and how fresh they are. */
export async function trialStatus({ sql: database }: Pick<Database, 'sql'>): Promise<TrialStatus> {
  const counted = await database
    .selectFrom('trial')
    .select((select) => [
      select.fn.countAll<number>().as('trials'),
      sql<number>`count(*) filter (where status in (${sql.join([...OPEN_STATUSES])}))`.as('open'),
      select.fn.max('last_update').as('lastUpdate'),
      sql<Date | null>`max(fetched_at)`.as('fetchedAt'),
    ])
    .executeTakeFirstOrThrow()
  const states = await database.selectFrom('trial_sync').select(['name', 'state', 'updated_at']).execute()
  const done = states.find(({ name }) => name === 'done')
  return {
    trials: Number(counted.trials),
    open: Number(counted.open),
    ...(counted.lastUpdate ? { lastUpdate: counted.lastUpdate } : {}),
    ...(counted.fetchedAt ? { fetchedAt: counted.fetchedAt.toISOString() } : {}),
    ...(done ? { dataTimestamp: String(JSON.parse(done.state).dataTimestamp), syncedAt: done.updated_at.toISOString() } : {}),
    unfinished: states.some(({ name }) => name === 'under way'),
  }
}
