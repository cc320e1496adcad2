import { createHmac } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { z } from 'zod'
import type { Database } from '../db/database.ts'
import { type Keyring, keysOf } from '../vault/person-keys.ts'
import { sealText, unsealText } from '../vault/sealed-text.ts'

/** What people told of a person, each a small value under a name of its own: a correction, an answer, a mark on a trial. */
export type PersonValues = {
  /** `at` says its place in the order; now unless given. Throws `person-full` where there are too many. */
  put(person: string, kind: ValueKind, name: string, value: unknown, at?: Date): Promise<void>
  /** In the order given. */
  list<T>(person: string, kind: ValueKind, shape: z.ZodType<T>): Promise<T[]>
  /** Whether there was one. */
  remove(person: string, kind: ValueKind, name: string): Promise<boolean>
}
export const VALUE_KINDS = ['correction', 'answer', 'mark', 'trials-seen', 'own-records'] as const
/** Of each kind; nobody says so much by hand. */
const MOST = 5000
export type ValueKind = (typeof VALUE_KINDS)[number]

/** Values are sealed with the person's key, and their names are hashed by it: which trial somebody saved tells something of them. */
export function valuesIn(database: Pick<Database, 'sql'>, keyring: Keyring, now: () => Date): PersonValues {
  const { sql: db } = database
  const idOf = (names: Uint8Array, kind: ValueKind, name: string) =>
    createHmac('sha256', names).update(`${kind} ${name}`).digest('base64url')
  return {
    async put(person, kind, name, value, at = now()) {
      const { names, values } = await keysOf(database, keyring, person)
      const id = idOf(names, kind, name)
      const { n } = await db
        .selectFrom('person_value')
        .select(db.fn.countAll<number>().as('n'))
        .where('person_id', '=', person)
        .where('kind', '=', kind)
        .where('value_id', '!=', id)
        .executeTakeFirstOrThrow()
      if (Number(n) >= MOST) throw new AppError('person-full')
      const row = { sealed: sealText(JSON.stringify(value), values, placeOf(person, kind, id)), at }
      await db
        .insertInto('person_value')
        .values({ person_id: person, kind, value_id: id, ...row })
        .onConflict((conflict) => conflict.columns(['person_id', 'kind', 'value_id']).doUpdateSet(row))
        .execute()
    },
    async list(person, kind, shape) {
      const { values } = await keysOf(database, keyring, person)
      const rows = await db
        .selectFrom('person_value')
        .selectAll()
        .where('person_id', '=', person)
        .where('kind', '=', kind)
        .orderBy('at')
        .orderBy('value_id')
        .execute()
      return rows.map(({ value_id, sealed }) => shape.parse(JSON.parse(unsealText(sealed, values, placeOf(person, kind, value_id)))))
    },
    async remove(person, kind, name) {
      const { names } = await keysOf(database, keyring, person)
      const { numDeletedRows } = await db
        .deleteFrom('person_value')
        .where('person_id', '=', person)
        .where('kind', '=', kind)
        .where('value_id', '=', idOf(names, kind, name))
        .executeTakeFirst()
      return Number(numDeletedRows) > 0
    },
  }
}

const placeOf = (person: string, kind: ValueKind, id: string) => `person_value ${person} ${kind} ${id}`
