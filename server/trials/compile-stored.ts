import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { AppError } from '@carefolio/core/record/errors.ts'
import { sql } from 'kysely'
import { codeVersion } from '../code-version.ts'
import type { Database } from '../db/database.ts'
import { packedOfRecord } from './packed-trial.ts'

export type CompileOptions = {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: { done: number; total: number }) => void) | undefined
  /** The version of the rules; that of this program unless a test says another. */
  rules?: string
}

/** The version of the rules that compile a trial. */
export function rulesVersion(): Promise<string> {
  version ??= codeVersion(['record', 'codes', 'understand', 'profile', 'trials', 'match'].map((stage) => `core/${stage}`))
  return version
}
let version: Promise<string> | undefined

/**
 * Compiles the kept trials that are new or changed, or were compiled by other rules; the others are left as they are. Each batch is kept
 * whole or not at all, so that a stop at any moment costs the batch under way. Returns how many were compiled.
 */
export async function compileStored({ sql: database }: Pick<Database, 'sql'>, options: CompileOptions = {}): Promise<number> {
  const { signal, onProgress } = options
  const rules = options.rules ?? (await rulesVersion())
  const stale = await database
    .selectFrom('trial')
    .leftJoin('compiled_trial', 'compiled_trial.trial_id', 'trial.id')
    .select('trial.id')
    .where((where) =>
      where.or([
        sql<boolean>`compiled_trial.sha256 is distinct from trial.sha256`,
        sql<boolean>`compiled_trial.rules is distinct from ${rules}`,
      ]),
    )
    .orderBy('trial.id')
    .execute()
  const batches = Array.from({ length: Math.ceil(stale.length / BATCH) }, (_, i) => stale.slice(i * BATCH, (i + 1) * BATCH))
  let done = 0
  const work = async (pack: Packer) => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      if (signal?.aborted) throw new AppError('interrupted')
      const rows = await database
        .selectFrom('trial')
        .select(['id', 'sha256', 'record'])
        .where(
          'id',
          'in',
          batch.map(({ id }) => id),
        )
        .execute()
      const lines = await pack(rows.map(({ record }) => record))
      const values = rows.flatMap(({ id, sha256 }, i) => {
        const line = lines[i]
        return line === undefined ? [] : [{ trial_id: id, sha256, rules, line }]
      })
      if (values.length > 0) await keep(database, values)
      done += batch.length
      onProgress?.({ done, total: stale.length })
    }
  }
  if (stale.length <= FEW) await work(packHere)
  else await inThreads(Math.min(availableParallelism(), batches.length), signal, work)
  return done
}

/** Many in one statement, so that all are kept or none. */
async function keep(database: Database['sql'], values: { trial_id: string; sha256: string; rules: string; line: string }[]): Promise<void> {
  await database
    .insertInto('compiled_trial')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('trial_id').doUpdateSet((row) => ({
        sha256: row.ref('excluded.sha256'),
        rules: row.ref('excluded.rules'),
        line: row.ref('excluded.line'),
      })),
    )
    .execute()
}

type Packer = (records: readonly string[]) => Promise<readonly string[]>
const packHere: Packer = async (records) => records.map(packedOfRecord)

/** Does the work in several threads at once, each with its own; a stop ends them in the midst. */
async function inThreads(count: number, signal: AbortSignal | undefined, work: (pack: Packer) => Promise<void>): Promise<void> {
  const threads = Array.from({ length: count }, () => new Worker(new URL('./compile-thread.ts', import.meta.url), { execArgv: QUIET }))
  const end = () => Promise.all(threads.map((thread) => thread.terminate()))
  signal?.addEventListener('abort', end, { once: true })
  try {
    await Promise.all(threads.map((thread) => work((records) => answerOf(thread, records))))
  } catch (error) {
    throw signal?.aborted ? new AppError('interrupted', { cause: error }) : error
  } finally {
    signal?.removeEventListener('abort', end)
    await end()
  }
}

function answerOf(thread: Worker, records: readonly string[]): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const failed = (error: unknown) => end(() => reject(error))
    const ended = () => failed(new Error('The thread that compiles trials ended.'))
    const heard = (packed: readonly string[]) => end(() => resolve(packed))
    const end = (settle: () => void) => {
      thread.off('message', heard).off('error', failed).off('exit', ended)
      settle()
    }
    thread.on('message', heard).on('error', failed).on('exit', ended)
    thread.postMessage(records)
  })
}

const QUIET = ['--disable-warning=ExperimentalWarning']
const BATCH = 40
/** Below this, starting threads costs more than it brings. */
const FEW = 80
