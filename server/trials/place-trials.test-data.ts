import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import { importTrials } from './import.ts'

/** The invented trials of the corpus, kept in a database. */
export async function storeTrials(database: Database): Promise<void> {
  await importTrials(database, join(import.meta.dirname, '../../corpus/trials'))
}
