import { spawnSync } from 'node:child_process'

export type EvalOptions = { shared: string; out: string; misses: boolean; patients: string[]; model: boolean }

/** Runs a scorer of the yardstick, prints its table, and returns the JSON of its last line. */
export function score(script: string, args: readonly string[], misses: boolean, show = true): Record<string, number> {
  const run = spawnSync(process.execPath, [script, ...args, ...(misses ? ['--misses'] : [])], { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (run.status !== 0) throw new Error(run.stderr)
  const lines = run.stdout.trimEnd().split('\n')
  if (show) console.log(lines.slice(0, -1).join('\n'))
  return JSON.parse(lines.at(-1) ?? '{}')
}

/** Runs the command line as a user would; standard output is the result. */
export function carefolio(args: readonly string[]): string {
  const main = new URL('../../cli/main.ts', import.meta.url).pathname
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (run.status !== 0) throw new Error(`carefolio ${args[0]} ended with ${run.status}`)
  return run.stdout
}
