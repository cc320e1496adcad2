/**
 * Small writes that many callers make at the same moment, made together: what comes while one lot is being written is the next lot, so that all of them
 * wait for the disk once. Each caller learns of its own: where a lot fails, each of it is tried alone.
 */
export function writeTogether<T>(write: (lot: readonly T[]) => Promise<void>): (one: T) => Promise<void> {
  let waiting: { one: T; done: PromiseWithResolvers<void> }[] = []
  let isWriting = false

  async function writeAll(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      const lot = waiting.slice(0, MOST)
      waiting = waiting.slice(MOST)
      try {
        await write(lot.map(({ one }) => one))
        for (const { done } of lot) done.resolve()
      } catch (error) {
        if (lot.length === 1) lot[0]?.done.reject(error)
        else for (const { one, done } of lot) await write([one]).then(done.resolve, done.reject)
      }
    }
    isWriting = false
  }

  return (one) => {
    const done = Promise.withResolvers<void>()
    waiting.push({ one, done })
    if (!isWriting) void writeAll()
    return done.promise
  }
}

/** A statement has room for some thousands of values. */
const MOST = 200
