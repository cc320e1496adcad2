import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'

/** Someone signed in, on one device. */
export type Session = { id: string; account: string; device: string; how: string; since: Date; signedInAt: Date; seenAt: Date }

/** Sessions: the cookie holds a random token, the database only its hash. They end by themselves and can be ended by the person. */
export type Sessions = {
  /** A new session and the token for its cookie. */
  begin(account: string, from: { device: string; how: string }): Promise<{ session: Session; token: string }>
  /** The session of a token; undefined when it has ended, or was idle or open for too long. */
  find(token: string): Promise<Session | undefined>
  /** Whether it has not ended, without counting as being here. */
  isOpen(id: string): Promise<boolean>
  list(account: string): Promise<Session[]>
  /** Keeps when everybody was last here. */
  keep(): Promise<void>
  /** Throws `not-found` when it is none of the account's. */
  end(account: string, id: string): Promise<void>
  /** All of the account's, but one. */
  endOthers(account: string, kept?: string): Promise<void>
}

export const IDLE_MS = 2 * 3_600_000
export const LONGEST_MS = 7 * 24 * 3_600_000
/** Of one account; the oldest ends when there are more. */
const MOST = 50
/** How exactly it is known when somebody was last here. */
const SEEN_EVERY_MS = 60_000
/** What is known is kept together for all, so that nobody waits for the disk. */
const KEEP_AFTER_MS = 5000

/** `onEnd`: told when sessions of an account have ended before their time; `onFault`: a defect of ours. */
export function sessionsIn(
  { sql: db }: Pick<Database, 'sql'>,
  now: () => Date,
  { onEnd = () => {}, onFault = () => {} }: { onEnd?: (account: string) => void; onFault?: (error: unknown) => void } = {},
): Sessions {
  const isOver = (row: { seen_at: Date; made_at: Date }) => {
    const at = now().getTime()
    return at - row.seen_at.getTime() > IDLE_MS || at - row.made_at.getTime() > LONGEST_MS
  }
  /** Who was here since that was last kept. */
  const seen = new Map<string, Date>()
  let keeping: NodeJS.Timeout | undefined
  async function keep(): Promise<void> {
    clearTimeout(keeping)
    keeping = undefined
    if (seen.size === 0) return
    const rows = [...seen].map(([id, at]) => sql`(${id}, ${at}::timestamptz)`)
    seen.clear()
    await sql`update session set seen_at = greatest(seen_at, here.at)
      from (values ${sql.join(rows)}) as here (id, at) where session_id = here.id`.execute(db)
  }
  return {
    async begin(account, { device, how }) {
      const token = randomBytes(32).toString('base64url')
      const at = now()
      const row = {
        session_id: `s-${randomBytes(9).toString('hex')}`,
        token_hash: hashOf(token),
        account_id: account,
        device,
        how,
        made_at: at,
        signed_in_at: at,
        seen_at: at,
      }
      await db
        .deleteFrom('session')
        .where('made_at', '<', new Date(at.getTime() - LONGEST_MS))
        .execute()
      await db.insertInto('session').values(row).execute()
      const newest = db.selectFrom('session').select('session_id').where('account_id', '=', account).orderBy('made_at', 'desc').limit(MOST)
      await db.deleteFrom('session').where('account_id', '=', account).where('session_id', 'not in', newest).execute()
      return { session: plain(row), token }
    },
    async find(token) {
      const row = await db.selectFrom('session').selectAll().where('token_hash', '=', hashOf(token)).executeTakeFirst()
      if (!row) return undefined
      const here = seen.get(row.session_id)
      if (here && here > row.seen_at) row.seen_at = here
      if (isOver(row)) {
        await db.deleteFrom('session').where('session_id', '=', row.session_id).execute()
        return undefined
      }
      if (now().getTime() - row.seen_at.getTime() > SEEN_EVERY_MS) {
        seen.set(row.session_id, now())
        keeping ??= setTimeout(() => void keep().catch(onFault), KEEP_AFTER_MS).unref()
      }
      return plain(row)
    },
    async isOpen(id) {
      if (seen.has(id)) await keep()
      const row = await db.selectFrom('session').select(['seen_at', 'made_at']).where('session_id', '=', id).executeTakeFirst()
      return row !== undefined && !isOver(row)
    },
    keep,
    async list(account) {
      await keep()
      const rows = await db
        .selectFrom('session')
        .selectAll()
        .where('account_id', '=', account)
        .where('seen_at', '>', new Date(now().getTime() - IDLE_MS))
        .where('made_at', '>', new Date(now().getTime() - LONGEST_MS))
        .orderBy('seen_at', 'desc')
        .execute()
      return rows.map(plain)
    },
    async end(account, id) {
      const { numDeletedRows } = await db
        .deleteFrom('session')
        .where('account_id', '=', account)
        .where('session_id', '=', id)
        .executeTakeFirst()
      if (Number(numDeletedRows) === 0) throw new AppError('no-such-page')
      onEnd(account)
    },
    async endOthers(account, kept) {
      await db
        .deleteFrom('session')
        .where('account_id', '=', account)
        .where('session_id', '!=', kept ?? '')
        .execute()
      onEnd(account)
    },
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

type Row = { session_id: string; account_id: string; device: string; how: string; made_at: Date; signed_in_at: Date; seen_at: Date }
const plain = (row: Row): Session => ({
  id: row.session_id,
  account: row.account_id,
  device: row.device,
  how: row.how,
  since: row.made_at,
  signedInAt: row.signed_in_at,
  seenAt: row.seen_at,
})
