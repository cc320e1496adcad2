import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { aPlace, type Client, type TestPlace } from './place.test-data.ts'

const [embedded] = DATABASES

describe('a visit to the invented person without an account', () => {
  let test: TestDatabase
  let there: TestPlace
  beforeAll(async () => {
    if (!embedded) throw new Error('no database to test on')
    test = await embedded.create()
    there = await aPlace(test, { keyFile: '/somewhere/master.key' })
  })
  afterAll(async () => {
    await there?.[Symbol.asyncDispose]()
    await test?.remove()
  })

  const accounts = async () => (await there.database.sql.selectFrom('account').select('account_id').execute()).length
  const visit = async (): Promise<{ client: Client; person: string }> => {
    const client = there.client()
    const { value } = await client.call('visitDemo')
    return { client, person: value.me.people[0]?.id ?? '' }
  }

  it('shows the invented person, marked as such, and does not count as an account', async () => {
    const { client, person } = await visit()
    const { value: me } = await client.call('me')
    expect(me).toMatchObject({ visitor: true, people: [{ id: person, demo: true, level: 'owner' }] })
    expect((await client.call('originals', { params: { person } })).value.originals.length).toBeGreaterThan(5)
    const { value: setup } = await there.client().call('setup')
    expect(setup).toMatchObject({ hasAccounts: false, demo: true, keyFile: '/somewhere/master.key' })
    await client.call('signOut')
  })

  it('takes no real file, invites nobody, and makes no way in', async () => {
    const { client, person } = await visit()
    const refused = [
      await client.call('addOriginal', { params: { person }, query: { name: 'mine.txt' }, bytes: Buffer.from('mine') }),
      await client.call('startUpload', { params: { person }, body: { name: 'mine.txt', bytes: 4 } }),
      await client.call('inviteCaregiver', { params: { person }, body: { name: 'S', level: 'view', hidden: [] } }),
      await client.call('changePassword', { body: { password: 'quite another violet teapot' } }),
      await client.call('makeRecoveryCodes'),
    ]
    expect(refused.map(({ status, problem }) => [status, problem?.code])).toEqual(refused.map(() => [403, 'not-allowed']))
    await client.call('signOut')
  })

  it('leaves nothing when it ends: by leaving, by signing up, or after a day', async () => {
    const before = await accounts()
    const [left, became] = [await visit(), await visit()]
    await visit()
    await left.client.call('signOut')
    await became.client.signUp('Vera Visitor')
    expect((await became.client.call('me')).value.visitor).toBe(false)
    there.later(25 * 3_600_000)
    await there.place.visits.tidy(new Date(there.place.now().getTime() - 24 * 3_600_000))
    expect(await accounts()).toBe(before + 1)
    const { sql } = there.database
    expect(await sql.selectFrom('person').select('person_id').where('demo', '=', true).execute()).toEqual([])
  })

  it('makes room for newer ones', async () => {
    const before = await accounts()
    for (let n = 0; n < 21; n++) await there.place.visits.begin()
    expect(await accounts()).toBe(before + 20)
  })

  it('is for this computer alone: behind a proxy nobody is', async () => {
    const away = await there.client().call('visitDemo', { headers: { 'x-forwarded-for': '203.0.113.7' } })
    expect([away.status, away.problem.code]).toEqual([403, 'not-allowed'])
  })
})
