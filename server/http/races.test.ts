import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { aPerson, aPlace, type TestPlace } from './place.test-data.ts'

const CONSENTS = { keep: true, trials: false, research: false }

describe.each(DATABASES)('two at the same moment, on $name', ({ skip, create }) => {
  let test: TestDatabase
  let there: TestPlace
  beforeEach(async () => {
    if (skip) return
    test = await create()
    there = await aPlace(test, { signUp: 'invited' })
  })
  afterEach(async () => {
    await there?.[Symbol.asyncDispose]()
    await test?.remove()
  })
  const signUp = (name: string, more: object = {}) =>
    there.client().call('signUp', { body: { ...aPerson(name), consents: CONSENTS, ...more } })
  const codesOf = (answers: { status: number; problem: { code: string } }[]) =>
    answers.map(({ status, problem }) => (status === 200 ? 'in' : problem.code)).toSorted()
  const rows = async (table: 'account' | 'person' | 'caregiver' | 'passkey') =>
    (await there.database.sql.selectFrom(table).selectAll().execute()).length

  it.skipIf(skip)('are not both the first account', async () => {
    const answers = await Promise.all(['One First', 'Two First', 'Three First', 'Four First'].map((name) => signUp(name)))
    expect(codesOf(answers)).toEqual(['in', 'invitation-missing', 'invitation-missing', 'invitation-missing'])
    expect([await rows('account'), await rows('person')]).toEqual([1, 1])
  })

  it.skipIf(skip)('do not both come in by one invitation, and the other leaves no account', async () => {
    const owner = there.client()
    const person = await owner.signUp('Olga Owner')
    const { value } = await owner.call('inviteCaregiver', { params: { person }, body: { name: 'C', level: 'view', hidden: [] } })
    const answers = await Promise.all(['Carl One', 'Carl Two', 'Carl Three'].map((name) => signUp(name, { invitation: value.code })))
    expect(codesOf(answers)).toEqual(['in', 'invitation-wrong', 'invitation-wrong'])
    expect([await rows('account'), await rows('person'), await rows('caregiver')]).toEqual([2, 2, 1])
    // Nobody's address stays taken for nothing.
    const again = await owner.call('inviteCaregiver', { params: { person }, body: { name: 'C', level: 'view', hidden: [] } })
    const lost = ['Carl One', 'Carl Two', 'Carl Three'].find((_, i) => answers[i]?.status !== 200) ?? ''
    expect((await signUp(lost, { invitation: again.value.code })).status).toBe(200)
  })

  it.skipIf(skip)('do not both have one address', async () => {
    const owner = there.client()
    const person = await owner.signUp('Olga Owner')
    const codes = []
    for (let i = 0; i < 2; i++)
      codes.push((await owner.call('inviteCaregiver', { params: { person }, body: { name: 'C', level: 'view', hidden: [] } })).value.code)
    const answers = await Promise.all(codes.map((invitation) => signUp('Same Address', { invitation })))
    expect(codesOf(answers)).toEqual(['email-taken', 'in'])
    expect(await rows('account')).toBe(2)
  })

  it.skipIf(skip)('get one invented person', async () => {
    const owner = there.client()
    await owner.signUp('Dora Demo')
    const made = await Promise.all([owner.call('makeDemo'), owner.call('makeDemo')])
    expect(new Set(made.map(({ value }) => value.id)).size).toBe(1)
    expect(await rows('person')).toBe(2)
  })

  it.skipIf(skip)('from one network make no more than sixty tries to sign up in a quarter of an hour', async () => {
    await using open = await aPlace(await create())
    const statuses: number[] = []
    for (let i = 0; i < 62; i++) {
      const body = {
        ...aPerson(`Many ${i}`),
        password: undefined,
        passkey: { challenge: 'none', response: { id: 'none' } },
        consents: CONSENTS,
      }
      statuses.push((await open.client().call('signUp', { body })).status)
    }
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
  })
})
