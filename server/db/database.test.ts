import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { DATABASES, type TestDatabase } from './databases.test-data.ts'
import { MIGRATIONS } from './migrations.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-db-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(DATABASES)('$name', ({ skip, create }) => {
  let test: TestDatabase
  beforeAll(async () => {
    if (!skip) test = await create()
  })
  afterAll(() => test?.remove())

  it.skipIf(skip)('has all tables, and keeps rows when opened again', async () => {
    {
      await using db = await test.open()
      await db.sql
        .insertInto('trial_sync')
        .values({ name: 'x', state: '{}', updated_at: new Date(0) })
        .execute()
    }
    await using db = await test.open()
    const rows = await db.sql.selectFrom('trial_sync').selectAll().execute()
    expect(rows).toEqual([{ name: 'x', state: '{}', updated_at: new Date(0) }])
    const applied = await db.sql.selectFrom('migration').select(['number', 'name']).orderBy('number').execute()
    expect(applied).toEqual(MIGRATIONS.map(({ name }, i) => ({ number: i + 1, name })))
  })
  it.skipIf(skip)('counts as numbers', async () => {
    await using db = await test.open()
    const { rows } = await sql<{ n: number }>`select count(*) as n from trial_sync`.execute(db.sql)
    expect(rows).toEqual([{ n: 1 }])
  })
  it.skipIf(skip)('undoes a transaction that fails, and goes on', async () => {
    await using db = await test.open()
    const failing = db.sql.transaction().execute(async (work) => {
      await work.insertInto('trial_sync').values({ name: 'lost', state: '', updated_at: new Date() }).execute()
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    const after = await db.sql.selectFrom('trial_sync').select('name').execute()
    expect(after).toEqual([{ name: 'x' }])
  })
  it.skipIf(skip)('gives the code of a failed query, and never the values in it', async () => {
    await using db = await test.open()
    const twice = db.sql.insertInto('trial_sync').values({ name: 'x', state: 'secret', updated_at: new Date() }).execute()
    await expect(twice).rejects.toMatchObject({ code: '23505', message: expect.not.stringContaining('secret') })
  })
  it.skipIf(skip)('runs transactions asked for at the same time one after the other', async () => {
    await using db = await test.open()
    await db.sql.insertInto('trial_sync').values({ name: 'counter', state: '0', updated_at: new Date() }).execute()
    const add = () =>
      db.sql.transaction().execute(async (work) => {
        const { state } = await work
          .selectFrom('trial_sync')
          .select('state')
          .where('name', '=', 'counter')
          .forUpdate()
          .executeTakeFirstOrThrow()
        await work
          .updateTable('trial_sync')
          .set({ state: String(Number(state) + 1) })
          .where('name', '=', 'counter')
          .execute()
      })
    await Promise.all(Array.from({ length: 12 }, add))
    expect(await db.sql.selectFrom('trial_sync').select('state').where('name', '=', 'counter').executeTakeFirst()).toEqual({ state: '12' })
  })
  it.skipIf(skip)('lets no query of another into a transaction, and sends those that wait when it is over', async () => {
    await using db = await test.open()
    const row = (name: string) => ({ name, state: '', updated_at: new Date() })
    const begun = Promise.withResolvers<void>()
    const failing = db.sql.transaction().execute(async (work) => {
      await work.insertInto('trial_sync').values(row('inside')).execute()
      begun.resolve()
      await new Promise((resolve) => setTimeout(resolve, 50))
      throw new Error('stop')
    })
    await begun.promise
    const outside = Array.from({ length: 20 }, (_, i) =>
      db.sql
        .insertInto('trial_sync')
        .values(row(`outside ${i}`))
        .execute(),
    )
    await expect(failing).rejects.toThrow('stop')
    await Promise.all(outside)
    const kept = await db.sql.selectFrom('trial_sync').select('name').execute()
    expect(kept.map(({ name }) => name)).not.toContain('inside')
    expect(kept.filter(({ name }) => name.startsWith('outside'))).toHaveLength(20)
    await db.sql.deleteFrom('trial_sync').where('name', 'like', 'outside%').execute()
  })
  it.skipIf(skip)('does not say that a transaction was kept of which a query had failed', async () => {
    await using db = await test.open()
    const broken = db.sql.transaction().execute(async (work) => {
      await work.insertInto('trial_sync').values({ name: 'broken', state: '', updated_at: new Date() }).execute()
      await sql`select 1 / 0`.execute(work).catch(() => {})
    })
    await expect(broken).rejects.toThrow()
    const kept = await db.sql.selectFrom('trial_sync').select('name').where('name', '=', 'broken').execute()
    expect(kept).toEqual([])
    expect((await sql<{ n: number }>`select 1 as n`.execute(db.sql)).rows).toEqual([{ n: 1 }])
  })
  it.skipIf(skip)('written by a newer program is refused', async () => {
    {
      await using db = await test.open()
      await db.sql.insertInto('migration').values({ number: 999, name: 'of tomorrow' }).execute()
    }
    await expect(test.open()).rejects.toMatchObject({ code: 'database-newer' })
  })
})

describe('a data folder', () => {
  it('is refused while another has it open, and free again after', async () => {
    const data = join(folder, 'locked')
    const first = await openDatabase({ data })
    await expect(openDatabase({ data })).rejects.toMatchObject({ code: 'database-locked' })
    await first.close()
    await first.close()
    await using again = await openDatabase({ data })
    expect(again.kind).toBe('embedded')
  })
  it.each([
    ['a process that is gone', '999999999 12345 x\n'],
    ['a number that now belongs to another process', `${process.ppid} 1 x\n`],
    ['nonsense', 'garbage'],
  ])('is free when its lock was left by %s', async (_, content) => {
    const data = mkdtempSync(join(folder, 'stale-'))
    writeFileSync(join(data, 'database.lock'), content)
    {
      await using db = await openDatabase({ data })
      expect(db.kind).toBe('embedded')
    }
    expect(readdirSync(data)).toEqual(['database'])
  })
  it('that is a file is refused with a code', async () => {
    const data = join(folder, 'file')
    writeFileSync(data, '')
    await expect(openDatabase({ data })).rejects.toMatchObject({ code: 'cannot-write' })
  })
  it('that is damaged is refused with a code, and its lock is given back', async () => {
    const data = join(folder, 'damaged')
    mkdirSync(join(data, 'database'), { recursive: true })
    writeFileSync(join(data, 'database', 'PG_VERSION'), '18')
    await expect(openDatabase({ data })).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(existsSync(join(data, 'database.lock'))).toBe(false)
  })
  it('keeps every row it acknowledged when the process is killed', async () => {
    const data = join(folder, 'killed')
    const writer = join(folder, 'writer.mjs')
    writeFileSync(writer, WRITER)
    let acknowledged = 0
    for (let round = 0; round < 2; round++) {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer, data, String(acknowledged)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      const wanted = acknowledged + 40
      for await (const chunk of child.stdout) {
        acknowledged = Math.max(acknowledged, ...String(chunk).split('\n').map(Number))
        if (acknowledged >= wanted) child.kill('SIGKILL')
      }
      await ended
      expect(acknowledged).toBeGreaterThanOrEqual(wanted)
      await using db = await openDatabase({ data })
      const rows = await db.sql.selectFrom('trial').select('id').execute()
      expect(rows.length).toBeGreaterThanOrEqual(acknowledged)
      expect(new Set(rows.map(({ id }) => id)).has(`DEMO${acknowledged}`)).toBe(true)
      acknowledged = rows.length
    }
  })
})

const postgres = process.env['CAREFOLIO_TEST_POSTGRES']
describe('a PostgreSQL server that ends our connections', () => {
  it.skipIf(postgres === undefined)('costs the queries under way, not the program, which goes on when it is back', async () => {
    await using db = await openDatabase({ data: '', databaseUrl: postgres ?? '' })
    const ended = sql`select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(9)%' and pid <> pg_backend_pid()`
    const moment = await db.sql.startTransaction().execute()
    const sleeping = sql`select pg_sleep(9)`.execute(moment).catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await ended.execute(db.sql)
    expect(await sleeping).toBeInstanceOf(Error)
    await moment
      .rollback()
      .execute()
      .catch(() => {})
    expect((await sql<{ n: number }>`select 1 as n`.execute(db.sql)).rows).toEqual([{ n: 1 }])
  })
})

/** Inserts trials one by one and prints the number of each that was acknowledged. */
const WRITER = `
import { openDatabase } from '${new URL('./database.ts', import.meta.url)}'
const db = await openDatabase({ data: process.argv[2] })
for (let i = Number(process.argv[3]) + 1; ; i++) {
  const now = new Date()
  await db.sql.insertInto('trial').values({ id: 'DEMO' + i, record: '{}', sha256: '', title: '', status: null, last_update: null, fetched_at: now, seen_at: now, data_timestamp: null }).execute()
  process.stdout.write(i + '\\n')
}`
