import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'bin/carefolio.mjs')
const folder = mkdtempSync(join(tmpdir(), 'carefolio-stop-'))
const trials = join(root, 'corpus/trials')
const maria = join(root, 'corpus/patients/maria/records')
/** Keeping these takes about two seconds, reading their criteria many more. */
const many = join(folder, 'many.jsonl.gz')

beforeAll(() => {
  const criteria =
    'Inclusion Criteria:\n* HER2-positive metastatic breast cancer\n* ANC of 1500/mm3 or more\nExclusion Criteria:\n* Brain metastases'
  const record = (i: number) =>
    JSON.stringify({
      protocolSection: {
        identificationModule: { nctId: `DEMO${i}`, briefTitle: `Invented ${i}` },
        conditionsModule: { conditions: ['Breast Cancer'] },
        statusModule: { overallStatus: 'RECRUITING' },
        eligibilityModule: {
          eligibilityCriteria: `${criteria}\n* Number ${i}\n${Array.from({ length: 30 }, (_, k) => `* Platelets below ${i * 30 + k}`).join('\n')}`,
        },
      },
    })
  writeFileSync(many, gzipSync(Array.from({ length: 6000 }, (_, i) => record(i)).join('\n')))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts a command, sends SIGINT after some milliseconds, and says how it ended and how long that took. */
async function stopped(afterMs: number, data: string, ...args: string[]): Promise<{ code: number | null; tookMs: number; stderr: string }> {
  const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, CAREFOLIO_DATA: join(folder, data) } })
  let stderr = ''
  child.stderr.on('data', (text) => {
    stderr += text
  })
  child.stdout.resume()
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  const asked = performance.now()
  child.kill('SIGINT')
  const code = await ended
  return { code, tookMs: performance.now() - asked, stderr }
}

describe('Ctrl-C', () => {
  it.each([
    ['abstract', 1200, ['abstract', maria]],
    ['report', 1500, ['report', maria, '--trials', trials, '--out', join(folder, 'out')]],
    ['trials import while it keeps records', 1600, ['trials', 'import', many]],
    ['trials import while it reads criteria', 4500, ['trials', 'import', many]],
  ])('ends %s soon, with 130', async (_what, after, args) => {
    const { code, tookMs, stderr } = await stopped(after, 'stopped', ...args)
    expect(code, stderr).toBe(130)
    // A second on a machine that does nothing else; without a stop it would be minutes.
    expect(tookMs).toBeLessThan(10_000)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(existsSync(join(folder, 'out')) ? readdirSync(join(folder, 'out')) : []).toEqual([])
  })

  it('ends a fetch from a registry that does not answer, and the data folder is free and whole afterwards', async () => {
    const registry = createServer(() => {})
    await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve))
    const address = registry.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    const { code, tookMs } = await stopped(2500, 'stopped', 'trials', 'sync', '--registry', url)
    registry.closeAllConnections()
    registry.close()
    expect(code).toBe(130)
    expect(tookMs).toBeLessThan(10_000)
    const status = spawnSync(process.execPath, [bin, 'trials', 'status', '--json'], {
      encoding: 'utf8',
      env: { ...process.env, CAREFOLIO_DATA: join(folder, 'stopped') },
    })
    expect(JSON.parse(status.stdout).trials % 250).toBe(0)
  })
})

describe('output that nobody reads to its end', () => {
  it.each(['1>&-', '| head -c 5 >/dev/null', '2> >(true)'])('ends quietly with %s', (closed) => {
    const { status, stderr } = spawnSync(
      'bash',
      [
        '-c',
        `set -o pipefail; '${process.execPath}' '${bin}' match '${join(maria, '..', 'expected/abstract.json')}' --trials '${trials}' --json ${closed}`,
      ],
      { encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it('says of a disk without room that the result could not be written', () => {
    if (!existsSync('/dev/full')) return
    const { status, stderr } = spawnSync('bash', ['-c', `'${process.execPath}' '${bin}' --help > /dev/full`], { encoding: 'utf8' })
    expect(stderr).toContain('[cannot-write]')
    expect(status).toBe(1)
  })
})

describe('a place to write to', () => {
  it.each([
    ['a system folder', '/proc/carefolio/report'],
    ['a file', join(root, 'package.json')],
    ['below a file', join(root, 'package.json', 'report')],
  ])('that is %s is refused before anything is read', (_what, out) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [bin, 'report', maria, '--trials', trials, '--out', out], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(stderr).toContain('[cannot-write]')
    expect(status).toBe(1)
    expect(stdout).toBe('')
  })

  it('for data that is a system folder is refused', () => {
    const { stderr } = spawnSync(process.execPath, [bin, '--data', '/proc/carefolio', 'trials', 'status'], {
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(stderr).toContain('[cannot-write]')
  })

  it('is used by one import at a time: the other is told so', async () => {
    const data = join(folder, 'shared')
    mkdirSync(data)
    const results = await Promise.all(
      [1, 2].map(
        () =>
          new Promise<{ code: number | null; stderr: string }>((resolve) => {
            const child = spawn(process.execPath, [bin, 'trials', 'import', trials], { env: { ...process.env, CAREFOLIO_DATA: data } })
            let stderr = ''
            child.stderr.on('data', (text) => {
              stderr += text
            })
            child.on('close', (code) => resolve({ code, stderr }))
          }),
      ),
    )
    const refused = results.filter(({ code }) => code !== 0)
    for (const { code, stderr } of refused) {
      expect(code).toBe(1)
      expect(stderr).toContain('[database-locked]')
      expect(stderr).not.toMatch(/^\s+at /m)
    }
    expect(refused.length).toBeLessThan(2)
  })
})
