import './compile-cache.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import { CommanderError } from 'commander'
import { EXIT } from './exit.ts'
import { programOf } from './program.ts'
import { createTerminal } from './terminal.ts'

const GRACE_MS = 600
const stop = new AbortController()
const terminal = createTerminal(process, process.argv.includes('--quiet'))

process.on('SIGINT', stopSoon)
process.on('SIGTERM', stopSoon)
for (const stream of [process.stdout, process.stderr]) stream.on('error', outputFailed)

try {
  await programOf(terminal, stop.signal).parseAsync(process.argv)
} catch (error) {
  terminal.clearProgress()
  process.exitCode = exitCodeOf(error)
}
if (stop.signal.aborted) leave()

/** Says what went wrong and what to do; the code tells scripts the same (see `EXIT`). */
function exitCodeOf(error: unknown): number {
  // What failed while closing after a failure is not what went wrong.
  if (error instanceof SuppressedError) return exitCodeOf(error.suppressed)
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (stop.signal.aborted) return interrupted()
  if (error instanceof AppError) {
    terminal.error(`${error.message} ${error.wayOut} [${error.code}]`)
    return error.status === 400 ? EXIT.usage : EXIT.failed
  }
  terminal.error('Something went wrong that we did not expect. Please report it with the lines below.')
  terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return EXIT.broken
}

function interrupted(): number {
  const { message, wayOut } = new AppError('interrupted')
  terminal.error(`${message} ${wayOut}`)
  return EXIT.interrupted
}

/** Gives the work a moment to end in good order. Files are renamed when whole and the database survives a kill, so that more is not needed. */
function stopSoon(): void {
  if (stop.signal.aborted) return
  stop.abort()
  setTimeout(() => {
    terminal.clearProgress()
    process.exitCode = interrupted()
    leave()
  }, GRACE_MS).unref()
}

/**
 * Ends while something may still be under way (a request, a thread), which has nobody to tell any more. An interrupted command goes without being taken
 * down in order: V8 can crash when it frees the code of a thread that still runs. bin/carefolio.mjs makes EXIT.interrupted of it.
 */
function leave(): void {
  if (process.exitCode === EXIT.interrupted) process.kill(process.pid, 'SIGKILL')
  process.exit()
}

/** A reader that has seen enough (`| head`) is no failure, and the work goes on: a report is still written. */
function outputFailed(cause: NodeJS.ErrnoException): void {
  if (cause.code === 'EPIPE') return
  process.exitCode = exitCodeOf(new AppError('cannot-write', { cause }))
  process.exit()
}
