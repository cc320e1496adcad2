import type { ReadProblem } from '@carefolio/core/record/document.ts'
import { AppError, problem } from '@carefolio/core/record/errors.ts'
import type { Database } from '../db/database.ts'
import { recordsOf } from './records.ts'
import { saveRecords } from './store.ts'

/** `imported` records were read; of them `changed` are new or changed and `older` were left out because a newer one is kept. */
export type Imported = { imported: number; changed: number; older: number; problems: ReadProblem[] }

/**
 * Keeps the registry records of a file or folder; `onProgress` gets how many so far. A record that cannot be read is named in `problems`,
 * and the rest is kept. Throws `not-found` for the path, `no-trials` when it holds nothing that could be read.
 */
export async function importTrials(
  database: Pick<Database, 'sql'>,
  path: string,
  onProgress: (count: number) => void = () => {},
  options: { now?: () => Date; signal?: AbortSignal | undefined } = {},
): Promise<Imported> {
  const total: Imported = { imported: 0, changed: 0, older: 0, problems: [] }
  const complain = (where: string | undefined) => total.problems.push(problem('trial-unreadable', where))
  let batch: { record: unknown; where: string }[] = []
  const keep = async () => {
    if (options.signal?.aborted) throw new AppError('interrupted')
    const part = batch
    batch = []
    const records = part.map(({ record }) => record)
    const saved = await saveRecords(database, records, { at: options.now?.() ?? new Date() })
    for (const place of saved.unreadable) complain(part[place]?.where)
    total.imported += part.length - saved.unreadable.length
    total.changed += saved.added + saved.changed
    total.older += saved.older
    onProgress(total.imported)
  }
  for await (const found of recordsOf(path)) {
    if ('record' in found) batch.push(found)
    else complain(found.where)
    if (batch.length >= 250) await keep()
  }
  if (batch.length > 0) await keep()
  if (total.imported === 0) throw new AppError('no-trials')
  return total
}
