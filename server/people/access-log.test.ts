import { beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../db/databases.test-data.ts'
import { type Client, servedPlace } from '../http/place.test-data.ts'

describe.each(DATABASES)('the log of who looked, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create })
  let client: Client
  let person: string
  beforeAll(async () => {
    if (skip) return
    client = there.client()
    person = await client.signUp('Lola Logged')
  })
  const written = async (action: string) => {
    const rows = await there.database.sql.selectFrom('access_log').select('times').where('action', '=', action).execute()
    return rows.map(({ times }) => times)
  }
  const told = async (action: string) => {
    const { value } = await client.call('log', { params: { person } })
    return value.entries.filter((one) => one.action === action).map(({ times }) => times)
  }
  const look = () => client.call('originals', { params: { person } })

  it.skipIf(skip)(
    'is on disk before the first look of an hour is answered, and counts the others without waiting for the disk',
    async () => {
      await look()
      expect(await written('originals')).toEqual([1])
      await Promise.all([look(), look(), look()])
      expect(await written('originals')).toEqual([1])
      expect(await told('originals')).toEqual([4])
    },
  )

  it.skipIf(skip)('keeps the count when the place is closed or seconds have gone by', async () => {
    await look()
    await there.place.log.keep()
    expect(await written('originals')).toEqual([5])
  })

  it.skipIf(skip)('writes each change at once', async () => {
    for (const zip of ['60615', '60616']) await client.call('changePerson', { params: { person }, body: { zip } })
    expect(await written('changePerson')).toEqual([2])
  })

  it.skipIf(skip)('begins a new line in the next hour', async () => {
    there.later(3_600_000)
    await look()
    expect((await told('originals')).toSorted()).toEqual([1, 5])
  })

  it.skipIf(skip)('forgets with the person what was counted of them', async () => {
    await look()
    await there.place.forget.person(person)
    await there.place.log.keep()
    expect(await written('originals')).toEqual([])
  })
})
