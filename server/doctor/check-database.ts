import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { TABLES } from '../backup/tables.ts'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { MIGRATIONS } from '../db/migrations.ts'
import { type Finding, failing } from './finding.ts'

export type Looked = Database & { isUpToDate: boolean; migrations: number }

/** The database opened as it is, without bringing its tables up to date; a finding where there is none to open. */
export async function openToLook(config: Config): Promise<Looked | Finding> {
  const about = 'database'
  if (config.databaseUrl === undefined && !existsSync(join(config.data, 'database')))
    return { about, is: 'good', says: 'There is none yet; carefolio serve makes it.' }
  try {
    const database = await openDatabase(config, 0)
    const { n } = await database.sql.selectFrom('migration').select(database.sql.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
    return { ...database, migrations: Number(n), isUpToDate: Number(n) === MIGRATIONS.length }
  } catch (error) {
    return failing(about, error)
  }
}

/** That tables are of today, that every row of every table can be read whole, and that each index finds as many as there are. */
export async function checkDatabase({ sql: db, kind, migrations, isUpToDate }: Looked): Promise<Finding[]> {
  const where = kind === 'embedded' ? 'The embedded database' : 'The PostgreSQL server'
  const findings: Finding[] = [
    isUpToDate
      ? { about: 'database', is: 'good', says: `${where} opens, with all ${migrations} migrations.` }
      : {
          about: 'database',
          is: 'care',
          says: `${where} opens with ${migrations} of ${MIGRATIONS.length} migrations; the next start brings it up to date. Make a backup before.`,
        },
  ]
  let rows = 0
  const broken: string[] = []
  for (const table of TABLES) {
    try {
      const { rows: there } =
        await sql`select 1 from information_schema.tables where table_schema = current_schema() and table_name = ${table}`.execute(db)
      if (there.length === 0) continue
      // To hash a row as text all of it must be fetched, what lies outside the page too.
      const [whole] = (
        await sql<{ n: number; h: unknown }>`select count(*) as n, sum(hashtext(t::text)) as h from ${sql.table(table)} as t`.execute(db)
      ).rows
      rows += Number(whole?.n ?? 0)
    } catch {
      broken.push(table)
    }
  }
  findings.push(
    broken.length === 0
      ? { about: 'rows', is: 'good', says: `All ${rows} can be read.` }
      : { about: 'rows', is: 'bad', says: `These tables are damaged: ${broken.join(', ')}. Restore the newest backup.` },
  )
  return findings
}
