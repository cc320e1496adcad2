import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { configOf } from './config.ts'
import { Client, until } from './http/place.test-data.ts'
import { aRecord, ids } from './trials/record.test-data.ts'
import { startReplay } from './trials/replay/replay.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-serve-place-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a served place', () => {
  it('fetches trials by itself when asked to, and only then asks anybody for anything', async () => {
    await using registry = await startReplay(ids(12).map((id) => aRecord(id)))
    const config = configOf({ data: join(folder, 'one'), registry: registry.url }, {}, folder)
    const lines: string[] = []
    await using app = createApp(config)
    {
      await using served = await app.serve({ port: 0, version: 'test', log: (line) => lines.push(line) })
      expect((await new Client(served.url).call('setup')).value.trials).toBe(0)
      expect(registry.requests).toEqual([])
    }
    await using served = await app.serve({ port: 0, version: 'test', log: (line) => lines.push(line), sync: true })
    expect(served.keyIsNew).toBe(false)
    await until(async () => lines.some((line) => line.includes('"event":"trials synced"')))
    expect((await new Client(served.url).call('setup')).value.trials).toBe(12)
  })

  it('says that the port is taken', async () => {
    await using app = createApp(configOf({ data: join(folder, 'two') }, {}, folder))
    await using served = await app.serve({ port: 0, version: 'test', log: () => {} })
    const port = Number(new URL(served.url).port)
    await expect(app.serve({ port, version: 'test', log: () => {} })).rejects.toMatchObject({ code: 'port-taken' })
  })

  it('takes its settings from the environment', () => {
    const env = { CAREFOLIO_ORIGIN: 'https://records.example.org/', CAREFOLIO_SIGN_UP: 'invited', CAREFOLIO_KEY_FILE: '/keys/master' }
    expect(configOf({ data: '/data' }, env, '/home').place).toEqual({
      masterKeyFile: '/keys/master',
      signUp: 'invited',
      origin: 'https://records.example.org',
    })
    expect(configOf({ data: '/data' }, {}, '/home').place).toEqual({ masterKeyFile: '/data/master.key', signUp: 'open' })
  })

  it('describes its API', async () => {
    await using app = createApp(configOf({ data: join(folder, 'three') }, {}, folder))
    await using served = await app.serve({ port: 0, version: 'test', log: () => {} })
    const description = await (await fetch(new URL('/api/openapi.json', served.url))).json()
    expect(description).toMatchObject({ openapi: '3.1.0', paths: { '/api/people/{person}/profile': { get: { operationId: 'profile' } } } })
  })
})
