import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cookieNameFor } from '@carefolio/server/http/cookies.ts'
import { Client, until } from '@carefolio/server/http/place.test-data.ts'
import { afterAll, describe, expect, it } from 'vitest'

const main = join(import.meta.dirname, 'main.ts')
const data = mkdtempSync(join(tmpdir(), 'carefolio-serve-'))
const running = new Set<ChildProcess>()

afterAll(() => {
  for (const one of running) one.kill('SIGKILL')
  rmSync(data, { recursive: true, force: true })
})

/** Starts the place and waits for its address, or for its end. */
async function serve(): Promise<{ child: ChildProcess; url: string; said: () => string; ended: Promise<number | null> }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'serve', '--data', data, '--port', '0', '--log'])
  running.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => (said += words))
  const ended = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      running.delete(child)
      resolve(code)
    }),
  )
  const url = await Promise.race([until(async () => /http:\/\/localhost:\d+\//.exec(said)?.[0]), ended.then(() => '')])
  return { child, url, said: () => said, ended }
}

describe('carefolio serve', { timeout: 180_000 }, () => {
  let token = ''
  let person = ''
  const kept: { id: string; bytes: Buffer }[] = []

  it('makes a key on the first run, says where it is, and guides to the first account', async () => {
    const { child, url, said, ended } = await serve()
    expect(said()).toContain(join(data, 'master.key'))
    expect(said()).toContain('Keep a copy of it')
    expect(statSync(join(data, 'master.key')).mode & 0o077).toBe(0)
    const client = new Client(url)
    expect((await client.call('setup')).value).toMatchObject({ hasAccounts: false, keyFile: join(data, 'master.key') })
    person = await client.signUp('Kira Kill')
    expect((await client.call('setup')).value).not.toHaveProperty('keyFile')
    token = client.cookies.get(cookieNameFor(url)) ?? ''
    expect(token).not.toBe('')
    child.kill('SIGTERM')
    // In good order, or by force, which it says, where that takes too long.
    const code = await ended
    expect(code === null ? said() : code).toEqual(code === null ? expect.stringContaining('Stopped as you asked') : 0)
  })

  it('has every file that it said it kept after being killed at any moment, and reads it then', async () => {
    for (let round = 0; round < 3; round++) {
      const { child, url, ended } = await serve()
      const client = new Client(url)
      client.cookies.set(cookieNameFor(url), token)
      const add = async (n: number) => {
        const bytes = Buffer.from(
          `Note ${round}-${n}. Hemoglobin ${9 + n}.${round} g/dL on 2026-01-0${n + 1}. ${'more words '.repeat(3000)}`,
        )
        const { status, value } = await client.call('addOriginal', { params: { person }, query: { name: `note ${round}-${n}.txt` }, bytes })
        if (status === 200) kept.push({ id: value.id, bytes })
        // From the first that was acknowledged on, at any moment.
        if (n === 0) setTimeout(() => child.kill('SIGKILL'), round * 90 * Math.random())
      }
      const adding = (async () => {
        for (let n = 0; n < 6; n++) await add(n)
      })().catch(() => {})
      await Promise.all([adding, ended])
    }
    const { child, url, said } = await serve()
    const client = new Client(url)
    client.cookies.set(cookieNameFor(url), token)
    for (const { id, bytes } of kept) {
      const got = await client.call('originalContent', { params: { person, original: id } })
      expect(Buffer.from(got.bytes).equals(bytes)).toBe(true)
    }
    expect(kept.length).toBeGreaterThan(0)
    await until(async () => {
      const { value } = await client.call('originals', { params: { person } })
      return value.originals.length >= kept.length && value.originals.every(({ reading }) => reading.state === 'read')
    })
    expect(said()).not.toContain('Hemoglobin')
    child.kill('SIGKILL')
  })

  it('does not make a new key beside old records when the key is not there', async () => {
    renameSync(join(data, 'master.key'), join(data, 'elsewhere.key'))
    const { url, said, ended } = await serve()
    expect(url).toBe('')
    expect(await ended).toBe(1)
    expect(said()).toContain('[master-key-missing]')
  })
})
