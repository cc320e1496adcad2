import { setTimeout as after } from 'node:timers/promises'
import { AppError } from '@carefolio/core/record/errors.ts'
import pg from 'pg'

/**
 * Says that a PostgreSQL database is in use, until disposed of: any number may serve it, and what changes all of it needs it alone. The
 * embedded database is open in one process only, so that there is nothing to hold. Throws `place-running` or `database-unavailable`.
 */
export async function holdDatabase({ databaseUrl }: { databaseUrl?: string }, how: 'serve' | 'alone'): Promise<AsyncDisposable> {
  if (databaseUrl === undefined) return { async [Symbol.asyncDispose]() {} }
  let isOver = false
  const hold = async (): Promise<pg.Client> => {
    const own = await held(databaseUrl, how)
    // Whoever serves goes on with new connections when the server was started anew, and so must this one.
    if (how === 'serve') own.once('end', () => void holdAgain())
    return own
  }
  let client = await hold()
  async function holdAgain(): Promise<void> {
    while (!isOver) {
      await after(AGAIN_MS, undefined, { ref: false })
      const own = isOver ? undefined : await hold().catch(() => undefined)
      if (own === undefined) continue
      client = own
      if (isOver) await own.end().catch(() => {})
      return
    }
  }
  return {
    async [Symbol.asyncDispose]() {
      isOver = true
      await client.end().catch(() => {})
    },
  }
}

async function held(databaseUrl: string, how: 'serve' | 'alone'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000, keepAlive: true })
  // That the line broke is told by its end; without a listener it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    const ask = how === 'serve' ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock'
    const { rows } = await client.query<{ held: boolean }>(`select ${ask}(${HOLD}) as held`)
    if (rows[0]?.held !== true) throw new AppError('place-running')
    return client
  } catch (cause) {
    await client.end().catch(() => {})
    throw cause instanceof AppError ? cause : new AppError('database-unavailable', { cause })
  }
}

const AGAIN_MS = 1000
/** Any number that nobody else locks in this database; another one than that of the migrations. */
const HOLD = 7_340_112_500
