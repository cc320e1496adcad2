import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type BenchPlace, type Figures, inTurn } from './measure.ts'

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
  const peak = /Maximum resident set size \(kbytes\): (\d+)/.exec(watched.stderr)?.[1]
  return {
    'carefolio --help': `${help.toFixed(0)} ms (Node alone ${bare.toFixed(0)} ms)`,
    'abstract of the demo patient (14 files, 4 by OCR)': `${(took / 1000).toFixed(1)} s${peak === undefined ? '' : `, peak ${(Number(peak) / 1024).toFixed(0)} MB`}`,
  }
}
