import { randomBytes } from 'node:crypto'
import type { Database } from '../db/database.ts'
import type { Account, Accounts } from './accounts.ts'

/** Who only looks at the invented person, before there is an account of their own. No way leads in again, so they go when they leave. */
export type Visitors = {
  add(): Promise<Account>
  /** Those who came first, first; `before` leaves out who came later. */
  list(before?: Date): Promise<string[]>
  remove(account: string): Promise<void>
}

/** How the ids of visitors begin. */
export const VISITORS_BEGIN = 'v-'
export const isVisitor = (account: string): boolean => account.startsWith(VISITORS_BEGIN)

export function visitorsIn({ sql: db }: Pick<Database, 'sql'>, accounts: Accounts, now: () => Date): Visitors {
  return {
    async add() {
      const id = `${VISITORS_BEGIN}${randomBytes(9).toString('hex')}`
      const about = { name: 'Visitor', email: `${id}@visitor.invalid` }
      await db
        .insertInto('account')
        .values({
          account_id: id,
          email_hash: await accounts.hash(`visitor ${id}`),
          sealed: await accounts.seal(JSON.stringify(about), `account ${id}`),
          password: null,
          totp: null,
          totp_draft: null,
          made_at: now(),
        })
        .execute()
      return { id, ...about, hasPassword: false, hasTotp: false }
    },
    async list(before) {
      const rows = await db
        .selectFrom('account')
        .select('account_id')
        .where('account_id', 'like', `${VISITORS_BEGIN}%`)
        .$if(before !== undefined, (query) => query.where('made_at', '<', before ?? new Date(0)))
        .orderBy('made_at')
        .execute()
      return rows.map(({ account_id: id }) => id)
    },
    remove: (account) => accounts.remove(account),
  }
}
