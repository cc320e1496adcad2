import { AppError } from '@carefolio/core/record/errors.ts'
import { serveFolder } from '@carefolio/server/report/serve-folder.ts'
import { Command } from 'commander'
import type { Terminal } from '../terminal.ts'

export function serveCommand(terminal: Terminal, signal: AbortSignal): Command {
  return new Command('serve')
    .description('read a report in the browser, on this computer only')
    .argument('[folder]', 'folder of the report', 'carefolio-report')
    .option('--port <number>', 'port', '4780')
    .action(async (folder: string, { port }: { port: string }) => {
      const number = Number(port)
      if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new AppError('usage', { detail: '--port takes a number' })
      await using server = await serveFolder(folder, number)
      terminal.print(`The report is at ${server.url} – stop with Ctrl-C.`)
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
    })
}
