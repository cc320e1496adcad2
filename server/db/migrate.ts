import { AppError } from '@carefolio/core/record/errors.ts'
import { type Kysely, sql } from 'kysely'
import { MIGRATIONS } from './migrations.ts'
import type { Tables } from './tables.ts'

/**
 * Applies the migrations that are missing, in order and all or none; only the first `upTo` of them where rows of that time are to be put in.
 * Throws `database-newer` when the tables are ahead of this program.
 */
export async function migrate(database: Kysely<Tables>, upTo = MIGRATIONS.length): Promise<void> {
  await database.transaction().execute(async (work) => {
    // Two servers that start at once on one database wait for each other here.
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(work)
    await sql`create table if not exists migration (
      number integer primary key, name text not null, applied_at timestamptz not null default now()
    )`.execute(work)
    const applied = await work.selectFrom('migration').select('number').orderBy('number').execute()
    const newest = applied.at(-1)?.number ?? 0
    if (newest > MIGRATIONS.length) throw new AppError('database-newer')
    for (const [place, { name, statements }] of [...MIGRATIONS.entries()].slice(newest, upTo)) {
      for (const statement of statements) await sql.raw(statement).execute(work)
      await work
        .insertInto('migration')
        .values({ number: place + 1, name })
        .execute()
    }
  })
}

/** Any number that nobody else locks in this database. */
const LOCK = 20_261_101
