import { type CompiledTrial, compileTrial } from '@carefolio/core/match/compile.ts'
import { compiledOf } from '@carefolio/core/match/stored-form.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import { trialOfRecord } from '@carefolio/core/trials/trial-of-record.ts'
import { breathing } from '../breathing.ts'
import type { Database } from '../db/database.ts'
import { type CompileOptions, compileStored, rulesVersion } from './compile-stored.ts'
import { unzipped } from './packed-trial.ts'

/** All kept trials, compiled: those that are new or changed, or known only by other rules, are compiled first and kept. */
export async function compiledTrials(database: Pick<Database, 'sql'>, options: CompileOptions = {}): Promise<CompiledTrial[]> {
  const rules = options.rules ?? (await rulesVersion())
  await compileStored(database, { ...options, rules })
  const trials: CompiledTrial[] = []
  const breathe = breathing(options.signal)
  let next = pageAfter(database, '', rules)
  for (;;) {
    const rows = await next
    const last = rows.at(-1)
    if (!last) return trials
    if (options.signal?.aborted) throw new AppError('interrupted')
    // The database and the unzipping have threads of their own: they bring the next page while this one is parsed.
    next = pageAfter(database, last.id, rules)
    next.catch(() => {})
    for (const { id, text, fetchedAt } of rows) {
      await breathe()
      const compiled = (text === undefined ? undefined : readable(text)) ?? (await again(database, id))
      compiled.trial.fetchedAt = fetchedAt.toISOString()
      trials.push(compiled)
    }
  }
}

/** `text` is absent where it is damaged, or the trial was changed or compiled by another program only just now. */
async function pageAfter({ sql: database }: Pick<Database, 'sql'>, after: string, rules: string) {
  const rows = await database
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
  return Promise.all(
    rows.map(async ({ id, line, fetched_at: fetchedAt }) => {
      const text = line === null ? undefined : await unzipped(line).catch(() => undefined)
      return { id, text, fetchedAt }
    }),
  )
}

function readable(text: string): CompiledTrial | undefined {
  try {
    return compiledOf(text)
  } catch {
    return undefined
  }
}

/** A line that is damaged or missing costs its trial nothing: it is compiled from the record, and the next time kept anew. */
async function again({ sql: database }: Pick<Database, 'sql'>, id: string): Promise<CompiledTrial> {
  await database.deleteFrom('compiled_trial').where('trial_id', '=', id).execute()
  const { record } = await database.selectFrom('trial').select('record').where('id', '=', id).executeTakeFirstOrThrow()
  return compileTrial(trialOfRecord(JSON.parse(record)))
}
