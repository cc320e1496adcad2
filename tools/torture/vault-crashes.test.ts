import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { contentOf, NOTHING, noted } from './ledger.ts'
import { crashVault } from './vault-crashes.ts'

const folder = mkdtempSync(join(tmpdir(), 'carefolio-crash-'))
const server = process.env['CAREFOLIO_TEST_POSTGRES']
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a vault whose process is killed again and again', () => {
  it('loses nothing it acknowledged, on the embedded database', { timeout: 600_000 }, async () => {
    const data = join(folder, 'embedded')
    mkdirSync(data)
    const { rounds, seen, broken } = await crashVault({ folder: data, rounds: 30 })
    expect(broken).toEqual([])
    expect(rounds).toBe(30)
    expect(seen).toBeGreaterThan(30)
  })
  it.skipIf(server === undefined)('loses nothing it acknowledged, on a PostgreSQL server', { timeout: 600_000 }, async () => {
    const name = `crash_${crypto.randomUUID().replaceAll('-', '')}`
    const client = new pg.Client({ connectionString: server ?? '' })
    await client.connect()
    await client.query(`create database ${name}`)
    const address = new URL(server ?? '')
    address.pathname = `/${name}`
    const data = join(folder, 'server')
    mkdirSync(data)
    try {
      const { rounds, seen, broken } = await crashVault({ folder: data, rounds: 170, databaseUrl: String(address) })
      expect(broken).toEqual([])
      expect(rounds).toBe(170)
      expect(seen).toBeGreaterThan(170)
    } finally {
      await client.query(`drop database ${name} with (force)`)
      await client.end()
    }
  })
  it('would be found out: a kept file that is gone is reported', { timeout: 60_000 }, async () => {
    const data = join(folder, 'robbed')
    mkdirSync(data)
    const ledger = ['keep 1', `kept 1 ${'a'.repeat(64)}`].reduce(noted, NOTHING)
    const { broken } = await crashVault({ folder: data, rounds: 1, ledger })
    expect(broken).toEqual(['lost:1'])
  })
  it('would be found out: a secret that opens to something else is reported', { timeout: 60_000 }, async () => {
    const data = join(folder, 'mixed')
    mkdirSync(data)
    const ledger = noted(NOTHING, `person p-3 ${'a'.repeat(64)}`)
    const { broken } = await crashVault({ folder: data, rounds: 1, ledger })
    expect(broken).toEqual(['secret:p-3'])
  })
  it('tells the same content for the same number', async () => {
    const sizes = []
    for (const number of [1, 1, 2]) {
      let size = 0
      for await (const piece of contentOf(number)) size += piece.length
      sizes.push(size)
    }
    expect(sizes[0]).toBe(sizes[1])
    expect(sizes[0]).not.toBe(sizes[2])
  })
})
