import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from './database.ts'

/** An empty database of its own for a test: open it as often as needed, remove it at the end. */
export type TestDatabase = { open(): Promise<Database>; remove(): Promise<void> }

const url = process.env['CAREFOLIO_TEST_POSTGRES']

/** Both databases that Carefolio runs on; the server only where `CAREFOLIO_TEST_POSTGRES` names one. */
export const DATABASES: readonly { name: string; skip: boolean; create(): Promise<TestDatabase> }[] = [
  { name: 'the embedded database', skip: false, create: embedded },
  { name: 'a PostgreSQL server', skip: url === undefined, create: () => onServer(url ?? '') },
]

async function embedded(): Promise<TestDatabase> {
  const data = mkdtempSync(join(tmpdir(), 'carefolio-database-'))
  return { open: () => openDatabase({ data }), remove: async () => rmSync(data, { recursive: true, force: true }) }
}

async function onServer(server: string): Promise<TestDatabase> {
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  const address = new URL(server)
  address.pathname = `/${name}`
  return {
    open: () => openDatabase({ data: '', databaseUrl: String(address) }),
    async remove() {
      await client.query(`drop database ${name} with (force)`)
      await client.end()
    },
  }
}
