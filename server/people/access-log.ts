import type { LogEntry } from '@carefolio/core/api/people.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { type Keyring, keysOf } from '../vault/person-keys.ts'
import { sealText, unsealText } from '../vault/sealed-text.ts'

/** Who did what with a person's data. The same within an hour is one line that counts. */
export type AccessLog = {
  add(entry: { person: string; account: string; who: string; level: string; action: string }): Promise<void>
  /** Newest first, a page of those before a time, without some actions. */
  list(
    person: string,
    before: Date | undefined,
    words: (action: string) => string,
    without?: readonly string[],
  ): Promise<{ entries: LogEntry[]; more: boolean }>
}

const AT_ONCE = 100

export function accessLogIn(database: Pick<Database, 'sql'>, keyring: Keyring, now: () => Date): AccessLog {
  const { sql: db } = database
  return {
    async add({ person, account, who, level, action }) {
      const at = now()
      const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)
      const { values } = await keysOf(database, keyring, person)
      await db
        .insertInto('access_log')
        .values({
          person_id: person,
          account_id: account,
          level,
          action,
          hour,
          who: sealText(who, values, placeOf(person, account)),
          first_at: at,
          last_at: at,
          times: 1,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['person_id', 'account_id', 'level', 'action', 'hour'])
            .doUpdateSet({ last_at: at, times: sql`access_log.times + 1` }),
        )
        .execute()
    },
    async list(person, before, words, without = []) {
      const { values } = await keysOf(database, keyring, person)
      const rows = await db
        .selectFrom('access_log')
        .selectAll()
        .where('person_id', '=', person)
        .$if(before !== undefined, (query) => query.where('last_at', '<', before ?? now()))
        .$if(without.length > 0, (query) => query.where('action', 'not in', without))
        .orderBy('last_at', 'desc')
        .limit(AT_ONCE + 1)
        .execute()
      const entries = rows.slice(0, AT_ONCE).map((row) => ({
        first: row.first_at.toISOString(),
        last: row.last_at.toISOString(),
        times: row.times,
        who: unsealText(row.who, values, placeOf(person, row.account_id)),
        level: row.level,
        action: row.action,
        words: words(row.action),
      }))
      return { entries, more: rows.length > AT_ONCE }
    },
  }
}

const HOUR_MS = 3_600_000
const placeOf = (person: string, account: string) => `access_log.who ${person} ${account}`
