/**
 * Runs the whole suite with its real parts: a browser, a PostgreSQL server, poppler and tesseract. What is missing is installed
 * on Debian when that is allowed; elsewhere the tests that need it are named as skipped, with how to have it. In CI nothing is skipped.
 * Ends with `N passed, N failed` (and `N skipped` where some were).
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from './postgres-for-tests.ts'

type Part = { name: string; isThere: () => boolean; debian: string; without: string }

const onPath = (command: string) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

const PARTS: readonly Part[] = [
  { name: 'Chromium', isThere: () => onPath('chromium'), debian: 'chromium', without: 'the report is not opened in a browser' },
  {
    name: 'PostgreSQL server',
    isThere: () => existsSync('/usr/lib/postgresql') || onPath('initdb'),
    debian: 'postgresql',
    without: 'the store is tested on the embedded database only',
  },
  {
    name: 'poppler',
    isThere: () => onPath('pdftotext'),
    debian: 'poppler-utils',
    without: 'PDF words are not compared with a second reader',
  },
  { name: 'tesseract', isThere: () => onPath('tesseract'), debian: 'tesseract-ocr', without: 'the native OCR engine is not tried' },
]

const ci = process.env['CI'] === 'true'
const missing = PARTS.filter((part) => !part.isThere())
if (missing.length > 0 && process.getuid?.() === 0 && onPath('apt-get')) {
  const names = missing.map((part) => part.debian)
  console.log(`Installing ${names.join(', ')} …`)
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
for (const part of PARTS.filter((one) => !one.isThere())) {
  const sentence = `${part.name} is not here: ${part.without}. On Debian: apt-get install ${part.debian}`
  if (ci) {
    console.error(sentence)
    console.log('0 passed, 1 failed')
    process.exit(1)
  }
  console.log(sentence)
}

const folder = mkdtempSync(join(tmpdir(), 'carefolio-test-'))
const results = join(folder, 'results.json')
const postgres = await startPostgres()
let failed = 1
try {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const run = spawnSync(
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...(postgres ? { CAREFOLIO_TEST_POSTGRES: postgres.url } : {}) },
    },
  )
  const summary = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined
  const passed = Number(summary?.numPassedTests ?? 0)
  const skipped = Number(summary?.numPendingTests ?? 0) + Number(summary?.numTodoTests ?? 0)
  failed = Number(summary?.numFailedTests ?? 1)
  if (run.status !== 0 && failed === 0) failed = Math.max(1, Number(summary?.numFailedTestSuites ?? 1))
  if (ci && skipped > 0) {
    console.error(`${skipped} tests were skipped, and in CI none may be.`)
    failed += skipped
  }
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
} finally {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed > 0 ? 1 : 0
