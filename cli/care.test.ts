import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, until } from '@carefolio/server/http/place.test-data.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const main = join(import.meta.dirname, 'main.ts')
const folder = mkdtempSync(join(tmpdir(), 'carefolio-care-'))
const data = join(folder, 'place')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', ...env },
    cwd: folder,
  })
const doctor = (of = data, env: Record<string, string> = {}, ...more: string[]) => {
  const { status, stdout, stderr } = run(['doctor', '--data', of, '--json', ...more], env)
  const findings: { about: string; is: string; says: string }[] = stdout.startsWith('[') ? JSON.parse(stdout) : []
  return {
    status,
    stdout,
    stderr,
    findings,
    bad: findings
      .filter(({ is }) => is === 'bad')
      .map(({ about }) => about)
      .filter((about) => about !== 'pages'),
  }
}
/** Adds a file to the place while it is served, and waits until it is read. */
async function withServed(work: (client: Client) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'serve', '--data', data, '--port', '0'])
  try {
    let said = ''
    child.stdout.on('data', (words) => (said += words))
    await work(new Client(await until(async () => /http:\/\/localhost:\d+\//.exec(said)?.[0])))
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
}

describe('taking care of a place', { timeout: 300_000 }, () => {
  let original = ''
  beforeAll(async () => {
    await withServed(async (client) => {
      const person = await client.signUp('Canary Care')
      const bytes = Buffer.from('Note 2026-03-04\nCANARY words. Hemoglobin 11.2 g/dL.')
      original = (await client.call('addOriginal', { params: { person }, query: { name: 'CANARY.txt' }, bytes })).value.id
      await until(async () => {
        const { value } = await client.call('originals', { params: { person } })
        return value.originals.every(({ reading }) => reading.state === 'read')
      })
    })
  }, 300_000)

  it('doctor finds everything in order, reads every original, and says nothing of anybody', () => {
    const { findings, bad, stdout } = doctor()
    expect(bad).toEqual([])
    expect(findings.find(({ about }) => about === 'originals')?.says).toBe('All 1 are what was received.')
    expect(findings.find(({ about }) => about === 'what was read')?.says).toBe('It opens for all 1 people.')
    expect(stdout).not.toMatch(/canary|hemoglobin|example\.org/i)
  })
  it('doctor changes nothing where there is nothing yet', () => {
    const nowhere = join(folder, 'nowhere')
    expect(doctor(nowhere).bad).toEqual([])
    expect(existsSync(nowhere)).toBe(false)
  })
  it('doctor names each setting that cannot be used', () => {
    const { status, stderr } = doctor(data, { CAREFOLIO_ORIGIN: 'nonsense', CAREFOLIO_S3_URL: 'https://s3.example.org' })
    expect(status).toBe(1)
    expect(stderr).toContain('CAREFOLIO_ORIGIN')
    expect(stderr).toContain('CAREFOLIO_S3_BUCKET')
  })
  it('backup and restore bring the place back from its file and passphrase, and the doctor finds it in order', () => {
    const file = join(folder, 'place.backup')
    writeFileSync(join(folder, 'passphrase'), 'seven herons over wet slate\n')
    const made = run(['backup', file, '--data', data, '--passphrase-file', 'passphrase'])
    expect(made).toMatchObject({ status: 0, stdout: expect.stringContaining('1 originals') })
    expect(run(['backup', file, '--data', data])).toMatchObject({ status: 1, stderr: expect.stringContaining('[file-there]') })
    const back = join(folder, 'back')
    expect(run(['restore', file, '--data', back])).toMatchObject({ status: 2, stderr: expect.stringContaining('[passphrase-missing]') })
    expect(existsSync(back)).toBe(false)
    expect(run(['restore', file, '--data', back, '--passphrase-file', 'passphrase'])).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(join(back, 'master.key'))).toEqual(readFileSync(join(data, 'master.key')))
    expect(doctor(back).bad).toEqual([])
    expect(run(['restore', file, '--data', back, '--passphrase-file', 'passphrase']).stderr).toContain('[not-empty]')
  })
  it('rotate-key changes the key, and says where the earlier one is', () => {
    const before = readFileSync(join(data, 'master.key'), 'utf8')
    const { status, stdout } = run(['rotate-key', '--data', data])
    expect(status).toBe(0)
    const kept = readdirSync(data).find((name) => name.startsWith('master.key.before-')) ?? ''
    expect(stdout).toContain(kept)
    expect(readFileSync(join(data, kept), 'utf8')).toBe(before)
    expect(readFileSync(join(data, 'master.key'), 'utf8')).not.toBe(before)
    expect(doctor().bad).toEqual([])
  })
  it('doctor finds another key, a flipped bit and a lost file, names them, and ends with a failure', () => {
    const back = join(folder, 'back')
    writeFileSync(join(folder, 'other.key'), `${Buffer.alloc(32, 5).toString('base64')}\n`, { mode: 0o600 })
    expect(doctor(back, { CAREFOLIO_KEY_FILE: join(folder, 'other.key') }).bad).toContain('secrets')
    expect(doctor(back, { CAREFOLIO_KEY_FILE: join(folder, 'no.key') }).bad).toContain('key')
    const kept = join(back, 'originals', 'kept')
    const path = join(kept, readdirSync(kept, { recursive: true, encoding: 'utf8' }).find((name) => /\/o-[0-9a-f]+$/.test(name)) ?? '')
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60)
    writeFileSync(path, bytes)
    const { status, bad, findings } = doctor(back)
    expect({ status, bad }).toEqual({ status: 1, bad: ['originals'] })
    expect(findings.find(({ about }) => about === 'originals')?.says).toContain(original)
    expect(doctor(back, {}, '--quick').bad).toEqual([])
    rmSync(path)
    expect(doctor(back).bad).toEqual(['originals'])
  })
  it('doctor finds a place that is being served, and does not pass what it could not look at', async () => {
    await withServed(async () => {
      const { status, bad, findings } = doctor()
      expect({ status, bad }).toEqual({ status: 1, bad: ['database'] })
      expect(findings.find(({ about }) => about === 'database')?.says).toContain('Another Carefolio')
    })
  })
})
