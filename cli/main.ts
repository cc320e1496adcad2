import { AppError } from '@carefolio/core/record/errors.ts'
import { CommanderError } from 'commander'
import { EXIT } from './exit.ts'
import { programOf } from './program.ts'
import { createTerminal } from './terminal.ts'

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
process.once('SIGTERM', () => stop.abort())

const terminal = createTerminal(process, process.argv.includes('--quiet'))
try {
  await programOf(terminal, stop.signal).parseAsync(process.argv)
} catch (error) {
  terminal.clearProgress()
  process.exitCode = exitCodeOf(error)
}

/** Says what went wrong and what to do; the code tells scripts the same (see `EXIT`). */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
  if (stop.signal.aborted) {
    const { message, wayOut } = new AppError('interrupted')
    terminal.error(`${message} ${wayOut}`)
    return EXIT.interrupted
  }
  if (error instanceof AppError) {
    terminal.error(`${error.message} ${error.wayOut} [${error.code}]`)
    return error.status === 400 ? EXIT.usage : EXIT.failed
  }
  terminal.error('Something went wrong that we did not expect. Please report it with the lines below.')
  terminal.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return EXIT.broken
}
