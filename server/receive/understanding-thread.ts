import type { Document } from '@carefolio/core/record/document.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import { threadOf } from '../thread-of.ts'

/** Finds the facts of documents in a thread of its own, one after the other, so that a long text stops nobody else. */
export type UnderstandingThread = AsyncDisposable & {
  /** Throws `took-too-long`, `interrupted` or `read-crashed`; the next document gets a new thread. */
  facts(document: Document, signal: AbortSignal): Promise<Fact[]>
}

export function understandingThread(): UnderstandingThread {
  const thread = threadOf<Document, Fact[]>(new URL('./understand-thread.ts', import.meta.url))
  return {
    facts: (document, signal) =>
      thread.ask(document, signal).catch((error: unknown) => {
        throw error instanceof AppError ? error : new AppError('read-crashed', { cause: error })
      }),
    [Symbol.asyncDispose]: () => thread[Symbol.asyncDispose](),
  }
}
