import { randomBytes } from 'node:crypto'
import type { Unfinished } from '@carefolio/core/api/originals.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import type { ByteStore } from '../vault/byte-store.ts'
import type { Originals } from '../vault/originals.ts'
import { type Keyring, keysOf } from '../vault/person-keys.ts'
import { seal, unseal } from '../vault/sealed-stream.ts'
import { sealText, unsealText } from '../vault/sealed-text.ts'
import type { Scan } from './scan.ts'

/** Files that come in pieces, so that a broken connection costs no more than one. Pieces lie sealed in the store until the last is there. */
export type Uploads = {
  start(person: string, file: { name: string; bytes: number; mark?: string | undefined }): Promise<string>
  /** Those that are not whole yet. */
  list(person: string): Promise<Unfinished[]>
  /** Forgets one, with the pieces that are here. Throws `upload-unknown`. */
  drop(person: string, upload: string): Promise<void>
  /** Throws `upload-unknown`. */
  state(person: string, upload: string): Promise<{ next: number; bytes: number }>
  /**
   * Keeps a piece; with the last one the file becomes an original, and sent again (the answer may have been lost) it gives the same answer. Throws
   * `upload-unknown`, `upload-elsewhere`, `too-large`, and `too-many-requests` where too many pieces of one person come at once.
   */
  piece(person: string, upload: string, at: number, bytes: AsyncIterable<Uint8Array>): Promise<{ next: number; kept?: Became }>
  /** Forgets all uploads of a person. */
  removeAll(person: string): Promise<void>
  /** Forgets uploads that nobody went on with since `before`. */
  tidy(before: Date): Promise<void>
  /** Of these objects of the store those that are pieces of uploads. */
  known(names: readonly string[]): Promise<ReadonlySet<string>>
}

/** The original that an upload became; `isAgain`: it was told before. */
export type Became = { id: string; isNew: boolean; isAgain: boolean }

type Needs = { database: Pick<Database, 'sql'>; keyring: Keyring; store: ByteStore; originals: Originals; scan: Scan; now: () => Date }
/** `id` tells the bytes of two pieces that came for the same place at the same moment: one of them counts. */
type Piece = { from: number; to: number; id?: string }

const MOST_AT_ONCE = 16
/** Of one file: a caller who sends it byte by byte would fill its row. */
const MOST_PIECES = 20_000

export function uploadsIn({ database, keyring, store, originals, scan, now }: Needs): Uploads {
  const { sql: db } = database
  /** How many pieces of each person are coming just now. */
  const arriving = new Map<string, number>()
  const find = async (person: string, upload: string) => {
    const row = await db.selectFrom('upload').selectAll().where('person_id', '=', person).where('upload_id', '=', upload).executeTakeFirst()
    if (!row) throw new AppError('upload-unknown')
    const pieces = JSON.parse(row.pieces) as Piece[]
    return { ...row, bytes: Number(row.bytes), pieces, next: row.kept === null ? (pieces.at(-1)?.to ?? 0) : Number(row.bytes) }
  }
  const forget = async (person: string, upload: string, pieces: readonly Piece[]) => {
    await db.deleteFrom('upload').where('person_id', '=', person).where('upload_id', '=', upload).execute()
    await removePieces(person, upload, pieces)
  }
  const removePieces = async (person: string, upload: string, pieces: readonly Piece[]) => {
    for (const piece of pieces) await store.remove(nameOf(person, upload, piece))
  }

  async function* whole(person: string, upload: string, pieces: readonly Piece[], key: Uint8Array): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) yield* unseal(store.read(nameOf(person, upload, piece)), key, `${person} ${upload} ${piece.from}`)
  }

  return {
    async start(person, { name, bytes, mark }) {
      const { values } = await keysOf(database, keyring, person)
      const upload = `u-${randomBytes(9).toString('hex')}`
      await db
        .insertInto('upload')
        .values({
          person_id: person,
          upload_id: upload,
          sealed: sealText(JSON.stringify({ name, mark }), values, placeOf(person, upload)),
          bytes,
          pieces: '[]',
          at: now(),
        })
        .execute()
      return upload
    },
    async list(person) {
      const { values } = await keysOf(database, keyring, person)
      const rows = await db
        .selectFrom('upload')
        .selectAll()
        .where('person_id', '=', person)
        .where('kept', 'is', null)
        .orderBy('at')
        .execute()
      return rows.map(({ upload_id: upload, sealed, bytes, pieces }) => ({
        upload,
        ...toldIn(unsealText(sealed, values, placeOf(person, upload))),
        bytes: Number(bytes),
        next: (JSON.parse(pieces) as Piece[]).at(-1)?.to ?? 0,
      }))
    },
    async drop(person, upload) {
      const { pieces } = await find(person, upload)
      await forget(person, upload, pieces)
    },
    async state(person, upload) {
      const { next, bytes } = await find(person, upload)
      return { next, bytes }
    },
    async piece(person, upload, at, bytes) {
      const coming = arriving.get(person) ?? 0
      if (coming >= MOST_AT_ONCE) throw new AppError('too-many-requests')
      arriving.set(person, coming + 1)
      try {
        return await pieceOf(person, upload, at, bytes)
      } finally {
        const left = (arriving.get(person) ?? 1) - 1
        if (left > 0) arriving.set(person, left)
        else arriving.delete(person)
      }
    },
    async removeAll(person) {
      const rows = await db.selectFrom('upload').select(['upload_id', 'pieces']).where('person_id', '=', person).execute()
      for (const { upload_id, pieces } of rows) await forget(person, upload_id, JSON.parse(pieces) as Piece[])
    },
    async tidy(before) {
      const old = await db.selectFrom('upload').select(['person_id', 'upload_id', 'pieces']).where('at', '<', before).execute()
      for (const { person_id, upload_id, pieces } of old) await forget(person_id, upload_id, JSON.parse(pieces) as Piece[])
    },
    async known(names) {
      const uploads = [...new Set(names.flatMap((name) => /^[^/]+\/(u-[0-9a-f]+)-/.exec(name)?.[1] ?? []))]
      if (uploads.length === 0) return new Set()
      const rows = await db.selectFrom('upload').select(['person_id', 'upload_id', 'pieces']).where('upload_id', 'in', uploads).execute()
      return new Set(
        rows.flatMap(({ person_id, upload_id, pieces }) =>
          (JSON.parse(pieces) as Piece[]).map((piece) => nameOf(person_id, upload_id, piece)),
        ),
      )
    },
  }

  async function pieceOf(person: string, upload: string, at: number, bytes: AsyncIterable<Uint8Array>): ReturnType<Uploads['piece']> {
    const { originals: key, values } = await keysOf(database, keyring, person)
    const row = await find(person, upload)
    if (row.kept !== null) return answeredBefore(person, row.kept, row.next, bytes)
    if (row.next !== at) throw new AppError('upload-elsewhere', { detail: `next is ${row.next}` })
    if (row.pieces.length >= MOST_PIECES) throw new AppError('too-large')
    let length = 0
    const counted = (async function* () {
      for await (const piece of bytes) {
        length += piece.length
        if (at + length > row.bytes) throw new AppError('too-large')
        yield piece
      }
    })()
    const draft = await store.draft(seal(counted, key, `${person} ${upload} ${at}`))
    const own: Piece = { from: at, to: at + length, id: randomBytes(6).toString('hex') }
    const pieces = length === 0 ? row.pieces : [...row.pieces, own]
    if (length > 0) await draft.keepAs(nameOf(person, upload, own))
    else await draft.discard()
    const { numUpdatedRows } = await db
      .updateTable('upload')
      .set({ pieces: JSON.stringify(pieces), at: now() })
      .where('person_id', '=', person)
      .where('upload_id', '=', upload)
      .where('pieces', '=', row.pieces.length === 0 ? '[]' : JSON.stringify(row.pieces))
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0) {
      if (length > 0) await store.remove(nameOf(person, upload, own))
      throw new AppError('upload-elsewhere')
    }
    const next = at + length
    if (next < row.bytes) return { next }
    const { name } = toldIn(unsealText(row.sealed, values, placeOf(person, upload)))
    const { id, isNew } = await originals
      .keep(person, scan(whole(person, upload, pieces, key)), { name, at: now() })
      .catch(async (error: unknown) => {
        if (error instanceof AppError && error.code === 'file-refused') await forget(person, upload, pieces)
        throw error
      })
    // What is known of it stays for a while, should the answer not arrive.
    await db
      .updateTable('upload')
      .set({ kept: JSON.stringify({ id, isNew } satisfies z.infer<typeof Kept>), pieces: '[]', at: now() })
      .where('person_id', '=', person)
      .where('upload_id', '=', upload)
      .execute()
    await removePieces(person, upload, pieces)
    return { next, kept: { id, isNew, isAgain: false } }
  }

  /** The answer to the last piece, once more. The file may be deleted since: then nothing of the upload is known. */
  async function answeredBefore(
    person: string,
    told: string,
    next: number,
    bytes: AsyncIterable<Uint8Array>,
  ): ReturnType<Uploads['piece']> {
    for await (const _ of bytes);
    const kept = Kept.parse(JSON.parse(told))
    await originals.get(person, kept.id).catch((error: unknown) => {
      throw error instanceof AppError && error.code === 'original-unknown' ? new AppError('upload-unknown') : error
    })
    return { next, kept: { ...kept, isAgain: true } }
  }
}

const Kept = z.object({ id: z.string(), isNew: z.boolean() })
const Told = z.object({ name: z.string(), mark: z.string().optional() })
/** What was sealed when it began: a value in JSON, or the name alone, as places of before kept it. */
function toldIn(text: string): z.infer<typeof Told> {
  try {
    return Told.parse(JSON.parse(text))
  } catch {
    return { name: text }
  }
}

const nameOf = (person: string, upload: string, { from, id }: Piece) => `${person}/${upload}-${from}${id === undefined ? '' : `-${id}`}`
const placeOf = (person: string, upload: string) => `upload ${person} ${upload}`
