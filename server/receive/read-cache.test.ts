import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetReadings } from './read-cache.ts'
import { readRecords } from './read-records.ts'

let folder: string
let records: string
let data: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carefolio-cache-'))
  records = join(folder, 'records')
  data = join(folder, 'data')
  mkdirSync(records)
  writeFileSync(join(records, 'visit.txt'), 'ECOG 1. Feels well.')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const kept = () => readdirSync(join(data, 'readings'))
const textOf = async () => (await readRecords(records, { cache: data })).map(({ file, pages }) => [file, pages[0]?.text])

/** Puts other words into what is kept, so that a second reading shows where its words came from. */
function mark(): void {
  const [file = ''] = kept()
  const path = join(data, 'readings', file)
  writeFileSync(path, readFileSync(path, 'utf8').replace('Feels well', 'From memory'))
}

describe('the memory of what was read', () => {
  it('keeps nothing unless asked', async () => {
    await readRecords(records)
    expect(existsSync(data)).toBe(false)
  })

  it('takes a file with the same bytes from memory, under the name it has now', async () => {
    await textOf()
    mark()
    writeFileSync(join(records, 'renamed.txt'), readFileSync(join(records, 'visit.txt')))
    rmSync(join(records, 'visit.txt'))
    expect(await textOf()).toEqual([['renamed.txt', 'ECOG 1. From memory.']])
  })

  it('reads a changed file anew', async () => {
    await textOf()
    mark()
    writeFileSync(join(records, 'visit.txt'), 'ECOG 2. Feels well.')
    expect(await textOf()).toEqual([['visit.txt', 'ECOG 2. Feels well.']])
  })

  it('reads anew when what is kept is cut off', async () => {
    await textOf()
    const [file = ''] = kept()
    writeFileSync(join(data, 'readings', file), '{"id":"x"')
    expect(await textOf()).toEqual([['visit.txt', 'ECOG 1. Feels well.']])
  })

  it('does not keep what could not be read', async () => {
    writeFileSync(join(records, 'broken.pdf'), '%PDF-1.4 cut off')
    await textOf()
    expect(kept()).toHaveLength(1)
  })

  it('lets only its owner look', async () => {
    await textOf()
    const [file = ''] = kept()
    expect(statSync(join(data, 'readings')).mode & 0o077).toBe(0)
    expect(statSync(join(data, 'readings', file)).mode & 0o077).toBe(0)
  })

  it('goes on without a memory where it cannot write', async () => {
    mkdirSync(data)
    writeFileSync(join(data, 'readings'), 'a file where the folder should be')
    chmodSync(data, 0o500)
    expect(await textOf()).toEqual([['visit.txt', 'ECOG 1. Feels well.']])
    chmodSync(data, 0o700)
  })

  it('is emptied on request', async () => {
    await textOf()
    expect(await forgetReadings(data)).toBe(1)
    expect(existsSync(join(data, 'readings'))).toBe(false)
    expect(await forgetReadings(data)).toBe(0)
  })
})
