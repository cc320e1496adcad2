import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { changesSince } from './changes.ts'
import { importTrials } from './import.ts'
import { loadTrials } from './load.ts'
import { aRecord, ids } from './record.test-data.ts'
import { trialStatus } from './status.ts'
import { saveRecords, storedTrial } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-trials-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const lines = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join('\n')
const day = (date: string) => ({ at: new Date(`${date}T12:00:00Z`) })

describe.each(DATABASES)('trials in $name', ({ skip, create }) => {
  let test: TestDatabase
  let db: Database
  beforeAll(async () => {
    if (skip) return
    test = await create()
    db = await test.open()
  })
  beforeEach(async () => {
    if (skip) return
    await db.sql.deleteFrom('trial').execute()
    await db.sql.deleteFrom('trial_sync').execute()
  })
  afterAll(async () => {
    await db?.close()
    await test?.remove()
  })

  it.skipIf(skip)('are added, found unchanged, changed, and kept when an older record comes', async () => {
    expect(await saveRecords(db, [aRecord('DEMO0001')], day('2026-09-02'))).toMatchObject({ added: 1 })
    expect(await saveRecords(db, [aRecord('DEMO0001')], day('2026-09-03'))).toMatchObject({ added: 0, same: 1 })
    expect(await saveRecords(db, [aRecord('DEMO0001', { updated: '2026-09-04', status: 'SUSPENDED' })], day('2026-09-04'))).toMatchObject({
      changed: 1,
    })
    expect(await saveRecords(db, [aRecord('DEMO0001', { updated: '2026-08-01' })], day('2026-09-05'))).toMatchObject({ older: 1 })
    expect(await saveRecords(db, [aRecord('DEMO0001', { updated: '' })], day('2026-09-05'))).toMatchObject({ older: 1 })
    expect(await loadTrials(db)).toMatchObject([{ id: 'DEMO0001', status: 'SUSPENDED', fetchedAt: '2026-09-04T12:00:00.000Z' }])
  })
  it.skipIf(skip)('do not count the order of keys or the daily version stamp as a change', async () => {
    const { protocolSection } = aRecord('DEMO0001')
    await saveRecords(db, [{ protocolSection }], day('2026-09-02'))
    const turned = {
      derivedSection: { miscInfoModule: { versionHolder: '2026-09-03' } },
      protocolSection: Object.fromEntries(Object.entries(protocolSection).reverse()),
    }
    expect(await saveRecords(db, [turned], day('2026-09-03'))).toMatchObject({ changed: 1 })
    expect(
      await saveRecords(db, [{ ...turned, derivedSection: { miscInfoModule: { versionHolder: '2026-09-04' } } }], day('2026-09-04')),
    ).toMatchObject({ same: 1 })
  })
  it.skipIf(skip)('keep every word of the criteria', async () => {
    const criteria = 'Inclusion:\r\n* ≥ 18 \u0000 \ud800 😀 \\>'
    await saveRecords(db, [aRecord('DEMO0001', { criteria })], day('2026-09-02'))
    expect((await loadTrials(db))[0]?.criteriaText).toBe(criteria)
  })
  it.skipIf(skip)('are kept all or none with what belongs to them', async () => {
    const failing = saveRecords(db, [aRecord('DEMO0001')], day('2026-09-02'), async () => {
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect(await loadTrials(db)).toEqual([])
  })
  it.skipIf(skip)('are found by an id they had before', async () => {
    await saveRecords(db, [aRecord('DEMO0002', { aliases: ['DEMO0001'] })], day('2026-09-02'))
    expect((await storedTrial(db, 'DEMO0001'))?.id).toBe('DEMO0002')
    expect((await storedTrial(db, 'DEMO0002'))?.id).toBe('DEMO0002')
    expect(await storedTrial(db, 'DEMO0003')).toBeUndefined()
  })
  it.skipIf(skip)('tell what changed since a day', async () => {
    await saveRecords(
      db,
      ['1', '2', '3', '4', '5'].map((n) =>
        aRecord(`DEMO000${n}`, { status: n === '2' ? 'NOT_YET_RECRUITING' : n === '3' ? 'SUSPENDED' : 'RECRUITING' }),
      ),
      day('2026-09-02'),
    )
    const later = [
      aRecord('DEMO0001', { status: 'COMPLETED', updated: '2026-09-10' }),
      aRecord('DEMO0002', { criteria: '* Age \\>= 21', status: 'NOT_YET_RECRUITING', updated: '2026-09-10' }),
      aRecord('DEMO0003', { updated: '2026-09-10' }),
      aRecord('DEMO0004', { city: 'Boston', updated: '2026-09-10' }),
      aRecord('DEMO0006'),
    ]
    await saveRecords(db, later, day('2026-09-10'))
    await saveRecords(
      db,
      [aRecord('DEMO0002', { criteria: '* Age \\>= 30', status: 'NOT_YET_RECRUITING', updated: '2026-09-11' })],
      day('2026-09-11'),
    )
    const changes = await changesSince(db, new Date('2026-09-05T00:00:00Z'))
    expect(changes.map(({ what, after }) => [after.id, what])).toEqual([
      ['DEMO0001', 'closed'],
      ['DEMO0002', 'criteria'],
      ['DEMO0003', 'opened'],
      ['DEMO0004', 'other'],
      ['DEMO0006', 'new'],
    ])
    expect(changes[1]?.before?.criteriaText).toContain('18')
    expect(changes[1]?.after.criteriaText).toContain('30')
  })
  it.skipIf(skip)('are counted with how fresh they are', async () => {
    expect(await trialStatus(db)).toEqual({ trials: 0, open: 0, unfinished: false })
    await saveRecords(db, [aRecord('DEMO0001'), aRecord('DEMO0002', { status: 'COMPLETED', updated: '2026-09-20' })], day('2026-09-21'))
    expect(await trialStatus(db)).toEqual({
      trials: 2,
      open: 1,
      lastUpdate: '2026-09-20',
      fetchedAt: '2026-09-21T12:00:00.000Z',
      unfinished: false,
    })
  })
  it.skipIf(skip)('are imported by the thousand, a bad one never losing the rest', async () => {
    const good = ids(1200).map((id) => JSON.stringify(aRecord(id)))
    good.splice(700, 0, '{ "cut": ', '{}', '[]', '')
    const seen: number[] = []
    const done = await importTrials(db, file('many.jsonl', good.join('\r\n')), (count) => seen.push(count))
    expect(done).toMatchObject({ imported: 1200, changed: 1200 })
    expect(done.problems.map(({ code, where }) => [code, where])).toEqual([
      ['trial-unreadable', 'many.jsonl line 701'],
      ['trial-unreadable', 'many.jsonl line 702'],
      ['trial-unreadable', 'many.jsonl line 703'],
    ])
    expect(seen.at(-1)).toBe(1200)
    expect(await loadTrials(db)).toHaveLength(1200)
  })
  it.skipIf(skip)('say when nothing could be imported', async () => {
    await expect(importTrials(db, file('none.jsonl', '{}\n{'))).rejects.toMatchObject({ code: 'no-trials' })
    await expect(importTrials(db, join(folder, 'absent.jsonl'))).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('trials straight from', () => {
  const three = ids(3).map((id) => aRecord(id))
  const load = async (path: string) => {
    const unreadable: string[] = []
    const trials = await loadTrials(path, (where) => unreadable.push(where))
    return { ids: trials.map(({ id }) => id), unreadable }
  }
  it.each([
    ['lines', 'a.jsonl', () => lines(three)],
    ['lines with Windows ends and an empty one', 'b.ndjson', () => `\ufeff${lines(three).replaceAll('\n', '\r\n\r\n')}\r\n`],
    ['zipped lines', 'c.jsonl.gz', () => gzipSync(lines(three))],
    ['a list', 'd.json', () => JSON.stringify(three)],
    ['an answer of the API', 'e.json', () => JSON.stringify({ totalCount: 3, studies: three })],
    ['a zipped list', 'f.json.gz', () => gzipSync(JSON.stringify(three))],
    ['lines that are called .json', 'g.json', () => lines(three)],
  ])('%s', async (_, name, content) => {
    expect(await load(file(name, content()))).toEqual({ ids: ids(3), unreadable: [] })
  })
  it('a folder, with what is not a record named', async () => {
    const place = join(folder, 'tree')
    mkdirSync(join(place, 'deeper'), { recursive: true })
    writeFileSync(join(place, 'one.json'), JSON.stringify(aRecord('DEMO0001')))
    writeFileSync(join(place, 'deeper', 'two.json'), JSON.stringify(aRecord('DEMO0002')))
    writeFileSync(join(place, 'cut.json'), '{"protocol')
    writeFileSync(join(place, '_manifest.json'), '[1]')
    writeFileSync(join(place, 'notes.txt'), 'x')
    expect(await load(place)).toEqual({ ids: ['DEMO0002', 'DEMO0001'], unreadable: ['cut.json'] })
  })
  it('a zipped file that is cut off, as far as it goes', async () => {
    const whole = gzipSync(lines(ids(2000).map((id) => aRecord(id, { criteria: id.repeat(50) }))))
    const loaded = await load(file('cut.jsonl.gz', whole.subarray(0, whole.length * 0.6)))
    expect(loaded.ids.length).toBeGreaterThan(500)
    expect(loaded.unreadable).toHaveLength(1)
  })
  it('two records of one trial, taking the one updated last', async () => {
    const path = file(
      'twice.jsonl',
      lines([aRecord('DEMO0001', { updated: '2026-09-02', status: 'COMPLETED' }), aRecord('DEMO0001', { updated: '2026-09-01' })]),
    )
    expect(await loadTrials(path)).toMatchObject([{ status: 'COMPLETED' }])
  })
})
