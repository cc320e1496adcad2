import type { CompiledTrial } from '@carefolio/core/match/compile.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { Database } from '../db/database.ts'
import { type CompileOptions, compileStored, rulesVersion } from './compile-stored.ts'
import { compiledOfPacked, packedOfRecord } from './packed-trial.ts'

/** All kept trials, compiled: those that are new or changed, or known only by other rules, are compiled first and kept. */
export async function compiledTrials(database: Pick<Database, 'sql'>, options: CompileOptions = {}): Promise<CompiledTrial[]> {
  const rules = options.rules ?? (await rulesVersion())
  await compileStored(database, { ...options, rules })
  const trials: CompiledTrial[] = []
  let next = pageAfter(database, '', rules)
  for (;;) {
    const rows = await next
    const last = rows.at(-1)
    if (!last) return trials
    if (options.signal?.aborted) throw new AppError('interrupted')
    // The database works in its own thread: it fetches the next page while this one is unpacked.
    next = pageAfter(database, last.id, rules)
    next.catch(() => {})
    for (const { id, line, fetched_at } of rows) {
      const compiled = await unpacked(database, id, line)
      compiled.trial.fetchedAt = fetched_at.toISOString()
      trials.push(compiled)
    }
  }
}

/** `line` is null where the trial was changed, or compiled by another program, only just now. */
const pageAfter = ({ sql: database }: Pick<Database, 'sql'>, after: string, rules: string) =>
  database
    .selectFrom('trial')
    .leftJoin('compiled_trial', (join) =>
      join
        .onRef('compiled_trial.trial_id', '=', 'trial.id')
        .onRef('compiled_trial.sha256', '=', 'trial.sha256')
        .on('compiled_trial.rules', '=', rules),
    )
    .select(['trial.id', 'trial.fetched_at', 'compiled_trial.line'])
    .where('trial.id', '>', after)
    .orderBy('trial.id')
    .limit(500)
    .execute()

/** A line that is damaged or missing costs its trial nothing: it is compiled again from the record. */
async function unpacked({ sql: database }: Pick<Database, 'sql'>, id: string, line: string | null): Promise<CompiledTrial> {
  try {
    if (line !== null) return compiledOfPacked(line)
  } catch {
    await database.deleteFrom('compiled_trial').where('trial_id', '=', id).execute()
  }
  const { record } = await database.selectFrom('trial').select('record').where('id', '=', id).executeTakeFirstOrThrow()
  return compiledOfPacked(packedOfRecord(record))
}
