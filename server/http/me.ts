import type { Me, PersonSeen } from '@carefolio/core/api/account.ts'
import type { Account } from '../accounts/accounts.ts'
import { IDLE_MS, LONGEST_MS, type Session } from '../accounts/sessions.ts'
import { isVisitor } from '../accounts/visitors.ts'
import type { SeenPerson } from '../people/people.ts'
import type { Place } from '../place.ts'
import { freshUntil } from './guard.ts'

/** Who is signed in, and whom they may see. */
export async function meOf({ people, passkeys, secondSteps }: Place, account: Account, session: Session): Promise<Me> {
  const [seen, keys, left] = await Promise.all([
    people.allSeenBy(account.id),
    passkeys.list(account.id),
    secondSteps.recoveryCodesLeft(account.id),
  ])
  return {
    account: { id: account.id, name: account.name, email: account.email },
    visitor: isVisitor(account.id),
    people: seen.map(personSeen),
    security: { password: account.hasPassword, passkeys: keys.length, totp: account.hasTotp, recoveryCodesLeft: left },
    freshUntil: freshUntil(session).toISOString(),
    endsAt: new Date(session.since.getTime() + LONGEST_MS).toISOString(),
    idleAt: new Date(session.seenAt.getTime() + IDLE_MS).toISOString(),
  }
}

export const personSeen = ({ id, name, level, hidden, demo }: SeenPerson): PersonSeen => ({ id, name, level, hidden, demo })
