import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '@carefolio/core/record/errors.ts'

/**
 * Encrypts bytes of any length in bounded memory: AES-256-GCM in chunks, each bound to its place and the last one marked, so that chunks
 * cannot be left out, moved or cut off unnoticed (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
 * Layout: `CFS1`, a salt of 32 bytes, then chunks of up to 64 KiB, each followed by its tag of 16 bytes. Each stream has a key of its own,
 * derived by HKDF-SHA-256 from `key` (32 bytes), the salt and `owner`: what is sealed for one owner does not open for another.
 */
export async function* seal(plain: AsyncIterable<Uint8Array>, key: Uint8Array, owner: string): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT)
  const own = streamKey(key, salt, owner)
  yield Buffer.concat([MAGIC, salt])
  let place = 0
  for await (const { bytes, isLast } of inChunks(plain, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', own, nonce(place++, isLast))
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

/** The bytes that `seal` was given, chunk by chunk; every chunk given out has been checked. Throws `damaged-original`. */
export async function* unseal(sealed: AsyncIterable<Uint8Array>, key: Uint8Array, owner: string): AsyncGenerator<Buffer> {
  let own: Buffer | undefined
  let place = 0
  for await (const { bytes, isLast } of inChunks(
    afterHeader(sealed, (salt) => {
      own = streamKey(key, salt, owner)
    }),
    CHUNK + TAG,
  )) {
    if (own === undefined || bytes.length < TAG) throw new AppError('damaged-original')
    const decipher = createDecipheriv('aes-256-gcm', own, nonce(place++, isLast))
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
    yield opened(() => Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG)), decipher.final()]))
  }
}

const MAGIC = Buffer.from('CFS1')
const SALT = 32
const TAG = 16
const CHUNK = 65_536

const streamKey = (key: Uint8Array, salt: Uint8Array, owner: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `carefolio sealed stream ${owner}`, 32))

/** 11 bytes of counter and one that marks the end. */
function nonce(place: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeUIntBE(place, 5, 6)
  bytes[11] = isLast ? 1 : 0
  return bytes
}

function opened(decipher: () => Buffer): Buffer {
  try {
    return decipher()
  } catch (error) {
    throw new AppError('damaged-original', { cause: error })
  }
}

async function* afterHeader(sealed: AsyncIterable<Uint8Array>, onSalt: (salt: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  const size = MAGIC.length + SALT
  let head: Buffer | undefined = Buffer.alloc(0)
  for await (const piece of sealed) {
    if (head === undefined) {
      yield piece
      continue
    }
    head = Buffer.concat([head, piece])
    if (head.length < size) continue
    if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new AppError('damaged-original')
    onSalt(head.subarray(MAGIC.length, size))
    const rest: Buffer = head.subarray(size)
    head = undefined
    if (rest.length > 0) yield rest
  }
  if (head !== undefined) throw new AppError('damaged-original')
}

/** The same bytes cut anew into pieces of `size`, the last one marked; no bytes at all are one empty last piece. */
async function* inChunks(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of source) {
    held.push(piece)
    length += piece.length
    if (length <= size) continue
    const all = Buffer.concat(held)
    let at = 0
    // One piece stays behind, because only the end of the source says whether it is the last.
    for (; all.length - at > size; at += size) yield { bytes: all.subarray(at, at + size), isLast: false }
    held = [all.subarray(at)]
    length = all.length - at
  }
  yield { bytes: Buffer.concat(held), isLast: true }
}
