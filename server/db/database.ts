import { join } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { makeFolder } from '../writable-folder.ts'
import { embeddedDialect } from './embedded-dialect.ts'
import { takeLock } from './lock.ts'
import { migrate } from './migrate.ts'
import { openPgliteInWorker } from './pglite-in-worker.ts'
import type { Tables } from './tables.ts'

/** The open database: the same SQL on the embedded PostgreSQL of a data folder and on a PostgreSQL server. */
export type Database = AsyncDisposable & {
  kind: 'embedded' | 'server'
  sql: Kysely<Tables>
  close(): Promise<void>
}

/**
 * Opens the PostgreSQL server at `databaseUrl`, or else the embedded one in the folder `data`, and brings its tables up to date, or to what they
 * were after so many `migrations`. Throws `database-locked`, `database-newer` or `database-unavailable`.
 */
export async function openDatabase(config: { data: string; databaseUrl?: string | undefined }, migrations?: number): Promise<Database> {
  const { kind, sql, release } = config.databaseUrl ? openServer(config.databaseUrl) : await openEmbedded(config.data)
  let closing: Promise<void> | undefined
  const close = () => {
    closing ??= sql.destroy().finally(release)
    return closing
  }
  try {
    await migrate(sql, migrations)
  } catch (error) {
    await close().catch(() => {})
    throw error instanceof AppError ? error : new AppError('database-unavailable', { cause: error })
  }
  return { kind, sql, close, [Symbol.asyncDispose]: close }
}

type Opened = { kind: Database['kind']; sql: Kysely<Tables>; release: () => void }

function openServer(url: string): Opened {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 10_000, types: { getTypeParser: parserOf } })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // One that breaks in the midst of a query is told by that query's failure; and it would end the process just the same.
  pool.on('connect', (client) => client.on('error', () => {}))
  return { kind: 'server', sql: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), release: () => {} }
}

async function openEmbedded(data: string): Promise<Opened> {
  makeFolder(data, 0o700)
  const release = takeLock(join(data, 'database.lock'))
  try {
    const embedded = await openPgliteInWorker(join(data, 'database'))
    return { kind: 'embedded', sql: new Kysely<Tables>({ dialect: embeddedDialect(embedded) }), release }
  } catch (error) {
    release()
    throw new AppError('database-unavailable', { cause: error })
  }
}

/** Whole numbers of 8 bytes (counts) as numbers, as the embedded database gives them. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  return oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)
}
