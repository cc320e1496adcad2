import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { syncFolder } from './sync-folder.ts'

/** What wraps the data keys of the people on this host. A key service (KMS) fits it as well as a file. */
export type MasterKey = {
  /** Which key it is, without saying anything of it. */
  id: string
  /** `owner` is bound to what is wrapped: it does not open for another. */
  wrap(key: Uint8Array, owner: string): Promise<Uint8Array>
  /** Throws `master-key-wrong`. */
  unwrap(wrapped: Uint8Array, owner: string): Promise<Uint8Array>
}

/** A master key of 32 bytes that this process holds itself. */
export function masterKeyOf(secret: Uint8Array): MasterKey {
  if (secret.length !== 32) throw new AppError('master-key-wrong')
  return {
    id: createHash('sha256').update('carefolio master key id').update(secret).digest('hex').slice(0, 16),
    async wrap(key, owner) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(owner))
      return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
    },
    async unwrap(wrapped, owner) {
      try {
        const decipher = createDecipheriv('aes-256-gcm', secret, wrapped.subarray(0, 12)).setAAD(Buffer.from(owner))
        decipher.setAuthTag(wrapped.subarray(wrapped.length - 16))
        return Buffer.concat([decipher.update(wrapped.subarray(12, wrapped.length - 16)), decipher.final()])
      } catch (error) {
        throw new AppError('master-key-wrong', { cause: error })
      }
    },
  }
}

/** From 32 bytes written as base64, as `openssl rand -base64 32` prints them. Throws `master-key-wrong`. */
export function masterKeyOfText(text: string): MasterKey {
  // Buffer.from passes over what is not base64; a key mistyped must not become another key.
  if (!/^[A-Za-z0-9+/]{43}=?$/.test(text.trim())) throw new AppError('master-key-wrong')
  return masterKeyOf(Buffer.from(text.trim(), 'base64'))
}

/**
 * The master key in a file that only its owner may read. Throws `master-key-missing`, `master-key-open` (others may read it)
 * or `master-key-wrong`.
 */
export async function masterKeyInFile(path: string): Promise<MasterKey> {
  const [mode, text] = await Promise.all([stat(path).then((one) => one.mode), readFile(path, 'utf8')]).catch((error: unknown) => {
    throw new AppError('master-key-missing', { cause: error })
  })
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new AppError('master-key-open')
  return masterKeyOfText(text)
}

/** Makes a new master key in a file that was not there, on disk before it returns. Throws `cannot-write`. */
export const makeMasterKey = (path: string): Promise<MasterKey> => keepMasterKey(path, randomBytes(32).toString('base64'))

/** Puts the text of a master key into a file that was not there, on disk before it returns. Throws `cannot-write`. */
export async function keepMasterKey(path: string, text: string): Promise<MasterKey> {
  const draft = `${path}.${process.pid}.draft`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(`${text.trim()}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await link(draft, path)
    await syncFolder(dirname(path))
  } catch (error) {
    throw new AppError('cannot-write', { cause: error })
  } finally {
    await rm(draft, { force: true })
  }
  return masterKeyInFile(path)
}
