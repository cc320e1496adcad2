import { OWN_HEADER } from '@carefolio/core/api/route.ts'
import { Secret, TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { TestAuthenticator } from '../accounts/authenticator.test-data.ts'
import { DATABASES } from '../db/databases.test-data.ts'
import { aPerson, aPlace, PASSWORD, servedPlace } from './place.test-data.ts'

const MINUTE = 60_000
const CONSENTS = { keep: true, trials: false, research: false }

describe.each(DATABASES)('signing in, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create })
  const account = async (name: string) => {
    const client = there.client()
    await client.signUp(name)
    return { client, email: aPerson(name).email }
  }
  const signIn = (email: string, password: string, code?: string) =>
    there.client().call('signIn', { body: { email, password, ...(code === undefined ? {} : { code }) } })

  it.skipIf(skip)('answers an unknown address as a wrong password, and takes as long', async () => {
    const { email } = await account('Same Answer')
    const timed = async (address: string) => {
      const begun = performance.now()
      const { status, problem } = await signIn(address, 'not the right words at all')
      return { status, problem, ms: performance.now() - begun }
    }
    await timed('warm.up@example.org')
    const [known, unknown] = [await timed(email), await timed('nobody.here@example.org')]
    expect({ ...known, ms: 0 }).toEqual({ ...unknown, ms: 0 })
    expect(known.problem.code).toBe('sign-in-wrong')
    // Without the costly hash an answer takes a few milliseconds.
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(20)
  })

  it.skipIf(skip)('locks an address after five wrong tries, known or not, says so plainly, and opens again', async () => {
    const { email } = await account('Locked Out')
    for (const address of [email, 'never.was@example.org']) {
      for (let i = 0; i < 5; i++) expect((await signIn(address, 'wrong wrong wrong')).problem.code).toBe('sign-in-wrong')
      const { problem, headers } = await signIn(address, PASSWORD)
      expect(problem).toMatchObject({ status: 429, code: 'sign-in-locked', retryAfter: expect.any(Number) })
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    }
    there.later(2 * MINUTE)
    expect((await signIn(email, PASSWORD)).status).toBe(200)
  })

  it.skipIf(skip)('lets no more than five wrong tries through when fifty come at once', async () => {
    const { email } = await account('Many At Once')
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => signIn(email, `guess number ${i} of many`)))
    const codes = answers.map(({ problem }) => problem.code)
    expect(codes.filter((code) => code === 'sign-in-wrong').length).toBeLessThanOrEqual(5)
    expect(codes.filter((code) => code === 'sign-in-locked' || code === 'too-many-calls').length).toBeGreaterThanOrEqual(45)
    there.later(60 * MINUTE)
    expect((await signIn(email, PASSWORD)).status).toBe(200)
  })
  it.skipIf(skip)('does not count right tries against anybody', async () => {
    const { email } = await account('Often Right')
    for (let i = 0; i < 35; i++) {
      expect((await signIn(email, PASSWORD)).status).toBe(200)
      there.later(MINUTE)
    }
  })

  it.skipIf(skip)('puts the session into a cookie that scripts and other sites never see', async () => {
    const { headers } = await there.client().call('signUp', { body: { ...aPerson('Cookie Person'), consents: CONSENTS } })
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^carefolio-\d+=[\w-]{43};/)
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(part)
    const token = /=([\w-]+)/.exec(cookie)?.[1] ?? ''
    expect(JSON.stringify(await there.database.sql.selectFrom('session').selectAll().execute())).not.toContain(token)
  })

  it.skipIf(skip)('ends a session that is idle, one that is old, and those the person ends', async () => {
    const { client, email } = await account('Several Devices')
    const [phone, tablet] = [there.client(), there.client()]
    for (const device of [phone, tablet]) await device.call('signIn', { body: { email, password: PASSWORD } })
    const { value } = await client.call('sessions')
    expect(value.sessions).toHaveLength(3)
    const other = value.sessions.find(({ current }) => !current)
    await client.call('endSession', { params: { session: other?.id ?? '' } })
    const left = await Promise.all([phone, tablet].map(async (device) => (await device.call('me')).status))
    expect(left.toSorted()).toEqual([200, 401])
    await client.call('endOtherSessions')
    expect((await phone.call('me')).status).toBe(401)
    for (let hours = 0; hours < 7 * 24; hours++) {
      there.later(60 * MINUTE)
      expect((await client.call('me')).status).toBe(hours < 7 * 24 - 1 ? 200 : 401)
    }
    await phone.call('signIn', { body: { email, password: PASSWORD } })
    there.later(121 * MINUTE)
    expect((await phone.call('me')).problem.code).toBe('sign-in-needed')
  })

  it.skipIf(skip)('lets nobody in anew while the session from before cannot be ended', async () => {
    const { client, email } = await account('Stays Open')
    const { sessions } = there.place
    const { end } = sessions
    sessions.end = () => Promise.reject(new Error('the database is busy'))
    const refused = await client.call('signIn', { body: { email, password: PASSWORD } })
    sessions.end = end
    expect(refused.status).toBe(500)
    expect(refused.headers.get('set-cookie')).toBeNull()
    expect((await client.call('sessions')).value.sessions).toHaveLength(1)
    expect((await client.call('signIn', { body: { email, password: PASSWORD } })).status).toBe(200)
  })

  it.skipIf(skip)('gives a new token at every sign-in, and the one before is worth nothing', async () => {
    const { client, email } = await account('Signs In Again')
    const before = there.client()
    before.cookies = new Map(client.cookies)
    await client.call('signIn', { body: { email, password: PASSWORD } })
    expect([...client.cookies.keys()]).toEqual([...before.cookies.keys()])
    expect([...client.cookies.values()]).not.toEqual([...before.cookies.values()])
    expect((await before.call('me')).status).toBe(401)
    expect((await client.call('sessions')).value.sessions).toHaveLength(1)
  })

  it.skipIf(skip)('has no more than fifty sessions for one account: the oldest end', async () => {
    const { client, email } = await account('Many Sessions')
    const { value } = await client.call('me')
    for (let i = 0; i < 50; i++) await there.place.sessions.begin(value.account.id, { device: 'a test', how: 'test' })
    expect((await client.call('me')).status).toBe(401)
    await client.call('signIn', { body: { email, password: PASSWORD } })
    expect((await client.call('sessions')).value.sessions).toHaveLength(50)
  })

  it.skipIf(skip)('signs out for good', async () => {
    const { client } = await account('Leaves Now')
    const kept = new Map(client.cookies)
    await client.call('signOut')
    client.cookies = kept
    expect((await client.call('me')).status).toBe(401)
  })

  it.skipIf(skip)('refuses what did not come from its own pages', async () => {
    const { client } = await account('Careful Person')
    const me = `${there.url}/api/me`
    const signOut = (headers: Record<string, string>) => client.request(`${there.url}/api/session`, { method: 'DELETE', headers })
    expect((await signOut({})).problem.code).toBe('not-from-here')
    expect((await signOut({ [OWN_HEADER]: '1', origin: 'https://elsewhere.example' })).problem.code).toBe('not-from-here')
    expect((await signOut({ [OWN_HEADER]: '1', origin: 'null' })).problem.code).toBe('not-from-here')
    expect((await client.request(me, { headers: { 'sec-fetch-site': 'cross-site' } })).problem.code).toBe('not-from-here')
    expect((await client.request(me)).status).toBe(200)
  })

  it.skipIf(skip)('sends nothing that may be kept, framed, or run from elsewhere', async () => {
    const { headers } = await there.client().request('/api/setup')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  it.skipIf(skip).each([
    ['a short one', 'brief words'],
    ['a common one made longer', 'password12345'],
    ['a row of keys', 'qwertyuiop123456'],
    ['one sign again and again', 'aaaaaaaaaaaaaaaa'],
    ['her own name and address', 'weak.person-example'],
  ])('takes no password that is easy to guess: %s', async (_trap, password) => {
    const { problem } = await there.client().call('signUp', { body: { ...aPerson('Weak Person'), password, consents: CONSENTS } })
    expect(['password-weak', 'bad-request']).toContain(problem.code)
    expect(JSON.stringify(problem)).not.toContain(password)
  })

  it.skipIf(skip)('takes nobody in without the one consent, twice with one address, or without a way in', async () => {
    const tried = async (more: object) =>
      (await there.client().call('signUp', { body: { ...aPerson('Once Only'), consents: CONSENTS, ...more } })).problem?.code
    expect(await tried({ consents: { ...CONSENTS, keep: false } })).toBe('consent-missing')
    expect(await tried({ password: undefined })).toBe('way-in-missing')
    expect(await tried({ birthDate: '1970' })).toBe('not-this-value')
    expect(await tried({})).toBeUndefined()
    expect(await tried({ email: 'ONCE.only@example.org ' })).toBe('email-taken')
  })

  it.skipIf(skip)('asks for the code of an app, each good for one time', async () => {
    const { client, email } = await account('App Person')
    const { value } = await client.call('startTotp')
    const codeNow = () => new TOTP({ secret: Secret.fromBase32(value.secret) }).generate({ timestamp: there.place.now().getTime() })
    expect((await client.call('confirmTotp', { body: { code: '000000' } })).problem.code).toBe('code-wrong')
    expect((await signIn(email, PASSWORD)).value.state).toBe('signed-in')
    // Made once: half a minute later there would be another, which is good.
    const first = codeNow()
    expect((await client.call('confirmTotp', { body: { code: first } })).status).toBe(204)
    expect((await signIn(email, PASSWORD)).value).toEqual({ state: 'code-needed' })
    expect((await signIn(email, PASSWORD, first)).problem.code).toBe('code-wrong')
    there.later(MINUTE)
    const code = codeNow()
    expect((await signIn(email, PASSWORD, code)).value.state).toBe('signed-in')
    expect((await signIn(email, PASSWORD, code)).problem.code).toBe('code-wrong')
  })

  it.skipIf(skip)('lets in with a recovery code, once', async () => {
    const { client, email } = await account('Lost Phone')
    const { value } = await client.call('makeRecoveryCodes')
    expect(new Set(value.codes).size).toBe(10)
    const [code = ''] = value.codes
    const recover = (address: string, given: string) => there.client().call('signInRecovery', { body: { email: address, code: given } })
    expect((await recover(email, code.toUpperCase())).status).toBe(200)
    expect((await recover(email, code)).problem).toEqual((await recover('no.body@example.org', code)).problem)
    expect((await client.call('me')).value.security.recoveryCodesLeft).toBe(9)
  })

  it.skipIf(skip)('changes the password only after a fresh sign-in, and ends other sessions', async () => {
    const { client, email } = await account('New Password')
    const other = there.client()
    await other.call('signIn', { body: { email, password: PASSWORD } })
    there.later(16 * MINUTE)
    const change = () => client.call('changePassword', { body: { password: 'marble window of an owl' } })
    expect((await change()).problem.code).toBe('sign-in-again')
    await client.call('signIn', { body: { email, password: PASSWORD } })
    expect((await change()).status).toBe(204)
    expect((await other.call('me')).status).toBe(401)
    expect((await signIn(email, PASSWORD)).problem.code).toBe('sign-in-wrong')
    expect((await signIn(email, 'marble window of an owl')).status).toBe(200)
  })

  it.skipIf(skip)('takes a passkey in place of a password, and lets in with it', async () => {
    const authenticator = new TestAuthenticator(there.url)
    const { password: _, ...person } = aPerson('Pass Key')
    const client = there.client()
    const { value: question } = await client.call('signUpPasskey', { body: { name: person.name, email: person.email } })
    const made = await client.call('signUp', { body: { ...person, consents: CONSENTS, passkey: authenticator.create(question) } })
    expect(made.value.me.security).toMatchObject({ password: false, passkeys: 1 })
    const again = there.client()
    const ask = async () => (await again.call('signInPasskeyOptions')).value
    const answer = authenticator.get(await ask())
    expect((await again.call('signInPasskey', { body: answer })).value.state).toBe('signed-in')
    expect((await again.call('signInPasskey', { body: answer })).problem.code).toBe('passkey-wrong')
    const elsewhere = authenticator.get(await ask(), { origin: 'https://elsewhere.example' })
    expect((await again.call('signInPasskey', { body: elsewhere })).problem.code).toBe('passkey-wrong')
    const stranger = new TestAuthenticator(there.url).get(await ask())
    expect((await again.call('signInPasskey', { body: stranger })).problem.code).toBe('passkey-wrong')
    const own = made.value.me
    expect((await client.call('removePasskey', { params: { passkey: authenticator.id.toString('base64url') } })).problem.code).toBe(
      'last-way-in',
    )
    const second = new TestAuthenticator(there.url)
    const { value: more } = await client.call('addPasskeyOptions')
    expect((await client.call('addPasskey', { body: { name: 'Tablet', ...second.create(more) } })).status).toBe(200)
    expect((await client.call('passkeys')).value.passkeys.map(({ name }) => name)).toContain('Tablet')
    expect((await again.call('me')).status).toBe(200)
    expect((await client.call('removePasskey', { params: { passkey: authenticator.id.toString('base64url') } })).status).toBe(204)
    // Whoever had the lost phone is out.
    expect((await again.call('me')).status).toBe(401)
    expect((await client.call('me')).status).toBe(200)
    expect(own.account.name).toBe('Pass Key')
  })

  it.skipIf(skip)('slows down who asks for far too much', async () => {
    await using busy = await aPlace(await create(), { callsAMinute: 5 })
    const statuses = []
    for (let i = 0; i < 7; i++) statuses.push((await busy.client().request('/api/setup')).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
    // Nobody without a proxy of ours can say that they come from elsewhere.
    const headers = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' }
    expect((await busy.client().request('/api/setup', { headers })).status).toBe(429)
  })

  it.skipIf(skip)('makes accounts only with an invitation where the host wants it so, but the first', async () => {
    await using closed = await aPlace(await create(), { signUp: 'invited' })
    const owner = closed.client()
    const person = await owner.signUp('First One')
    const second = await closed.client().call('signUp', { body: { ...aPerson('Second One'), consents: CONSENTS } })
    expect(second.problem.code).toBe('invitation-missing')
    const { value } = await owner.call('inviteCaregiver', { params: { person }, body: { name: 'S', level: 'view', hidden: [] } })
    const guest = closed.client()
    await guest.signUp('Second One', { invitation: value.code })
    expect((await guest.call('me')).value.people.map(({ name, level }) => [name, level])).toEqual([
      ['Second One', 'owner'],
      ['First One', 'view'],
    ])
  })
})
