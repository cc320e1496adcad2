import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import { configOf } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-address-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the address of a place', () => {
  it.each([
    ['for others, without a name of its own', { host: '0.0.0.0' }, {}, 'origin-missing'],
    ['without TLS', { host: '0.0.0.0' }, { CAREFOLIO_ORIGIN: 'http://records.example.org' }, 'origin-unsafe'],
  ])('is refused before anything is made: %s', async (_, { host }, env, code) => {
    const data = join(folder, code)
    await using app = createApp(configOf({ data }, env, folder))
    await expect(app.serve({ port: 0, host, version: 'test', log: () => {} })).rejects.toMatchObject({ code })
    expect(readdirSync(folder).includes(code) && readdirSync(data).includes('master.key')).toBe(false)
  })
})
