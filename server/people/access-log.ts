import type { LogEntry } from '@carefolio/core/api/people.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { type Keyring, keysOf } from '../vault/person-keys.ts'
import { sealText, unsealText } from '../vault/sealed-text.ts'

/** Who did what with a person's data. The same within an hour is one line that counts. */
export type AccessLog = {
  /**
   * Durable when it settles. What is only a look (`isLook`), and was told within this hour already, is counted in memory and kept within seconds: to
   * write it each time would have everybody wait for the disk. A power cut may cost such counts, never that somebody looked.
   */
  add(entry: LogLine & { isLook: boolean }): Promise<void>
  /** Keeps what was counted in memory only. */
  keep(): Promise<void>
  /** Newest first, a page of those before a time, without some actions. */
  list(
    person: string,
    before: Date | undefined,
    words: (action: string) => string,
    without?: readonly string[],
  ): Promise<{ entries: LogEntry[]; more: boolean }>
}

export type LogLine = { person: string; account: string; who: string; level: string; action: string }

const AT_ONCE = 100
const KEEP_AFTER_MS = 5000

/** A line of the database that this process has written to: `first` settles when it is there; `more` looks since then, the last of them at `last`. */
type Counted = { line: LogLine; hour: Date; first: Promise<void>; more: number; last: Date }

export function accessLogIn(
  database: Pick<Database, 'sql'>,
  keyring: Keyring,
  now: () => Date,
  onFault: (error: unknown) => void = () => {},
): AccessLog {
  const { sql: db } = database
  const counted = new Map<string, Counted>()
  let keeping: NodeJS.Timeout | undefined

  async function keep(): Promise<void> {
    clearTimeout(keeping)
    keeping = undefined
    const hour = hourOf(now())
    const due = [...counted.values()].filter(({ more }) => more > 0)
    for (const [key, one] of counted) if (one.hour < hour) counted.delete(key)
    if (due.length === 0) return
    const rows = due.map(({ line: { person, account, level, action }, hour, more, last }) => {
      return sql`(${person}, ${account}, ${level}, ${action}, ${hour}::timestamptz, ${more}::integer, ${last}::timestamptz)`
    })
    for (const one of due) one.more = 0
    await sql`update access_log set times = times + more.n, last_at = greatest(last_at, more.at)
      from (values ${sql.join(rows)}) as more (person_id, account_id, level, action, hour, n, at)
      where access_log.person_id = more.person_id and access_log.account_id = more.account_id
        and access_log.level = more.level and access_log.action = more.action and access_log.hour = more.hour`.execute(db)
  }

  return {
    keep,
    async add({ isLook, ...line }) {
      const at = now()
      const hour = hourOf(at)
      const key = [line.person, line.account, line.level, line.action, hour.getTime()].join(' ')
      const known = counted.get(key)
      if (known && isLook) {
        await known.first
        known.more++
        known.last = at
        keeping ??= setTimeout(() => void keep().catch(onFault), KEEP_AFTER_MS).unref()
        return
      }
      const first = write(line, hour, at)
      if (!known) counted.set(key, { line, hour, first, more: 0, last: at })
      await first.catch((error: unknown) => {
        if (!known) counted.delete(key)
        throw error
      })
    },
    async list(person, before, words, without = []) {
      await keep()
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

  async function write({ person, account, who, level, action }: LogLine, hour: Date, at: Date): Promise<void> {
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
  }
}

const HOUR_MS = 3_600_000
const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)
const placeOf = (person: string, account: string) => `access_log.who ${person} ${account}`
