import { request } from 'node:http'
import { OWN_HEADER } from '@carefolio/core/api/route.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { aPerson, aPlace, type TestPlace } from './place.test-data.ts'

const [embedded] = DATABASES
const ORIGIN = 'https://records.example.org'
type Heard = { status: number | undefined; headers: Record<string, string | string[] | undefined>; text: string }

describe('a place that others reach over https', () => {
  let test: TestDatabase
  let there: TestPlace
  beforeAll(async () => {
    if (!embedded) throw new Error('no database to test on')
    test = await embedded.create()
    there = await aPlace(test, { origin: ORIGIN, keyFile: '/somewhere/master.key', knownPasswords: new Set(['granite teapot violet']) })
  })
  afterAll(async () => {
    await there?.[Symbol.asyncDispose]()
    await test?.remove()
  })

  /** As the proxy passes it on. */
  const call = (method: string, path: string, { host = new URL(ORIGIN).host, body }: { host?: string; body?: object } = {}) =>
    new Promise<Heard>((resolve, reject) => {
      const headers = { host, [OWN_HEADER]: '1', ...(body ? { 'content-type': 'application/json' } : {}) }
      const sent = request(new URL(path, there.url), { method, headers }, (answer) => {
        let text = ''
        answer.on('data', (piece) => {
          text += piece
        })
        answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }))
      })
      sent.on('error', reject)
      sent.end(body ? JSON.stringify(body) : undefined)
    })
  const signUp = (name: string, password?: string) =>
    call('POST', '/api/account', {
      body: { ...aPerson(name), consents: { keep: true, trials: false, research: false }, ...(password ? { password } : {}) },
    })

  it('binds the session to this host and to TLS', async () => {
    const { headers } = await signUp('Hedda Https')
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-carefolio=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  })

  it('tells browsers to come by TLS only', async () => {
    expect((await call('GET', '/api/setup')).headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  })

  it('answers to no other name', async () => {
    expect((await call('GET', '/api/setup', { host: 'elsewhere.example' })).text).toContain('not-from-here')
    expect((await call('GET', '/api/setup', { host: 'localhost' })).text).toContain('not-from-here')
    expect((await call('GET', '/api/setup', { host: 'a b' })).status).toBe(403)
  })

  it('takes nobody for somebody at this computer, though the proxy is', async () => {
    const { text } = await call('GET', '/api/setup')
    expect(JSON.parse(text)).toMatchObject({ demo: false })
    expect(text).not.toContain('master.key')
    expect((await call('POST', '/api/demo/visit')).text).toContain('not-allowed')
  })

  it('takes no password that is in the list of the host, however it is written', async () => {
    expect((await signUp('Known Password', 'Granite Teapot VIOLET')).text).toContain('password-weak')
  })
})
