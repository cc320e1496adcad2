import { readText } from './answers.ts'

export type PassphraseFlags = { passphraseFile?: string }

/** The passphrase of a backup: the first line of the file, else the setting; never a flag, since other users see those. */
export function passphraseOf({ passphraseFile }: PassphraseFlags): string | undefined {
  const text = passphraseFile === undefined ? process.env['CAREFOLIO_BACKUP_PASSPHRASE'] : readText(passphraseFile)
  const [line = ''] = (text ?? '').split(/\r?\n/)
  return line === '' ? undefined : line
}
