import { DocumentLine, Reading } from '@carefolio/core/api/originals.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import { AppError, type ErrorCode, problem } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { type Keyring, keysOf, type PersonKeys } from '../vault/person-keys.ts'
import { sealValue, unsealValue } from '../vault/sealed-value.ts'
import { type Claim, isHeldBy, type ReadingQueue, readingQueue } from './reading-queue.ts'

/** What was read from an original: the file itself first, then what was inside it. */
export type WhatWasRead = { document: Document; line: DocumentLine; facts: readonly Fact[] }[]
export type Progress = { step: string; file?: string; page?: number; pages?: number }

/**
 * The readings: which originals wait, are being read, were read.
 *
 *     waiting ─► reading ─► read | not-read      waiting, reading ─► stopped      any ─► waiting (read again)
 */
export type Readings = ReadingQueue & {
  /** Says how far it is and holds it on. False when it was stopped, deleted or taken over meanwhile. */
  progress(claim: Claim, progress: Progress): Promise<boolean>
  /** Keeps what was read in one step, in place of what was read before. False when it was stopped, deleted or taken over meanwhile. */
  keep(claim: Claim, read: WhatWasRead): Promise<boolean>
  /** What became of each original of a person that has a reading, or of one alone. */
  states(person: string, original?: string): Promise<Map<string, Reading>>
  /** The same with what was found in each. */
  found(person: string, original?: string): Promise<{ states: Map<string, Reading>; lines: Map<string, DocumentLine[]> }>
  /** How many wait or are being read. */
  unread(person: string): Promise<number>
  /** All that was read of a person. */
  all(person: string): Promise<{ documents: Document[]; facts: Fact[] }>
  document(person: string, original: string, id: string): Promise<{ document: Document; line: DocumentLine } | undefined>
}

export function readingsIn(database: Pick<Database, 'sql'>, keyring: Keyring, now: () => Date): Readings {
  const { sql: db } = database
  const queue = readingQueue(database, now)
  return {
    ...queue,
    async progress(claim, progress) {
      const { person, original } = claim
      if (!(await queue.hold(claim))) return false
      const { values } = await keysOf(database, keyring, person)
      await db
        .updateTable('reading')
        .set({ progress: sealValue(progress, values, placeOf(person, original, 'progress')) })
        .where('person_id', '=', person)
        .where('original_id', '=', original)
        .where(isHeldBy(claim))
        .execute()
      return true
    },
    async keep(claim, read) {
      const { person, original } = claim
      const { values } = await keysOf(database, keyring, person)
      const rows = read.map(({ document, line, facts }, place) => ({
        person_id: person,
        original_id: original,
        place,
        line: sealValue(line, values, placeOf(person, original, `line ${place}`)),
        document: sealValue(document, values, placeOf(person, original, `document ${place}`)),
        facts: sealValue(facts, values, placeOf(person, original, `facts ${place}`)),
      }))
      const [first] = read
      const unread = read.length === 1 && first && !first.document.read ? (first.document.problems[0]?.code ?? 'read-crashed') : null
      return db.transaction().execute(async (work) => {
        const held = await work
          .updateTable('reading')
          .set({
            state: unread === null ? 'read' : 'not-read',
            code: unread,
            claim: null,
            held_until: null,
            ended_at: now(),
            progress: null,
            killed: 0,
          })
          .where('person_id', '=', person)
          .where('original_id', '=', original)
          .where(isHeldBy(claim))
          .executeTakeFirst()
        if (Number(held.numUpdatedRows) === 0) return false
        await work.deleteFrom('read_document').where('person_id', '=', person).where('original_id', '=', original).execute()
        for (const row of rows) await work.insertInto('read_document').values(row).execute()
        await work.updateTable('person').set({ revision: sql`revision + 1` }).where('person_id', '=', person).execute()
        return true
      })
    },
    states: async (person, original) => (await foundOf(person, original)).states,
    found: foundOf,
    async unread(person) {
      const { n } = await db
        .selectFrom('reading')
        .select(db.fn.countAll<number>().as('n'))
        .where('person_id', '=', person)
        .where('state', 'in', ['waiting', 'reading'])
        .executeTakeFirstOrThrow()
      return Number(n)
    },
    async all(person) {
      const { values } = await keysOf(database, keyring, person)
      const rows = await db
        .selectFrom('read_document')
        .innerJoin('original', (join) =>
          join.onRef('original.person_id', '=', 'read_document.person_id').onRef('original.id', '=', 'read_document.original_id'),
        )
        .select(['read_document.original_id', 'read_document.place', 'read_document.document', 'read_document.facts'])
        .where('read_document.person_id', '=', person)
        .where('original.removed_at', 'is', null)
        .orderBy('original.received_at')
        .orderBy('read_document.original_id')
        .orderBy('read_document.place')
        .execute()
      const documents: Document[] = []
      const facts: Fact[] = []
      for (const { original_id, place, ...row } of rows) {
        documents.push(unsealValue(row.document, values, placeOf(person, original_id, `document ${place}`)) as Document)
        for (const fact of unsealValue(row.facts, values, placeOf(person, original_id, `facts ${place}`)) as Fact[]) facts.push(fact)
      }
      return { documents, facts }
    },
    async document(person, original, id) {
      const keys = await keysOf(database, keyring, person)
      const lines = (await linesOf(person, keys, original)).get(original) ?? []
      const place = lines.findIndex((line) => line.id === id)
      const line = lines[place]
      if (!line) return undefined
      const row = await db
        .selectFrom('read_document')
        .select('document')
        .where('person_id', '=', person)
        .where('original_id', '=', original)
        .where('place', '=', place)
        .executeTakeFirst()
      return row && { line, document: unsealValue(row.document, keys.values, placeOf(person, original, `document ${place}`)) as Document }
    },
  }

  async function foundOf(person: string, original?: string): ReturnType<Readings['found']> {
    const keys = await keysOf(database, keyring, person)
    const [rows, lines] = await Promise.all([
      db
        .selectFrom('reading')
        .selectAll()
        .where('person_id', '=', person)
        .$if(original !== undefined, (query) => query.where('original_id', '=', original ?? ''))
        .execute(),
      linesOf(person, keys, original),
    ])
    const ahead = rows.some(({ state }) => state === 'waiting') ? await queue.ahead(person) : new Map<string, number>()
    const states = rows.map((row): [string, Reading] => {
      const own = lines.get(row.original_id) ?? []
      return [row.original_id, stateOf(row, own, ahead.get(row.original_id) ?? 0, keys)]
    })
    return { lines, states: new Map(states) }
  }

  async function linesOf(person: string, { values }: PersonKeys, original?: string): Promise<Map<string, DocumentLine[]>> {
    const rows = await db
      .selectFrom('read_document')
      .select(['original_id', 'place', 'line'])
      .where('person_id', '=', person)
      .$if(original !== undefined, (query) => query.where('original_id', '=', original ?? ''))
      .orderBy('original_id')
      .orderBy('place')
      .execute()
    const found = new Map<string, DocumentLine[]>()
    for (const { original_id, place, line } of rows) {
      const parsed = DocumentLine.parse(unsealValue(line, values, placeOf(person, original_id, `line ${place}`)))
      found.set(original_id, [...(found.get(original_id) ?? []), parsed])
    }
    return found
  }
}

type Row = { person_id: string; original_id: string; state: string; code: string | null; progress: string | null; ended_at: Date | null }

function stateOf(row: Row, lines: readonly DocumentLine[], ahead: number, { values }: PersonKeys): Reading {
  const at = (row.ended_at ?? new Date(0)).toISOString()
  switch (row.state) {
    case 'reading': {
      const progress = row.progress === null ? {} : unsealValue(row.progress, values, placeOf(row.person_id, row.original_id, 'progress'))
      return Reading.parse({ state: 'reading', step: 'open the file', ...(progress as object) })
    }
    case 'read': {
      const problems = lines.flatMap((line) => line.problems)
      return { state: 'read', at, facts: lines.reduce((sum, { facts }) => sum + facts, 0), problems }
    }
    case 'not-read': {
      // What a reader found is told in its own words; else what the catalogue says.
      const own = lines.length === 1 ? lines[0]?.problems.find((one) => one.code === row.code) : undefined
      const { code, message, wayOut } = own ?? problem((row.code ?? 'read-crashed') as ErrorCode)
      return { state: 'not-read', at, code, message, wayOut }
    }
    case 'stopped':
      return { state: 'stopped' }
    case 'waiting':
      return { state: 'waiting', ahead }
    default:
      throw new AppError('our-fault', { detail: 'a reading of no known state' })
  }
}

const placeOf = (person: string, original: string, what: string) => `reading ${person} ${original} ${what}`
