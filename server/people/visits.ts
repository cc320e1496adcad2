import type { Account } from '../accounts/accounts.ts'
import { isVisitor, type Visitors } from '../accounts/visitors.ts'
import type { Forget } from './forget.ts'
import type { People } from './people.ts'

/** Visits to the invented person without an account: each has a copy of their own, which goes with the visit. */
export type Visits = {
  begin(): Promise<Account>
  /** Ends the visit of a visitor; of anybody else it does nothing. */
  end(account: string): Promise<void>
  tidy(before: Date): Promise<void>
}

/** So many at once; the oldest makes room. */
const MOST = 20

export function visitsIn(visitors: Visitors, people: People, forget: Forget): Visits {
  const end = async (account: string) => {
    if (!isVisitor(account)) return
    for (const { id, level } of await people.allSeenBy(account)) if (level === 'owner') await forget.person(id)
    await visitors.remove(account)
  }
  return {
    async begin() {
      const there = await visitors.list()
      for (const oldest of there.slice(0, Math.max(0, there.length - MOST + 1))) await end(oldest)
      return visitors.add()
    },
    end,
    async tidy(before) {
      for (const one of await visitors.list(before)) await end(one)
    },
  }
}
