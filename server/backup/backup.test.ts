import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { type Config, configOf } from '../config.ts'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { MIGRATIONS } from '../db/migrations.ts'
import { Client, PASSWORD, until } from '../http/place.test-data.ts'
import { keyFrom } from '../vault/key-source.ts'
import { localS3 } from '../vault/s3/local-s3.test-data.ts'
import { backUpPlace } from './back-up-place.ts'
import { restore } from './restore.ts'
import { LEFT_OUT, TABLES } from './tables.ts'

const PASSPHRASE = 'seven herons over wet slate'

describe.each(DATABASES)('backup and restore on $name', { timeout: 300_000 }, ({ skip, create }) => {
  const folder = mkdtempSync(join(tmpdir(), 'carefolio-backup-'))
  const path = join(folder, 'place.backup')
  const made: TestDatabase[] = []
  let config: Config
  /** What the owner of the place sees: everything that must come back. */
  let first: Awaited<ReturnType<typeof backUpPlace>>
  let seen: Awaited<ReturnType<typeof seeAll>>
  const emptyPlace = async (env: Record<string, string> = {}): Promise<Config> => {
    const test = await create()
    made.push(test)
    return configOf(
      { data: join(test.at.data, 'place') },
      { ...env, ...(test.at.databaseUrl ? { CAREFOLIO_DATABASE_URL: test.at.databaseUrl } : {}) },
      '',
    )
  }
  const restored = (path: string, to: Config, options: { passphrase?: string; keyText?: string } = { passphrase: PASSPHRASE }) =>
    restore(path, to, { ...options, keyOfSettings: () => keyFrom(to.place.key) })
  const backedUp = async (path: string, of = config, passphrase: string | undefined = PASSPHRASE) => {
    await using app = createApp(of)
    return await backUpPlace(path, of, await app.database(), { passphrase })
  }

  beforeAll(async () => {
    if (skip) return
    config = await emptyPlace()
    seen = await fill()
    first = await backedUp(path)
  }, 300_000)
  /** A place with an account, a person and files that were read. */
  async function fill() {
    await using app = createApp(config)
    await using served = await app.serve({ port: 0, version: 'test', log: () => {} })
    const client = new Client(served.url)
    const anna = await client.signUp('Anna Backup')
    for (let n = 1; n <= 12; n++)
      await client.call('addOriginal', { params: { person: anna }, query: { name: `CANARY note ${n}.txt` }, bytes: Buffer.from(noteOf(n)) })
    await client.call('addOriginal', { params: { person: anna }, query: { name: 'large.bin' }, bytes: Buffer.alloc(3_000_000, 5) })
    await until(async () => {
      const { originals } = (await client.call('originals', { params: { person: anna } })).value
      return originals.every(({ reading }) => reading.state === 'read' || reading.state === 'not-read')
    })
    return await seeAll(client)
  }
  afterAll(async () => {
    for (const test of made) await test.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  it.skipIf(skip)('bring back every account, fact and original into an empty place, with nothing but the passphrase', async () => {
    const { files } = first
    expect(first).toMatchObject({ missing: 0, holdsKey: true })
    expect(files).toBeGreaterThan(10)
    const to = await emptyPlace()
    expect(await restored(path, to)).toMatchObject({ files, damaged: 0, keyPut: join(to.data, 'master.key') })
    expect(statSync(join(to.data, 'master.key')).mode & 0o077).toBe(0)
    await using app = createApp(to)
    await using served = await app.serve({ port: 0, version: 'test', log: () => {} })
    const client = new Client(served.url)
    const signedIn = await client.call('signIn', { body: { email: 'anna.backup@example.org', password: PASSWORD } })
    expect(signedIn.status).toBe(200)
    expect(await seeAll(client)).toEqual(seen)
  })
  it.skipIf(skip)('bring back every row as it was, of every table', async () => {
    const to = await emptyPlace()
    await restored(path, to)
    expect(await rowsOf(to)).toEqual(await rowsOf(config))
  })
  it.skipIf(skip)('sealed by the key of the place, the backup does not hold it and opens with a copy of it', async () => {
    const path = join(folder, 'by-key.backup')
    await using app = createApp(config)
    const { holdsKey } = await backUpPlace(path, config, await app.database())
    expect(holdsKey).toBe(false)
    const keyText = readFileSync(join(config.data, 'master.key'), 'utf8')
    expect(readFileSync(path).includes(keyText.trim())).toBe(false)
    const to = await emptyPlace()
    await expect(restored(path, to, {})).rejects.toMatchObject({
      code: 'backup-key-missing',
      wayOut: expect.stringContaining('--key'),
    })
    await expect(restored(path, to, { keyText: Buffer.alloc(32, 1).toString('base64') })).rejects.toMatchObject({
      code: 'backup-key-missing',
    })
    expect(await restored(path, to, { keyText })).toMatchObject({ damaged: 0 })
  })
  it.skipIf(skip)('tell nothing without the key: no word of a file, name or address is in the backup', async () => {
    expect(readFileSync(path, 'latin1')).not.toMatch(/CANARY|Anna|example\.org|person_key/)
  })
  it.skipIf(skip)('carry originals from a folder into a bucket', async () => {
    await using s3 = await localS3()
    const files = seen[0]?.originals.length
    const env = { CAREFOLIO_S3_URL: s3.config.url, CAREFOLIO_S3_BUCKET: 'originals', CAREFOLIO_S3_REGION: s3.config.region }
    const to = await emptyPlace({ ...env, CAREFOLIO_S3_KEY_ID: s3.config.keyId, CAREFOLIO_S3_SECRET: s3.config.secret })
    expect(await restored(path, to)).toMatchObject({ files, damaged: 0 })
    expect(s3.objects.size).toBe(files)
    const back = join(folder, 's3-back.backup')
    expect(await backedUp(back, to)).toMatchObject({ files, missing: 0 })
    await expect(
      restored(path, await emptyPlace({ ...env, CAREFOLIO_S3_KEY_ID: s3.config.keyId, CAREFOLIO_S3_SECRET: s3.config.secret })),
    ).rejects.toMatchObject({ code: 'not-empty' })
  })

  it.skipIf(skip)('refuse a place that has something in it, and leave that as it was', async () => {
    await expect(restored(path, config)).rejects.toMatchObject({ code: 'not-empty' })
    const to = await emptyPlace()
    mkdirSync(to.data, { recursive: true })
    writeFileSync(join(to.data, 'letter.txt'), 'mine')
    await expect(restored(path, to)).rejects.toMatchObject({ code: 'not-empty' })
    expect(readdirSync(to.data)).toEqual(['letter.txt'])
    if (to.databaseUrl === undefined) return
    await expect(restored(path, { ...to, data: join(folder, 'other'), databaseUrl: config.databaseUrl ?? '' })).rejects.toMatchObject({
      code: 'not-empty',
    })
  })
  it.skipIf(skip).each([
    ['a bit that flipped in its head', (bytes: Buffer) => flip(bytes, 60)],
    ['a bit that flipped in its midst', (bytes: Buffer) => flip(bytes, bytes.length >> 1)],
    ['a bit that flipped at its end', (bytes: Buffer) => flip(bytes, bytes.length - 1)],
    ['a lost end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 70_000)],
    ['nothing in it', () => Buffer.alloc(0)],
    ['another file under its name', () => Buffer.from('{"carefolio":"no"}\nhello')],
  ])('leave nothing behind where the backup has %s', async (what, damage) => {
    const broken = join(folder, 'broken.backup')
    writeFileSync(broken, damage(readFileSync(path)))
    const to = await emptyPlace()
    const failure = await restored(broken, to).catch((error: unknown) => error)
    expect(['backup-damaged', 'passphrase-wrong', 'backup-newer']).toContain((failure as { code?: string }).code)
    expect(readdirSync(join(to.data, '..')).filter((name) => name !== 'database')).toEqual([])
    // The same place takes the whole one.
    if (what === 'a lost end') expect(await restored(path, to)).toMatchObject({ damaged: 0 })
  })
  it.skipIf(skip)('open with the right passphrase only, and take no weak one', async () => {
    const weak = join(folder, 'weak.backup')
    await expect(backedUp(weak, config, 'password 12345')).rejects.toMatchObject({ code: 'password-weak' })
    expect(existsSync(weak)).toBe(false)
    await expect(restored(path, await emptyPlace(), { passphrase: 'another one altogether' })).rejects.toMatchObject({
      code: 'passphrase-wrong',
    })
    await expect(restored(path, await emptyPlace(), {})).rejects.toMatchObject({ code: 'passphrase-missing' })
  })
  it.skipIf(skip)('do not overwrite a file, and leave no half one when they are stopped', async () => {
    const path = join(folder, 'stopped.backup')
    const stop = new AbortController()
    await using app = createApp(config)
    const database = await app.database()
    const onProgress = ({ files }: { files: number }) => files === 3 && stop.abort()
    await expect(backUpPlace(path, config, database, { signal: stop.signal, onProgress })).rejects.toMatchObject({ code: 'interrupted' })
    expect(readdirSync(folder).filter((name) => name.includes('stopped'))).toEqual([])
    await backUpPlace(path, config, database)
    const before = readFileSync(path)
    await expect(backUpPlace(path, config, database)).rejects.toMatchObject({ code: 'file-there' })
    expect(readFileSync(path).equals(before)).toBe(true)
  })
  it.skipIf(skip)('take away the half one that a killed process left long ago, and no other', async () => {
    const left = (hours: number) => {
      const half = join(folder, `.killed.backup.${crypto.randomUUID()}.draft`)
      writeFileSync(half, 'half')
      utimesSync(half, new Date(Date.now() - hours * 3_600_000), new Date(Date.now() - hours * 3_600_000))
      return half
    }
    const [old, young] = [left(2), left(0)]
    await backedUp(join(folder, 'after-a-kill.backup'))
    expect([existsSync(old), existsSync(young)]).toEqual([false, true])
    rmSync(young)
  })
  it.skipIf(skip)('go on without an original that is gone or cut off, and say how many', async () => {
    const to = await emptyPlace()
    await restored(path, to)
    const kept = readdirSync(join(to.data, 'originals', 'kept'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\/o-[0-9a-f]+$/.test(name),
    )
    rmSync(join(to.data, 'originals', 'kept', kept[0] ?? ''))
    truncateSync(join(to.data, 'originals', 'kept', kept[1] ?? ''), 20)
    const again = join(folder, 'robbed-again.backup')
    expect(await backedUp(again, to)).toMatchObject({ missing: 1, files: kept.length - 1 })
    // The rows stay, since what was read from the file is still true; reading all originals finds both.
    expect(await restored(again, await emptyPlace())).toMatchObject({ files: kept.length - 1, damaged: 2 })
  })
})

describe('what a backup holds', () => {
  it('names every table, as kept or as left out', async () => {
    const created = MIGRATIONS.flatMap(({ statements }) => statements.flatMap((one) => /create table (\w+)/.exec(one)?.[1] ?? []))
    expect([...TABLES, ...LEFT_OUT].toSorted()).toEqual([...created, 'migration'].toSorted())
  })
})

const noteOf = (n: number): string =>
  `Progress note 2026-03-${String(n).padStart(2, '0')}\nPatient: Anna Backup\nCANARY. Hemoglobin ${8 + n / 10} g/dL. Estrogen receptor positive (95%). HER2 negative.\n`

/** Everything of everybody, as the pages get it; without what is of the moment. */
async function seeAll(client: Client) {
  const { people } = (await client.call('me')).value
  const all = []
  for (const { id: person, name } of people) {
    const { originals } = (await client.call('originals', { params: { person } })).value
    const { profile } = (await client.call('profile', { params: { person } })).value
    const contents = []
    for (const { id } of originals)
      contents.push(Buffer.from((await client.call('originalContent', { params: { person, original: id } })).bytes).toString('base64'))
    all.push({ name, originals, profile, contents })
  }
  expect(all.length).toBe(1)
  expect(JSON.stringify(all)).toMatch(/Hemoglobin/i)
  return all
}

async function rowsOf(config: Config): Promise<Record<string, unknown[]>> {
  await using app = createApp(config)
  const { sql: db } = await app.database()
  const found: Record<string, unknown[]> = {}
  for (const table of TABLES) {
    const { rows } = await sql<{ line: string }>`select row_to_json(t)::text as line from ${sql.table(table)} as t`.execute(db)
    found[table] = rows.map(({ line }) => line).toSorted()
  }
  expect(found['read_document']?.length).toBeGreaterThan(10)
  return found
}

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(at) ^ 4, at)
  return changed
}
