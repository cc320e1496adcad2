import { OPEN_STATUSES, type Trial } from '@carefolio/core/record/trial.ts'
import { trialOfRecord } from '@carefolio/core/trials/trial-of-record.ts'
import type { Database } from '../db/database.ts'

/** What became of a trial since a day: `before` is the record as it was then, absent when it was not here. */
export type TrialChange = {
  what: 'new' | 'opened' | 'closed' | 'criteria' | 'other'
  before?: Trial
  after: Trial
}

/** Every trial that came or changed since then; one that did both several times counts once, against what it was then. */
export async function changesSince({ sql: database }: Pick<Database, 'sql'>, since: Date): Promise<TrialChange[]> {
  const now = await database.selectFrom('trial').select(['id', 'record']).where('fetched_at', '>=', since).orderBy('id').execute()
  const replaced = await database
    .selectFrom('trial_version')
    .select(['trial_id', 'record', 'fetched_at'])
    .where('replaced_at', '>=', since)
    .orderBy('trial_id')
    .orderBy('replaced_at')
    .execute()
  const asItWas = new Map<string, (typeof replaced)[number]>()
  for (const version of replaced) if (!asItWas.has(version.trial_id)) asItWas.set(version.trial_id, version)
  return now.map(({ id, record }) => {
    const after = trialOfRecord(JSON.parse(record))
    const old = asItWas.get(id)
    if (!old || old.fetched_at >= since) return { what: 'new', after }
    const before = trialOfRecord(JSON.parse(old.record))
    return { what: kindOf(before, after), before, after }
  })
}

function kindOf(before: Trial, after: Trial): TrialChange['what'] {
  const [was, is] = [isOpen(before), isOpen(after)]
  if (was !== is) return is ? 'opened' : 'closed'
  return before.criteriaText === after.criteriaText ? 'other' : 'criteria'
}

const isOpen = ({ status }: Trial) => status !== undefined && OPEN_STATUSES.includes(status)
