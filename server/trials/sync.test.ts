import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { loadTrials } from './load.ts'
import { aRecord, ids } from './record.test-data.ts'
import { RegistryClient } from './registry-client.ts'
import { type Faults, type Replay, startReplay } from './replay/replay.ts'
import { trialStatus } from './status.ts'
import { type SyncOptions, syncTrials } from './sync.ts'

/** A clock that sleeping moves on, so that waiting takes no time. */
function aWorld() {
  const world = { time: 0, slept: [] as number[] }
  return {
    world,
    clock: () => world.time,
    sleep: async (milliseconds: number) => {
      world.slept.push(milliseconds)
      world.time += milliseconds
    },
    random: () => 1,
  }
}
const breast = ids(25).map((id, i) => aRecord(id, { updated: `2026-08-${String(i + 1).padStart(2, '0')}` }))
const basket = ids(30)
  .slice(25)
  .map((id) => aRecord(id, { conditions: ['Advanced Solid Tumor'] }))
const other = [aRecord('DEMO0099', { conditions: ['Asthma'] })]

describe.each(DATABASES)('a sync into $name', ({ skip, create }) => {
  let test: TestDatabase
  let db: Database
  let replay: Replay
  beforeAll(async () => {
    if (skip) return
    test = await create()
    db = await test.open()
  })
  beforeEach(async () => {
    if (skip) return
    replay = await startReplay([...breast, ...basket, ...other])
    await db.sql.deleteFrom('trial').execute()
    await db.sql.deleteFrom('trial_sync').execute()
  })
  afterEach(async () => {
    await replay?.[Symbol.asyncDispose]()
  })
  afterAll(async () => {
    await db?.close()
    await test?.remove()
  })
  const sync = (options: Partial<SyncOptions> = {}) => {
    const { world: _, ...injected } = aWorld()
    return syncTrials(db, { baseUrl: replay.url, pageSize: 10, now: () => new Date('2026-10-01T00:00:00Z'), ...injected, ...options })
  }
  const kept = async () => (await loadTrials(db)).map(({ id }) => id)
  const pages = () => replay.requests.filter((request) => request.startsWith('studies?'))

  it.skipIf(skip)('brings every breast and solid-tumour trial, and only the modules it needs', async () => {
    const progress: string[] = []
    const done = await sync({ onProgress: ({ step, fetched, total }) => progress.push(`${step} ${fetched}/${total}`) })
    expect(done).toEqual({ fetched: 30, changed: 30, unreadable: 0, dataTimestamp: '2026-09-30T09:00:05', upToDate: false })
    expect(await kept()).toEqual(ids(30))
    expect(progress).toEqual(['breast cancer 10/25', 'breast cancer 20/25', 'breast cancer 25/25', 'solid tumours 5/5'])
    const { record } = await db.sql.selectFrom('trial').select('record').where('id', '=', 'DEMO0001').executeTakeFirstOrThrow()
    expect(Object.keys(JSON.parse(record))).toEqual(['protocolSection'])
    expect(await trialStatus(db)).toMatchObject({ trials: 30, dataTimestamp: '2026-09-30T09:00:05', unfinished: false })
  })
  it.skipIf(skip)('asks nothing more when the registry has no new data', async () => {
    await sync()
    replay.requests.length = 0
    expect(await sync()).toMatchObject({ upToDate: true, fetched: 0 })
    expect(replay.requests).toEqual(['version'])
  })
  it.skipIf(skip)('then asks only for what was updated, two days back, and sees a trial close', async () => {
    await sync()
    replay.requests.length = 0
    replay.dataTimestamp = '2026-10-03T09:00:05'
    replay.records.set('DEMO0004', aRecord('DEMO0004', { status: 'COMPLETED', updated: '2026-10-02' }))
    replay.records.set('DEMO0031', aRecord('DEMO0031', { updated: '2026-09-28' }))
    expect(await sync()).toMatchObject({ fetched: 2, changed: 2, dataTimestamp: '2026-10-03T09:00:05' })
    expect(decodeURIComponent(pages()[0] ?? '')).toContain('AREA[LastUpdatePostDate]RANGE[2026-09-28,MAX]')
    expect((await loadTrials(db)).find(({ id }) => id === 'DEMO0004')?.status).toBe('COMPLETED')
  })
  it.skipIf(skip)('reads open trials again by id once a week, following one that was merged', async () => {
    await sync()
    replay.dataTimestamp = '2026-10-09T09:00:05'
    replay.records.delete('DEMO0005')
    replay.records.set('DEMO0006', aRecord('DEMO0006', { aliases: ['DEMO0005'], status: 'SUSPENDED', updated: '2026-08-20' }))
    const done = await sync({ now: () => new Date('2026-10-09T12:00:00Z') })
    expect(done.changed).toBe(1)
    expect((await loadTrials(db)).find(({ id }) => id === 'DEMO0006')?.status).toBe('SUSPENDED')
    expect(replay.requests.some((request) => request.startsWith('studies/DEMO0005'))).toBe(true)
  })
  it.skipIf(skip).each<[string, Faults['next'], number]>([
    ['too many requests', ['429', '429'], 2],
    ['errors of the server', ['500', '503', '500'], 3],
    ['a page of HTML with status 200', ['html'], 1],
    ['JSON that is cut off', ['truncated'], 1],
    ['broken connections', ['broken', 'broken'], 2],
    ['all of them in turn', ['429', 'html', 'truncated', 'broken', '503'], 5],
  ])('gets over %s', async (_, next, retries) => {
    replay.faults.next = next
    const seen: number[] = []
    await sync({ onRetry: ({ waitMs }) => seen.push(waitMs) })
    expect(seen).toEqual([1000, 2000, 4000, 8000, 16_000].slice(0, retries))
    expect(await kept()).toEqual(ids(30))
  })
  it.skipIf(skip)('gives up with a code when it goes on, keeps what it has, and finishes the next time from there', async () => {
    replay.faults.betweenPages = () => {
      if (pages().length === 3) replay.faults.next = Array(6).fill('503')
    }
    await expect(sync()).rejects.toMatchObject({ code: 'registry-unreachable' })
    replay.faults.betweenPages = undefined
    const before = (await kept()).length
    expect(before).toBeGreaterThanOrEqual(10)
    expect(await trialStatus(db)).toMatchObject({ unfinished: true })
    replay.faults.next = []
    const done = await sync()
    expect(done.fetched).toBe(30 - before)
    expect(await kept()).toEqual(ids(30))
  })
  it.skipIf(skip)('calls an answer that stays nonsense by its name', async () => {
    replay.faults.next = Array(6).fill('html')
    await expect(sync()).rejects.toMatchObject({ code: 'registry-answer' })
  })
  it.skipIf(skip)('starts a search again when its page tokens expire because the data moved, and fetches what moved', async () => {
    replay.faults.moveAfterPages = 2
    replay.faults.betweenPages = () => {
      if (replay.dataTimestamp !== '2026-09-30T09:00:05')
        replay.records.set('DEMO0001', aRecord('DEMO0001', { status: 'COMPLETED', updated: '2026-10-01' }))
    }
    const done = await sync()
    expect(done.dataTimestamp).toBe('2026-10-01T09:00:05')
    expect(await kept()).toEqual(ids(30))
    expect((await loadTrials(db))[0]?.status).toBe('COMPLETED')
  })
  it.skipIf(skip)('gives up when tokens never hold', async () => {
    replay.faults.betweenPages = () => {
      replay.dataTimestamp = new Date(Date.parse(`${replay.dataTimestamp}Z`) + 1000).toISOString().slice(0, 19)
    }
    await expect(sync()).rejects.toMatchObject({ code: 'registry-answer' })
  })
  it.skipIf(skip)('takes an empty last page as the end', async () => {
    replay.faults.emptyLastPage = true
    expect(await sync()).toMatchObject({ fetched: 30 })
  })
  it.skipIf(skip)('keeps records that lack points or criteria, and names those without an id', async () => {
    replay.faults.missing = ['geoPoint', 'eligibilityModule']
    replay.records.set('', {
      protocolSection: { conditionsModule: { conditions: ['Breast Cancer'] }, designModule: { studyType: 'INTERVENTIONAL' } },
    })
    expect(await sync()).toMatchObject({ unreadable: 1, changed: 30 })
    const trial = (await loadTrials(db))[0]
    expect(trial?.criteriaText).toBeUndefined()
    expect(trial?.sites[0]).toEqual({ facility: 'A hospital', city: 'Chicago', contacts: [] })
  })
  it.skipIf(skip)('sends one request a second', async () => {
    const { world, ...injected } = aWorld()
    await sync(injected)
    expect(world.slept.every((one) => one === 1000)).toBe(true)
    expect(world.slept).toHaveLength(replay.requests.length - 1)
  })
  it.skipIf(skip)('stops when asked to, and goes on the next time', async () => {
    const stop = new AbortController()
    const stopped = sync({ signal: stop.signal, onProgress: ({ fetched }) => fetched >= 20 && stop.abort() })
    await expect(stopped).rejects.toMatchObject({ code: 'interrupted' })
    expect(await kept()).toHaveLength(20)
    expect(await sync()).toMatchObject({ fetched: 10 })
  })
  it.skipIf(skip)('that began under older data asks for everything since then once it is through', async () => {
    const stop = new AbortController()
    await sync({ signal: stop.signal, onProgress: ({ fetched }) => fetched >= 20 && stop.abort() }).catch(() => {})
    replay.dataTimestamp = '2026-10-02T09:00:05'
    replay.records.set('DEMO0002', aRecord('DEMO0002', { status: 'TERMINATED', updated: '2026-10-01' }))
    expect(await sync()).toMatchObject({ dataTimestamp: '2026-10-02T09:00:05' })
    expect((await loadTrials(db)).find(({ id }) => id === 'DEMO0002')?.status).toBe('TERMINATED')
  })
})

describe('the client of the registry', () => {
  let replay: Replay
  beforeAll(async () => {
    replay = await startReplay([aRecord('DEMO0001'), aRecord('DEMO0002', { aliases: ['DEMO0009'] })])
  })
  afterAll(() => replay[Symbol.asyncDispose]())
  const client = (more: object = {}) => {
    const { world, clock: now, ...injected } = aWorld()
    return { world, client: new RegistryClient({ baseUrl: `${replay.url}/`, now, ...injected, ...more }) }
  }
  const idOf = (record: unknown) => (record as ReturnType<typeof aRecord> | undefined)?.protocolSection.identificationModule.nctId

  it('finds a record by an id it had before, and nothing for an unknown one', async () => {
    expect(idOf(await client().client.study('DEMO0009'))).toBe('DEMO0002')
    expect(await client().client.study('DEMO0003')).toBeUndefined()
  })
  it('asks for ids one by one when a batch is refused', async () => {
    const found = await client().client.studies(['DEMO0001', 'not an id', 'DEMO0009'])
    expect(found.map(idOf)).toEqual(['DEMO0001', 'DEMO0002'])
  })
  it('does not repeat a request that is wrong', async () => {
    const { client: one, world } = client()
    await expect(one.page({ 'filter.geo': 'near Chicago' }, 10)).rejects.toMatchObject({ code: 'registry-answer' })
    expect(world.slept).toEqual([])
  })
  it('waits as long as the registry asks', async () => {
    let asked = 0
    const slow = createServer((_, response) => {
      asked++
      if (asked === 1) response.writeHead(429, { 'retry-after': '7' }).end()
      else response.end(JSON.stringify({ dataTimestamp: '2026-09-30T09:00:05' }))
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => slow.once('listening', resolve))
    const { client: one, world } = client({ baseUrl: `http://127.0.0.1:${(slow.address() as { port: number }).port}` })
    expect(await one.version()).toBe('2026-09-30T09:00:05')
    expect(world.slept).toEqual([7000])
    slow.close()
  })
  it('leaves out fields that the registry does not know', async () => {
    expect(await client().client.knownFields(['StatusModule', 'LocationList', 'BriefSummary'])).toEqual(['StatusModule', 'BriefSummary'])
  })
  it('spreads its retries by chance', async () => {
    replay.faults.next = ['500']
    const { client: one, world } = client({ random: () => 0 })
    await one.version()
    expect(world.slept[0]).toBe(500)
  })
  it('says that nobody is there', async () => {
    await expect(client({ baseUrl: 'http://127.0.0.1:9' }).client.version()).rejects.toMatchObject({ code: 'registry-unreachable' })
  })
  it('asks again when an answer takes too long', async () => {
    replay.faults.next = ['slow']
    const reasons: string[] = []
    const { client: one } = client({ timeLimit: 100, onRetry: ({ reason }: { reason: string }) => reasons.push(reason) })
    expect(await one.version()).toBe('2026-09-30T09:00:05')
    expect(reasons).toEqual(['no answer within 0.1 s'])
  })
  it('stops while it waits', async () => {
    const stop = new AbortController()
    replay.faults.next = ['slow']
    const waiting = client({ signal: stop.signal }).client.version()
    setTimeout(() => stop.abort(), 50)
    await expect(waiting).rejects.toMatchObject({ code: 'interrupted' })
  })
})

describe('the stand-in registry', () => {
  it('finds by circle, status and date, counts on the first page only, and refuses a token of another query', async () => {
    await using replay = await startReplay([aRecord('DEMO0001'), aRecord('DEMO0002', { status: 'COMPLETED', updated: '2026-01-01' })])
    const get = async (query: Record<string, string>) => {
      const response = await fetch(`${replay.url}/studies?${new URLSearchParams(query)}`)
      return response.status === 200
        ? ((await response.json()) as { studies: unknown[]; totalCount?: number; nextPageToken?: string })
        : response.status
    }
    expect(await get({ 'filter.geo': 'distance(41.9,-87.6,50km)', countTotal: 'true' })).toMatchObject({ totalCount: 2 })
    expect(await get({ 'filter.geo': 'distance(42.36,-71.06,50mi)', countTotal: 'true' })).toMatchObject({ totalCount: 0 })
    expect(await get({ 'filter.geo': 'distance(x)' })).toBe(400)
    expect(await get({ 'filter.ids': 'NCT1' })).toBe(400)
    expect(await get({ 'filter.overallStatus': 'COMPLETED', countTotal: 'true' })).toMatchObject({ totalCount: 1 })
    expect(await get({ 'filter.advanced': 'AREA[LastUpdatePostDate]RANGE[2026-06-01,MAX]', countTotal: 'true' })).toMatchObject({
      totalCount: 1,
    })
    expect(await get({ 'filter.advanced': 'AREA[' })).toBe(400)
    const first = await get({ pageSize: '1', countTotal: 'true' })
    const token = typeof first === 'object' ? (first.nextPageToken ?? '') : ''
    const second = await get({ pageSize: '1', countTotal: 'true', pageToken: token })
    expect(second).not.toHaveProperty('totalCount')
    expect(second).not.toHaveProperty('nextPageToken')
    expect(await get({ pageSize: '1', pageToken: token, 'query.cond': 'asthma' })).toBe(400)
    expect(await get({ pageSize: '0', countTotal: 'true' })).toMatchObject({ totalCount: 2, studies: [] })
  })
})
