import type { LogEntry } from '@carefolio/core/api/people.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { type Keyring, keysOf } from '../vault/person-keys.ts'
import { sealText, unsealText } from '../vault/sealed-text.ts'
import { writeTogether } from './write-together.ts'

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

/** A line of the database, of one hour. */
type Line = LogLine & { hour: Date }
/** One that this process has written to: `first` settles when it is there; `more` looks since then, the last of them at `last`. */
type Counted = { line: Line; first: Promise<void>; more: number; last: Date }

export function accessLogIn(
  database: Pick<Database, 'sql'>,
  keyring: Keyring,
  now: () => Date,
  onFault: (error: unknown) => void = () => {},
): AccessLog {
  const { sql: db } = database
  const counted = new Map<string, Counted>()
  let keeping: NodeJS.Timeout | undefined
  const write = writeTogether<{ line: Line; at: Date }>(insert)

  async function keep(): Promise<void> {
    clearTimeout(keeping)
    keeping = undefined
    const due = [...counted.values()].filter(({ more }) => more > 0)
    const hour = hourOf(now())
    for (const [key, one] of counted) if (one.line.hour < hour) counted.delete(key)
    if (due.length === 0) return
    const rows = due.map(({ line: { person, account, level, action, hour }, more, last }) => {
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
    async add({ isLook, ...entry }) {
      const at = now()
      const line = { ...entry, hour: hourOf(at) }
      const known = counted.get(keyOf(line))
      if (known && isLook) {
        await known.first
        known.more++
        known.last = at
        keeping ??= setTimeout(() => void keep().catch(onFault), KEEP_AFTER_MS).unref()
        return
      }
      const first = write({ line, at })
      if (!known) counted.set(keyOf(line), { line, first, more: 0, last: at })
      await first.catch((error: unknown) => {
        if (!known) counted.delete(keyOf(line))
        throw error
      })
    },
    async list(person, before, words, without = []) {
      // What is not on the first page, whole, is looked for by when it was last: then that must be there.
      if (before !== undefined) await keep()
      let rows = await rowsOf(person, before, without)
      if (before === undefined && rows.length > AT_ONCE) {
        await keep()
        rows = await rowsOf(person, before, without)
      }
      const { values } = await keysOf(database, keyring, person)
      const entries = rows.slice(0, AT_ONCE).map((row) => {
        const { person_id, account_id: account, level, action, hour } = row
        const since = counted.get(keyOf({ person: person_id, account, level, action, hour }))
        const last = since && since.more > 0 && since.last > row.last_at ? since.last : row.last_at
        return {
          first: row.first_at.toISOString(),
          last: last.toISOString(),
          times: row.times + (since?.more ?? 0),
          who: unsealText(row.who, values, placeOf(person, account)),
          level,
          action,
          words: words(action),
        }
      })
      return { entries: entries.toSorted((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0)), more: rows.length > AT_ONCE }
    },
  }

  function rowsOf(person: string, before: Date | undefined, without: readonly string[]) {
    return db
      .selectFrom('access_log')
      .selectAll()
      .where('person_id', '=', person)
      .$if(before !== undefined, (query) => query.where('last_at', '<', before ?? now()))
      .$if(without.length > 0, (query) => query.where('action', 'not in', without))
      .orderBy('last_at', 'desc')
      .limit(AT_ONCE + 1)
      .execute()
  }

  /** One row for the same line however often it is in a lot. */
  async function insert(lot: readonly { line: Line; at: Date }[]): Promise<void> {
    const rows = [...Map.groupBy(lot, ({ line }) => keyOf(line)).values()].flatMap(async (same) => {
      const [first, last] = [same[0], same.at(-1)]
      if (!first || !last) return []
      const { person, account, who, level, action, hour } = first.line
      const { values } = await keysOf(database, keyring, person)
      return {
        person_id: person,
        account_id: account,
        level,
        action,
        hour,
        who: sealText(who, values, placeOf(person, account)),
        first_at: first.at,
        last_at: last.at,
        times: same.length,
      }
    })
    await db
      .insertInto('access_log')
      .values((await Promise.all(rows)).flat())
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'account_id', 'level', 'action', 'hour']).doUpdateSet((row) => ({
          last_at: sql`greatest(access_log.last_at, ${row.ref('excluded.last_at')})`,
          times: sql`access_log.times + ${row.ref('excluded.times')}`,
        })),
      )
      .execute()
  }
}

const keyOf = ({ person, account, level, action, hour }: Omit<Line, 'who'>) => [person, account, level, action, hour.getTime()].join(' ')
const HOUR_MS = 3_600_000
const hourOf = (at: Date) => new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)
const placeOf = (person: string, account: string) => `access_log.who ${person} ${account}`
