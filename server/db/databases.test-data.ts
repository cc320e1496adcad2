import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from './database.ts'

/** An empty database of its own for a test: open it as often as needed, remove it at the end. `at`: as settings name it. */
export type TestDatabase = { at: { data: string; databaseUrl?: string }; open(): Promise<Database>; remove(): Promise<void> }

const url = process.env['CAREFOLIO_TEST_POSTGRES']

/** Both databases that Carefolio runs on; the server only where `CAREFOLIO_TEST_POSTGRES` names one. */
export const DATABASES: readonly { name: string; skip: boolean; create(): Promise<TestDatabase> }[] = [
  { name: 'the embedded database', skip: false, create: embedded },
  { name: 'a PostgreSQL server', skip: url === undefined, create: () => onServer(url ?? '') },
]

async function embedded(): Promise<TestDatabase> {
  const data = mkdtempSync(join(tmpdir(), 'carefolio-database-'))
  return { at: { data }, open: () => openDatabase({ data }), remove: async () => rmSync(data, { recursive: true, force: true }) }
}

async function onServer(server: string): Promise<TestDatabase> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  const address = new URL(server)
  address.pathname = `/${name}`
  const at = { data: mkdtempSync(join(tmpdir(), 'carefolio-database-')), databaseUrl: String(address) }
  return {
    at,
    open: () => openDatabase(at),
    async remove() {
      rmSync(at.data, { recursive: true, force: true })
      await client.query(`drop database ${name} with (force)`)
      await client.end()
    },
  }
}
