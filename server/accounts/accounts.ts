import { createHmac, randomBytes } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { ensurePersonKey, type Keyring, keysOf } from '../vault/person-keys.ts'
import { sealText, unsealText } from '../vault/sealed-text.ts'
import { hashPassword, isPassword, isWeak } from './password.ts'
import { VISITORS_BEGIN } from './visitors.ts'

export type Account = { id: string; name: string; email: string; hasPassword: boolean; hasTotp: boolean }

/**
 * What belongs to an account from its first moment on, kept with it in one transaction: when it throws, there is no account. One sign-up goes after
 * the other, so that `others`, the accounts there were before, is true until the end.
 */
export type AddedWith = (work: Database['sql'], account: Account, others: number) => Promise<void>

/** Who can sign in. Addresses and names are sealed with a key of the host's own; an account is found by a keyed hash of its address. */
export type Accounts = {
  /** Of those who have a way in; who only looks at the invented person is not counted. */
  count(): Promise<number>
  /** Throws `email-taken`, `password-weak`. The first way in is this password, or a passkey that the caller adds. */
  add(given: { name: string; email: string; password?: string | undefined }, also: AddedWith): Promise<Account>
  /** Throws `sign-in-needed` for one that is gone. */
  get(id: string): Promise<Account>
  /** The account of an address and password; undefined for a wrong one, in the same time as where there is no account. */
  withPassword(email: string, password: string): Promise<Account | undefined>
  withEmail(email: string): Promise<Account | undefined>
  /** Throws `password-weak`. */
  setPassword(account: Account, password: string): Promise<void>
  remove(id: string): Promise<void>
  /** Removes accounts whose deletion was begun: those without any person. */
  tidy(): Promise<void>
  /** Seals a short text of an account's, as the name of a passkey. */
  seal(text: string, place: string): Promise<string>
  unseal(sealed: string, place: string): Promise<string>
  /** A keyed hash of a text, to find it by. */
  hash(text: string): Promise<string>
}

/** The host's own key lies among those of the people under this name. */
const HOST = 'host'

/** `known`: passwords in wide use, in small letters, that nobody may take. */
export async function accountsIn(
  database: Pick<Database, 'sql'>,
  keyring: Keyring,
  now: () => Date,
  known: ReadonlySet<string> = new Set(),
): Promise<Accounts> {
  const { sql: db } = database
  await ensurePersonKey(database, keyring, HOST, now())
  const keys = await keysOf(database, keyring, HOST)
  const hash = (text: string) => createHmac('sha256', keys.names).update(text).digest('base64url')
  const byEmail = (email: string) =>
    db
      .selectFrom('account')
      .selectAll()
      .where('email_hash', '=', hash(`email ${email}`))
      .executeTakeFirst()
  const plain = (row: Row): Account => ({
    id: row.account_id,
    ...(JSON.parse(unsealText(row.sealed, keys.values, placeOf(row.account_id))) as { name: string; email: string }),
    hasPassword: row.password !== null,
    hasTotp: row.totp !== null,
  })
  const checked = (password: string, own: readonly string[]) => {
    if (isWeak(password, own) || known.has(password.normalize('NFKC').toLowerCase())) throw new AppError('password-weak')
    return hashPassword(password)
  }
  return {
    count: () => countIn(db),
    async add({ name, email, password }, also) {
      const id = `a-${randomBytes(9).toString('hex')}`
      const hashed = password === undefined ? null : await checked(password, [name, email])
      const row = {
        account_id: id,
        email_hash: hash(`email ${email}`),
        sealed: sealText(JSON.stringify({ name, email }), keys.values, placeOf(id)),
        password: hashed,
        totp: null,
        totp_draft: null,
        made_at: now(),
      }
      return db.transaction().execute(async (work) => {
        await sql`select pg_advisory_xact_lock(${LOCK})`.execute(work)
        const others = await countIn(work)
        const added = await work
          .insertInto('account')
          .values(row)
          .onConflict((conflict) => conflict.column('email_hash').doNothing())
          .returning('account_id')
          .executeTakeFirst()
        if (!added) throw new AppError('email-taken')
        const account = plain(row)
        await also(work, account, others)
        return account
      })
    },
    async get(id) {
      const row = await db.selectFrom('account').selectAll().where('account_id', '=', id).executeTakeFirst()
      if (!row) throw new AppError('sign-in-needed')
      return plain(row)
    },
    async withPassword(email, password) {
      const row = await byEmail(email)
      return (await isPassword(password, row?.password)) && row ? plain(row) : undefined
    },
    async withEmail(email) {
      const row = await byEmail(email)
      return row && plain(row)
    },
    async setPassword({ id, name, email }, password) {
      const hashed = await checked(password, [name, email])
      await db.updateTable('account').set({ password: hashed }).where('account_id', '=', id).execute()
    },
    async remove(id) {
      await db.deleteFrom('account').where('account_id', '=', id).execute()
    },
    async tidy() {
      await db
        .deleteFrom('account')
        .where('account_id', 'not like', `${VISITORS_BEGIN}%`)
        .where(sql<boolean>`not exists (select from person where person.account_id = account.account_id)`)
        .execute()
    },
    seal: async (text, place) => sealText(text, keys.values, place),
    unseal: async (sealed, place) => unsealText(sealed, keys.values, place),
    hash: async (text) => hash(text),
  }
}

async function countIn(work: Database['sql']): Promise<number> {
  const own = work.selectFrom('account').where('account_id', 'not like', `${VISITORS_BEGIN}%`)
  return Number((await own.select(work.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n)
}

/** Any number that nobody else locks in this database. */
const LOCK = 20_261_126

type Row = { account_id: string; sealed: string; password: string | null; totp: string | null }
const placeOf = (id: string) => `account ${id}`
