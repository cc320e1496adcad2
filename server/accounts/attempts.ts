import { createHash } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

/** Wrong tries to sign in, counted for an address (whether there is an account or not) and for where they come from. */
export type Attempts = {
  /** Counts a try before it is made, so that tries at the same time cannot all pass; a right one is taken back. Throws `sign-in-locked` with the seconds to wait. */
  begin(subjects: readonly Subject[]): Promise<void>
  takeBack(subjects: readonly Subject[]): Promise<void>
  succeeded(subject: Subject): Promise<void>
  /** Forgets what was counted before; no lock lasts so long. */
  tidy(before: Date): Promise<void>
}
/** `most` wrong tries within a quarter of an hour, then a lock that grows with each further one up to an hour. */
export type Subject = { name: string; most: number }

export function attemptsIn({ sql: db }: Pick<Database, 'sql'>, now: () => Date): Attempts {
  const key = (name: string) => createHash('sha256').update(`attempt ${name}`).digest('base64url')
  const count = async (work: Database['sql'], { name, most }: Subject) => {
    const at = now()
    const row = await work.selectFrom('attempt').selectAll().where('subject', '=', key(name)).forUpdate().executeTakeFirst()
    const goesOn = row !== undefined && (at.getTime() - row.first_at.getTime() < WINDOW_MS || (row.locked_until ?? at) > at)
    const failures = goesOn ? row.failures + 1 : 1
    const lock = failures < most ? null : new Date(at.getTime() + Math.min(LONGEST_MS, MINUTE_MS * 2 ** Math.min(10, failures - most)))
    const value = { failures, first_at: goesOn ? row.first_at : at, locked_until: lock }
    await work
      .insertInto('attempt')
      .values({ subject: key(name), ...value })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet(value))
      .execute()
  }
  return {
    async begin(subjects) {
      await db.transaction().execute(async (work) => {
        // Always in one order, so that two tries never wait for each other.
        for (const subject of subjects.toSorted((a, b) => a.name.localeCompare(b.name))) {
          await sql`select pg_advisory_xact_lock(hashtextextended(${key(subject.name)}, 0))`.execute(work)
          const row = await work.selectFrom('attempt').select('locked_until').where('subject', '=', key(subject.name)).executeTakeFirst()
          const seconds = Math.ceil(((row?.locked_until?.getTime() ?? 0) - now().getTime()) / 1000)
          if (seconds > 0) throw new AppError('sign-in-locked', { detail: `in ${seconds} seconds` })
        }
        for (const subject of subjects) await count(work, subject)
      })
    },
    async takeBack(subjects) {
      for (const { name, most } of subjects) {
        await db
          .updateTable('attempt')
          .set(({ eb, ref }) => ({
            failures: eb('failures', '-', 1),
            locked_until: eb.case().when(ref('failures'), '<=', most).then(null).else(ref('locked_until')).end(),
          }))
          .where('subject', '=', key(name))
          .where('failures', '>', 0)
          .execute()
      }
    },
    async succeeded({ name }) {
      await db.deleteFrom('attempt').where('subject', '=', key(name)).execute()
    },
    async tidy(before) {
      await db.deleteFrom('attempt').where('first_at', '<', before).execute()
    },
  }
}

const MINUTE_MS = 60_000
const WINDOW_MS = 15 * MINUTE_MS
const LONGEST_MS = 60 * MINUTE_MS

/** Where a call comes from, for counting: an IPv6 network of 64 bits is one caller, since it is given to one. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - tail.split(':').filter(Boolean).length) }, () => '0')
  return [...groups, ...missing, ...(tail?.split(':').filter(Boolean) ?? [])].slice(0, 4).join(':')
}
