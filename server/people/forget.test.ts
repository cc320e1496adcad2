import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../db/databases.test-data.ts'
import { type Client, servedPlace, until } from '../http/place.test-data.ts'
import { storeTrials } from '../trials/place-trials.test-data.ts'

const note = (words: string) => `Clinic note, 2026-03-02\nPatient: Frida Forgets  DOB: 05/04/1970\nBreast cancer. ${words}\n`

describe.each(DATABASES)('what is left of what was deleted, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create })
  let client: Client
  let person: string
  beforeAll(async () => {
    if (skip) return
    await storeTrials(there.database)
    client = there.client()
    person = await client.signUp('Frida Forgets')
  })
  const add = async (name: string, words: string) => {
    const got = await client.call('addOriginal', { params: { person }, query: { name }, bytes: Buffer.from(note(words)) })
    await until(async () =>
      (await client.call('originals', { params: { person } })).value.originals.every((one) => one.reading.state === 'read'),
    )
    return got.value.id
  }
  const profile = async () => (await client.call('profile', { params: { person } })).value
  const correct = (body: object) => client.call('correct', { params: { person }, body })

  it.skipIf(skip)('is no correction that quotes a deleted file, and no word of it in those that quote others too', async () => {
    const kept = await add('kept.txt', 'ECOG 1. Known lymphoedema.')
    const gone = await add('gone.txt', 'ECOG 2. Gout since 2020. Migraine.')
    const { profile: before } = await profile()
    const gout = before.conditions.find(({ name }) => /gout/i.test(name))
    if (!gout) throw new Error('no gout was read')
    const other = before.performance.find(({ evidence }) => evidence.some(({ document }) => document === kept))
    await correct({ act: 'add', kind: 'allergy', value: { name: 'latex' } })
    await correct({ act: 'correct', kind: 'condition', about: gout.evidence, was: gout, value: { name: 'Gout', status: 'resolved' } })
    const both = [...(other?.evidence ?? []), ...gout.evidence]
    expect((await correct({ act: 'confirm', kind: 'performance', about: both, was: gout, value: other })).status).toBe(200)
    expect((await profile()).corrections).toHaveLength(3)

    expect((await client.call('deleteOriginal', { params: { person, original: gone } })).status).toBe(204)
    const after = await profile()
    expect(after.corrections.map(({ act }) => act).toSorted()).toEqual(['add', 'confirm'])
    expect(JSON.stringify(after)).not.toContain(gone)
    expect(JSON.stringify(after)).not.toMatch(/gone\.txt/)
    expect(after.corrections.find(({ act }) => act === 'confirm')?.about.map(({ document }) => document)).toEqual(
      other?.evidence.map(({ document }) => document),
    )
    expect(after.profile.conditions.some(({ name }) => /gout/i.test(name))).toBe(false)
    for (const table of ['reading', 'read_document'] as const) {
      const rows = await there.database.sql.selectFrom(table).select('original_id').execute()
      expect(
        rows.map(({ original_id }) => original_id),
        table,
      ).not.toContain(gone)
    }
  })

  it.skipIf(skip)('is nothing in memory of a person who was deleted, and no byte of an upload under way', async () => {
    const { value: begun } = await client.call('startUpload', { params: { person }, body: { name: 'half.txt', bytes: 100 } })
    await client.call('sendPiece', { params: { person, upload: begun.upload }, query: { at: 0 }, bytes: Buffer.from('half of it') })
    await client.call('trials', { params: { person } })
    const { profiles, trials, people } = there.place
    const me = (await client.call('me')).value.account.id
    const seen = await people.seenBy(me, person)
    if (!seen) throw new Error('nobody there')
    // Asked while the deletion is under way: whoever asks still has the person in hand.
    const late = Promise.allSettled([profiles.of(seen), trials.of(seen)])
    expect((await client.call('deletePerson', { params: { person }, body: { name: 'Frida Forgets' } })).status).toBe(204)
    await late
    // What is in memory would be given out once more.
    await expect(profiles.of(seen)).rejects.toMatchObject({ code: 'person-unknown' })
    await expect(trials.of(seen)).rejects.toMatchObject({ code: 'person-unknown' })
    const files = readdirSync(join(there.data, 'originals'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    expect(files.map(({ name }) => name)).toEqual([])
  })

  it.skipIf(skip)('is no account of somebody whose deletion broke off', async () => {
    const other = there.client()
    const kept = there.client()
    await kept.signUp('Karla Kept')
    const left = await other.signUp('Lotte Left')
    await there.place.originals.removePerson(left)
    await there.place.accounts.tidy()
    expect((await other.call('me')).problem.code).toBe('sign-in-needed')
    expect((await kept.call('me')).status).toBe(200)
  })
})
