import { AppError } from '@carefolio/core/record/errors.ts'
import type { Place } from '../place.ts'
import type { Handlers } from './call.ts'

type Names =
  | 'changePassword'
  | 'passkeys'
  | 'addPasskeyOptions'
  | 'addPasskey'
  | 'removePasskey'
  | 'startTotp'
  | 'confirmTotp'
  | 'removeTotp'
  | 'makeRecoveryCodes'
  | 'sessions'
  | 'endSession'
  | 'endOtherSessions'

/** What somebody who is signed in does with their own account. Where a way in changes or goes, all other sessions end: nobody knows whose they are. */
export function accountHandlers({ accounts, passkeys, secondSteps, sessions }: Place): Pick<Handlers, Names> {
  return {
    async changePassword({ account, session, body }) {
      await accounts.setPassword(account, body.password)
      await sessions.endOthers(account.id, session.id)
      return undefined
    },
    async passkeys({ account }) {
      const list = await passkeys.list(account.id)
      return {
        passkeys: list.map(({ id, name, madeAt, usedAt }) => ({
          id,
          name,
          madeAt: madeAt.toISOString(),
          ...(usedAt === undefined ? {} : { usedAt: usedAt.toISOString() }),
        })),
      }
    },
    addPasskeyOptions: async ({ account: { id, name, email } }) => passkeys.askForNew({ account: id, name, email }),
    async addPasskey({ account, body: { name, ...answer } }) {
      const made = await passkeys.checkNew(answer, account.id)
      await passkeys.keep(account.id, made, name)
      return { id: made.id }
    },
    async removePasskey({ account, session, params }) {
      const own = await passkeys.list(account.id)
      if (!own.some(({ id }) => id === params.passkey)) throw new AppError('no-such-page')
      if (!account.hasPassword && own.length === 1) throw new AppError('last-way-in')
      await passkeys.remove(account.id, params.passkey)
      await sessions.endOthers(account.id, session.id)
      return undefined
    },
    startTotp: async ({ account }) => secondSteps.begin(account),
    async confirmTotp({ account, session, body }) {
      await secondSteps.confirm(account.id, body.code)
      await sessions.endOthers(account.id, session.id)
      return undefined
    },
    async removeTotp({ account, session }) {
      await secondSteps.remove(account.id)
      await sessions.endOthers(account.id, session.id)
      return undefined
    },
    makeRecoveryCodes: async ({ account }) => ({ codes: await secondSteps.makeRecoveryCodes(account.id) }),
    async sessions({ account, session }) {
      const list = await sessions.list(account.id)
      return {
        sessions: list.map(({ id, device, how, since, seenAt }) => ({
          id,
          device,
          how,
          since: since.toISOString(),
          lastSeen: seenAt.toISOString(),
          current: id === session.id,
        })),
      }
    },
    async endSession({ account, params }) {
      await sessions.end(account.id, params.session)
      return undefined
    },
    async endOtherSessions({ account, session }) {
      await sessions.endOthers(account.id, session.id)
      return undefined
    },
  }
}
