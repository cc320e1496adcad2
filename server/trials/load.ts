import { AppError } from '@carefolio/core/record/errors.ts'
import type { Trial } from '@carefolio/core/record/trial.ts'
import { trialOfRecord } from '@carefolio/core/trials/trial-of-record.ts'
import type { Database } from '../db/database.ts'
import { recordsOf } from './records.ts'
import { storedTrials } from './store.ts'

/**
 * All trials of a file or folder of registry records, or those kept in the database. Of the same trial twice, the one that was updated
 * last counts. What cannot be read is told to `onUnreadable` and left out.
 */
export async function loadTrials(
  source: string | Pick<Database, 'sql'>,
  onUnreadable: (where: string) => void = () => {},
): Promise<Trial[]> {
  const trials = new Map<string, Trial>()
  if (typeof source !== 'string') {
    for await (const trial of storedTrials(source)) trials.set(trial.id, trial)
    return [...trials.values()]
  }
  for await (const found of recordsOf(source)) {
    const trial = 'record' in found ? readable(found.record) : undefined
    if (!trial) onUnreadable(found.where)
    else if ((trials.get(trial.id)?.lastUpdate ?? '') <= (trial.lastUpdate ?? '')) trials.set(trial.id, trial)
  }
  return [...trials.values()]
}

function readable(record: unknown): Trial | undefined {
  try {
    return trialOfRecord(record)
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}
