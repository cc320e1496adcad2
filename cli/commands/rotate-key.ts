import { createApp } from '@carefolio/server/app.ts'
import { holdDatabase } from '@carefolio/server/db/hold.ts'
import { rotateKey } from '@carefolio/server/vault/rotate-key.ts'
import { configFor } from '../options.ts'
import type { CommandContext } from '../program.ts'

export async function runRotateKey({ terminal, signal, flags }: CommandContext): Promise<void> {
  const config = configFor(flags)
  await using app = createApp(config)
  const database = await app.database()
  await using _hold = await holdDatabase(config, 'alone')
  const { people, now, before } = await rotateKey(database, config.place, signal)
  terminal.print(`${people} secrets are wrapped by the new key ${now}.`)
  if (before === undefined) terminal.print('From now on give it as the key: move CAREFOLIO_NEXT_KEY… to CAREFOLIO_KEY….')
  else {
    terminal.print(`The new key has taken its place. Keep a copy of it in another safe place.`)
    terminal.print(
      `The earlier key is now ${before}. Backups made before today need it: move it to where you keep those, and delete it here.`,
    )
  }
}
