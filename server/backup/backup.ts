import { AppError } from '@carefolio/core/record/errors.ts'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { MIGRATIONS } from '../db/migrations.ts'
import type { Tables } from '../db/tables.ts'
import type { ByteStore } from '../vault/byte-store.ts'
import type { Keyring } from '../vault/person-keys.ts'
import { type Item, packed } from './items.ts'
import { type BackupLock, sealedBackup } from './seal-backup.ts'
import { TABLES } from './tables.ts'
import { writeWhole } from './write-whole.ts'

export type BackupProgress = { rows: number; files: number; total: number }
/** `missing`: originals that should be there and could not be read; the backup is without them. */
export type BackupDone = { bytes: number; rows: number; files: number; missing: number }

/** What stands in a backup, in this order. */
export type BackupHeads =
  | { is: 'start'; migrations: number }
  /** The text of the key file, where the backup is sealed by a passphrase. */
  | { is: 'key' }
  /** A JSON list of rows. */
  | { is: 'rows'; table: (typeof TABLES)[number] }
  /** A sealed original. */
  | { is: 'file'; name: string }
  /** Originals of the rows above that were removed by their owner meanwhile, and such whose bytes could not be read. */
  | { is: 'without'; removed: string[]; missing: string[] }
  | { is: 'end'; rows: number; files: number }

type Needs = {
  database: Pick<Database, 'sql' | 'kind'>
  store: ByteStore
  keyring: Keyring
  lock: BackupLock
  /** The text of the key file, to go into the backup; only with a passphrase. */
  keyText?: string | undefined
  now: () => Date
  signal?: AbortSignal | undefined
  onProgress?: ((progress: BackupProgress) => void) | undefined
}

/**
 * Writes everything that is kept to one sealed file: the database as of one moment, and the originals it names, as they lie in the store.
 * Memory stays the same however much there is. Throws `file-there`, `cannot-write`, `key-change-unfinished`, `store-unavailable`.
 */
export async function backUp(path: string, needs: Needs): Promise<BackupDone> {
  const done: BackupDone = { bytes: 0, rows: 0, files: 0, missing: 0 }
  const { database, keyring, lock, now } = needs
  const other = await database.sql
    .selectFrom('person_key')
    .select('person_id')
    .where('master_key', '!=', keyring.current.id)
    .executeTakeFirst()
  if (other !== undefined || (keyring.earlier?.length ?? 0) > 0) throw new AppError('key-change-unfinished')
  done.bytes = await writeWhole(path, sealedBackup(packed(itemsOf(needs, done)), lock, now()))
  return done
}

async function* itemsOf(needs: Needs, done: BackupDone): AsyncGenerator<Item<BackupHeads>> {
  const { database, keyText, signal, onProgress } = needs
  yield { head: { is: 'start', migrations: MIGRATIONS.length } }
  if (keyText !== undefined) yield { head: { is: 'key' }, body: once(keyText) }
  const moment = await database.sql.startTransaction().execute()
  try {
    await sql`set transaction isolation level repeatable read, read only`.execute(moment)
    const { n } = await moment
      .selectFrom('original')
      .select(moment.fn.countAll<number>().as('n'))
      .where('removed_at', 'is', null)
      .executeTakeFirstOrThrow()
    const tell = () => onProgress?.({ rows: done.rows, files: done.files, total: Number(n) })
    for (const table of TABLES)
      for await (const rows of rowsOf(moment, sql`${sql.table(table)}`)) {
        if (signal?.aborted) throw new AppError('interrupted')
        done.rows += rows.length
        tell()
        yield { head: { is: 'rows', table }, body: once(`[${rows.join(',')}]`) }
      }
    const without = { removed: [] as string[], missing: [] as string[] }
    // One connection is all that the embedded database has, and nobody else can change what is kept there.
    const today = database.kind === 'embedded' ? moment : database.sql
    for await (const rows of rowsOf(
      moment,
      sql`(select person_id, id, object from original where removed_at is null order by person_id, id)`,
    ))
      for (const row of rows) {
        if (signal?.aborted) throw new AppError('interrupted')
        const { person_id, id, object } = JSON.parse(row) as { person_id: string; id: string; object: string }
        const name = `${person_id}/${object}`
        let isWhole = true
        const broken = () => {
          isWhole = false
        }
        yield { head: { is: 'file', name }, body: untilBroken(needs.store.read(name), broken) }
        if (isWhole) done.files++
        else if (await isStillKept(today, person_id, id)) without.missing.push(name)
        else without.removed.push(name)
        done.missing = without.missing.length
        tell()
      }
    if (without.removed.length + without.missing.length > 0) yield { head: { is: 'without', ...without } }
    yield { head: { is: 'end', rows: done.rows, files: done.files } }
  } finally {
    // A connection that broke cannot be rolled back, and what broke it is what must be told.
    await moment
      .rollback()
      .execute()
      .catch(() => {})
  }
}

/** The rows of a table or query as JSON that the database writes itself, a few at a time: as many as weigh about a megabyte. */
async function* rowsOf(work: Kysely<Tables>, source: ReturnType<typeof sql>): AsyncGenerator<string[]> {
  const cursor = sql.raw(`backup_${crypto.randomUUID().replaceAll('-', '')}`)
  await sql`declare ${cursor} no scroll cursor for select row_to_json(t)::text as line from ${source} as t`.execute(work)
  for (let many = 1; ; ) {
    const { rows } = await sql<{ line: string }>`fetch forward ${sql.raw(String(many))} from ${cursor}`.execute(work)
    if (rows.length === 0) break
    const lines = rows.map(({ line }) => line)
    yield lines
    const weight = lines.reduce((sum, line) => sum + line.length, 0) / lines.length
    many = Math.min(many * 2, MOST_ROWS, Math.max(1, Math.floor(ABOUT / weight)))
  }
  await sql`close ${cursor}`.execute(work)
}

const ABOUT = 1_000_000
const MOST_ROWS = 1000

/** What can be read of a file: one that is gone or broken must not cost the others their backup. */
async function* untilBroken(bytes: AsyncIterable<Uint8Array>, onBroken: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'damaged-original') throw error
    onBroken()
  }
}

async function isStillKept(work: Kysely<Tables>, person: string, id: string): Promise<boolean> {
  const row = work.selectFrom('original').select('id').where('person_id', '=', person).where('id', '=', id).where('removed_at', 'is', null)
  return (await row.executeTakeFirst()) !== undefined
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
