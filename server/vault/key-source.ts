import { exec } from 'node:child_process'
import { promisify } from 'node:util'
import { AppError } from '@carefolio/core/record/errors.ts'
import { type MasterKey, masterKeyInFile, masterKeyOfText } from './master-key.ts'

/**
 * Where the master key comes from: a file of the host's; a setting; or a command that prints it, as one that has a key service (KMS)
 * decrypt it. All three give 32 bytes as base64.
 */
export type KeySource = { from: 'file'; path: string } | { from: 'environment'; text: string } | { from: 'command'; command: string }

/** Throws `master-key-missing` (no file, or the command failed), `master-key-open` or `master-key-wrong` (not 32 bytes). */
export async function keyFrom(source: KeySource): Promise<MasterKey> {
  switch (source.from) {
    case 'file':
      return masterKeyInFile(source.path)
    case 'environment':
      return masterKeyOfText(source.text)
    case 'command':
      return masterKeyOfText(await printed(source.command))
  }
}

/** What the command prints; neither that nor its complaints are told on, since either may hold the key. */
async function printed(command: string): Promise<string> {
  try {
    const { stdout } = await run(command, { timeout: TIMEOUT_MS, maxBuffer: 65_536, windowsHide: true })
    return stdout
  } catch {
    throw new AppError('master-key-missing', { detail: 'the command in CAREFOLIO_KEY_COMMAND failed or took too long' })
  }
}

const run = promisify(exec)
const TIMEOUT_MS = 30_000
