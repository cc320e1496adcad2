import { createHmac } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { ByteStore } from './byte-store.ts'
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
  /** Gone for good when it settles; started, it is finished by `tidy` even if the process dies. */
  remove(person: string, id: string): Promise<void>
  /** Destroys the person's key, which makes everything kept of them noise, then the rows and bytes. */
  removePerson(person: string): Promise<void>
  /** Finishes what a killed process left: removals under way, drafts, bytes without a row older than `before`. */
  tidy(before: Date): Promise<{ removed: number }>
  /** Reads every original of everybody whole and names those that are not what was kept. */
  scrub(signal?: AbortSignal): Promise<{ read: number; damaged: { person: string; id: string }[] }>
}

export function originalsIn(database: Pick<Database, 'sql'>, store: ByteStore, keyring: Keyring): Originals {
  const { sql: db } = database

  async function* readWith(keys: PersonKeys, person: string, id: string): AsyncGenerator<Uint8Array> {
    const hash = createHmac('sha256', keys.names)
    for await (const piece of unseal(store.read(`${person}/${id}`), keys.originals, person)) {
      hash.update(piece)
      yield piece
    }
    // Another file of the same person put in its place opens well; only its content tells.
    if (hash.digest('hex') !== id) throw new AppError('damaged-original')
  }

  /** Removes bytes, then the row, while nobody else can keep the same content anew. */
  async function finishRemoval(person: string, id: string): Promise<void> {
    await db.transaction().execute(async (work) => {
      await lockOriginal(work, person, id)
      const row = await original(work, person, id).where('removed_at', 'is not', null).executeTakeFirst()
      if (!row) return
      await store.remove(`${person}/${id}`)
      await work.deleteFrom('original').where('person_id', '=', person).where('id', '=', id).execute()
    })
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
        // What counts is what was there when it was kept: a moment later somebody may remove it.
        const { kept, isNew } = await db.transaction().execute(async (work) => {
          await lockOriginal(work, person, id)
          const before = await original(work, person, id).executeTakeFirst()
          await draft.keepAs(`${person}/${id}`)
          if (before?.removed_at === null) return { kept: before, isNew: false }
          const row = { name: sealText(name, keys.values, placeOfName(person, id)), bytes: length, received_at: at, removed_at: null }
          await work
            .insertInto('original')
            .values({ person_id: person, id, ...row })
            .onConflict((conflict) => conflict.columns(['person_id', 'id']).doUpdateSet(row))
            .execute()
          return { kept: { person_id: person, id, ...row }, isNew: true }
        })
        return { ...plainOriginal(kept, keys), isNew }
      } catch (error) {
        await draft.discard()
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
      yield* readWith(keys, person, id)
    },
    async remove(person, id) {
      const { numUpdatedRows } = await db
        .updateTable('original')
        .set({ removed_at: sql<Date>`now()` })
        .where('person_id', '=', person)
        .where('id', '=', id)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      if (Number(numUpdatedRows) === 0) throw new AppError('original-unknown')
      await finishRemoval(person, id)
    },
    async removePerson(person) {
      const rows = await db.selectFrom('original').select('id').where('person_id', '=', person).execute()
      await db.transaction().execute(async (work) => {
        await work.deleteFrom('original').where('person_id', '=', person).execute()
        await work.deleteFrom('person_key').where('person_id', '=', person).execute()
      })
      for (const { id } of rows) await store.remove(`${person}/${id}`)
    },
    async tidy(before) {
      const leaving = await db.selectFrom('original').select(['person_id', 'id']).where('removed_at', 'is not', null).execute()
      for (const { person_id, id } of leaving) await finishRemoval(person_id, id)
      let removed = leaving.length + (await store.removeDrafts(before))
      for await (const { name, at } of store.names()) {
        const [person = '', id = ''] = name.split('/')
        // Pieces of uploads are no originals: those who take them in tidy them.
        if (at >= before || id.startsWith('u-')) continue
        removed += await db.transaction().execute(async (work) => {
          await lockOriginal(work, person, id)
          if (await original(work, person, id).executeTakeFirst()) return 0
          await store.remove(name)
          return 1
        })
      }
      return { removed }
    },
    async scrub(signal) {
      const rows = await db.selectFrom('original').select(['person_id', 'id']).where('removed_at', 'is', null).execute()
      const damaged: { person: string; id: string }[] = []
      for (const { person_id: person, id } of rows) {
        signal?.throwIfAborted()
        if (!(await isWhole(person, id))) damaged.push({ person, id })
      }
      return { read: rows.length, damaged }
    },
  }

  async function isWhole(person: string, id: string): Promise<boolean> {
    try {
      for await (const _ of readWith(await keysOf(database, keyring, person), person, id));
      return true
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'damaged-original') throw error
      // Removed meanwhile is not damaged.
      return (await original(db, person, id).where('removed_at', 'is', null).executeTakeFirst()) === undefined
    }
  }
}

const placeOfName = (person: string, id: string) => `original.name ${person} ${id}`

const plainOriginal = (
  { person_id, id, name, bytes, received_at }: { person_id: string; id: string; name: string; bytes: number; received_at: Date },
  { values }: PersonKeys,
): Original => ({ id, name: unsealText(name, values, placeOfName(person_id, id)), bytes, receivedAt: received_at })

const original = (work: Kysely<Tables>, person: string, id: string) =>
  work.selectFrom('original').selectAll().where('person_id', '=', person).where('id', '=', id)

/** Until the end of the transaction nobody else keeps or removes this original. */
async function lockOriginal(work: Kysely<Tables>, person: string, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${person}/${id}`}, 0))`.execute(work)
}

async function* passing(bytes: AsyncIterable<Uint8Array>, see: (piece: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    see(piece)
    yield piece
  }
}
