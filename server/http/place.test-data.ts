import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Problem } from '@carefolio/core/api/problem.ts'
import { OWN_HEADER, pathOf, type Route } from '@carefolio/core/api/route.ts'
import { type AnswerOf, ROUTES, type RouteName } from '@carefolio/core/api/routes.ts'
import { afterAll, beforeAll } from 'vitest'
import type { Database } from '../db/database.ts'
import type { DATABASES, TestDatabase } from '../db/databases.test-data.ts'
import { openPlace, type Place } from '../place.ts'
import type { RoomLimits } from '../receive/room.ts'
import type { Scan } from '../receive/scan.ts'
import { masterKeyOf } from '../vault/master-key.ts'
import { lineLog } from './log.ts'
import { createServer, type ServerOptions } from './server.ts'

/** A place on a database of its own, served on loopback, with a clock that the test moves. */
export type TestPlace = AsyncDisposable & {
  url: string
  data: string
  place: Place
  database: Database
  /** Every line of the log. */
  lines: string[]
  /** Moves the clock on. */
  later(ms: number): void
  client(): Client
}

export type Sent = {
  params?: Record<string, string | number>
  query?: Record<string, string | number>
  body?: unknown
  bytes?: Uint8Array
  headers?: Record<string, string>
}
export type Got<N extends RouteName> = {
  status: number
  value: AnswerOf<N>
  problem: Problem
  text: string
  bytes: Uint8Array
  headers: Headers
}

/** A browser with its cookies. */
export class Client {
  readonly #url: string
  cookies = new Map<string, string>()

  constructor(url: string) {
    this.#url = url
  }

  async call<N extends RouteName>(name: N, { params, query, body, bytes, headers }: Sent = {}): Promise<Got<N>> {
    const route: Route = ROUTES[name]
    const url = new URL(pathOf(route, params), this.#url)
    for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, String(value))
    return this.request(url, {
      method: route.method,
      headers: {
        ...(route.method === 'GET' ? {} : { [OWN_HEADER]: '1' }),
        ...(bytes ? { 'content-type': 'application/octet-stream' } : body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(bytes ? { body: new Uint8Array(bytes) } : body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  async request<N extends RouteName>(url: URL | string, init: RequestInit = {}): Promise<Got<N>> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(url, this.#url), {
      ...init,
      headers: { ...init.headers, ...(cookie ? { cookie } : {}) },
      redirect: 'manual',
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const content = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(content)
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const value = isJson ? JSON.parse(text) : undefined
    return { status: response.status, value, problem: value, text, bytes: content, headers: response.headers }
  }

  /** Makes an account with a password and gives the person's id. */
  async signUp(name: string, more: { trials?: boolean; invitation?: string } = {}): Promise<string> {
    const { trials = true, ...rest } = more
    const got = await this.call('signUp', { body: { ...aPerson(name), consents: { keep: true, trials, research: false }, ...rest } })
    if (got.status !== 200) throw new Error(got.text)
    return got.value.me.people.find(({ level }) => level === 'owner')?.id ?? ''
  }
}

export const PASSWORD = 'violet teapot under granite'
export const aPerson = (name: string) => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@example.org`,
  password: PASSWORD,
  birthDate: '1970-05-04',
  zip: '60614',
})

export type PlaceForTest = Partial<ServerOptions> & {
  lanes?: number
  room?: RoomLimits
  scan?: Scan
  origin?: string
  knownPasswords?: ReadonlySet<string>
}

/** The place that all tests of a `describe` share, made before the first of them and gone after the last. */
export function servedPlace({ skip, create }: Pick<(typeof DATABASES)[number], 'skip' | 'create'>, options: PlaceForTest = {}): TestPlace {
  const shared = {} as TestPlace
  let undo: AsyncDisposableStack | undefined
  beforeAll(async () => {
    if (skip) return
    undo = new AsyncDisposableStack()
    const test = await create()
    undo.defer(() => test.remove())
    Object.assign(shared, undo.use(await aPlace(test, options)))
  })
  afterAll(() => undo?.disposeAsync())
  return shared
}

export async function aPlace(test: TestDatabase, options: PlaceForTest = {}): Promise<TestPlace> {
  const data = mkdtempSync(join(tmpdir(), 'carefolio-place-'))
  const database = await test.open()
  const lines: string[] = []
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const log = lineLog((line) => lines.push(line), now)
  let origin = 'http://localhost'
  const { lanes = 1, room, scan, knownPasswords, origin: said, ...more } = options
  const place = await openPlace(database, {
    data,
    keyring: { current: masterKeyOf(Buffer.alloc(32, 7)) },
    origin: () => said ?? origin,
    now,
    lanes,
    room,
    scan,
    knownPasswords,
    onFault: (error) => log.fault(error, {}),
  })
  const server = await createServer(place, {
    signUp: 'open',
    version: 'test',
    callsAMinute: 100_000,
    metricsToken: 'metrics',
    log,
    ...more,
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://localhost:${(server.server.address() as AddressInfo).port}`
  return {
    url: origin,
    data,
    place,
    database,
    lines,
    later: (ms) => {
      ahead += ms
    },
    client: () => new Client(origin),
    async [Symbol.asyncDispose]() {
      server.server.closeAllConnections()
      await server.close()
      await place[Symbol.asyncDispose]()
      await database.close()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Asks until it is so, or fifty seconds are over. */
export async function until<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + 50_000; ; ) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > end) throw new Error('It did not come to be in fifty seconds.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
