import { Worker } from 'node:worker_threads'
import type { Document } from '@carefolio/core/record/document.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'

/** Finds the facts of documents in a thread of its own, one after the other, so that a long text stops nobody else. */
export type UnderstandingThread = AsyncDisposable & {
  /** Throws `took-too-long` or `read-crashed`; the next document gets a new thread. */
  facts(document: Document, signal: AbortSignal): Promise<Fact[]>
}

const TIMEOUT_MS = 120_000
const MEMORY_MB = 1500

export function understandingThread(): UnderstandingThread {
  let worker: Worker | undefined
  const open = (): Worker => {
    const fresh = new Worker(new URL('./understand-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdout: true,
      stderr: true,
    })
    // What libraries print may hold words of a record: it goes nowhere.
    fresh.stdout.resume()
    fresh.stderr.resume()
    // One that breaks between two documents costs none: the next gets another.
    fresh.on('error', () => {})
    fresh.once('exit', () => {
      if (worker === fresh) worker = undefined
    })
    worker = fresh
    return fresh
  }
  const close = async () => {
    const own = worker
    worker = undefined
    await own?.terminate()
  }
  return {
    facts(document, signal) {
      const own = worker ?? open()
      return new Promise((resolve, reject) => {
        const end = (settle: () => void) => {
          clearTimeout(timer)
          own.off('message', heard)
          own.off('error', crashed)
          own.off('exit', crashed)
          signal.removeEventListener('abort', stopped)
          settle()
        }
        const fail = (code: 'took-too-long' | 'read-crashed' | 'interrupted') =>
          end(() => void close().then(() => reject(new AppError(code))))
        const heard = (facts: Fact[]) => end(() => resolve(facts))
        const crashed = () => fail('read-crashed')
        const stopped = () => fail('interrupted')
        const timer = setTimeout(() => fail('took-too-long'), TIMEOUT_MS)
        own.on('message', heard)
        own.on('error', crashed)
        own.on('exit', crashed)
        signal.addEventListener('abort', stopped, { once: true })
        own.postMessage(document)
      })
    },
    [Symbol.asyncDispose]: close,
  }
}
