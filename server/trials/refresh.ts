import type { Database } from '../db/database.ts'
import type { RegistryClient } from './registry-client.ts'
import { saveRecords } from './store.ts'
import type { SyncProgress } from './sync.ts'

type Context = { fields: readonly string[]; dataTimestamp: string; now: () => Date; onProgress: (progress: SyncProgress) => void }

/**
 * Reads all trials that may be or become open once more by their ids, so that nothing a search no longer finds grows stale; an id that was
 * merged into another leads to that one.
 */
export async function refreshOpenTrials(
  database: Pick<Database, 'sql'>,
  client: RegistryClient,
  { fields, dataTimestamp, now, onProgress }: Context,
): Promise<{ fetched: number; changed: number }> {
  const rows = await database.sql
    .selectFrom('trial')
    .select('id')
    .where('data_timestamp', 'is not', null)
    .where('status', 'in', MAY_OPEN)
    .orderBy('id')
    .execute()
  const result = { fetched: 0, changed: 0 }
  for (let i = 0; i < rows.length; i += 100) {
    const batch = rows.slice(i, i + 100).map(({ id }) => id)
    const studies = await client.studies(batch, fields)
    const saved = await saveRecords(database, studies, { at: now(), dataTimestamp })
    result.fetched += studies.length
    result.changed += saved.added + saved.changed
    onProgress({ step: 'open trials by id', fetched: result.fetched, total: rows.length })
  }
  return result
}

const MAY_OPEN = ['RECRUITING', 'NOT_YET_RECRUITING', 'ENROLLING_BY_INVITATION', 'AVAILABLE', 'SUSPENDED', 'TEMPORARILY_NOT_AVAILABLE']
