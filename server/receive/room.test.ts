import { beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../db/databases.test-data.ts'
import { type Client, servedPlace } from '../http/place.test-data.ts'

describe.each(DATABASES)('room for the files of one person, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create }, { room: { bytes: 1000, files: 6, atOnce: 4 } })
  let client: Client
  let person: string
  beforeAll(async () => {
    if (skip) return
    client = there.client()
    person = await client.signUp('Roberta Room')
  })
  const add = (name: string, length: number) =>
    client.call('addOriginal', { params: { person }, query: { name }, bytes: Buffer.alloc(length, name) })
  const begin = (bytes: number) => client.call('startUpload', { params: { person }, body: { name: 'in pieces.txt', bytes } })
  const files = async () => (await client.call('originals', { params: { person } })).value.originals

  it.skipIf(skip)('is not exceeded by a file, which leaves nothing behind', async () => {
    expect((await add('a', 600)).status).toBe(200)
    const { problem } = await add('b', 401)
    expect(problem).toMatchObject({ status: 507, code: 'person-full', wayOut: expect.stringContaining('Delete') })
    expect(await files()).toHaveLength(1)
  })

  it.skipIf(skip)('is not exceeded by many that come at the same time', async () => {
    const answers = await Promise.all(['c', 'd', 'e', 'f'].map((name) => add(name, 300)))
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
    const kept = await files()
    expect(kept.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(1000)
    for (const { id, name } of kept) if (name !== 'a') await client.call('deleteOriginal', { params: { person, original: id } })
  })

  it.skipIf(skip)('is held for a file that comes in pieces, from its begin on', async () => {
    const { value } = await begin(300)
    expect((await begin(200)).problem.code).toBe('person-full')
    expect((await add('g', 200)).problem.code).toBe('person-full')
    const sent = await client.call('sendPiece', { params: { person, upload: value.upload }, query: { at: 0 }, bytes: Buffer.alloc(300) })
    expect(sent.value.kept?.isNew).toBe(true)
  })

  it.skipIf(skip)('comes back with what is deleted, and is not taken by the same file again', async () => {
    for (const { id } of await files()) await client.call('deleteOriginal', { params: { person, original: id } })
    expect((await add('a', 400)).value.isNew).toBe(true)
    expect((await add('a', 400)).value.isNew).toBe(false)
    expect((await add('b', 600)).value.isNew).toBe(true)
  })

  it.skipIf(skip)('has an end in number too, and is counted for each person alone', async () => {
    for (const { id } of await files()) await client.call('deleteOriginal', { params: { person, original: id } })
    const answers = []
    for (const name of 'hijklmn') answers.push((await add(name, 10)).status)
    expect(answers).toEqual([200, 200, 200, 200, 200, 200, 507])
    const other = there.client()
    const another = await other.signUp('Otto Other')
    expect((await other.call('addOriginal', { params: { person: another }, query: { name: 'x' }, bytes: Buffer.from('x') })).status).toBe(
      200,
    )
  })
})
