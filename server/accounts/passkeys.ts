import { randomBytes } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Database } from '../db/database.ts'
import type { Accounts } from './accounts.ts'

/** What a page is asked, and what it answers (shapes of @simplewebauthn/browser). A challenge is good once and for five minutes. */
export type PasskeyQuestion = { challenge: string; options: Record<string, unknown> }
export type PasskeyAnswer = { challenge: string; response: { id: string } & Record<string, unknown> }
export type Passkey = { id: string; name: string; madeAt: Date; usedAt?: Date }
export type NewPasskey = { id: string; publicKey: string; counter: number; transports: string }

/** Passkeys (WebAuthn): the device proves who it is to this place only, and a person unlocks it with finger, face or PIN. */
export type Passkeys = {
  /** For a new passkey; `account` is undefined when it will begin one. */
  askForNew(who: { account?: string; name: string; email: string }): Promise<PasskeyQuestion>
  /** What a new passkey answered. Throws `passkey-wrong`. */
  checkNew(answer: PasskeyAnswer, account?: string): Promise<NewPasskey>
  keep(account: string, made: NewPasskey, name: string, work?: Database['sql']): Promise<void>
  askToSignIn(): Promise<PasskeyQuestion>
  /** The account whose passkey answered. Throws `passkey-wrong`. */
  signIn(answer: PasskeyAnswer): Promise<string>
  list(account: string): Promise<Passkey[]>
  /** Throws `no-such-page`. */
  remove(account: string, id: string): Promise<void>
}

const LIFE_MS = 5 * 60_000

/** `origin`: where pages of this place are, as `https://records.example.org`. */
export function passkeysIn({ sql: db }: Pick<Database, 'sql'>, accounts: Accounts, origin: () => string, now: () => Date): Passkeys {
  const rpID = () => new URL(origin()).hostname
  const remember = async (challenge: string, use: 'new' | 'sign-in', account?: string) => {
    await db.deleteFrom('challenge').where('expires_at', '<', now()).execute()
    await db
      .insertInto('challenge')
      .values({ challenge, use, account_id: account ?? null, expires_at: new Date(now().getTime() + LIFE_MS) })
      .execute()
  }
  /** Good for one time, whatever comes of it. */
  const useUp = async (challenge: string, use: 'new' | 'sign-in', account?: string) => {
    const row = await db.deleteFrom('challenge').where('challenge', '=', challenge).returningAll().executeTakeFirst()
    if (!row || row.use !== use || row.account_id !== (account ?? null) || row.expires_at < now()) throw new AppError('passkey-wrong')
  }
  return {
    async askForNew({ account, name, email }) {
      const known =
        account === undefined ? [] : await db.selectFrom('passkey').select('passkey_id').where('account_id', '=', account).execute()
      const options = await generateRegistrationOptions({
        rpName: 'Carefolio',
        rpID: rpID(),
        userName: email,
        userDisplayName: name,
        userID: new Uint8Array(randomBytes(32)),
        attestationType: 'none',
        excludeCredentials: known.map(({ passkey_id }) => ({ id: passkey_id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      await remember(options.challenge, 'new', account)
      return { challenge: options.challenge, options: { ...options } }
    },
    async checkNew({ challenge, response }, account) {
      await useUp(challenge, 'new', account)
      const result = await verifyRegistrationResponse({
        response: response as unknown as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin(),
        expectedRPID: rpID(),
        requireUserVerification: true,
      }).catch((cause: unknown) => {
        throw new AppError('passkey-wrong', { cause })
      })
      if (!result.verified) throw new AppError('passkey-wrong')
      const { id, publicKey, counter, transports = [] } = result.registrationInfo.credential
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports: transports.join(',') }
    },
    async keep(account, { id, publicKey, counter, transports }, name, work = db) {
      const sealed = await accounts.seal(name, placeOf(account, id))
      const added = await work
        .insertInto('passkey')
        .values({
          passkey_id: id,
          account_id: account,
          public_key: publicKey,
          counter,
          transports,
          name: sealed,
          made_at: now(),
          used_at: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('passkey_id')
        .executeTakeFirst()
      if (!added) throw new AppError('passkey-wrong')
    },
    async askToSignIn() {
      const options = await generateAuthenticationOptions({ rpID: rpID(), userVerification: 'required' })
      await remember(options.challenge, 'sign-in')
      return { challenge: options.challenge, options: { ...options } }
    },
    async signIn({ challenge, response }) {
      await useUp(challenge, 'sign-in')
      const row = await db.selectFrom('passkey').selectAll().where('passkey_id', '=', response.id).executeTakeFirst()
      if (!row) throw new AppError('passkey-wrong')
      const result = await verifyAuthenticationResponse({
        response: response as unknown as AuthenticationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: origin(),
        expectedRPID: rpID(),
        requireUserVerification: true,
        credential: {
          id: row.passkey_id,
          publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
          counter: Number(row.counter),
        },
      }).catch((cause: unknown) => {
        throw new AppError('passkey-wrong', { cause })
      })
      if (!result.verified) throw new AppError('passkey-wrong')
      await db
        .updateTable('passkey')
        .set({ counter: result.authenticationInfo.newCounter, used_at: now() })
        .where('passkey_id', '=', row.passkey_id)
        .execute()
      return row.account_id
    },
    async list(account) {
      const rows = await db.selectFrom('passkey').selectAll().where('account_id', '=', account).orderBy('made_at').execute()
      return Promise.all(
        rows.map(async ({ passkey_id: id, name, made_at: madeAt, used_at }) => ({
          id,
          name: await accounts.unseal(name, placeOf(account, id)),
          madeAt,
          ...(used_at === null ? {} : { usedAt: used_at }),
        })),
      )
    },
    async remove(account, id) {
      const { numDeletedRows } = await db
        .deleteFrom('passkey')
        .where('account_id', '=', account)
        .where('passkey_id', '=', id)
        .executeTakeFirst()
      if (Number(numDeletedRows) === 0) throw new AppError('no-such-page')
    },
  }
}

const placeOf = (account: string, id: string) => `passkey ${account} ${id}`
