import { AppError } from '@carefolio/core/record/errors.ts'
import { serveFolder } from '@carefolio/server/report/serve-folder.ts'
import type { CommandContext } from '../program.ts'

export async function runServe(folder: string, { port }: { port: string }, { terminal, signal }: CommandContext): Promise<void> {
  const number = Number(port)
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new AppError('usage', { detail: '--port takes a number' })
  await using server = await serveFolder(folder, number)
  terminal.print(`The report is at ${server.url} – stop with Ctrl-C.`)
  if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
