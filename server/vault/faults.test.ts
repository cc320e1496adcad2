import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import * as node from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { type ByteStore, type Files, localByteStore } from './byte-store.ts'
import { masterKeyOf } from './master-key.ts'
import { originalsIn } from './originals.ts'
import { ensurePersonKey } from './person-keys.ts'
import { type LocalS3, localS3 } from './s3/local-s3.test-data.ts'
import { s3ByteStore } from './s3/store.ts'
import { tidyStore } from './tidy-store.ts'

const KEY = { current: masterKeyOf(Buffer.alloc(32, 4)) }
const CODES = ['ENOSPC', 'EIO', 'EMFILE', 'EROFS']
const FAST = { tries: 3, restMs: 1, silenceMs: 100 }

describe.each(DATABASES)('a vault whose disk or store fails now and then, on $name', { timeout: 120_000 }, ({ skip, create }) => {
  let test: TestDatabase
  let db: Database
  const folder = mkdtempSync(join(tmpdir(), 'carefolio-faults-'))
  beforeAll(async () => {
    if (skip) return
    test = await create()
    db = await test.open()
  })
  afterAll(async () => {
    await db?.close()
    await test?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Keeps, removes and reads at random; what was acknowledged must be so when all is well again. How many were acknowledged, and refused. */
  async function tortured(person: string, failing: ByteStore, sound: ByteStore): Promise<{ kept: number; refused: number }> {
    await ensurePersonKey(db, KEY, person, new Date())
    const [vault, after] = [originalsIn(db, failing, KEY), originalsIn(db, sound, KEY)]
    const promised = new Map<string, Buffer>()
    const gone = new Set<string>()
    let refused = 0
    for (let round = 0; round < 80; round++) {
      const victim = [...promised.keys()][round % 7]
      try {
        if (victim !== undefined && round % 4 === 3) {
          const content = promised.get(victim)
          promised.delete(victim)
          await vault.remove(person, victim)
          gone.add(victim)
          expect(content).toBeDefined()
        } else {
          const bytes = Buffer.alloc(1 + ((round * 37_987) % 300_000), round + 1)
          const { id } = await vault.keep(person, inPieces(bytes), { name: `file ${round}`, at: new Date() })
          promised.set(id, bytes)
          gone.delete(id)
        }
      } catch (error) {
        if (!(error instanceof AppError)) expect(error).toHaveProperty('code')
        refused++
      }
    }
    for (const [id, bytes] of promised) expect(Buffer.compare(await wholeOf(after.read(person, id)), bytes)).toBe(0)
    const soon = new Date(Date.now() + 60_000)
    await after.finishRemovals()
    await tidyStore({ store: sound, owners: [after], drafts: soon, rowless: soon })
    const listed = new Set((await after.list(person)).map(({ id }) => id))
    for (const id of gone) expect(listed.has(id)).toBe(false)
    expect((await after.scrub()).damaged.filter((one) => one.person === person)).toEqual([])
    return { kept: promised.size, refused }
  }

  it.skipIf(skip)('keeps every promise on a disk where any call may fail or take less than it was given', async () => {
    const { kept, refused } = await tortured('anna', localByteStore(folder, unsureFiles(0.04)), localByteStore(folder))
    expect(kept).toBeGreaterThan(5)
    expect(refused).toBeGreaterThan(5)
  })
  it.skipIf(skip)('keeps every promise on an S3 that errs, cuts off, drops, and loses answers', async () => {
    await using s3 = await localS3()
    unsureService(s3, 0.25)
    const { kept, refused } = await tortured('berta', s3ByteStore(s3.config, FAST), {
      ...s3ByteStore(s3.config),
      // All is well again once it is looked at.
      read: (name) => {
        s3.fault = () => undefined
        return s3ByteStore(s3.config).read(name)
      },
    })
    expect(kept).toBeGreaterThan(5)
    expect(refused).toBeGreaterThan(0)
  })
  it.skipIf(skip)('finds a bit that flipped anywhere in a file', async () => {
    const whole = mkdtempSync(join(folder, 'bits-'))
    const vault = originalsIn(db, localByteStore(whole), KEY)
    await ensurePersonKey(db, KEY, 'clara', new Date())
    const { id } = await vault.keep('clara', inPieces(Buffer.alloc(70_000, 3)), { name: 'scan', at: new Date() })
    const { object } = await db.sql.selectFrom('original').select('object').where('id', '=', id).executeTakeFirstOrThrow()
    const path = join(whole, 'kept', 'clara', object)
    const sealed = readFileSync(path)
    for (let at = 0; at < sealed.length; at += 1999) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at)
      writeFileSync(path, changed)
      await expect(wholeOf(vault.read('clara', id))).rejects.toMatchObject({ code: 'damaged-original' })
    }
    writeFileSync(path, sealed)
    expect((await wholeOf(vault.read('clara', id))).length).toBe(70_000)
    await vault.removePerson('clara')
  })
})

/** The real file system, where each call may fail with the given chance, and writes may be short. */
function unsureFiles(chance: number): Files {
  const fails = () => Math.random() < chance
  const failure = () => {
    const code = CODES[Math.floor(Math.random() * CODES.length)] ?? 'EIO'
    return Promise.reject(Object.assign(new Error(code), { code }))
  }
  const unsure =
    <A extends unknown[], R>(call: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> =>
      fails() ? (failure() as Promise<R>) : call(...given)
  const open = async (...asked: Parameters<Files['open']>) => {
    if (fails()) return failure()
    const file = await node.open(...asked)
    return new Proxy(file, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        const bound = value.bind(target) as (...given: unknown[]) => Promise<unknown>
        if (key === 'write')
          return (bytes: Uint8Array, at: number, length: number) =>
            fails() ? failure() : target.write(bytes, at, fails() ? Math.ceil(length / 3) : length)
        return key === 'sync' ? unsure(bound) : bound
      },
    })
  }
  return { ...node, open, mkdir: unsure(node.mkdir), rename: unsure(node.rename) } as unknown as Files
}

function unsureService(s3: LocalS3, chance: number): void {
  const faults = [{ error: 500 }, { error: 503 }, 'late error', 'drop', 'lost', 'cut'] as const
  s3.fault = ({ method }) => {
    if (Math.random() > chance) return undefined
    const fault = faults[Math.floor(Math.random() * faults.length)]
    // What breaks off or errs inside is an answer with a body.
    return (fault === 'cut' && method !== 'GET') || (fault === 'late error' && method === 'DELETE') ? 'drop' : fault
  }
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 60_000) yield bytes.subarray(at, at + 60_000)
}

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}
