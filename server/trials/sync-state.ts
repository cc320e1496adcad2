import type { z } from 'zod'
import type { Database } from '../db/database.ts'

/** What a sync remembers from run to run, by name; nothing when it is not there or has another shape. */
export async function stateOf<T>(database: Pick<Database, 'sql'>, name: string, shape: z.ZodType<T>): Promise<T | undefined> {
  const row = await database.sql.selectFrom('trial_sync').select('state').where('name', '=', name).executeTakeFirst()
  if (!row) return undefined
  const state = shape.safeParse(JSON.parse(row.state))
  return state.success ? state.data : undefined
}

/** Remembers it, in the transaction given. */
export async function keepState(work: Database['sql'], name: string, state: object, at: Date): Promise<void> {
  const row = { name, state: JSON.stringify(state), updated_at: at }
  await work
    .insertInto('trial_sync')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}
