import { AppError } from '@carefolio/core/record/errors.ts'
import { createApp } from '@carefolio/server/app.ts'
import { backUpPlace } from '@carefolio/server/backup/back-up-place.ts'
import { configFor } from '../options.ts'
import { type PassphraseFlags, passphraseOf } from '../passphrase.ts'
import type { CommandContext } from '../program.ts'

export async function runBackup(file: string, flags: PassphraseFlags, { terminal, signal, flags: global }: CommandContext): Promise<void> {
  const config = configFor(global)
  const passphrase = passphraseOf(flags)
  await using app = createApp(config)
  const { bytes, rows, files, missing, holdsKey } = await backUpPlace(file, config, await app.database(), {
    passphrase,
    signal,
    onProgress: (done) => terminal.progress(`Backed up ${done.files} of ${done.total} originals, ${done.rows} rows`),
  })
  terminal.print(`${files} originals and ${rows} rows are in ${file} (${(bytes / 1e6).toFixed(1)} MB).`)
  if (passphrase === undefined) terminal.print('It opens with the key of this place, which is not in it: keep a copy of the key elsewhere.')
  else if (holdsKey) terminal.print('It opens with the passphrase alone, and holds the key of this place.')
  else terminal.print('It opens with the passphrase; the key of this place is not in it, since it does not lie in a file.')
  if (missing > 0) throw new AppError('backup-incomplete', { detail: `${missing} of ${files + missing}` })
}
