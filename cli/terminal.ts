import { harmless } from './harmless.ts'

/** Where the program speaks: results to standard output, progress and errors to standard error. */
export type Terminal = {
  /** A line of the result. */
  print(text: string): void
  error(text: string): void
  /** Replaces the current line of progress; silent when the error stream is no terminal or with --quiet. */
  progress(text: string): void
  clearProgress(): void
  /** A lasting line about what happened; silent with --quiet. */
  note(text: string): void
  paint: Paint
  columns: number
}

export type Paint = Record<'bold' | 'soft' | 'good' | 'ask' | 'bad', (text: string) => string>

type Streams = {
  stdout: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  stderr: { write(text: string): unknown; isTTY?: boolean; columns?: number }
  env: Record<string, string | undefined>
}

export function createTerminal({ stdout, stderr, env }: Streams, quiet: boolean): Terminal {
  const live = !quiet && stderr.isTTY === true
  const colours = stdout.isTTY === true && env['NO_COLOR'] === undefined && env['TERM'] !== 'dumb'
  const paint = (code: string) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text)
  let shown = false
  const clearProgress = () => {
    if (shown) stderr.write('\r\u001b[2K')
    shown = false
  }
  return {
    print: (text) => {
      clearProgress()
      stdout.write(`${text}\n`)
    },
    error: (text) => {
      clearProgress()
      stderr.write(`${text}\n`)
    },
    progress: (text) => {
      if (!live) return
      const width = (stderr.columns ?? stdout.columns ?? 80) - 1
      stderr.write(`\r\u001b[2K${harmless(text).slice(0, width)}`)
      shown = true
    },
    clearProgress,
    note: (text) => {
      clearProgress()
      if (!quiet) stderr.write(`${text}\n`)
    },
    paint: { bold: paint('1'), soft: paint('2'), good: paint('32'), ask: paint('33'), bad: paint('31') },
    columns: stdout.columns ?? (Number(env['COLUMNS']) || 100),
  }
}
