import { randomBytes } from 'node:crypto'
import type { ErrorCode } from '@carefolio/core/record/errors.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

/** An original that this process has taken on to read. `token` is of this one taking: whoever lost it to another can change nothing any more. */
export type Claim = { person: string; original: string; attempts: number; token: string }

/** The queue of originals to be read: the rows of `reading` themselves, so that what is told and what is done cannot differ. */
export type ReadingQueue = {
  /** Puts an original at the end of the queue, also one that was read. */
  want(person: string, original: string): Promise<void>
  /** Makes an end of waiting or reading; whoever reads finds out at its next step. Whether there was anything to stop. */
  stop(person: string, original: string): Promise<boolean>
  /**
   * Takes the next on; two processes never get the same. People take turns: first whoever has least under way, then whose last turn is longest ago.
   * What was being read when the program died is read again one at a time, and given up (`reading-killed`) after three times. `own` is what this
   * process has under way: that is held on first, however long the computer slept, since it did not die.
   */
  take(own?: readonly Claim[]): Promise<Claim | undefined>
  /** Says that it is still being read here. False when it was stopped, deleted or taken over meanwhile; then it did not die of that either. */
  hold(claim: Claim): Promise<boolean>
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

/** What a reading that goes on looks like, also when it had been given up as deadly: whoever says so lives. */
export const STILL = { state: 'reading', code: null, ended_at: null } as const

/** Whether a row is still this process's to change. One given up as deadly by another is, until somebody wants it anew. */
export const isHeldBy = ({ token }: Claim) =>
  sql<boolean>`claim = ${token} and (state = 'reading' or (state = 'not-read' and code = 'reading-killed'))`

export function readingQueue({ sql: db }: Pick<Database, 'sql'>, now: () => Date): ReadingQueue {
  const change = (person: string, original: string) =>
    db.updateTable('reading').where('person_id', '=', person).where('original_id', '=', original)
  const heldUntil = () => new Date(now().getTime() + HELD_MS)

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
        claim: null,
        lost_claim: null,
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
        .set({ state: 'stopped', claim: null, held_until: null, progress: null, ended_at: now() })
        .where('state', 'in', ['waiting', 'reading'])
        .executeTakeFirst()
      return Number(numUpdatedRows) > 0
    },
    async take(own = []) {
      const at = now()
      const token = randomBytes(12).toString('hex')
      return db.transaction().execute(async (work) => {
        // One at a time: else two could take what only one of them may.
        await sql`select pg_advisory_xact_lock(${LOCK})`.execute(work)
        const tokens = own.map((claim) => claim.token)
        if (tokens.length > 0)
          await work
            .updateTable('reading')
            .set({ held_until: heldUntil() })
            .where('state', '=', 'reading')
            .where('claim', 'in', tokens)
            .execute()
        await giveUp(work, sql<boolean>`held_until < ${at}`)
        const { rows } = await sql<{ person_id: string; original_id: string; attempts: number }>`
          with busy as (
            select person_id, count(*) as n, bool_or(killed > 0) as doubted from reading
            where state = 'reading' and held_until >= ${at} group by person_id
          )
          update reading set state = 'reading', attempts = attempts + 1, held_until = ${heldUntil()}, progress = null,
            killed = killed + case when state = 'reading' then 1 else 0 end,
            lost_claim = case when state = 'reading' then claim end, claim = ${token}
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
        return { person: row.person_id, original: row.original_id, attempts: row.attempts, token }
      })
    },
    async hold(claim) {
      const { person, original, token } = claim
      const { numUpdatedRows } = await change(person, original)
        .set({ ...STILL, held_until: heldUntil() })
        .where(isHeldBy(claim))
        .executeTakeFirst()
      if (Number(numUpdatedRows) > 0) return true
      await change(person, original)
        .set({ killed: sql`killed - 1`, lost_claim: null })
        .where('lost_claim', '=', token)
        .where('killed', '>', 0)
        .execute()
      return false
    },
    async giveBack({ person, original, token }) {
      await change(person, original)
        .set({ state: 'waiting', claim: null, held_until: null, progress: null, attempts: sql`attempts - 1` })
        .where('state', '=', 'reading')
        .where('claim', '=', token)
        .execute()
    },
    async fail(claim, code, again) {
      const { person, original, attempts } = claim
      const at = now()
      await change(person, original)
        .set({
          state: again ? 'waiting' : 'not-read',
          code,
          claim: null,
          held_until: null,
          progress: null,
          ended_at: again ? null : at,
          wanted_at: again ? new Date(at.getTime() + RETRY_MS * 4 ** (attempts - 1)) : at,
        })
        .where(isHeldBy(claim))
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
            claim: null,
            lost_claim: null,
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
