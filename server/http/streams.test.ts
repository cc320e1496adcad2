import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../db/databases.test-data.ts'
import { aPerson, type Client, PASSWORD, servedPlace, until } from './place.test-data.ts'

describe.each(DATABASES)('connections that stay open, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create }, { patienceMs: 300 })
  let owner: Client
  let person: string
  beforeAll(async () => {
    if (skip) return
    owner = there.client()
    person = await owner.signUp('Sonja Stream')
  })

  const cookieOf = (client: Client) => [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  /** `ended` settles when the server ends the stream. */
  async function follow(client: Client) {
    const stop = new AbortController()
    const response = await fetch(`${there.url}/api/people/${person}/events`, { headers: { cookie: cookieOf(client) }, signal: stop.signal })
    const ended = response.text().then(
      () => 'ended',
      () => 'cut off',
    )
    return { status: response.status, ended, stop: () => stop.abort() }
  }
  const another = async () => {
    const client = there.client()
    await client.call('signIn', { body: { email: aPerson('Sonja Stream').email, password: PASSWORD } })
    return client
  }
  const soon = (ended: Promise<string>) =>
    Promise.race([ended, new Promise((resolve) => setTimeout(() => resolve('still open after 5 seconds'), 5000))])

  it.skipIf(skip)('end with the session they were opened in', async () => {
    const phone = await another()
    const [lost, own] = [await follow(phone), await follow(owner)]
    await owner.call('endOtherSessions')
    expect(await soon(lost.ended)).toBe('ended')
    expect(there.place.streams.count()).toBe(1)
    own.stop()
    await until(async () => there.place.streams.count() === 0)
  })

  it.skipIf(skip)('end when the session has been idle for too long, for they do not count as being here', async () => {
    const phone = await another()
    const { ended } = await follow(phone)
    there.later(121 * 60_000)
    there.place.streams.recheck({ person })
    expect(await soon(ended)).toBe('ended')
    await owner.call('signIn', { body: { email: aPerson('Sonja Stream').email, password: PASSWORD } })
  })

  it.skipIf(skip)('end when the caregiver may no longer see the files', async () => {
    const at = { params: { person } }
    const { value: invited } = await owner.call('inviteCaregiver', { ...at, body: { name: 'H', level: 'view', hidden: [] } })
    const helper = there.client()
    await helper.signUp('Hugo Helper', { invitation: invited.code })
    const { ended } = await follow(helper)
    const caregiver = invited.caregiver.id
    await owner.call('changeCaregiver', { params: { person, caregiver }, body: { hidden: ['records'] } })
    expect(await soon(ended)).toBe('ended')
    expect((await owner.call('log', at)).value.entries).toContainEqual(
      expect.objectContaining({ who: 'Hugo Helper', action: 'events', words: 'Follow the reading' }),
    )
  })

  it.skipIf(skip)('are no more than eight for one session', async () => {
    const open = []
    for (let i = 0; i < 8; i++) open.push(await follow(owner))
    expect(open.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect((await follow(owner)).status).toBe(429)
    for (const one of open) one.stop()
    await until(async () => there.place.streams.count() === 0)
    const after = await follow(owner)
    expect(after.status).toBe(200)
    after.stop()
  })

  it.skipIf(skip).each([
    ['a file', '/originals?name=slow.txt', 'application/octet-stream'],
    ['a value', '/corrections', 'application/json'],
  ])('are closed when the body does not come: %s', async (_what, path, type) => {
    const { port } = new URL(there.url)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(
      [
        `POST /api/people/${person}${path} HTTP/1.1`,
        `Host: localhost:${port}`,
        `Cookie: ${cookieOf(owner)}`,
        'X-Carefolio: 1',
        `Content-Type: ${type}`,
        'Content-Length: 1000',
        '',
        '{"a',
      ].join('\r\n'),
    )
    let heard = ''
    socket.on('data', (piece) => {
      heard += piece
    })
    const closed = new Promise<string>((resolve) => socket.once('close', () => resolve('ended')))
    expect(await soon(closed)).toBe('ended')
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
    expect(heard).toContain('"code":"too-slow"')
    expect((await owner.call('originals', { params: { person } })).value.originals).toEqual([])
  })

  it.skipIf(skip)('keep no turn and no stream of callers who went before it was known who they are', async () => {
    const { id } = (await owner.call('addOriginal', { params: { person }, query: { name: 'a.txt' }, bytes: Buffer.from('a note') })).value
    const { sessions, streams } = there.place
    const { find } = sessions
    const known = Promise.withResolvers<void>()
    let asked = 0
    sessions.find = async (token) => {
      asked++
      await known.promise
      return find(token)
    }
    const { port } = new URL(there.url)
    const paths = [...Array.from({ length: 14 }, () => `originals/${id}/content`), 'events']
    const sockets = paths.map((path) => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.write(`GET /api/people/${person}/${path} HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${cookieOf(owner)}\r\n\r\n`)
      return socket
    })
    await until(async () => asked === paths.length)
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 300))
    sessions.find = find
    known.resolve()
    const answered = owner.call('originals', { params: { person } }).then(({ status }) => String(status))
    expect(await soon(answered)).toBe('200')
    await until(async () => streams.count() === 0)
  })

  it.skipIf(skip)('are not opened by HEAD', async () => {
    const headers = { cookie: cookieOf(owner) }
    expect((await fetch(`${there.url}/api/people/${person}/profile`, { method: 'HEAD', headers })).status).toBe(404)
  })
})
