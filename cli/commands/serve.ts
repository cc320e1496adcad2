import { AppError } from '@carefolio/core/record/errors.ts'
import { createApp } from '@carefolio/server/app.ts'
import { serveFolder } from '@carefolio/server/report/serve-folder.ts'
import { configFor } from '../options.ts'
import type { CommandContext } from '../program.ts'

export type ServeFlags = { port: string; host: string; log?: boolean; sync?: boolean }

/** With a folder, the report in it; else the place of this installation. */
export async function runServe(
  folder: string | undefined,
  flags: ServeFlags,
  { terminal, signal, flags: global }: CommandContext,
): Promise<void> {
  const port = Number(flags.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new AppError('usage', { detail: '--port takes a number' })
  const untilStopped = () =>
    signal.aborted ? undefined : new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  if (folder !== undefined) {
    await using server = await serveFolder(folder, port)
    terminal.print(`The report is at ${server.url} – stop with Ctrl-C.`)
    await untilStopped()
    return
  }
  await using app = createApp(configFor(global))
  const log = flags.log ? (line: string) => terminal.error(line) : () => {}
  await using served = await app.serve({ port, host: flags.host, version: '0.1.0', log, sync: flags.sync === true })
  if (served.keyIsNew) {
    terminal.print(`A key was made that protects everything kept here: ${served.keyFile}`)
    terminal.print('Keep a copy of it in another safe place. Without it nobody can open the records, not even you.')
  }
  terminal.print(`Carefolio is at ${served.url} – stop with Ctrl-C.`)
  await untilStopped()
}
