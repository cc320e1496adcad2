import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type BenchPlace, type Figures, inTurn, median } from './measure.ts'

/** How long the command line takes to be there, and the time and memory of the demo's whole job. */
export async function benchStart({ root }: BenchPlace): Promise<Figures> {
  const main = join(root, 'cli/main.ts')
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], { encoding: 'utf8' })
  const [help = 0, bare = 0] = await inTurn(5, [() => run('--help'), () => spawnSync(process.execPath, ['-e', '0'])])
  const start = performance.now()
  const watched = spawnSync(
    '/usr/bin/env',
    [
      'time',
      '-v',
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      main,
      'abstract',
      join(root, 'corpus/patients/maria/records'),
      '--as-of',
      '2026-10-01',
      '--json',
      '--quiet',
    ],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  const took = performance.now() - start
  const serving = await startsOfPlace(main)
  const peak = /Maximum resident set size \(kbytes\): (\d+)/.exec(watched.stderr)?.[1]
  return {
    'carefolio --help': `${help.toFixed(0)} ms (Node alone ${bare.toFixed(0)} ms)`,
    'carefolio serve until it answers': serving,
    'abstract of the demo patient (14 files, 4 by OCR)': `${(took / 1000).toFixed(1)} s${peak === undefined ? '' : `, peak ${(Number(peak) / 1024).toFixed(0)} MB`}`,
  }
}

/** The first start, which makes database and key, and the median of those after it; with the time of processor until then, on a busy machine the truer figure. */
async function startsOfPlace(main: string): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'carefolio-start-'))
  try {
    const first = await startOfPlace(main, data)
    const later = []
    for (let round = 0; round < 5; round++) later.push(await startOfPlace(main, data))
    const cpu = median(later.map((one) => one.cpu))
    return `${(median(later.map(({ ms }) => ms)) / 1000).toFixed(1)} s${cpu > 0 ? ` (${cpu.toFixed(1)} s of processor in all threads)` : ''}; the first time ${(first.ms / 1000).toFixed(1)} s`
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function startOfPlace(main: string, data: string): Promise<{ ms: number; cpu: number }> {
  const start = performance.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'serve', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    let words = ''
    child.stdout.on('data', (piece) => (words += piece))
    for (;;) {
      const url = /http:\/\/localhost:\d+\//.exec(words)?.[0]
      if (url !== undefined && (await fetch(new URL('health', url)).catch(() => undefined))?.ok) break
      if (child.exitCode !== null) throw new Error('The place did not start.')
      await setTimeout(10)
    }
    return { ms: performance.now() - start, cpu: processorOf(child.pid) }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** Seconds of processor that a process has used, as Linux tells them (proc(5), fields 14 and 15, in hundredths); 0 elsewhere. */
function processorOf(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number)
    return (user + system) / 100
  } catch {
    return 0
  }
}
