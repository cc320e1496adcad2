import type { ErrorCode } from '@carefolio/core/record/errors.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

/** An original that this process has taken on to read. */
export type Claim = { person: string; original: string; attempts: number }

/** The queue of originals to be read: the rows of `reading` themselves, so that what is told and what is done cannot differ. */
export type ReadingQueue = {
  /** Puts an original at the end of the queue, also one that was read. */
  want(person: string, original: string): Promise<void>
  /** Makes an end of waiting or reading; whoever reads finds out at its next step. Whether there was anything to stop. */
  stop(person: string, original: string): Promise<boolean>
  /**
   * Takes the next on; two processes never get the same. People take turns: first whoever has least under way, then whose last turn is longest ago.
   * What was being read when the program died is read again one at a time, and given up (`reading-killed`) after three times.
   */
  take(): Promise<Claim | undefined>
  /** Puts it back, as if it had not been taken: the program is being stopped. */
  giveBack(claim: Claim): Promise<void>
  /** For this time it could not be read: again later, or not any more. */
  fail(claim: Claim, code: ErrorCode, again: boolean): Promise<void>
  /** How many are read before each of these originals, if people go on taking turns. */
  ahead(person: string): Promise<Map<string, number>>
  /** Puts what a killed process held, and originals without a reading, into the queue. `alone`: no other process works on this database. */
  recover(alone: boolean): Promise<void>
  /** How many wait or are being read, of everybody. */
  open(): Promise<number>
}

/** So long nobody else takes on what one process reads, unless it says it is still at it. */
export const HELD_MS = 5 * 60_000
const RETRY_MS = 20_000
const MOST_KILLED = 3
/** Any number that nobody else locks in this database. */
const LOCK = 20_261_125

export function readingQueue({ sql: db }: Pick<Database, 'sql'>, now: () => Date): ReadingQueue {
  const change = (person: string, original: string) =>
    db.updateTable('reading').where('person_id', '=', person).where('original_id', '=', original)

  /** Those whose reader died, the third time. `lost` says which rows those are. */
  const giveUp = (work: Database['sql'], lost: ReturnType<typeof sql<boolean>>) =>
    work
      .updateTable('reading')
      .set({ state: 'not-read', code: 'reading-killed', held_until: null, progress: null, ended_at: now() })
      .where('state', '=', 'reading')
      .where(lost)
      .where('killed', '>=', MOST_KILLED - 1)
      .execute()

  return {
    async want(person, original) {
      const row = {
        state: 'waiting',
        code: null,
        attempts: 0,
        killed: 0,
        wanted_at: now(),
        held_until: null,
        ended_at: null,
        progress: null,
      }
      await db
        .insertInto('reading')
        .values({ person_id: person, original_id: original, ...row })
        .onConflict((conflict) => conflict.columns(['person_id', 'original_id']).doUpdateSet(row))
        .execute()
    },
    async stop(person, original) {
      const { numUpdatedRows } = await change(person, original)
        .set({ state: 'stopped', held_until: null, progress: null, ended_at: now() })
        .where('state', 'in', ['waiting', 'reading'])
        .executeTakeFirst()
      return Number(numUpdatedRows) > 0
    },
    async take() {
      const at = now()
      return db.transaction().execute(async (work) => {
        // One at a time: else two could take what only one of them may.
        await sql`select pg_advisory_xact_lock(${LOCK})`.execute(work)
        await giveUp(work, sql<boolean>`held_until < ${at}`)
        const { rows } = await sql<{ person_id: string; original_id: string; attempts: number }>`
          with busy as (
            select person_id, count(*) as n, bool_or(killed > 0) as doubted from reading
            where state = 'reading' and held_until >= ${at} group by person_id
          )
          update reading set state = 'reading', attempts = attempts + 1, held_until = ${new Date(at.getTime() + HELD_MS)}, progress = null,
            killed = killed + case when state = 'reading' then 1 else 0 end
          where (person_id, original_id) in (
            select reading.person_id, original_id from reading
            join person on person.person_id = reading.person_id
            left join busy on busy.person_id = reading.person_id
            where ((state = 'waiting' and wanted_at <= ${at}) or (state = 'reading' and held_until < ${at}))
              and (not (killed > 0 or state = 'reading') or not exists (select from busy where doubted))
            order by coalesce(busy.n, 0), person.read_at nulls first, killed, wanted_at
            limit 1 for update of reading skip locked
          ) returning person_id, original_id, attempts`.execute(work)
        const [row] = rows
        if (!row) return undefined
        await work.updateTable('person').set({ read_at: at }).where('person_id', '=', row.person_id).execute()
        return { person: row.person_id, original: row.original_id, attempts: row.attempts }
      })
    },
    async giveBack({ person, original }) {
      await change(person, original)
        .set({ state: 'waiting', held_until: null, progress: null, attempts: sql`attempts - 1` })
        .where('state', '=', 'reading')
        .execute()
    },
    async fail({ person, original, attempts }, code, again) {
      const at = now()
      await change(person, original)
        .set({
          state: again ? 'waiting' : 'not-read',
          code,
          held_until: null,
          progress: null,
          ended_at: again ? null : at,
          wanted_at: again ? new Date(at.getTime() + RETRY_MS * 4 ** (attempts - 1)) : at,
        })
        .where('state', '=', 'reading')
        .execute()
    },
    async ahead(person) {
      const open = db.selectFrom('reading').where('state', 'in', ['waiting', 'reading'])
      const own = await open.select('original_id').where('person_id', '=', person).orderBy('wanted_at').execute()
      if (own.length === 0) return new Map()
      const others = await open.select(db.fn.countAll<number>().as('n')).where('person_id', '!=', person).groupBy('person_id').execute()
      return new Map(
        own.map(({ original_id }, place) => [original_id, others.reduce((sum, { n }) => sum + Math.min(Number(n), place + 1), place)]),
      )
    },
    async recover(alone) {
      if (alone) {
        const at = now()
        await giveUp(db, sql<boolean>`true`)
        await db
          .updateTable('reading')
          .set({
            state: 'waiting',
            held_until: null,
            progress: null,
            killed: sql`killed + 1`,
            // The first time it may have been a power cut; the second time others go first for a while.
            wanted_at: sql`case when killed = 0 then wanted_at else ${new Date(at.getTime() + RETRY_MS)}::timestamptz end`,
          })
          .where('state', '=', 'reading')
          .execute()
      }
      await sql`insert into reading (person_id, original_id, state, wanted_at)
        select person_id, id, 'waiting', received_at from original
        where removed_at is null and exists (select from person where person.person_id = original.person_id)
        on conflict do nothing`.execute(db)
    },
    async open() {
      const { n } = await db
        .selectFrom('reading')
        .select(db.fn.countAll<number>().as('n'))
        .where('state', 'in', ['waiting', 'reading'])
        .executeTakeFirstOrThrow()
      return Number(n)
    },
  }
}
