import { createReadStream } from 'node:fs'
import { AppError } from '@carefolio/core/record/errors.ts'
import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import { type Database, openDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { MIGRATIONS } from '../db/migrations.ts'
import type { Tables } from '../db/tables.ts'
import type { ByteStore } from '../vault/byte-store.ts'
import { unpacked } from './items.ts'
import { type BackupHead, type BackupLock, openedBackup } from './seal-backup.ts'
import { LEFT_OUT, TABLES } from './tables.ts'

type Filled = {
  database: Database
  rows: number
  files: number
  keyText?: string
  /** Takes everything out again. */
  empty(): Promise<void>
}
type Needs = {
  databaseUrl: string | undefined
  /** Of the embedded database. */
  folder: string
  store: ByteStore
  lockOf: (head: BackupHead) => Promise<BackupLock>
  signal: AbortSignal | undefined
  onProgress: ((progress: { rows: number; files: number; step: 'restoring' }) => void) | undefined
}

const Head = z.discriminatedUnion('is', [
  z.object({ is: z.literal('start'), migrations: z.int().min(1) }),
  z.object({ is: z.literal('key') }),
  z.object({ is: z.literal('rows'), table: z.enum(TABLES) }),
  z.object({ is: z.literal('file'), name: z.string() }),
  z.object({ is: z.literal('without'), removed: z.array(z.string()), missing: z.array(z.string()) }),
  z.object({ is: z.literal('end'), rows: z.number(), files: z.number() }),
])

/** Puts the rows and originals of a backup into an empty database and store, all of them or none. Throws `not-empty` and what is wrong with the backup. */
export async function fillPlace(path: string, needs: Needs): Promise<Filled> {
  const { databaseUrl, folder, store, lockOf } = needs
  for await (const _ of store.names()) throw new AppError('not-empty', { detail: 'the store of originals' })
  const items = unpacked(openedBackup(bytesOf(path), lockOf))[Symbol.asyncIterator]()
  const first = await items.next()
  const start = first.done ? undefined : headOf(first.value.head)
  if (start?.is !== 'start') throw new AppError('backup-damaged')
  if (start.migrations > MIGRATIONS.length) throw new AppError('backup-newer')
  const database = await openDatabase({ data: folder, databaseUrl }, start.migrations)
  const empty = async () => {
    if (database.kind === 'server') {
      await using again = await openDatabase({ data: folder, databaseUrl })
      await sql`truncate ${sql.join(TABLES.map((table) => sql.table(table)))}`.execute(again.sql)
    }
    for await (const { name } of store.names()) await store.remove(name)
  }
  // Until this is sure nothing may be taken out: it is not ours.
  await checkEmpty(database.sql).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  try {
    const done = await fill(items, database.sql, needs)
    await migrate(database.sql)
    return { database, empty, ...done }
  } catch (error) {
    await database.close()
    await empty().catch(() => {})
    throw error
  }
}

async function fill(
  items: AsyncIterator<{ head: unknown; body: AsyncIterable<Uint8Array> }>,
  database: Database['sql'],
  { store, signal, onProgress }: Needs,
): Promise<{ rows: number; files: number; keyText?: string }> {
  const done: { rows: number; files: number; keyText?: string } = { rows: 0, files: 0 }
  let isWhole = false
  const moment = await database.startTransaction().execute()
  try {
    for (let next = await items.next(); !next.done; next = await items.next()) {
      if (signal?.aborted) throw new AppError('interrupted')
      const { body } = next.value
      const head = headOf(next.value.head)
      switch (head.is) {
        case 'key':
          done.keyText = await textOf(body)
          break
        case 'rows':
          done.rows += await insert(moment, head.table, await textOf(body))
          break
        case 'file':
          await (await store.draft(body)).keepAs(head.name)
          done.files++
          break
        case 'without':
          for (const name of [...head.removed, ...head.missing]) await store.remove(name)
          done.files -= head.removed.length + head.missing.length
          await forget(moment, head.removed)
          break
        case 'end':
          isWhole = head.rows === done.rows && head.files === done.files
          break
        case 'start':
          throw new AppError('backup-damaged')
      }
      onProgress?.({ rows: done.rows, files: done.files, step: 'restoring' })
    }
    if (!isWhole) throw new AppError('backup-damaged')
    await moment.commit().execute()
  } catch (error) {
    await moment
      .rollback()
      .execute()
      .catch(() => {})
    throw error
  }
  return done
}

/** How many rows there were. */
async function insert(work: Kysely<Tables>, table: (typeof TABLES)[number], lines: string): Promise<number> {
  const name = sql.table(table)
  try {
    const added = await sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${lines}::json)`.execute(work)
    return Number(added.numAffectedRows ?? 0)
  } catch (cause) {
    throw new AppError('cannot-write', { cause, detail: `table ${table}` })
  }
}

async function forget(work: Kysely<Tables>, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const [person = '', object = ''] = name.split('/')
    // Tables of an earlier version named objects by the id.
    const isIt = sql<boolean>`coalesce(to_jsonb(original) ->> 'object', id) = ${object}`
    await work.deleteFrom('original').where('person_id', '=', person).where(isIt).execute()
  }
}

/** Tables without rows are no matter: a restore that failed leaves them. */
async function checkEmpty(database: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_name <> 'migration'`.execute(database)
  const known: ReadonlySet<string> = new Set([...TABLES, ...LEFT_OUT])
  for (const { name } of rows) {
    if (!known.has(name)) throw new AppError('not-empty', { detail: 'the database' })
    const { rows: one } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(database)
    if (one.length > 0) throw new AppError('not-empty', { detail: 'the database' })
  }
}

function headOf(head: unknown): z.infer<typeof Head> {
  const parsed = Head.safeParse(head)
  if (!parsed.success) throw new AppError('backup-damaged', { cause: parsed.error })
  return parsed.data
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString('utf8')
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path, { highWaterMark: 262_144 })) yield piece as Buffer
  } catch (cause) {
    throw new AppError('not-found', { cause, detail: 'the backup' })
  }
}
