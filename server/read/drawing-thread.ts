import type { DocumentFormat, Page } from '@carefolio/core/record/document.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import { threadOf } from '../thread-of.ts'

export type PageToDraw = {
  bytes: Uint8Array<ArrayBuffer>
  format: DocumentFormat
  page: Pick<Page, 'number' | 'rotation' | 'size'>
  width: number
}

/** Draws pages of files in a thread of its own, one after the other: a file that hangs or breaks ends only that thread. */
export type DrawingThread = AsyncDisposable & {
  /** A PNG. The file is opened only when its turn has come. Throws `no-picture`, and what `open` throws. */
  draw(page: Omit<PageToDraw, 'bytes'> & { open: () => Promise<Uint8Array<ArrayBuffer>> }): Promise<Uint8Array>
}

export function drawingThread(): DrawingThread {
  const thread = threadOf<PageToDraw, Uint8Array>(new URL('./draw-thread.ts', import.meta.url), {
    timeoutMs: 30_000,
    memoryMb: 1000,
    handOver: ({ bytes }) => [bytes.buffer],
  })
  return {
    draw: ({ open, ...page }) =>
      thread
        .ask(async () => ({ ...page, bytes: await open() }))
        .catch((error: unknown) => {
          throw error instanceof AppError && !OF_THREAD.has(error.code) ? error : new AppError('no-picture', { cause: error })
        }),
    [Symbol.asyncDispose]: () => thread[Symbol.asyncDispose](),
  }
}

const OF_THREAD: ReadonlySet<string> = new Set(['took-too-long', 'interrupted'])
