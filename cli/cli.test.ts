import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'carefolio-cli-'))
const records = join(folder, 'records')
const env = { ...process.env, CAREFOLIO_DATA: join(folder, 'data'), NO_COLOR: '1' }

/** The program as it is installed: through bin/carefolio.mjs. */
const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'bin/carefolio.mjs'), ...args], { encoding: 'utf8', env, cwd: folder })
const trials = join(root, 'corpus/trials')

beforeAll(() => {
  mkdirSync(records)
  writeFileSync(
    join(records, 'note.txt'),
    'MEDICAL ONCOLOGY\nVisit 09/01/2026\nPatient: Invented Person   DOB 03/04/1960   66 y.o. F\n\nHPI\nPostmenopausal woman with left breast cancer, metastatic to bone since 5/2025.\nECOG 1.\nLetrozole and palbociclib started 6/2/2025.\n',
  )
  writeFileSync(join(records, 'broken.pdf'), '%PDF-1.7 cut off')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the command line', () => {
  it('teaches by example', () => {
    const { stdout, status } = run('--help')
    expect(status).toBe(0)
    expect(stdout).toContain('carefolio report ./my-records --zip 60614')
  })

  it('prints only JSON to standard output, and says of the file it could not read why and what to do', () => {
    const { stdout, stderr, status } = run('abstract', records, '--as-of', '2026-10-01', '--json')
    const abstract = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(abstract.person.birthDate).toBe('1960-03-04')
    expect(abstract.documents).toContainEqual(expect.objectContaining({ file: 'broken.pdf', read: false, code: 'damaged-pdf' }))
    expect(stderr).toContain('broken.pdf')
    expect(stderr).toContain('[damaged-pdf]')
  })

  it('is silent about progress with --quiet, and when the error stream is no terminal', () => {
    expect(run('abstract', join(records, 'note.txt'), '--as-of', '2026-10-01', '--json').stderr).toBe('')
    const told = run('abstract', records, '--as-of', '2026-10-01', '--json', '--quiet').stderr
    // What could not be read is no progress: it is said in any case, and nothing else is.
    expect(told.replace(/\s+/g, ' ').trim()).toMatch(/^not read broken\.pdf: [^[]*\[damaged-pdf\]$/)
  })

  it('gives an mCODE bundle', () => {
    const bundle = JSON.parse(run('abstract', records, '--as-of', '2026-10-01', '--fhir', '--quiet').stdout)
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'collection' })
  })

  it('judges every trial of a folder: each is listed or counted with the reason', () => {
    const { stdout, status } = run('match', records, '--trials', trials, '--as-of', '2026-10-01', '--zip', '60614', '--json', '--quiet')
    const result = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(result.considered).toBe(readdirSync(trials).length)
    expect(result.trials.length + result.funnel.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
      result.considered,
    )
  })

  it('gives the same from an abstract as from the records it was made from', () => {
    const abstract = join(folder, 'me.json')
    writeFileSync(abstract, run('abstract', records, '--as-of', '2026-10-01', '--json', '--quiet').stdout)
    const outcomes = (path: string) =>
      JSON.parse(run('match', path, '--trials', trials, '--as-of', '2026-10-01', '--json', '--quiet').stdout).trials.map(
        ({ nct, outcome }: { nct: string; outcome: string }) => `${nct} ${outcome}`,
      )
    expect(outcomes(abstract)).toEqual(outcomes(records))
  })

  it('writes a report of a page and a PDF, and says where they lie', () => {
    const out = join(folder, 'report')
    const { stdout, status } = run('report', records, '--trials', trials, '--as-of', '2026-10-01', '--zip', '60614', '--out', out)
    expect(status).toBe(0)
    expect(stdout).toContain(join('report', 'report.html'))
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('Clinical trials for you')
    expect(readFileSync(join(out, 'report.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('keeps imported trials and says how many there are', () => {
    expect(run('trials', 'import', trials).stdout).toContain('0 could not be read')
    expect(JSON.parse(run('trials', 'status', '--json').stdout).trials).toBe(readdirSync(trials).length)
    expect(JSON.parse(run('match', records, '--as-of', '2026-10-01', '--json', '--quiet').stdout).considered).toBe(
      readdirSync(trials).length,
    )
  })

  it.each([
    ['a folder that is not there', ['abstract', 'nowhere'], 1, 'not-found'],
    ['a folder with nothing in it', ['abstract', 'empty'], 1, 'empty-folder'],
    ['a folder where nothing can be read', ['abstract', 'unreadable'], 1, 'nothing-read'],
    ['a day that is none', ['abstract', 'records', '--as-of', '2026-02-30'], 2, 'bad-date'],
    ['a ZIP code that is none', ['match', 'records', '--zip', '00000'], 2, 'unknown-zip'],
    ['coordinates that are none', ['match', 'records', '--near', 'here'], 2, 'usage'],
    ['trials that are not there', ['match', 'records', '--trials', 'nowhere'], 1, 'not-found'],
    ['a report that is not there', ['serve', 'empty'], 1, 'not-found'],
  ])('ends with a code and a way out for %s', (_, args, code, error) => {
    mkdirSync(join(folder, 'empty'), { recursive: true })
    mkdirSync(join(folder, 'unreadable'), { recursive: true })
    writeFileSync(join(folder, 'unreadable', 'a.pdf'), '')
    const { stderr, stdout, status } = run(...args)
    expect(stderr).toContain(`[${error}]`)
    expect(status).toBe(code)
    expect(stdout).toBe('')
  })

  it('ends with 2 and a hint for a command it does not know', () => {
    const { stderr, status } = run('frobnicate')
    expect(status).toBe(2)
    expect(stderr).toContain('--help')
  })

  it('leaves nothing half-written when it is stopped', async () => {
    const out = join(folder, 'stopped')
    const child = spawn(
      process.execPath,
      [join(root, 'bin/carefolio.mjs'), 'report', join(root, 'corpus/patients/maria/records'), '--trials', trials, '--out', out],
      { env, stdio: 'ignore' },
    )
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
    await new Promise((resolve) => setTimeout(resolve, 900))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([])
  })
})

describe('the README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const scripts: Record<string, string> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts

  it('names only commands that exist', () => {
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name)
    expect(named).toContain('demo')
    for (const name of named) expect(Object.keys(scripts)).toContain(name)
    const commands = [...readme.matchAll(/npx carefolio (\w+)/g)].map(([, name]) => name)
    const help = run('--help').stdout
    for (const command of commands) expect(help).toContain(`  ${command} `)
  })

  it('links only to files that exist', () => {
    for (const [, target = ''] of readme.matchAll(/\]\(([^)#]+)\)/g))
      if (!target.startsWith('http')) expect(existsSync(join(root, target)), target).toBe(true)
  })

  it('gives CI the line that sets everything up and passes all tests', () => {
    const line = /```sh\n(npm ci && npm run check)\n```/.exec(readme)?.[1]
    expect(line).toBeDefined()
    expect(readFileSync(join(root, '.ci/run'), 'utf8').trimEnd().split('\n').at(-1)).toBe(line)
  })
})
