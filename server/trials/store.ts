import { AppError } from '@carefolio/core/record/errors.ts'
import type { Trial } from '@carefolio/core/record/trial.ts'
import { trialOfRecord } from '@carefolio/core/trials/trial-of-record.ts'
import type { Database } from '../db/database.ts'
import { digestOf } from './digest.ts'

/** `unreadable`: the places in the list of those without an id. */
export type Saved = { added: number; changed: number; same: number; older: number; unreadable: number[] }

/** Where records come from and when: `dataTimestamp` is the registry's version, absent for records from a file. */
export type Origin = { at: Date; dataTimestamp?: string | undefined }

/**
 * Keeps registry records, all or none, with `andThen` in the same transaction. What did not change is only marked as seen; what changed
 * goes to the history; a record older than the kept one, or one without a date beside one that has it, is left out.
 */
export async function saveRecords(
  { sql: database }: Pick<Database, 'sql'>,
  records: readonly unknown[],
  origin: Origin,
  andThen?: (work: Database['sql']) => Promise<unknown>,
): Promise<Saved> {
  const saved: Saved = { added: 0, changed: 0, same: 0, older: 0, unreadable: [] }
  const incoming = new Map<string, Incoming>()
  records.forEach((record, place) => {
    try {
      incoming.set(...rowOf(record, origin))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      saved.unreadable.push(place)
    }
  })
  await database.transaction().execute(async (work) => {
    const ids = [...incoming.keys()]
    const known = ids.length === 0 ? [] : await work.selectFrom('trial').selectAll().where('id', 'in', ids).forUpdate().execute()
    const seen: string[] = []
    for (const old of known) {
      const next = incoming.get(old.id)
      if (!next) continue
      if (old.sha256 === next.row.sha256) {
        seen.push(old.id)
        saved.same++
      } else if ((old.last_update ?? '') > (next.row.last_update ?? '')) saved.older++
      else {
        const { id, title: _, data_timestamp: __, seen_at: ___, ...version } = old
        await work
          .insertInto('trial_version')
          .values({ ...version, trial_id: id, replaced_at: origin.at })
          .onConflict((conflict) => conflict.columns(['trial_id', 'replaced_at']).doNothing())
          .execute()
        await work.updateTable('trial').set(next.row).where('id', '=', id).execute()
        await saveAliases(work, next)
        saved.changed++
      }
      incoming.delete(old.id)
    }
    if (seen.length > 0) {
      const stamp = origin.dataTimestamp === undefined ? {} : { data_timestamp: origin.dataTimestamp }
      await work
        .updateTable('trial')
        .set({ seen_at: origin.at, ...stamp })
        .where('id', 'in', seen)
        .execute()
    }
    const fresh = [...incoming.values()]
    for (let i = 0; i < fresh.length; i += 500) {
      await work
        .insertInto('trial')
        .values(fresh.slice(i, i + 500).map(({ row }) => row))
        .execute()
    }
    for (const one of fresh) await saveAliases(work, one)
    saved.added = fresh.length
    await andThen?.(work)
  })
  return saved
}

type Incoming = ReturnType<typeof rowOf>[1]

function rowOf(record: unknown, origin: Origin) {
  const trial = trialOfRecord(record)
  const row = {
    id: storable(trial.id),
    record: JSON.stringify(record),
    sha256: digestOf(record),
    title: storable(trial.title),
    status: trial.status === undefined ? null : storable(trial.status),
    last_update: trial.lastUpdate ?? null,
    fetched_at: origin.at,
    seen_at: origin.at,
    data_timestamp: origin.dataTimestamp ?? null,
  }
  return [row.id, { row, aliases: trial.aliases.map(storable) }] as const
}

/** PostgreSQL keeps no NUL characters in text. */
const storable = (text: string) => text.replaceAll('\u0000', '')

async function saveAliases(work: Database['sql'], { row, aliases }: Incoming): Promise<void> {
  if (aliases.length === 0) return
  await work
    .insertInto('trial_alias')
    .values([...new Set(aliases)].map((alias) => ({ alias, trial_id: row.id })))
    .onConflict((conflict) => conflict.column('alias').doUpdateSet({ trial_id: row.id }))
    .execute()
}

/** All trials kept, read from their records; a batch at a time, so that memory stays small. */
export async function* storedTrials({ sql: database }: Pick<Database, 'sql'>): AsyncGenerator<Trial> {
  let after = ''
  for (;;) {
    const rows = await database
      .selectFrom('trial')
      .select(['id', 'record', 'fetched_at'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(500)
      .execute()
    for (const { record, fetched_at } of rows) yield { ...trialOfRecord(JSON.parse(record)), fetchedAt: fetched_at.toISOString() }
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** A kept trial by its id or by an id it had before. */
export async function storedTrial({ sql: database }: Pick<Database, 'sql'>, id: string): Promise<Trial | undefined> {
  const row = await database
    .selectFrom('trial')
    .select(['record', 'fetched_at'])
    .where((where) =>
      where.or([where('id', '=', id), where('id', 'in', where.selectFrom('trial_alias').select('trial_id').where('alias', '=', id))]),
    )
    .executeTakeFirst()
  return row && { ...trialOfRecord(JSON.parse(row.record)), fetchedAt: row.fetched_at.toISOString() }
}
