import { Worker } from 'node:worker_threads'
import type { PGlite } from 'kysely'

type Answer = { id: number; rows?: unknown[]; affectedRows?: number; error?: { message: string; code?: string } }

/** The embedded database of a folder, run in its own thread; in the shape that Kysely takes. */
export async function openPgliteInWorker(folder: string): Promise<PGlite> {
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
    return { rows: (rows ?? []) as T[], fields: [], ...(affectedRows === undefined ? {} : { affectedRows }) }
  }

  try {
    await expect(0)
  } catch (error) {
    await worker.terminate()
    throw error
  }
  const pglite: PGlite = {
    ready: true,
    closed: false,
    waitReady: Promise.resolve(),
    query,
    transaction: (work) => transaction(query, work),
    async close() {
      pglite.closed = true
      if (!hasEnded) await ask({ close: true }).finally(() => worker.terminate())
    },
  }
  return pglite
}

const ENDED = 'The database has been closed.'

/** Kysely sends one transaction at a time, so that no query of another can come between. */
async function transaction<T>(query: PGlite['query'], work: Parameters<PGlite['transaction']>[0]): Promise<T> {
  await query('begin')
  let failed: unknown
  const guarded: PGlite['query'] = async (sql, parameters) => {
    try {
      const result = await query(sql, parameters)
      if (/^rollback to/i.test(sql)) failed = undefined
      return result as never
    } catch (error) {
      failed = error
      throw error
    }
  }
  try {
    const result = await work({ query: guarded, rollback: async () => {} })
    // PostgreSQL answers "commit" of a failed transaction with a silent rollback.
    if (failed !== undefined)
      throw Object.assign(new Error('The transaction had failed and was rolled back.'), { code: '25P02', cause: failed })
    await query('commit')
    return result as T
  } catch (error) {
    await query('rollback').catch(() => {})
    throw error
  }
}
