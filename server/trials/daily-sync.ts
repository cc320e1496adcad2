import type { Database } from '../db/database.ts'
import { compileStored } from './compile-stored.ts'
import { syncTrials } from './sync.ts'

type Options = {
  registryUrl: string
  /** What a sync brought. */
  onDone: (done: { fetched: number; changed: number; dataTimestamp: string }) => void
  onFault: (error: unknown) => void
}

/** Brings the trials up to date now and then once a day, until closed. One that fails leaves what was there, and is tried again in an hour. */
export function startDailySync(database: Pick<Database, 'sql'>, { registryUrl, onDone, onFault }: Options): AsyncDisposable {
  const closing = new AbortController()
  const { signal } = closing
  const sync = async () => {
    const { fetched, changed, dataTimestamp } = await syncTrials(database, { baseUrl: registryUrl, signal })
    await compileStored(database, { signal })
    onDone({ fetched, changed, dataTimestamp })
  }
  const keepOn = async () => {
    while (!signal.aborted) {
      const wait = await sync().then(
        () => DAY_MS,
        (error: unknown) => {
          if (!signal.aborted) onFault(error)
          return HOUR_MS
        },
      )
      await pause(wait, signal)
    }
  }
  const running = keepOn()
  return {
    async [Symbol.asyncDispose]() {
      closing.abort()
      await running
    },
  }
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
    function end() {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    if (signal.aborted) end()
  })
}
