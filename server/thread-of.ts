import { Worker } from 'node:worker_threads'
import { AppError, type ErrorCode } from '@carefolio/core/record/errors.ts'

/** What a thread answers: what it made, or a failure from the catalogue, or none of both for a defect. */
export type ThreadAnswer<Out> = { value: Out } | { code: ErrorCode; detail?: string } | { defect: string }

/** A calculation in a thread of its own, one after the other, so that it stops nobody else; the thread starts when it is first needed. */
export type ThreadOf<In, Out> = AsyncDisposable & {
  /** Throws what the calculation throws of the catalogue, `took-too-long`, or an error without data for what is broken. */
  ask(input: In): Promise<Out>
}

const TIMEOUT_MS = 120_000
const MEMORY_MB = 1500

export function threadOf<In, Out>(file: URL): ThreadOf<In, Out> {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false
  const close = async () => {
    const own = worker
    worker = undefined
    await own?.terminate()
  }
  const open = (): Worker => {
    const fresh = started(file)
    fresh.on('error', () => {})
    fresh.on('exit', () => {
      if (worker === fresh) worker = undefined
    })
    worker = fresh
    return fresh
  }
  const askNow = (input: In): Promise<Out> => {
    if (isClosed) return Promise.reject(new AppError('interrupted'))
    const own = worker ?? open()
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer)
        own.off('message', answered).off('error', broken).off('exit', ended)
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
      const timer = setTimeout(() => fail(new AppError('took-too-long')), TIMEOUT_MS)
      // Only these are taken off again: the thread has listeners of its own, without which it says nothing more.
      own.on('message', answered).on('error', broken).on('exit', ended)
      try {
        own.postMessage(input)
      } catch (error) {
        end(() => reject(error))
      }
    })
  }
  return {
    ask(input) {
      const asked = last.then(() => askNow(input))
      last = asked.catch(() => {})
      return asked
    },
    async [Symbol.asyncDispose]() {
      isClosed = true
      await close()
    },
  }
}

function started(file: URL): Worker {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
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
