import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { aPlace, type Client, type TestPlace } from '../http/place.test-data.ts'
import type { Claim } from './reading-queue.ts'

describe.each(DATABASES)('whose turn it is to be read, on $name', ({ skip, create }) => {
  let test: TestDatabase
  let there: TestPlace
  let client: Client
  let person: string
  beforeEach(async () => {
    if (skip) return
    test = await create()
    there = await aPlace(test, { lanes: 1 })
    client = there.client()
    person = await client.signUp('Quentin Queue')
    // Nobody reads here but the test.
    await there.place.reader[Symbol.asyncDispose]()
  })
  afterEach(async () => {
    await there?.[Symbol.asyncDispose]()
    await test?.remove()
  })

  const wanted = async (whose: string, name: string) => {
    const bytes = async function* () {
      yield Buffer.from(`${name} of ${whose}`)
    }
    const { id } = await there.place.originals.keep(whose, bytes(), { name, at: there.place.now() })
    there.later(1)
    await there.place.readings.want(whose, id)
    return id
  }
  const read = (claim: Claim | undefined) => claim && there.place.readings.keep(claim, [])
  /** The program dies and starts again, alone on its database. */
  const die = () => there.place.readings.recover(true)

  it.skipIf(skip)('lets somebody with one file not wait for all files of another', async () => {
    const { readings } = there.place
    const many: string[] = []
    for (let i = 0; i < 5; i++) many.push(await wanted(person, `${i}`))
    const first = await readings.take()
    const other = await there.client().signUp('Wilma Waits')
    const one = await wanted(other, 'only')
    expect((await readings.states(other)).get(one)).toEqual({ state: 'waiting', ahead: 1 })
    expect((await readings.states(person)).get(many[4] ?? '')).toEqual({ state: 'waiting', ahead: 5 })
    await read(first)
    const order: (string | undefined)[] = []
    for (let i = 0; i < 3; i++) {
      there.later(1)
      const claim = await readings.take()
      order.push(claim?.person)
      await read(claim)
    }
    expect(order).toEqual([other, person, person])
  })

  it.skipIf(skip)('takes turns between two who both have many', async () => {
    const { readings } = there.place
    const other = await there.client().signUp('Wilma Waits')
    for (let i = 0; i < 3; i++) await wanted(person, `${i}`)
    for (let i = 0; i < 3; i++) await wanted(other, `${i}`)
    const order: (string | undefined)[] = []
    for (let i = 0; i < 6; i++) {
      there.later(1)
      const claim = await readings.take()
      order.push(claim?.person)
      await read(claim)
    }
    expect(order).toEqual([person, other, person, other, person, other])
  })

  it.skipIf(skip)('gives up a file that kills the program three times, and reads all others', async () => {
    const { readings } = there.place
    const killer = await wanted(person, 'killer')
    const others = [await wanted(person, 'beside it'), await wanted(person, 'after it')]
    const state = async (id: string) => (await readings.states(person)).get(id)
    // Two at once; the first kills.
    expect((await readings.take())?.original).toBe(killer)
    await readings.take()
    let deaths = 0
    for (await die(); deaths < 20; deaths++) {
      there.later(60_000)
      const claim = await readings.take()
      if (!claim) break
      if (claim.original === killer) await die()
      else await read(claim)
    }
    expect(await state(killer)).toMatchObject({
      state: 'not-read',
      code: 'reading-killed',
      wayOut: expect.stringContaining('PDF'),
    })
    for (const id of others) expect(await state(id)).toMatchObject({ state: 'read' })
    await client.call('readAgain', { params: { person, original: killer } })
    expect(await state(killer)).toMatchObject({ state: 'waiting' })
  })

  it.skipIf(skip)('gives it up too where several programs share a database, and none can know that another died', async () => {
    const { readings } = there.place
    const killer = await wanted(person, 'killer')
    for (let times = 0; times < 3; times++) {
      expect((await readings.take())?.original).toBe(killer)
      there.later(6 * 60_000)
    }
    expect(await readings.take()).toBeUndefined()
    expect((await readings.states(person)).get(killer)).toMatchObject({ state: 'not-read', code: 'reading-killed' })
  })

  it.skipIf(skip)('reads one at a time what may have killed it, and others beside', async () => {
    const { readings } = there.place
    await wanted(person, 'one')
    await wanted(person, 'two')
    await readings.take()
    await readings.take()
    await die()
    const third = await wanted(person, 'three')
    there.later(1000)
    const taken = [await readings.take(), await readings.take(), await readings.take()]
    expect(taken.filter((claim) => claim !== undefined)).toHaveLength(2)
    expect(taken.map((claim) => claim?.original)).toContain(third)
  })

  describe('when the computer slept for longer than a claim lasts', () => {
    const MINUTES = 60_000
    const taken = async () => {
      const claim = await there.place.readings.take()
      if (!claim) throw new Error('nothing to take')
      return claim
    }
    const killed = async () => {
      const { killed } = await there.database.sql.selectFrom('reading').select('killed').executeTakeFirstOrThrow()
      return killed
    }

    it.skipIf(skip)('holds nothing against the file that this process has under way, and gives it to nobody else', async () => {
      const { readings } = there.place
      await wanted(person, 'long')
      const claim = await taken()
      for (let times = 0; times < 4; times++) {
        there.later(6 * MINUTES)
        expect(await readings.take([claim])).toBeUndefined()
      }
      expect(await killed()).toBe(0)
      expect(await read(claim)).toBe(true)
    })

    it.skipIf(skip)('lets whoever lost a reading to another change nothing of it, nor of what was read since', async () => {
      const { readings } = there.place
      const id = await wanted(person, 'taken over')
      const slept = await taken()
      there.later(6 * MINUTES)
      const other = await taken()
      expect(other.original).toBe(id)
      expect(await readings.progress(slept, { step: 'read pages' })).toBe(false)
      await readings.fail(slept, 'damaged-pdf', false)
      await readings.giveBack(slept)
      expect(await readings.keep(slept, [])).toBe(false)
      expect((await readings.states(person)).get(id)).toMatchObject({ state: 'reading' })
      expect(await read(other)).toBe(true)
      expect(await readings.keep(slept, [])).toBe(false)
      await readings.fail(slept, 'damaged-pdf', false)
      expect((await readings.states(person)).get(id)).toMatchObject({ state: 'read' })
    })

    it.skipIf(skip)('takes back that the file killed it, once it finds that another has it', async () => {
      const { readings } = there.place
      await wanted(person, 'not deadly')
      const slept = await taken()
      there.later(6 * MINUTES)
      const other = await taken()
      expect(await killed()).toBe(1)
      expect(await readings.hold(slept)).toBe(false)
      expect(await killed()).toBe(0)
      expect(await readings.hold(slept)).toBe(false)
      expect(await killed()).toBe(0)
      expect(await readings.hold(other)).toBe(true)
    })

    it.skipIf(skip)('keeps what it read of a file that was given up as deadly meanwhile', async () => {
      const { readings } = there.place
      const id = await wanted(person, 'slow')
      for (let times = 0; times < 2; times++) {
        await taken()
        there.later(6 * MINUTES)
      }
      const slept = await taken()
      there.later(6 * MINUTES)
      expect(await readings.take()).toBeUndefined()
      expect((await readings.states(person)).get(id)).toMatchObject({ code: 'reading-killed' })
      expect(await readings.hold(slept)).toBe(true)
      expect((await readings.states(person)).get(id)).toMatchObject({ state: 'reading' })
      expect(await read(slept)).toBe(true)
      expect((await readings.states(person)).get(id)).toMatchObject({ state: 'read' })
    })
  })

  it.skipIf(skip)('does not hold a stop of the program against a file', async () => {
    const { readings } = there.place
    const id = await wanted(person, 'one')
    for (let times = 0; times < 5; times++) {
      const claim = await readings.take()
      expect(claim).toMatchObject({ original: id, attempts: 1 })
      if (claim) await readings.giveBack(claim)
      await die()
    }
  })
})
