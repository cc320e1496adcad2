import type { Database } from '../db/database.ts'
import { recordsOf } from './records.ts'

/** Whether a file or folder holds a registry record at all, or the database a trial. Throws `not-found` or `no-access` for the path. */
export async function hasTrials(source: string | Pick<Database, 'sql'>): Promise<boolean> {
  if (typeof source !== 'string') return (await source.sql.selectFrom('trial').select('id').limit(1).executeTakeFirst()) !== undefined
  for await (const found of recordsOf(source)) if ('record' in found) return true
  return false
}
