import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileTrial } from '@carefolio/core/match/compile.ts'
import { storedForm } from '@carefolio/core/match/stored-form.ts'
import { trialOfRecord } from '@carefolio/core/trials/trial-of-record.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../db/database.ts'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { compileStored } from './compile-stored.ts'
import { compiledTrials } from './compiled-trials.ts'
import { aRecord, ids } from './record.test-data.ts'
import { saveRecords } from './store.ts'

const at = new Date('2026-10-01T12:00:00Z')
const lines = async (database: Database) => (await compiledTrials(database)).map(storedForm)
const expected = (record: unknown) => storedForm(compileTrial({ ...trialOfRecord(record), fetchedAt: at.toISOString() }))

describe.each(DATABASES)('compiled trials in $name', ({ skip, create }) => {
  let test: TestDatabase
  let db: Database
  beforeAll(async () => {
    if (skip) return
    test = await create()
    db = await test.open()
  })
  beforeEach(async () => {
    if (!skip) await db.sql.deleteFrom('trial').execute()
  })
  afterAll(async () => {
    await db?.close()
    await test?.remove()
  })

  it.skipIf(skip)('are the same as those compiled at once, and every trial is among them', async () => {
    const records = ids(120).map((id) => aRecord(id))
    await saveRecords(db, records, { at })
    expect(await lines(db)).toEqual(records.map(expected))
  })
  it.skipIf(skip)('are compiled once; after a change of one record only that one is', async () => {
    await saveRecords(
      db,
      ids(5).map((id) => aRecord(id)),
      { at },
    )
    expect(await compileStored(db)).toBe(5)
    expect(await compileStored(db)).toBe(0)
    await saveRecords(db, [aRecord('DEMO0003', { updated: '2026-10-02', status: 'SUSPENDED' })], { at })
    expect(await compileStored(db)).toBe(1)
    expect((await compiledTrials(db)).find(({ trial }) => trial.id === 'DEMO0003')?.trial.status).toBe('SUSPENDED')
  })
  it.skipIf(skip)('of other rules are compiled again', async () => {
    await saveRecords(
      db,
      ids(3).map((id) => aRecord(id)),
      { at },
    )
    await compileStored(db, { rules: 'those of yesterday' })
    expect(await compileStored(db)).toBe(3)
    expect(await compileStored(db)).toBe(0)
  })
  it.skipIf(skip)('go with their trial', async () => {
    await saveRecords(db, [aRecord('DEMO0001')], { at })
    await compileStored(db)
    await db.sql.deleteFrom('trial').execute()
    expect(await db.sql.selectFrom('compiled_trial').selectAll().execute()).toEqual([])
  })
  it.skipIf(skip).each([
    ['cut off', (line: string) => line.slice(0, line.length / 2)],
    ['changed by a bit', (line: string) => `${line.slice(0, 60)}${line[60] === 'A' ? 'B' : 'A'}${line.slice(61)}`],
    ['empty', () => ''],
    ['lost', () => null],
  ])('that are %s are never used: the record is compiled again', async (_trap, damage) => {
    const record = aRecord('DEMO0001')
    await saveRecords(db, [record], { at })
    await compileStored(db)
    const { line } = await db.sql.selectFrom('compiled_trial').select('line').executeTakeFirstOrThrow()
    const damaged = damage(line)
    if (damaged === null) await db.sql.deleteFrom('compiled_trial').execute()
    else await db.sql.updateTable('compiled_trial').set({ line: damaged }).execute()
    expect(await lines(db)).toEqual([expected(record)])
  })
  it.skipIf(skip)('stop when told to, and go on later', async () => {
    await saveRecords(
      db,
      ids(300).map((id) => aRecord(id)),
      { at },
    )
    const stop = new AbortController()
    await expect(compileStored(db, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({ code: 'interrupted' })
    const { length } = await db.sql.selectFrom('compiled_trial').select('trial_id').execute()
    expect(length).toBeGreaterThan(0)
    expect(length).toBeLessThan(300)
    expect(await compileStored(db)).toBe(300 - length)
  })
})

it('a process killed while it compiles leaves nothing half: what is there is right, the rest is compiled', async () => {
  const data = mkdtempSync(join(tmpdir(), 'carefolio-compile-kill-'))
  const records = ids(240).map((id) => aRecord(id))
  try {
    {
      await using db = await openDatabase({ data })
      await saveRecords(db, records, { at })
    }
    const script = join(data, 'compile.mjs')
    writeFileSync(
      script,
      `import { openDatabase } from '${new URL('../db/database.ts', import.meta.url)}'
      import { compileStored } from '${new URL('./compile-stored.ts', import.meta.url)}'
      const db = await openDatabase({ data: ${JSON.stringify(data)} })
      await compileStored(db, { onProgress: ({ done }) => process.stdout.write(done + '\\n') })
      await new Promise(() => setInterval(() => {}, 1000))`,
    )
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await using db = await openDatabase({ data })
    expect(await lines(db)).toEqual(records.map(expected))
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}, 60_000)
