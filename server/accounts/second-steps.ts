import { randomInt } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'
import { Secret, TOTP } from 'otpauth'
import type { Database } from '../db/database.ts'
import type { Account, Accounts } from './accounts.ts'

/** Codes beside the password: those of an authenticator app (TOTP, RFC 6238), and recovery codes for when all else is lost. */
export type SecondSteps = {
  /** A new secret, not asked for until `confirm`. */
  begin(account: Account): Promise<{ secret: string; uri: string }>
  /** Throws `code-wrong`. */
  confirm(account: string, code: string): Promise<void>
  /** Throws `code-wrong`, also for a code that was used before. */
  check(account: string, code: string): Promise<void>
  remove(account: string): Promise<void>
  /** Ten new ones; the old ones end. */
  makeRecoveryCodes(account: string): Promise<string[]>
  recoveryCodesLeft(account: string): Promise<number>
  /** Uses a recovery code up; false when it is none of the account's. */
  useRecoveryCode(account: string, code: string): Promise<boolean>
}

const PERIOD_S = 30
const CODES = 10
/** Letters and digits that are not taken for one another. 25 of them hold 123 bits: more than anybody can try, so that a plain keyed hash is enough to keep them. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

export function secondStepsIn({ sql: db }: Pick<Database, 'sql'>, accounts: Accounts, now: () => Date): SecondSteps {
  const totpOf = (secret: string, label = 'account') =>
    new TOTP({ issuer: 'Carefolio', label, secret: Secret.fromBase32(secret), period: PERIOD_S, digits: 6, algorithm: 'SHA1' })
  const hashOf = (account: string, code: string) => accounts.hash(`recovery ${account} ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`)
  const rowOf = (account: string) => db.selectFrom('account').selectAll().where('account_id', '=', account).executeTakeFirst()
  /** The step of a right code, one step early or late being allowed for clocks that differ. */
  const stepOf = (secret: string, code: string) => {
    const at = now().getTime()
    const delta = totpOf(secret).validate({ token: code.replaceAll(/\s/g, ''), timestamp: at, window: 1 })
    return delta === null ? undefined : Math.floor(at / 1000 / PERIOD_S) + delta
  }
  return {
    async begin({ id, email }) {
      const secret = new Secret({ size: 20 }).base32
      await db
        .updateTable('account')
        .set({ totp_draft: await accounts.seal(secret, placeOf(id)) })
        .where('account_id', '=', id)
        .execute()
      return { secret, uri: totpOf(secret, email).toString() }
    },
    async confirm(account, code) {
      const draft = (await rowOf(account))?.totp_draft
      const step = draft ? stepOf(await accounts.unseal(draft, placeOf(account)), code) : undefined
      if (!draft || step === undefined) throw new AppError('code-wrong')
      await db.updateTable('account').set({ totp: draft, totp_draft: null, totp_last: step }).where('account_id', '=', account).execute()
    },
    async check(account, code) {
      const totp = (await rowOf(account))?.totp
      const step = totp ? stepOf(await accounts.unseal(totp, placeOf(account)), code) : undefined
      if (step === undefined) throw new AppError('code-wrong')
      const used = await db
        .updateTable('account')
        .set({ totp_last: step })
        .where('account_id', '=', account)
        .where('totp_last', '<', step)
        .executeTakeFirst()
      if (Number(used.numUpdatedRows) === 0) throw new AppError('code-wrong')
    },
    async remove(account) {
      await db.updateTable('account').set({ totp: null, totp_draft: null }).where('account_id', '=', account).execute()
    },
    async makeRecoveryCodes(account) {
      const codes = Array.from({ length: CODES }, () =>
        Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-'),
      )
      const rows = await Promise.all(codes.map(async (code) => ({ account_id: account, hash: await hashOf(account, code) })))
      await db.transaction().execute(async (work) => {
        await work.deleteFrom('recovery_code').where('account_id', '=', account).execute()
        await work.insertInto('recovery_code').values(rows).execute()
      })
      return codes
    },
    async recoveryCodesLeft(account) {
      const { n } = await db
        .selectFrom('recovery_code')
        .select(db.fn.countAll<number>().as('n'))
        .where('account_id', '=', account)
        .executeTakeFirstOrThrow()
      return Number(n)
    },
    async useRecoveryCode(account, code) {
      const { numDeletedRows } = await db
        .deleteFrom('recovery_code')
        .where('account_id', '=', account)
        .where('hash', '=', await hashOf(account, code))
        .executeTakeFirst()
      return Number(numDeletedRows) > 0
    },
  }
}

const placeOf = (account: string) => `totp ${account}`
