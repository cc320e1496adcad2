import { beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../db/databases.test-data.ts'
import { storeTrials } from '../trials/place-trials.test-data.ts'
import { type Client, servedPlace, until } from './place.test-data.ts'

const BERTA = 'Clinic note, 2026-09-01\nPatient: Berta Lund  DOB: 03/04/1960\nWoman with left breast cancer, ER positive. ECOG 1.\n'
const OTIS = 'Clinic note, 2026-07-01\nPatient: Otis Grant  DOB: 11/23/1948\nECOG 3.\n'

describe.each(DATABASES)('files of two people, none of them born on the day given at the sign-up, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create })
  let client: Client
  let person: string
  let params: { person: string }
  const files: string[] = []
  beforeAll(async () => {
    if (skip) return
    await storeTrials(there.database)
    client = there.client()
    person = await client.signUp('Berta Lund')
    params = { person }
    for (const [name, text] of [['berta.txt', BERTA] as const, ['otis.txt', OTIS] as const])
      files.push((await client.call('addOriginal', { params, query: { name }, bytes: Buffer.from(text) })).value.id)
    await until(async () => (await client.call('originals', { params })).value.originals.every(({ reading }) => reading.state === 'read'))
  })
  const choose = (key: string | null, takeBirthDate = false) => client.call('chooseOwnRecords', { params, body: { key, takeBirthDate } })
  const ecog = async () => (await client.call('profile', { params })).value.profile.performance.map(({ value }) => value)

  it.skipIf(skip)('are listed by whose they are, and nothing is decided', async () => {
    const { value } = await client.call('peopleFound', { params })
    expect(value).toEqual({
      people: [
        {
          key: '1948-11-23',
          birthDate: '1948-11-23',
          names: ['Otis Grant'],
          documents: 1,
          files: ['otis.txt'],
          because: expect.any(String),
        },
        {
          key: '1960-03-04',
          birthDate: '1960-03-04',
          names: ['Berta Lund'],
          documents: 1,
          files: ['berta.txt'],
          because: expect.any(String),
        },
      ],
      unnamed: 0,
      unnamedFiles: [],
    })
    expect(await ecog()).toEqual([])
    expect((await client.call('trials', { params })).problem.code).toBe('two-people')
  })

  it.skipIf(skip)('make a profile and judge trials once somebody has said whose they are', async () => {
    const { value } = await choose('1960-03-04')
    expect(value).toMatchObject({ own: '1960-03-04', by: 'choice' })
    expect(await ecog()).toEqual([1])
    expect((await client.call('trials', { params })).status).toBe(200)
    expect((await client.call('person', { params })).value.birthDate).toBe('1970-05-04')
    const { value: log } = await client.call('log', { params })
    expect(log.entries).toContainEqual(expect.objectContaining({ action: 'chooseOwnRecords', words: 'Say whose records these are' }))
  })

  it.skipIf(skip)('send no list of all their words with the profile', async () => {
    expect((await client.call('profile', { params })).value.profile).not.toHaveProperty('words')
  })

  it.skipIf(skip)('can be said to be of nobody in them, which is refused, or be undecided again', async () => {
    expect((await choose('2001-01-01')).problem.code).toBe('not-this-value')
    expect((await choose(null)).value.own).toBeUndefined()
    expect(await ecog()).toEqual([])
  })

  it.skipIf(skip)('give the birth date for Settings, if that is wanted', async () => {
    expect((await choose('1960-03-04', true)).value).toMatchObject({ own: '1960-03-04' })
    expect((await client.call('person', { params })).value.birthDate).toBe('1960-03-04')
    // The choice is not needed any more.
    expect((await choose(null)).value).toMatchObject({ own: '1960-03-04', by: 'birth-date' })
    await client.call('changePerson', { params, body: { birthDate: '1970-05-04' } })
  })

  it.skipIf(skip)('leave nothing of the choice behind when the file is deleted that it rests on', async () => {
    await choose('1948-11-23')
    const kept = () => there.database.sql.selectFrom('person_value').select('kind').where('kind', '=', 'own-records').execute()
    expect(await kept()).toHaveLength(1)
    await client.call('deleteOriginal', { params: { person, original: files[1] ?? '' } })
    expect(await kept()).toEqual([])
    expect((await client.call('peopleFound', { params })).value).toMatchObject({ own: '1960-03-04', by: 'records' })
  })
})
