import { createHmac, randomBytes } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { ByteStore, Draft } from './byte-store.ts'
import { type Keyring, keysOf, type PersonKeys } from './person-keys.ts'
import { seal, unseal } from './sealed-stream.ts'
import { sealText, unsealText } from './sealed-text.ts'

/** A file as it was received. `id` follows from its content, by a key of the person's: the same file twice has one id. */
export type Original = { id: string; name: string; bytes: number; receivedAt: Date }

/** The files that people have given, sealed: bytes in a store, one row each in the database. */
export type Originals = {
  /**
   * Keeps a file. When this settles, bytes and row are durable; when it fails (`not-kept`, `person-unknown`), nothing of it counts.
   * The same content again gives the same id, keeps the first name, and is not new.
   */
  keep(person: string, bytes: AsyncIterable<Uint8Array>, received: { name: string; at: Date }): Promise<Original & { isNew: boolean }>
  /** In the order received. */
  list(person: string): Promise<Original[]>
  /** Throws `original-unknown`. */
  get(person: string, id: string): Promise<Original>
  /** The bytes as they came. Throws `original-unknown`, or `damaged-original` at the first byte that is not what was kept. */
  read(person: string, id: string): AsyncIterable<Uint8Array>
  /** Gone for good when it settles; started, it is finished by `finishRemovals` even if the process dies. */
  remove(person: string, id: string): Promise<void>
  /** Destroys the person's key, which makes everything kept of them noise, then the rows and bytes. */
  removePerson(person: string): Promise<void>
  /** Finishes removals that a killed process had begun; how many. */
  finishRemovals(): Promise<number>
  /** Of these objects of the store those that are originals. */
  known(names: readonly string[]): Promise<ReadonlySet<string>>
  /** Reads every original of everybody whole and names those that are not what was kept. */
  scrub(signal?: AbortSignal): Promise<{ read: number; damaged: { person: string; id: string }[] }>
}

type Row = { person_id: string; id: string; object: string; name: string; bytes: number; received_at: Date; removed_at: Date | null }

/**
 * Each file is kept as an object whose name nothing else ever has, and counts from the moment that a row names it. So no copy and no removal of bytes
 * needs a lock, and the database waits for no store, however slow that is.
 */
export function originalsIn(database: Pick<Database, 'sql'>, store: ByteStore, keyring: Keyring): Originals {
  const { sql: db } = database

  async function* readWith(keys: PersonKeys, row: Pick<Row, 'person_id' | 'id' | 'object'>): AsyncGenerator<Uint8Array> {
    const hash = createHmac('sha256', keys.names)
    for await (const piece of unseal(store.read(nameOf(row)), keys.originals, row.person_id)) {
      hash.update(piece)
      yield piece
    }
    // Another file of the same person put in its place opens well; only its content tells.
    if (hash.digest('hex') !== row.id) throw new AppError('damaged-original')
  }

  /** Removes bytes, then the row, unless the same content was given again meanwhile: then the row names another object. */
  async function finishRemoval(row: Pick<Row, 'person_id' | 'id' | 'object'>): Promise<void> {
    await store.remove(nameOf(row))
    await db
      .deleteFrom('original')
      .where('person_id', '=', row.person_id)
      .where('id', '=', row.id)
      .where('object', '=', row.object)
      .where('removed_at', 'is not', null)
      .execute()
  }

  /** Gives the bytes their name, then the row. False when somebody else kept the same content meanwhile; then theirs counts. */
  async function keepDraft(draft: Draft, row: Row, before: Row | undefined): Promise<boolean> {
    try {
      await draft.keepAs(nameOf(row))
      const kept = await db
        .insertInto('original')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['person_id', 'id'])
            .doUpdateSet(row)
            .where(sql<boolean>`original.removed_at is not null or original.object = ${before?.object ?? ''}`),
        )
        .returning('id')
        .executeTakeFirst()
      const [unused] = kept === undefined ? [row] : before ? [before] : []
      // What cannot be taken away now is found later among the objects without a row.
      if (unused) await store.remove(nameOf(unused)).catch(() => {})
      return kept !== undefined
    } catch (error) {
      await store.remove(nameOf(row)).catch(() => {})
      throw error
    }
  }

  return {
    async keep(person, bytes, { name, at }) {
      const keys = await keysOf(database, keyring, person)
      const hash = createHmac('sha256', keys.names)
      let length = 0
      const draft = await store.draft(
        seal(
          passing(bytes, (piece) => {
            hash.update(piece)
            length += piece.length
          }),
          keys.originals,
          person,
        ),
      )
      const id = hash.digest('hex')
      try {
        let before = await original(db, person, id).executeTakeFirst()
        if (before?.removed_at === null) {
          if (await opens(before)) {
            await draft.discard()
            return { ...plainOriginal(before, keys), isNew: false }
          }
          // Damaged, or removed just now.
          before = await original(db, person, id).executeTakeFirst()
        }
        const isThere = before?.removed_at === null
        const given = { name: sealText(name, keys.values, placeOfName(person, id)), bytes: length, received_at: at }
        const row: Row = {
          person_id: person,
          id,
          object: `o-${randomBytes(12).toString('hex')}`,
          removed_at: null,
          // What is mended stays what it was.
          ...(before?.removed_at === null ? { name: before.name, bytes: length, received_at: before.received_at } : given),
        }
        const isKept = await keepDraft(draft, row, before)
        return { ...plainOriginal(row, keys), isNew: isKept && !isThere }
      } catch (error) {
        await draft.discard().catch(() => {})
        throw error instanceof AppError ? error : new AppError('not-kept', { cause: error })
      }
    },
    async list(person) {
      const keys = await keysOf(database, keyring, person)
      const rows = await db
        .selectFrom('original')
        .selectAll()
        .where('person_id', '=', person)
        .where('removed_at', 'is', null)
        .orderBy('received_at')
        .orderBy('id')
        .execute()
      return rows.map((row) => plainOriginal(row, keys))
    },
    async get(person, id) {
      const keys = await keysOf(database, keyring, person)
      const row = await original(db, person, id).where('removed_at', 'is', null).executeTakeFirst()
      if (!row) throw new AppError('original-unknown')
      return plainOriginal(row, keys)
    },
    async *read(person, id) {
      const keys = await keysOf(database, keyring, person)
      const row = await original(db, person, id).where('removed_at', 'is', null).executeTakeFirst()
      if (!row) throw new AppError('original-unknown')
      yield* readWith(keys, row)
    },
    async remove(person, id) {
      const row = await db
        .updateTable('original')
        .set({ removed_at: sql<Date>`now()` })
        .where('person_id', '=', person)
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .returning(['person_id', 'id', 'object'])
        .executeTakeFirst()
      if (!row) throw new AppError('original-unknown')
      await finishRemoval(row)
    },
    async removePerson(person) {
      const rows = await db.transaction().execute(async (work) => {
        const gone = await work.deleteFrom('original').where('person_id', '=', person).returning(['person_id', 'object']).execute()
        await work.deleteFrom('person_key').where('person_id', '=', person).execute()
        return gone
      })
      keyring.known?.forget(person)
      for (const row of rows) await store.remove(nameOf(row))
    },
    async finishRemovals() {
      const leaving = await db.selectFrom('original').select(['person_id', 'id', 'object']).where('removed_at', 'is not', null).execute()
      for (const row of leaving) await finishRemoval(row)
      return leaving.length
    },
    async known(names) {
      if (names.length === 0) return new Set()
      const rows = await db
        .selectFrom('original')
        .select(['person_id', 'object'])
        .where(sql<string>`person_id || '/' || object`, 'in', names)
        .execute()
      return new Set(rows.map(nameOf))
    },
    async scrub(signal) {
      const rows = await db.selectFrom('original').selectAll().where('removed_at', 'is', null).execute()
      const damaged: { person: string; id: string }[] = []
      for (const row of rows) {
        signal?.throwIfAborted()
        if ((await opens(row)) || (await hasChanged(row))) continue
        damaged.push({ person: row.person_id, id: row.id })
      }
      return { read: rows.length, damaged }
    },
  }

  async function opens(row: Row): Promise<boolean> {
    try {
      for await (const _ of readWith(await keysOf(database, keyring, row.person_id), row));
      return true
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'damaged-original') throw error
      return false
    }
  }

  /** Removed meanwhile, or mended, is not damaged. */
  async function hasChanged(row: Row): Promise<boolean> {
    const now = await original(db, row.person_id, row.id).executeTakeFirst()
    return now?.object !== row.object || now.removed_at !== null
  }
}

const nameOf = ({ person_id, object }: Pick<Row, 'person_id' | 'object'>) => `${person_id}/${object}`
const placeOfName = (person: string, id: string) => `original.name ${person} ${id}`

const plainOriginal = ({ person_id, id, name, bytes, received_at }: Row, { values }: PersonKeys): Original => ({
  id,
  name: unsealText(name, values, placeOfName(person_id, id)),
  bytes,
  receivedAt: received_at,
})

const original = (work: Kysely<Tables>, person: string, id: string) =>
  work.selectFrom('original').selectAll().where('person_id', '=', person).where('id', '=', id)

async function* passing(bytes: AsyncIterable<Uint8Array>, see: (piece: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    see(piece)
    yield piece
  }
}
