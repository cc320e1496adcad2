import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompiledTrial } from '@carefolio/core/match/compile.ts'
import { openDatabase } from '@carefolio/server/db/database.ts'
import { compileStored } from '@carefolio/server/trials/compile-stored.ts'
import { compiledTrials } from '@carefolio/server/trials/compiled-trials.ts'
import { importTrials } from '@carefolio/server/trials/import.ts'
import { recordsOf } from '@carefolio/server/trials/records.ts'
import { saveRecords } from '@carefolio/server/trials/store.ts'
import { heapInUse } from './heap.ts'
import { type BenchPlace, type Figures, median } from './measure.ts'

const ASKED = 10_000

/** What a report pays for its trials: the database opened, all compiled trials loaded from it. Compiling them is paid once, at the fetch. */
export async function benchStoredTrials({ root, shared }: BenchPlace): Promise<Figures> {
  const source = shared ? join(shared, 'data/trials/studies.jsonl.gz') : join(root, 'corpus/trials')
  const data = mkdtempSync(join(tmpdir(), 'carefolio-bench-'))
  try {
    const figures: Figures = {}
    {
      await using database = await openDatabase({ data })
      const { imported } = await importTrials(database, source)
      const start = performance.now()
      await compileStored(database)
      figures[`compiling ${imported} trials on two cores, once`] = ms(performance.now() - start)
      await fillUp(database, source)
    }
    const rounds: Awaited<ReturnType<typeof loadOnce>>[] = []
    for (let round = 0; round < 4; round++) rounds.push(await loadOnce(data))
    const middle = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of))
    figures['opening the database'] = ms(middle(({ opening }) => opening))
    figures[`loading ${ASKED} compiled trials from it (asked: < 2,000 ms, < 400 MB)`] =
      `${ms(middle(({ loading }) => loading))} (${ms(middle(({ computing }) => computing))} of computing, in two threads), ${(middle(({ memory }) => memory) / 1e6).toFixed(0)} MB`
    return figures
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** Milliseconds, and the bytes of the trials loaded. */
async function loadOnce(data: string): Promise<{ opening: number; loading: number; computing: number; memory: number }> {
  const start = performance.now()
  await using database = await openDatabase({ data })
  const opening = performance.now() - start
  const before = heapInUse()
  const [again, used] = [performance.now(), process.cpuUsage()]
  const trials: CompiledTrial[] = await compiledTrials(database)
  const loading = performance.now() - again
  const { user, system } = process.cpuUsage(used)
  const memory = heapInUse() - before
  // Used after the memory was measured, so that nothing of it is collected before.
  if (trials.length !== ASKED) throw new Error(`${trials.length} trials were loaded`)
  return { opening, loading, computing: (user + system) / 1000, memory }
}

/** Copies under ids of their own, until there are as many trials as asked; their compiled form is copied too, as compiling is not measured. */
async function fillUp(database: Awaited<ReturnType<typeof openDatabase>>, source: string): Promise<void> {
  const records: Record<string, unknown>[] = []
  for await (const found of recordsOf(source)) if ('record' in found) records.push(found.record as Record<string, unknown>)
  const rows = await database.sql.selectFrom('compiled_trial').selectAll().orderBy('trial_id').execute()
  for (let from = rows.length; from < ASKED; from += 200) {
    const places = Array.from({ length: Math.min(200, ASKED - from) }, (_, i) => from + i)
    const copies = places.map((place) => {
      const record = structuredClone(records[place % records.length]) as { protocolSection: { identificationModule: { nctId: string } } }
      const { identificationModule: names } = record.protocolSection
      const original = names.nctId
      names.nctId = `${original}-${place}`
      return { record, original }
    })
    await saveRecords(
      database,
      copies.map(({ record }) => record),
      { at: new Date() },
    )
    const ids = copies.map(({ record }) => record.protocolSection.identificationModule.nctId)
    const kept = await database.sql.selectFrom('trial').select(['id', 'sha256']).where('id', 'in', ids).execute()
    const hashes = new Map(kept.map(({ id, sha256 }) => [id, sha256]))
    const lines = new Map(rows.map(({ trial_id, line }) => [trial_id, line]))
    await database.sql
      .insertInto('compiled_trial')
      .values(
        copies.map(({ original }, i) => ({
          trial_id: ids[i] ?? '',
          sha256: hashes.get(ids[i] ?? '') ?? '',
          rules: rows[0]?.rules ?? '',
          line: lines.get(original) ?? '',
        })),
      )
      .execute()
  }
}

const ms = (time: number) => `${time.toFixed(0)} ms`
