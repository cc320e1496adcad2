import { createApp } from '@carefolio/server/app.ts'
import { configFor } from '../options.ts'
import type { CommandContext } from '../program.ts'

export async function runForget({ terminal, flags }: CommandContext): Promise<void> {
  await using app = createApp(configFor(flags))
  terminal.print(`${await app.forget()} kept readings deleted.`)
}
