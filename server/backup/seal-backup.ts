import { argon2, createHash, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { AppError } from '@carefolio/core/record/errors.ts'
import { z } from 'zod'
import { type MasterKey, masterKeyOf } from '../vault/master-key.ts'
import { seal, unseal } from '../vault/sealed-stream.ts'

/** What a backup is sealed by: the key of the place, or a passphrase. */
export type BackupLock = { key: MasterKey } | { passphrase: string }

/** The first line of the file, in the open: how its own key is wrapped. It is bound to what follows. */
const Head = z.object({
  carefolio: z.literal('backup'),
  version: z.number(),
  made: z.string(),
  lock: z.discriminatedUnion('by', [
    z.object({ by: z.literal('master-key'), id: z.string() }),
    z.object({
      by: z.literal('passphrase'),
      salt: z.string(),
      // Whoever made the file must not choose how much memory opening it takes.
      memoryKiB: z.int().min(8).max(1_048_576),
      passes: z.int().min(1).max(20),
    }),
  ]),
  wrapped: z.string(),
})
export type BackupHead = z.infer<typeof Head>

/** A line that says how it is sealed, then the sealed bytes. */
export async function* sealedBackup(plain: AsyncIterable<Uint8Array>, lock: BackupLock, made: Date): AsyncGenerator<Buffer> {
  const own = randomBytes(32)
  const salt = randomBytes(16)
  const key = 'key' in lock ? lock.key : await keyOfPassphrase(lock.passphrase, { salt, memoryKiB: MEMORY_KIB, passes: PASSES })
  const head: BackupHead = {
    carefolio: 'backup',
    version: VERSION,
    made: made.toISOString(),
    lock:
      'key' in lock
        ? { by: 'master-key', id: key.id }
        : { by: 'passphrase', salt: salt.toString('base64'), memoryKiB: MEMORY_KIB, passes: PASSES },
    wrapped: Buffer.from(await key.wrap(own, OWNER)).toString('base64'),
  }
  const line = Buffer.from(`${JSON.stringify(head)}\n`)
  yield line
  yield* seal(plain, own, ownerOf(line))
}

/**
 * What was sealed; `lockOf` gives the key or passphrase that the head asks for. Throws `backup-damaged`, `backup-newer`, `passphrase-wrong`,
 * `backup-key-missing` (another key than the one asked for) or `master-key-wrong`.
 */
export async function* openedBackup(
  bytes: AsyncIterable<Uint8Array>,
  lockOf: (head: BackupHead) => Promise<BackupLock>,
): AsyncGenerator<Buffer> {
  const rest = bytes[Symbol.asyncIterator]()
  let start = Buffer.alloc(0)
  while (!start.includes('\n')) {
    const next = await rest.next()
    if (next.done || start.length > LONGEST_HEAD) throw new AppError('backup-damaged')
    start = Buffer.concat([start, next.value])
  }
  const line = start.subarray(0, start.indexOf('\n') + 1)
  const head = headOf(line)
  const own = await keyOf(head, await lockOf(head))
  const sealed = (async function* () {
    yield start.subarray(line.length)
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  })()
  try {
    yield* unseal(sealed, own, ownerOf(line))
  } catch (cause) {
    throw cause instanceof AppError && cause.code === 'damaged-original' ? new AppError('backup-damaged', { cause }) : cause
  }
}

async function keyOf({ lock: asked, wrapped }: BackupHead, given: BackupLock): Promise<Uint8Array> {
  const bytes = Buffer.from(wrapped, 'base64')
  if (asked.by === 'master-key') {
    if (!('key' in given) || given.key.id !== asked.id) throw new AppError('backup-key-missing', { detail: `key ${asked.id}` })
    return given.key.unwrap(bytes, OWNER)
  }
  if (!('passphrase' in given)) throw new AppError('passphrase-missing')
  const key = await keyOfPassphrase(given.passphrase, { ...asked, salt: Buffer.from(asked.salt, 'base64') })
  return key.unwrap(bytes, OWNER).catch((cause: unknown) => {
    throw new AppError('passphrase-wrong', { cause })
  })
}

function headOf(line: Buffer): BackupHead {
  let json: unknown
  try {
    json = JSON.parse(line.toString('utf8'))
  } catch (cause) {
    throw new AppError('backup-damaged', { cause })
  }
  const parsed = Head.safeParse(json)
  if (!parsed.success) throw new AppError('backup-damaged', { cause: parsed.error })
  if (parsed.data.version > VERSION) throw new AppError('backup-newer')
  return parsed.data
}

/** argon2id (RFC 9106) with more memory than for signing in: this is done once in a while, and an attacker has the file for ever. */
async function keyOfPassphrase(
  passphrase: string,
  { salt, memoryKiB, passes }: { salt: Buffer; memoryKiB: number; passes: number },
): Promise<MasterKey> {
  const message = Buffer.from(passphrase.normalize('NFKC'))
  return masterKeyOf(await derive('argon2id', { message, nonce: salt, parallelism: 1, tagLength: 32, memory: memoryKiB, passes }))
}

const derive = promisify(argon2)
const VERSION = 1
const OWNER = 'carefolio backup'
const MEMORY_KIB = 262_144
const PASSES = 3
const LONGEST_HEAD = 10_000
const ownerOf = (line: Buffer): string => `backup ${createHash('sha256').update(line).digest('hex')}`
