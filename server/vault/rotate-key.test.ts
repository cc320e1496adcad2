import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { holdDatabase } from '../db/hold.ts'
import { until } from '../http/place.test-data.ts'
import { keyFrom } from './key-source.ts'
import { keyringFrom } from './keyring.ts'
import { makeMasterKey } from './master-key.ts'
import { ensurePersonKey, keysOf } from './person-keys.ts'
import { rotateKey } from './rotate-key.ts'

const NOW = new Date('2026-10-01T09:00:00Z')
const PEOPLE = ['anna', 'berta', 'clara', 'dora']

describe.each(DATABASES)('a change of the master key on $name', ({ skip, create }) => {
  let test: TestDatabase
  let db: Database
  let folder: string
  let path: string
  let before: string[]
  beforeAll(async () => {
    if (skip) return
    test = await create()
    db = await test.open()
  })
  afterAll(async () => {
    await db?.close()
    await test?.remove()
  })
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carefolio-rotate-'))
    path = join(folder, 'master.key')
    if (skip) return
    await makeMasterKey(path)
    for (const person of PEOPLE) await ensurePersonKey(db, await keyringFrom(file()), person, NOW)
    before = await secrets()
  })
  afterEach(async () => {
    if (!skip) await db.sql.deleteFrom('person_key').execute()
    rmSync(folder, { recursive: true, force: true })
  })
  const file = () => ({ key: { from: 'file', path } }) as const
  /** What everybody's secret opens to, by the keys that are there. */
  const secrets = async (ring?: Awaited<ReturnType<typeof keyringFrom>>) => {
    const own = ring ?? (await keyringFrom(file()))
    return Promise.all(PEOPLE.map(async (person) => Buffer.from((await keysOf(db, own, person)).values).toString('hex')))
  }

  it.skipIf(skip)('leaves every secret what it was, opened by the new key alone, with the old one beside', async () => {
    const old = await keyFrom(file().key)
    const text = readFileSync(path, 'utf8')
    const { people, now, before: kept } = await rotateKey(db, file())
    expect(people).toBe(PEOPLE.length)
    expect(kept).toBe(`${path}.before-${old.id}`)
    expect(readFileSync(kept ?? '', 'utf8')).toBe(text)
    expect(readdirSync(folder).toSorted()).toEqual(['master.key', `master.key.before-${old.id}`])
    expect((await keyFrom(file().key)).id).toBe(now)
    expect(await secrets()).toEqual(before)
    await expect(secrets({ current: old })).rejects.toMatchObject({ code: 'master-key-missing' })
  })
  it.skipIf(skip)('can be done again and again', async () => {
    const ids = new Set<string>()
    for (let round = 0; round < 3; round++) ids.add((await rotateKey(db, file())).now)
    expect(ids.size).toBe(3)
    expect(await secrets()).toEqual(before)
  })
  it.skipIf(skip)('opens everything at each point where it may be stopped, and is finished by the next call', async () => {
    for (const done of [0, 1, PEOPLE.length]) {
      const next = await makeMasterKey(`${path}.next`)
      for (const person of PEOPLE.slice(0, done)) {
        const keyring = { current: next, earlier: [await keyFrom(file().key)] }
        const row = await db.sql.selectFrom('person_key').selectAll().where('person_id', '=', person).executeTakeFirstOrThrow()
        const secret = await keyring.earlier[0]?.unwrap(Buffer.from(row.wrapped, 'base64'), person)
        const wrapped = Buffer.from(await next.wrap(secret ?? new Uint8Array(), person)).toString('base64')
        await db.sql.updateTable('person_key').set({ wrapped, master_key: next.id }).where('person_id', '=', person).execute()
      }
      expect(await secrets()).toEqual(before)
      expect(await rotateKey(db, file())).toMatchObject({ people: PEOPLE.length - done, now: next.id })
      expect(existsSync(`${path}.next`)).toBe(false)
      expect(await secrets()).toEqual(before)
    }
  })
  it.skipIf(skip)('changes to the key that the host names, and leaves the settings to the host', async () => {
    const other = join(folder, 'other.key')
    const { id } = await makeMasterKey(other)
    const sources = { ...file(), nextKey: { from: 'command', command: `cat ${other}` } } as const
    expect(await rotateKey(db, sources)).toEqual({ people: PEOPLE.length, now: id })
    expect(await secrets(await keyringFrom(sources))).toEqual(before)
    expect(await secrets(await keyringFrom({ key: sources.nextKey }))).toEqual(before)
    expect(await rotateKey(db, sources)).toEqual({ people: 0, now: id })
  })
  it.skipIf(skip)('asks for the next key where it cannot make one', async () => {
    const text = readFileSync(path, 'utf8')
    await expect(rotateKey(db, { key: { from: 'environment', text } })).rejects.toMatchObject({ code: 'setting-wrong' })
    expect(await secrets()).toEqual(before)
  })
  it.skipIf(skip)('changes nothing when the key to come is no key', async () => {
    writeFileSync(`${path}.next`, 'nonsense', { mode: 0o600 })
    await expect(rotateKey(db, file())).rejects.toMatchObject({ code: 'master-key-wrong' })
  })
})

const server = process.env['CAREFOLIO_TEST_POSTGRES']
describe('a PostgreSQL database that is held', () => {
  it.skipIf(server === undefined)('may be served by several, and is changed only when none serves it', async () => {
    const at = { databaseUrl: server ?? '' }
    const one = await holdDatabase(at, 'serve')
    const two = await holdDatabase(at, 'serve')
    await expect(holdDatabase(at, 'alone')).rejects.toMatchObject({ code: 'place-running' })
    await one[Symbol.asyncDispose]()
    await two[Symbol.asyncDispose]()
    const alone = await holdDatabase(at, 'alone')
    await expect(holdDatabase(at, 'serve')).rejects.toMatchObject({ code: 'place-running' })
    await alone[Symbol.asyncDispose]()
  })
  it.skipIf(server === undefined)('is held on when the server ended the connection, until it is let go of', async () => {
    const at = { databaseUrl: server ?? '' }
    const serving = await holdDatabase(at, 'serve')
    const client = new pg.Client({ connectionString: at.databaseUrl })
    await client.connect()
    const holders = () =>
      client.query<{ pid: number }>(`select pid from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted
        and database = (select oid from pg_database where datname = current_database())`)
    const [first] = (await holders()).rows
    await client.query('select pg_terminate_backend($1)', [first?.pid])
    const again = await until(async () => (await holders()).rows.find(({ pid }) => pid !== first?.pid))
    expect(again).toBeDefined()
    await expect(holdDatabase(at, 'alone')).rejects.toMatchObject({ code: 'place-running' })
    await serving[Symbol.asyncDispose]()
    const alone = await holdDatabase(at, 'alone')
    await alone[Symbol.asyncDispose]()
    await client.end()
  })
})
