import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'

/**
 * A short text (a file name, a fact's value) encrypted for a column of the database: AES-256-GCM with a random nonce, as base64url of
 * nonce (12), text and tag (16). `place` says where it belongs, as `original.name p-1 o-7`: it does not open anywhere else.
 */
export function sealText(text: string, key: Uint8Array, place: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** Throws `damaged-original`. */
export function unsealText(sealed: string, key: Uint8Array, place: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) throw new AppError('damaged-original')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(place))
    decipher.setAuthTag(bytes.subarray(bytes.length - 16))
    return Buffer.concat([decipher.update(bytes.subarray(12, bytes.length - 16)), decipher.final()]).toString('utf8')
  } catch (error) {
    throw new AppError('damaged-original', { cause: error })
  }
}
