import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** The same records and trials for both sides. */
export type Inputs = { records: readonly string[]; trials: string; asOf: string; zip: string }

/** Runs the command line of the revision that lies in `root` over all records; `<name>.abstract.json` and `<name>.match.json` go into `out`. */
export function takeSnapshot(root: string, out: string, { records, trials, asOf, zip }: Inputs): void {
  mkdirSync(out, { recursive: true })
  for (const folder of records) {
    const run = (...args: string[]) => {
      const main = join(root, 'cli/main.ts')
      const done = spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', main, ...args, '--as-of', asOf, '--json', '--quiet'],
        {
          encoding: 'utf8',
          maxBuffer: 1 << 29,
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      if (done.status !== 0) throw new Error(`carefolio ${args[0]} ended with ${done.status} on ${folder}`)
      return done.stdout
    }
    const name = nameOf(folder)
    const abstract = join(out, `${name}.abstract.json`)
    writeFileSync(abstract, run('abstract', folder))
    writeFileSync(join(out, `${name}.match.json`), run('match', abstract, '--trials', trials, '--zip', zip))
  }
}

/** `patients/maria/records` is maria. */
export const nameOf = (folder: string): string => (basename(folder) === 'records' ? basename(dirname(folder)) : basename(folder))
