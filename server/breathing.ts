import { setImmediate } from 'node:timers/promises'
import { AppError } from '@carefolio/core/record/errors.ts'

/**
 * For long calculations: call it between two parts of one. It lets other work (a stop, a line of progress) in every few milliseconds.
 * Throws `interrupted` when `signal` says stop.
 */
export function breathing(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let last = performance.now()
  return () => (performance.now() - last < EVERY_MS ? undefined : breathe())
  async function breathe() {
    await setImmediate()
    last = performance.now()
    if (signal?.aborted) throw new AppError('interrupted')
  }
}

const EVERY_MS = 30
