import { AppError } from '@carefolio/core/record/errors.ts'

/** Who holds a stream of events open, and where. */
export type Watcher = { session: string; account: string; person: string; address: string }

/** The streams of events that are open in this process: so many for one, and no longer than their caller may see. */
export type Streams = {
  /** Throws `too-many-open`. `check` is asked when it may no longer be allowed. Returns how to leave. */
  enter(watcher: Watcher, check: () => void): () => void
  /** Something changed that a stream's right to be may hang on: an account's sessions, or who may see a person. */
  recheck(about: { account: string } | { person: string }): void
  count(): number
}

/** A person has a few devices and tabs; behind one address there may be a hospital. */
const MOST: Readonly<Record<'session' | 'account' | 'address', number>> = { session: 8, account: 24, address: 200 }

export function createStreams(): Streams {
  const open = new Map<Watcher, () => void>()
  return {
    enter(watcher, check) {
      for (const key of ['session', 'account', 'address'] as const) {
        const same = [...open.keys()].filter((one) => one[key] === watcher[key]).length
        if (same >= MOST[key]) throw new AppError('too-many-open')
      }
      open.set(watcher, check)
      return () => open.delete(watcher)
    },
    recheck(about) {
      for (const [watcher, check] of open)
        if ('account' in about ? watcher.account === about.account : watcher.person === about.person) check()
    },
    count: () => open.size,
  }
}
