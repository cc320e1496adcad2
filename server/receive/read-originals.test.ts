import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { aPlace, type Client, servedPlace, type TestPlace, until } from '../http/place.test-data.ts'

const RECORDS = join(import.meta.dirname, '../../corpus/patients/maria/records')

describe.each(DATABASES)('the reading of originals, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create }, { lanes: 2 })
  let client: Client
  let person: string
  beforeAll(async () => {
    if (skip) return
    client = there.client()
    person = await client.signUp('Rita Reader')
  })
  const add = async (name: string, bytes: Uint8Array) =>
    (await client.call('addOriginal', { params: { person }, query: { name }, bytes })).value.id
  const stateOf = async (original: string) => (await client.call('original', { params: { person, original } })).value.reading
  const ended = (original: string) =>
    until(async () => {
      const reading = await stateOf(original)
      return reading.state !== 'waiting' && reading.state !== 'reading' && reading
    })
  const asText = (text: string) => Buffer.from(text)

  it.skipIf(skip)('reads what is inside an archive as documents of their own, each told by name', async () => {
    const bytes = readFileSync(join(RECORDS, 'Message with report.eml'))
    const original = await add('mail.eml', bytes)
    expect(await ended(original)).toMatchObject({ state: 'read' })
    const { value } = await client.call('original', { params: { person, original } })
    expect(value.documents.length).toBeGreaterThan(1)
    const inner = value.documents.at(-1)
    const page = await client.call('page', { params: { person, document: inner?.id ?? '', page: 1 } })
    expect(page.value.page.text.length).toBeGreaterThan(10)
  })

  it.skipIf(skip)('shows the picture of a page of a PDF, upright and as wide as asked', async () => {
    const original = await add('biopsy.pdf', readFileSync(join(RECORDS, '2019-03 breast biopsy.pdf')))
    await ended(original)
    const got = await client.call('pagePicture', { params: { person, document: original, page: 1 }, query: { width: 600 } })
    expect(got.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(got.bytes.subarray(1, 4)).toString()).toBe('PNG')
    expect(Buffer.from(got.bytes).readUInt32BE(16)).toBeGreaterThan(550)
    expect((await client.call('pagePicture', { params: { person, document: original, page: 99 } })).problem.code).toBe('no-picture')
  })

  it.skipIf(skip)('is not held up by a file that cannot be read', async () => {
    const [broken, good] = await Promise.all([
      add('broken.zip', asText('PK\u0003\u0004 nothing of an archive')),
      add('good.txt', asText('ECOG 1.')),
    ])
    expect(await ended(broken)).toMatchObject({ state: 'not-read', code: 'damaged-archive' })
    expect(await ended(good)).toMatchObject({ state: 'read' })
  })

  it.skipIf(skip)('stops in the midst of a scan when asked, and reads it when asked again', async () => {
    const original = await add('scan.pdf', readFileSync(join(RECORDS, 'Blood gene test scan.pdf')))
    await until(async () => (await stateOf(original)).state === 'reading')
    await client.call('stopReading', { params: { person, original } })
    expect((await stateOf(original)).state).toBe('stopped')
    await ended(await add('after.txt', asText('Hemoglobin 11.2 g/dL on 2026-01-05.')))
    expect((await stateOf(original)).state).toBe('stopped')
    await client.call('readAgain', { params: { person, original } })
    expect(await ended(original)).toMatchObject({ state: 'read' })
  })
})

describe.each(DATABASES)('the queue of readings, on $name', ({ skip, create }) => {
  let test: TestDatabase
  let there: TestPlace
  let person: string
  const original = async (name: string) =>
    (
      await there.place.originals.keep(
        person,
        (async function* () {
          yield Buffer.from(name)
        })(),
        { name, at: there.place.now() },
      )
    ).id
  beforeAll(async () => {
    if (skip) return
    test = await create()
    there = await aPlace(test, { lanes: 1 })
    person = await there.client().signUp('Quentin Queue')
    // Nobody reads here but the test.
    await there.place.reader[Symbol.asyncDispose]()
  })
  afterAll(async () => {
    await there?.[Symbol.asyncDispose]()
    await test?.remove()
  })

  it.skipIf(skip)('gives each to one reader only, in the order wanted', async () => {
    const { readings } = there.place
    const [first, second] = [await original('first'), await original('second')]
    await readings.want(person, first)
    there.later(1000)
    await readings.want(person, second)
    expect((await readings.states(person)).get(second)).toEqual({ state: 'waiting', ahead: 1 })
    const taken = await Promise.all([readings.take(), readings.take(), readings.take()])
    expect(
      taken
        .map((claim) => claim?.original)
        .filter(Boolean)
        .toSorted(),
    ).toEqual([first, second].toSorted())
  })

  it.skipIf(skip)('gives away again what a reader has not spoken of for long', async () => {
    const { readings } = there.place
    expect(await readings.take()).toBeUndefined()
    there.later(6 * 60_000)
    const again = await readings.take()
    expect(again).toMatchObject({ attempts: 2 })
    // Either of them may be why the reader died: never both at once.
    expect(await readings.take()).toBeUndefined()
    if (again) await readings.fail(again, 'damaged-pdf', false)
    expect(await readings.take()).toMatchObject({ attempts: 2 })
  })

  it.skipIf(skip)('waits longer before each further try', async () => {
    const { readings } = there.place
    const id = await original('third')
    await readings.want(person, id)
    const claim = await readings.take()
    if (!claim) throw new Error('nothing to take')
    await readings.fail(claim, 'read-crashed', true)
    expect(await readings.take()).toBeUndefined()
    there.later(21_000)
    const again = await readings.take()
    expect(again).toMatchObject({ original: id, attempts: 2 })
    if (again) await readings.fail(again, 'read-crashed', true)
    there.later(21_000)
    expect(await readings.take()).toBeUndefined()
    there.later(60_000)
    const last = await readings.take()
    expect(last?.original).toBe(id)
    if (last) await readings.fail(last, 'read-crashed', false)
    expect((await readings.states(person)).get(id)).toMatchObject({ state: 'not-read', code: 'read-crashed' })
  })

  it.skipIf(skip)('lets a stop win over a reading that ends at the same time', async () => {
    const { readings } = there.place
    const id = await original('stopped')
    await readings.want(person, id)
    const claim = await readings.take()
    if (!claim) throw new Error('nothing to take')
    expect(await readings.stop(person, id)).toBe(true)
    expect(await readings.progress(claim, { step: 'read pages' })).toBe(false)
    expect(await readings.keep(claim, [])).toBe(false)
    await readings.fail(claim, 'read-crashed', true)
    expect((await readings.states(person)).get(id)).toEqual({ state: 'stopped' })
    expect(await readings.stop(person, id)).toBe(false)
  })

  it.skipIf(skip)('finds after a kill what was being read, and files that had no reading yet', async () => {
    const { readings } = there.place
    const unknown = await original('kept just before the kill')
    await readings.recover(true)
    const states = await readings.states(person)
    expect(states.get(unknown)).toMatchObject({ state: 'waiting' })
    expect([...states.values()].some(({ state }) => state === 'reading')).toBe(false)
  })

  it.skipIf(skip)('tells how far it is, in things that count', async () => {
    const { readings } = there.place
    const claim = await readings.take()
    if (!claim) throw new Error('nothing to take')
    await readings.progress(claim, { step: 'read pages', file: 'scan.pdf', page: 12, pages: 40 })
    expect((await readings.states(person)).get(claim.original)).toEqual({
      state: 'reading',
      step: 'read pages',
      file: 'scan.pdf',
      page: 12,
      pages: 40,
    })
  })
})
