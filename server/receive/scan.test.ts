import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../db/databases.test-data.ts'
import { type Client, servedPlace, until } from '../http/place.test-data.ts'
import { scanBy } from './scan.ts'

/** Refuses what holds this word, as a virus scanner would. */
const SCANNER = `node -e 'let t="";process.stdin.on("data",(d)=>t+=d).on("end",()=>process.exit(t.includes("INFECTED")?1:0))'`

async function* sent(...pieces: string[]) {
  for (const piece of pieces) yield Buffer.from(piece)
}
const through = async (command: string, timeoutMs: number, ...pieces: string[]) => {
  let text = ''
  for await (const piece of scanBy(command, timeoutMs)(sent(...pieces))) text += Buffer.from(piece).toString()
  return text
}

describe('a scan by a command of the host', () => {
  it('lets good bytes through unchanged', async () => {
    expect(await through(SCANNER, 20_000, 'some ', 'words')).toBe('some words')
    expect(await through(SCANNER, 20_000)).toBe('')
  })

  it('throws where the end would be when the file is refused', async () => {
    await expect(through(SCANNER, 20_000, 'INFEC', 'TED')).rejects.toMatchObject({ code: 'file-refused' })
  })

  it.each([
    ['is not there', 'no-such-scanner-anywhere', 20_000],
    ['breaks', 'exit 2', 20_000],
    ['never ends', 'sleep 30', 300],
  ])('lets nothing in when the command %s', async (_how, command, timeoutMs) => {
    await expect(through(command, timeoutMs, 'x'.repeat(1_000_000), 'more')).rejects.toMatchObject({ code: 'scan-failed' })
  })
})

it.skipIf(process.platform === 'win32')('leaves nothing running of a scanner that took too long, nor of what that started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'carefolio-scan-'))
  const pid = join(folder, 'pid')
  await expect(through(`(echo $$ > /dev/null; sleep 60 & echo $! > ${pid}; wait); true`, 300, 'some words')).rejects.toThrow()
  const started = Number(readFileSync(pid, 'utf8'))
  expect(started).toBeGreaterThan(1)
  await until(async () => !isRunning(started))
  rmSync(folder, { recursive: true })
})

function isRunning(pid: number): boolean {
  try {
    // What is dead and not yet taken notice of by its parent does not run.
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

describe.each(DATABASES)('a place with a virus scanner, on $name', ({ skip, create }) => {
  const there = servedPlace({ skip, create }, { scan: scanBy(SCANNER) })
  let client: Client
  let person: string
  beforeAll(async () => {
    if (skip) return
    client = there.client()
    person = await client.signUp('Vera Virus')
  })
  const count = async () => (await client.call('originals', { params: { person } })).value.originals.length

  it.skipIf(skip)('keeps good files, and nothing of those that are refused', async () => {
    const add = (words: string) => client.call('addOriginal', { params: { person }, query: { name: 'a.txt' }, bytes: Buffer.from(words) })
    expect((await add('good')).status).toBe(200)
    expect((await add('INFECTED')).problem).toMatchObject({ status: 422, code: 'file-refused' })
    expect(await count()).toBe(1)
  })

  it.skipIf(skip)('looks at a file that comes in pieces as a whole', async () => {
    const { value } = await client.call('startUpload', { params: { person }, body: { name: 'b.txt', bytes: 8 } })
    const piece = (at: number, words: string) =>
      client.call('sendPiece', { params: { person, upload: value.upload }, query: { at }, bytes: Buffer.from(words) })
    expect((await piece(0, 'INFE')).status).toBe(200)
    expect((await piece(4, 'CTED')).problem.code).toBe('file-refused')
    expect(await count()).toBe(1)
    expect((await client.call('upload', { params: { person, upload: value.upload } })).problem.code).toBe('upload-unknown')
  })
})
