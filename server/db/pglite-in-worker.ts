import { Worker } from 'node:worker_threads'

type Answer = { id: number; rows?: unknown[]; affectedRows?: number; error?: { message: string; code?: string } }

/** Queries are answered in the order they are sent. */
export type EmbeddedDatabase = {
  query<T>(sql: string, parameters?: readonly unknown[]): Promise<{ rows: T[]; affectedRows?: number }>
  close(): Promise<void>
}

/** The embedded database of a folder, run in its own thread. */
export async function openPgliteInWorker(folder: string): Promise<EmbeddedDatabase> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: folder })
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: unknown) => void }>()
  let hasEnded = false
  const fail = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.error) asked?.reject(Object.assign(new Error(answer.error.message), answer.error))
    else asked?.resolve(answer)
  })
  worker.on('error', fail)
  worker.on('exit', () => {
    hasEnded = true
    fail(new Error(ENDED))
  })
  let last = 0
  const expect = (id: number) => new Promise<Answer>((resolve, reject) => waiting.set(id, { resolve, reject }))
  const ask = async (message: object) => {
    // Nobody would answer any more.
    if (hasEnded) throw new Error(ENDED)
    const answer = expect(++last)
    worker.postMessage({ id: last, ...message })
    return answer
  }
  const query = async <T>(sql: string, parameters: readonly unknown[] = []) => {
    const { rows, affectedRows } = await ask({ sql, parameters })
    return { rows: (rows ?? []) as T[], ...(affectedRows === undefined ? {} : { affectedRows }) }
  }

  try {
    await expect(0)
  } catch (error) {
    await worker.terminate()
    throw error
  }
  return {
    query,
    async close() {
      if (!hasEnded) await ask({ close: true }).finally(() => worker.terminate())
    },
  }
}

const ENDED = 'The database has been closed.'
