import { parentPort } from 'node:worker_threads'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { ThreadAnswer } from './thread-of.ts'

/** The other side of `threadOf`, for the file of a thread: answers each message with what `calculate` makes of it. */
export function answerAsked<In, Out>(calculate: (input: In) => Out | Promise<Out>): void {
  const port = parentPort
  if (port === null) throw new Error('this file is started as a thread')
  const say = (answer: ThreadAnswer<Out>) => port.postMessage(answer)
  port.on('message', async (input: In) => {
    try {
      say({ value: await calculate(input) })
    } catch (error) {
      if (error instanceof AppError) say({ code: error.code, ...(error.detail === undefined ? {} : { detail: error.detail }) })
      // The stack without its first lines, which are the message and may hold a value.
      else say({ defect: stackOf(error) })
    }
  })
}

const stackOf = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? '') : '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .join('\n')
