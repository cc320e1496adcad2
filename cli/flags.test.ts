import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'bin/carefolio.mjs')
const folder = mkdtempSync(join(tmpdir(), 'carefolio-flags-'))
const trials = join(root, 'corpus/trials')
const maria = join(root, 'corpus/patients/maria/expected/abstract.json')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const env = { ...process.env, CAREFOLIO_DATA: join(folder, 'data'), NO_COLOR: '1' }
const run = (args: readonly string[], more: Record<string, string> = {}) =>
  spawnSync(process.execPath, [bin, ...args], { encoding: 'utf8', env: { ...env, ...more }, cwd: folder, maxBuffer: 1 << 28 })
const match = (...more: string[]) => run(['match', maria, '--trials', trials, '--as-of', '2026-10-01', '--quiet', ...more])
const file = (name: string, content: string) => {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const note = (name: string, born: string, more: string) =>
  `MEDICAL ONCOLOGY\nVisit 09/01/2026\nPatient: ${name}   DOB ${born}   F\n\nHPI\nPostmenopausal woman with left breast cancer, metastatic to ${more}.\n`

describe('match', () => {
  it('gives a table for a trial team with --csv: one row a criterion, every row of the same width', () => {
    const { stdout, status } = match('--csv')
    const [head = '', ...rows] = stdout.trimEnd().split('\n')
    expect(status).toBe(0)
    expect(head.split(',').length).toBeGreaterThan(5)
    expect(rows.length).toBeGreaterThan(100)
  })
  it('names its columns: what is counted are points to confirm', () => {
    const { stdout } = match()
    expect(stdout).toMatch(/No\. +Trial +Distance +To confirm +Title\n +1 +\S+ /)
    expect(stdout).not.toMatch(/\d open\b/)
  })
  it('gives a FHIR search set with --fhir', () => {
    const bundle = JSON.parse(match('--fhir').stdout)
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'searchset' })
    expect(bundle.entry.length).toBeGreaterThan(5)
  })
  it.each([
    ['--csv', '--json'],
    ['--fhir', '--csv'],
  ])('refuses %s with %s', (...both) => {
    const { status, stderr } = match(...both)
    expect(status).toBe(2)
    expect(stderr).toContain('cannot be used with')
  })
  it('takes --answers as facts, and carefolio compare says what they changed', () => {
    const before = file('before.json', match('--json').stdout)
    const answers = file('answers.json', '{ "date": "2026-09-30", "performance": 3 }')
    const after = file('after.json', match('--json', '--answers', answers).stdout)
    const told = JSON.parse(readFileSync(after, 'utf8')).trials.flatMap(({ criteria }: { criteria: { because: string }[] }) => criteria)
    expect(told.some(({ because }: { because: string }) => because.includes('ECOG 3'))).toBe(true)
    const { stdout, status } = run(['compare', before, after])
    expect(status).toBe(0)
    expect(stdout).toMatch(/possible → not-now \(ECOG 3/)
    expect(run(['compare', before, before]).stdout).toMatch(/^0 facts, 0 outcomes, 0 verdicts changed; 0 /)
    expect(JSON.parse(run(['compare', before, after, '--json']).stdout)[0].outcomes.length).toBeGreaterThan(0)
  })
  it.each([
    ['that are no JSON', 'performance: 1', 'bad-answers'],
    ['to what nobody asked', '{ "favourite-colour": "red" }', 'bad-answers'],
  ])('refuses answers %s with a code, before anything else', (_what, text, code) => {
    const { status, stderr } = match('--answers', file('bad.json', text))
    expect(status).toBe(1)
    expect(stderr).toContain(`[${code}]`)
  })
  it('says before it reads anything that there are no trials', () => {
    const { status, stderr } = run(['match', maria], { CAREFOLIO_DATA: join(folder, 'nothing') })
    expect(status).toBe(1)
    expect(stderr).toContain('[no-trials]')
  })
  it('compares only results of its own', () => {
    const { status, stderr } = run(['compare', join(root, 'package.json'), maria])
    expect(status).toBe(1)
    expect(stderr).toContain('[not-comparable]')
  })
})

describe('report', () => {
  it('without trials still says what the records hold, and what to do; with --since it says what changed', () => {
    const records = file('records/note.txt', note('Invented Person', '03/04/1960', 'bone since 5/2025'))
    const empty = run(['report', records, '--as-of', '2026-10-01', '--out', 'out'], { CAREFOLIO_DATA: join(folder, 'nothing') })
    expect(empty.status).toBe(0)
    expect(empty.stderr).toContain('Run carefolio trials sync')
    expect(readFileSync(join(folder, 'out/report.html'), 'utf8')).toContain('note.txt')
    const since = ['--trials', trials, '--as-of', '2026-10-01', '--out', 'out', '--since', join(folder, 'out/match.json')]
    expect(run(['report', records, ...since]).status).toBe(0)
    expect(readFileSync(join(folder, 'out/report.html'), 'utf8')).toContain('changed')
  })
  it('written into the folder of records is not read as a record the next time', () => {
    const records = join(file('again/note.txt', note('Invented Person', '03/04/1960', 'bone since 5/2025')), '..')
    const report = () => run(['report', records, '--trials', trials, '--as-of', '2026-10-01', '--out', join(records, 'carefolio-report')])
    expect(report().status).toBe(0)
    expect(report().stderr).toBe('')
    const { documents } = JSON.parse(run(['abstract', records, '--json', '--quiet']).stdout)
    const read = documents.filter((one: { read: boolean }) => one.read).map((one: { file: string }) => one.file)
    expect(read).toEqual(['note.txt'])
    expect(documents.length).toBeGreaterThan(3)
  })
  it.each([
    ['that is not there', 'nowhere.json', 'not-found'],
    ['that is something else', maria, 'not-a-match'],
  ])('refuses an earlier report %s', (_what, since, code) => {
    const { status, stderr } = run(['report', maria, '--trials', trials, '--since', since])
    expect(status).toBe(1)
    expect(stderr).toContain(`[${code}]`)
  })
})

describe('abstract', () => {
  it('with --cache takes what was read from memory, until carefolio forget', () => {
    const records = file('kept/note.txt', note('Invented Person', '03/04/1960', 'bone'))
    const abstract = () => run(['abstract', records, '--as-of', '2026-10-01', '--json', '--cache']).stdout
    const first = abstract()
    expect(abstract()).toBe(first)
    expect(run(['forget']).stdout).toContain('1 kept readings deleted')
    expect(run(['forget']).stdout).toContain('0 kept readings deleted')
  })

  it('with --model asks the model that was set up, and takes only what its quote says', async () => {
    const statements = [
      {
        page: 1,
        quote: 'ER positive, PR negative',
        specimen: 'left breast biopsy',
        er: { status: 'positive' },
        pr: { status: 'negative' },
      },
      { page: 1, quote: 'HER2 is positive', specimen: 'left breast biopsy', her2: { status: 'positive' } },
    ]
    let asked = 0
    const server = createServer((request, response) => {
      asked++
      request.resume()
      const content = JSON.stringify({ statements })
      response.end(JSON.stringify({ choices: [{ message: { content } }], usage: { prompt_tokens: 1, completion_tokens: 1 } }))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/v1`
    const records = file('model/path.txt', 'SURGICAL PATHOLOGY\nBreast, left, biopsy: invasive carcinoma. ER positive, PR negative.\n')
    const child = spawn(process.execPath, [bin, 'abstract', records, '--json', '--model'], {
      env: { ...env, CAREFOLIO_MODEL_URL: url, CAREFOLIO_MODEL_NAME: 'invented' },
    })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (text) => {
      stdout += text
    })
    child.stderr.on('data', (text) => {
      stderr += text
    })
    const status = await new Promise((done) => child.on('close', done))
    server.close()
    expect(status, stderr).toBe(0)
    expect(asked).toBeGreaterThan(0)
    expect(stderr).toMatch(/Model invented:.*2 statements proposed, 1 accepted; refused: 1 not on the page/)
    expect(JSON.stringify(JSON.parse(stdout).receptors)).not.toContain('"her2":{"status":"positive"')
  })
  it('with --model and none set up says how', () => {
    const { status, stderr } = run(['abstract', file('model/a.txt', note('Invented Person', '03/04/1960', 'bone')), '--model'])
    expect(status).toBe(2)
    expect(stderr).toContain('[model-missing]')
  })
})

describe('records of two people', () => {
  const two = join(folder, 'two')
  file('two/anna.txt', note('Anna Invented', '03/04/1960', 'bone'))
  file('two/bea.txt', note('Beate Elsewhere', '11/12/1975', 'the brain'))

  it('are not merged: without a majority it stops, and names files and the way out, no person', () => {
    const { status, stdout, stderr } = run(['abstract', two, '--json'])
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr.split('\n')[0]).toMatch(/more than one patient.*anna\.txt.*bea\.txt.*--person.*\[two-people\]/)
    expect(stderr).not.toMatch(/Elsewhere|1975/)
  })
  it.each(['anna.txt', 'two/anna.txt'])('are told apart by --person %s, and the other file is said not to be used', (given) => {
    const { status, stdout, stderr } = run(['abstract', two, '--json', '--person', given])
    const abstract = JSON.parse(stdout)
    expect(status).toBe(0)
    expect(stderr.replaceAll('\n', ' ')).toMatch(/^Attention.*bea\.txt.*\[two-people\]/)
    expect(abstract.person.birthDate).toBe('1960-03-04')
    expect(abstract.problems).toEqual([expect.objectContaining({ code: 'two-people', where: 'bea.txt' })])
    expect(abstract.metastases.map(({ site }: { site: string }) => site)).toEqual(['bone'])
    expect(abstract.documents.find(({ file: name }: { file: string }) => name === 'bea.txt').code).toBe('two-people')
  })
})

describe('what must be known with --quiet too', () => {
  it('is which file was not read, why, and the way out; no line is wider than the screen', () => {
    file('quiet/good.txt', note('Invented Person', '03/04/1960', 'bone since 5/2025'))
    file('quiet/broken.pdf', '%PDF-1.7')
    const { status, stderr } = run(['abstract', join(folder, 'quiet'), '--quiet'], { COLUMNS: '40' })
    expect(status).toBe(0)
    expect(stderr.replaceAll('\n', ' ')).toMatch(/^not read broken\.pdf: .+\. .+ \[[a-z-]+\]/)
    for (const line of stderr.split('\n')) expect(line.length).toBeLessThanOrEqual(40)
  })
})

describe('a folder that others have written to', () => {
  it('shows names harmlessly on a narrow screen, and follows no link out of it', () => {
    const records = join(folder, 'odd')
    file('secret.txt', note('Somebody Else', '11/12/1975', 'the brain'))
    file('odd/two\nlines \u001b[31mred\u202etxt.txt', note('Invented Person', '03/04/1960', 'bone since 5/2025'))
    file('odd/broken \u001b[2J.pdf', '%PDF-1.7')
    symlinkSync(join(folder, 'secret.txt'), join(records, 'link.txt'))
    symlinkSync(records, join(records, 'round'))
    const { stdout, stderr, status } = run(['abstract', records, '--as-of', '2026-10-01'], { COLUMNS: '40' })
    expect(status).toBe(0)
    expect(stderr).toMatch(/link\.txt[\s\S]*\[link-\n?outside\]/)
    for (const unfit of ['\u001b', '\u202e']) expect(stdout + stderr).not.toContain(unfit)
    expect(stdout).not.toContain('brain')
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(40)
  })
})
