import { AppError } from '@carefolio/core/record/errors.ts'

/** Calls of one account that are answered at the same time: more wait, so that one page that asks for much leaves room for others. */
export type Turns = {
  /** Settles when it is this call's turn, with how to end it. Throws `too-many-requests` where too many wait already. */
  take(account: string): Promise<() => void>
}

export function takingTurns(atOnce = 12, mostWaiting = 100): Turns {
  const queues = new Map<string, { running: number; waiting: (() => void)[] }>()
  return {
    async take(account) {
      const queue = queues.get(account) ?? { running: 0, waiting: [] }
      queues.set(account, queue)
      if (queue.waiting.length >= mostWaiting) throw new AppError('too-many-requests')
      if (queue.running >= atOnce) await new Promise<void>((resolve) => queue.waiting.push(resolve))
      else queue.running++
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        // Whoever waits takes this place over.
        const next = queue.waiting.shift()
        if (next) next()
        else if (--queue.running === 0) queues.delete(account)
      }
    },
  }
}
