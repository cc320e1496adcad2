import { Worker } from 'node:worker_threads'
import type { DocumentFormat, Page } from '@carefolio/core/record/document.ts'
import { AppError } from '@carefolio/core/record/errors.ts'

export type PageToDraw = {
  bytes: Uint8Array<ArrayBuffer>
  format: DocumentFormat
  page: Pick<Page, 'number' | 'rotation' | 'size'>
  width: number
}

/** Draws pages of files in a thread of its own, one after the other: a file that hangs or breaks ends only that thread. */
export type DrawingThread = AsyncDisposable & {
  /** A PNG. The file is opened only when its turn has come, so that many who wait hold no memory. Throws `no-picture`. */
  draw(page: Omit<PageToDraw, 'bytes'> & { open: () => Promise<Uint8Array<ArrayBuffer>> }): Promise<Uint8Array>
}

const TIMEOUT_MS = 30_000
const MEMORY_MB = 1000

export function drawingThread(): DrawingThread {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  const close = async () => {
    const open = worker
    worker = undefined
    await open?.terminate()
  }
  const drawNow = (page: PageToDraw): Promise<Uint8Array> => {
    const own =
      worker ??
      startWorker(() => {
        if (worker === own) worker = undefined
      })
    worker = own
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer)
        own.off('message', heard)
        own.off('error', fail)
        own.off('exit', fail)
        settle()
      }
      const fail = () => end(() => void close().then(() => reject(new AppError('no-picture'))))
      const heard = (png: Uint8Array | null) => end(() => (png === null ? reject(new AppError('no-picture')) : resolve(png)))
      const timer = setTimeout(fail, TIMEOUT_MS)
      own.on('message', heard)
      own.on('error', fail)
      own.on('exit', fail)
      own.postMessage(page, [page.bytes.buffer])
    })
  }
  return {
    draw({ open, ...page }) {
      const drawn = last.then(async () => drawNow({ ...page, bytes: await open() }))
      last = drawn.catch(() => {})
      return drawn
    },
    [Symbol.asyncDispose]: close,
  }
}

function startWorker(onEnd: () => void): Worker {
  const worker = new Worker(new URL('./draw-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
  })
  // What libraries print may hold words of a record: it goes nowhere.
  worker.stdout.resume()
  worker.stderr.resume()
  // One that breaks between two pages costs none: the next gets another.
  worker.on('error', () => {})
  worker.once('exit', onEnd)
  worker.unref()
  return worker
}
