import { type Transferable, Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '@carefolio/core/record/errors.ts'

/** What a thread answers: what it made, or a failure from the catalogue, or none of both for a defect. */
export type ThreadAnswer<Out> = { value: Out } | { code: ErrorCode; detail?: string } | { defect: string }

/** A calculation in a thread of its own, one after the other, so that it stops nobody else; the thread starts when it is first needed. */
export type ThreadOf<In, Out> = AsyncDisposable & {
  /**
   * Throws what the calculation throws of the catalogue, `took-too-long`, `interrupted`, or an error without data for what is broken; the next one
   * gets a new thread. An input that is given as a function is made only when its turn has come, so that many who wait hold no memory.
   */
  ask(input: In | (() => Promise<In>), signal?: AbortSignal): Promise<Out>
}

export type ThreadLimits<In> = {
  timeoutMs?: number
  memoryMb?: number
  /** What of an input is handed over and not copied. */
  handOver?: (input: In) => Transferable[]
}

export function threadOf<In extends object, Out>(
  file: URL,
  { timeoutMs = 120_000, memoryMb = 1500, handOver = () => [] }: ThreadLimits<In> = {},
): ThreadOf<In, Out> {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false
  const close = async () => {
    const own = worker
    worker = undefined
    await own?.terminate()
  }
  const open = (): Worker => {
    const fresh = started(file, memoryMb)
    // One that breaks between two calculations costs none: the next gets another.
    fresh.on('error', () => {})
    fresh.on('exit', () => {
      if (worker === fresh) worker = undefined
    })
    worker = fresh
    return fresh
  }
  const askNow = (input: In, signal?: AbortSignal): Promise<Out> => {
    if (isClosed || signal?.aborted) return Promise.reject(new AppError('interrupted'))
    const own = worker ?? open()
    // Who waits for an answer keeps the program going, an idle thread does not.
    own.ref()
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer)
        own.off('message', answered).off('error', broken).off('exit', ended)
        signal?.removeEventListener('abort', stopped)
        own.unref()
        settle()
      }
      const fail = (error: unknown) => end(() => void close().then(() => reject(error)))
      const answered = (answer: ThreadAnswer<Out>) =>
        end(() => {
          if ('value' in answer) resolve(answer.value)
          else if ('code' in answer) reject(new AppError(answer.code, answer.detail === undefined ? {} : { detail: answer.detail }))
          else reject(new Error(`A calculation broke: ${answer.defect}`))
        })
      const broken = () => fail(new Error('A thread of calculation broke.'))
      const ended = () => fail(isClosed ? new AppError('interrupted') : new Error('A thread of calculation ended.'))
      const stopped = () => fail(new AppError('interrupted'))
      const timer = setTimeout(() => fail(new AppError('took-too-long')), timeoutMs)
      // Only these are taken off again: the thread has listeners of its own, without which it says nothing more.
      own.on('message', answered).on('error', broken).on('exit', ended)
      signal?.addEventListener('abort', stopped, { once: true })
      try {
        own.postMessage(input, handOver(input))
      } catch (error) {
        end(() => reject(error))
      }
    })
  }
  return {
    ask(input, signal) {
      const asked = last.then(async () => askNow(typeof input === 'function' ? await input() : input, signal))
      last = asked.catch(() => {})
      return asked
    },
    async [Symbol.asyncDispose]() {
      isClosed = true
      await close()
    },
  }
}

function started(file: URL, memoryMb: number): Worker {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
  })
  // What libraries print may hold words of a record: it goes nowhere.
  worker.stdout.resume()
  worker.stderr.resume()
  worker.unref()
  return worker
}
