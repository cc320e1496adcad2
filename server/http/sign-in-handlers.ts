import { PASSWORD_LEAST } from '@carefolio/core/api/account.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Account } from '../accounts/accounts.ts'
import { networkOf, type Subject } from '../accounts/attempts.ts'
import type { Session } from '../accounts/sessions.ts'
import { makeDemo } from '../people/demo.ts'
import type { Place } from '../place.ts'
import type { Handlers } from './call.ts'
import { clearToken, setToken } from './cookies.ts'
import { deviceOf } from './device.ts'
import { isLoopback } from './guard.ts'
import { meOf } from './me.ts'
import type { ServerOptions } from './server.ts'

type Caller = { request: FastifyRequest; reply: FastifyReply; session?: Session }
type Names =
  | 'setup'
  | 'visitDemo'
  | 'signUp'
  | 'signUpPasskey'
  | 'signIn'
  | 'signInPasskeyOptions'
  | 'signInPasskey'
  | 'signInRecovery'
  | 'signOut'
  | 'me'

/** The ways in and out. */
export function signInHandlers(
  place: Place,
  { signUp, version, keyFile }: Pick<ServerOptions, 'signUp' | 'version' | 'keyFile'>,
): Pick<Handlers, Names> {
  const { accounts, attempts, caregivers, passkeys, people, secondSteps, sessions, trials, visits } = place

  /** A new session every time; the one from before, if there is one, ends: its token is worth nothing after. */
  const begin = async (account: Account, how: string, { request, reply, session: before }: Caller) => {
    if (before) {
      await sessions.end(before.account, before.id).catch((error: unknown) => {
        // It may have ended meanwhile; where it could not be ended, the old token would stay good, and there is no new one.
        if (!(error instanceof AppError) || error.code !== 'no-such-page') throw error
      })
      await visits.end(before.account)
    }
    const { session, token } = await sessions.begin(account.id, { device: deviceOf(request.headers['user-agent']), how })
    setToken(reply, place.origin(), token)
    return { state: 'signed-in' as const, me: await meOf(place, account, session) }
  }
  /** Counts a try before it is made; right ones take it back. Whether there is such an account makes no difference. */
  const guarded = async <T>(
    email: string,
    request: FastifyRequest,
    attempt: () => Promise<T | undefined>,
    wrong: 'sign-in-wrong' | 'recovery-wrong',
  ) => {
    const address: Subject = { name: `email ${await accounts.hash(email)}`, most: 5 }
    const from: Subject = { name: `address ${networkOf(request.ip)}`, most: 30 }
    await attempts.begin([address, from])
    const found = await attempt()
    if (found === undefined) throw new AppError(wrong)
    return { found, address, from }
  }

  return {
    async setup({ request }) {
      const hasAccounts = (await accounts.count()) > 0
      return {
        version,
        hasAccounts,
        signUp,
        ...(keyFile !== undefined && !hasAccounts && isThisComputer(place.origin(), request) ? { keyFile } : {}),
        demo: isThisComputer(place.origin(), request),
        trials: await trials.count(),
        passwordLeast: PASSWORD_LEAST,
      }
    },
    async visitDemo(call) {
      if (!isThisComputer(place.origin(), call.request)) throw new AppError('not-allowed')
      const visitor = await visits.begin()
      await makeDemo(place, visitor.id)
      return begin(visitor, 'visit', call)
    },
    async signUp(call) {
      const { body, request } = call
      const { name, email, password, passkey, birthDate, zip, consents, invitation } = body
      if (!consents.keep) throw new AppError('consent-missing')
      if (password === undefined && passkey === undefined) throw new AppError('way-in-missing')
      if (birthDate.length < 10) throw new AppError('not-this-value', { detail: 'birthDate: day, month and year' })
      // Every sign-up counts: who makes many accounts fills the place as well as who fails to.
      await attempts.begin([{ name: `sign-up ${networkOf(request.ip)}`, most: SIGN_UPS }])
      const made = passkey && (await passkeys.checkNew(passkey))
      const account = await accounts.add({ name, email, password }, async (work, { id }, others) => {
        if (invitation !== undefined) await caregivers.accept(id, invitation, work)
        else if (signUp === 'invited' && others > 0) throw new AppError('invitation-missing')
        if (made) await passkeys.keep(id, made, deviceOf(request.headers['user-agent']), work)
        await people.add(id, { name, birthDate, zip }, { demo: false, trials: consents.trials, research: consents.research }, work)
      })
      return begin(account, made ? 'passkey' : 'password', call)
    },
    signUpPasskey: async ({ body }) => passkeys.askForNew(body),
    async signIn(call) {
      const { email, password, code } = call.body
      const { request } = call
      const { found, address, from } = await guarded(email, request, () => accounts.withPassword(email, password), 'sign-in-wrong')
      if (found.hasTotp) {
        if (code === undefined) {
          await attempts.takeBack([address, from])
          return { state: 'code-needed' }
        }
        await secondSteps.check(found.id, code)
      }
      await attempts.succeeded(address)
      await attempts.takeBack([from])
      return begin(found, found.hasTotp ? 'password and code' : 'password', call)
    },
    signInPasskeyOptions: async () => passkeys.askToSignIn(),
    async signInPasskey(call) {
      const from: Subject = { name: `passkey ${networkOf(call.request.ip)}`, most: 30 }
      await attempts.begin([from])
      const account = await accounts.get(await passkeys.signIn(call.body))
      await attempts.takeBack([from])
      return begin(account, 'passkey', call)
    },
    async signInRecovery(call) {
      const { email, code } = call.body
      const attempt = async () => {
        const account = await accounts.withEmail(email)
        return account && (await secondSteps.useRecoveryCode(account.id, code)) ? account : undefined
      }
      const { found, address, from } = await guarded(email, call.request, attempt, 'recovery-wrong')
      await attempts.succeeded(address)
      await attempts.takeBack([from])
      return begin(found, 'recovery code', call)
    },
    async signOut({ account, session, reply }) {
      await sessions.end(account.id, session.id)
      await visits.end(account.id)
      clearToken(reply, place.origin())
      return undefined
    },
    me: async ({ account, session }) => meOf(place, account, session),
  }
}

/** From one network in a quarter of an hour; a clinic may help many people at once. */
const SIGN_UPS = 60

/** A proxy in front makes everybody look like this computer: then nobody is. The same where browsers find this place under another name. */
const isThisComputer = (origin: string, { ip, headers }: FastifyRequest): boolean =>
  isLoopback(new URL(origin).hostname) &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined &&
  /^(?:127\.|::1$|::ffff:127\.)/.test(ip)
