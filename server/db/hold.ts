import { AppError } from '@carefolio/core/record/errors.ts'
import pg from 'pg'

/**
 * Says that a PostgreSQL database is in use, until disposed of: any number may serve it, and what changes all of it needs it alone. The
 * embedded database is open in one process only, so that there is nothing to hold. Throws `place-running` or `database-unavailable`.
 */
export async function holdDatabase({ databaseUrl }: { databaseUrl?: string }, how: 'serve' | 'alone'): Promise<AsyncDisposable> {
  if (databaseUrl === undefined) return { async [Symbol.asyncDispose]() {} }
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, keepAlive: true })
  // When the line breaks the hold is gone, and so is all else of the database: whoever works with it finds out there.
  client.on('error', () => {})
  try {
    await client.connect()
    const ask = how === 'serve' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock'
    const { rows } = await client.query<{ held: boolean }>(`select ${ask}(${HOLD}) as held`)
    if (rows[0]?.held !== true) throw new AppError('place-running')
  } catch (cause) {
    await client.end().catch(() => {})
    throw cause instanceof AppError ? cause : new AppError('database-unavailable', { cause })
  }
  return {
    async [Symbol.asyncDispose]() {
      await client.end().catch(() => {})
    },
  }
}

/** Any number that nobody else locks in this database; another one than that of the migrations. */
const HOLD = 7_340_112_500
