import { AppError } from '@carefolio/core/record/errors.ts'
import { restore } from '@carefolio/server/backup/restore.ts'
import { keyFrom } from '@carefolio/server/vault/key-source.ts'
import { readText } from '../answers.ts'
import { configFor } from '../options.ts'
import { type PassphraseFlags, passphraseOf } from '../passphrase.ts'
import type { CommandContext } from '../program.ts'

export async function runRestore(
  file: string,
  flags: PassphraseFlags & { key?: string },
  { terminal, signal, flags: global }: CommandContext,
): Promise<void> {
  const config = configFor(global)
  const { rows, files, damaged, keyPut } = await restore(file, config, {
    passphrase: passphraseOf(flags),
    keyText: flags.key === undefined ? undefined : readText(flags.key).trim(),
    keyOfSettings: () => keyFrom(config.place.key),
    signal,
    onProgress: ({ step, ...done }) =>
      terminal.progress(step === 'checking' ? 'Reading every original …' : `Restored ${done.files} originals, ${done.rows} rows`),
  })
  terminal.print(`${files} originals and ${rows} rows are back in ${config.data}; every original was read.`)
  if (keyPut !== undefined) terminal.print(`The key lies in ${keyPut}.`)
  if (damaged > 0) throw new AppError('damaged-original', { detail: `${damaged} originals` })
}
