import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import * as node from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { type Files, localByteStore } from './byte-store.ts'
import { masterKeyOf } from './master-key.ts'
import { type Originals, originalsIn } from './originals.ts'
import { ensurePersonKey, keysOf, rewrapKeys } from './person-keys.ts'

const NOW = new Date('2026-10-01T09:00:00Z')

describe.each(DATABASES)('the vault on $name', ({ skip, create }) => {
  let test: TestDatabase
  let db: Database
  let folder: string
  let originals: Originals
  const master = masterKeyOf(Buffer.alloc(32, 1))

  beforeAll(async () => {
    if (skip) return
    test = await create()
    db = await test.open()
  })
  afterAll(async () => {
    await db?.close()
    await test?.remove()
  })
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'carefolio-vault-'))
    if (skip) return
    originals = originalsIn(db, localByteStore(folder), { current: master })
    for (const person of ['anna', 'berta']) await ensurePersonKey(db, { current: master }, person, NOW)
  })
  afterEach(async () => {
    if (!skip) for (const person of ['anna', 'berta']) await originals.removePerson(person)
    rmSync(folder, { recursive: true, force: true })
  })
  const keep = (text: string, name = 'letter.txt', person = 'anna', into = originals) => into.keep(person, bytesOf(text), { name, at: NOW })

  const pathOf = async (id: string, person = 'anna') => {
    const row = db.sql.selectFrom('original').select('object').where('person_id', '=', person).where('id', '=', id)
    return join(folder, 'kept', person, (await row.executeTakeFirstOrThrow()).object)
  }

  it.skipIf(skip)('gives back what it was given, of any length', async () => {
    for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072, 400_000]) {
      const text = 'x'.repeat(length)
      const { id, bytes } = await keep(text)
      expect(bytes).toBe(length)
      expect((await textOf(originals.read('anna', id))).length).toBe(length)
    }
  })
  it.skipIf(skip)('keeps the same file twice as one, under its first name', async () => {
    const first = await keep('scan', 'first.txt')
    const second = await keep('scan', 'second.txt')
    expect([first.isNew, second.isNew]).toEqual([true, false])
    expect(second.id).toBe(first.id)
    expect(await originals.list('anna')).toEqual([{ id: first.id, name: 'first.txt', bytes: 4, receivedAt: NOW }])
    expect(await textOf(originals.read('anna', second.id))).toBe('scan')
  })
  it.skipIf(skip)('names the same content of two people differently, so that nobody can be found out by a known file', async () => {
    expect((await keep('leaflet')).id).not.toBe((await keep('leaflet', 'leaflet.txt', 'berta')).id)
  })
  it.skipIf(skip)('leaves no word of content or name on the disk', async () => {
    await keep('CANARY-CONTENT '.repeat(9_000), 'CANARY-NAME.pdf')
    const everything = filesUnder(folder).map((path) => readFileSync(path, 'latin1') + path)
    expect(everything.length).toBe(1)
    expect(everything.join()).not.toMatch(/CANARY/)
    expect(JSON.stringify(await db.sql.selectFrom('original').selectAll().execute())).not.toMatch(/CANARY/)
  })
  it.skipIf(skip)('gives nobody the file of another', async () => {
    const { id } = await keep('secret')
    await expect(textOf(originals.read('berta', id))).rejects.toMatchObject({ code: 'original-unknown' })
  })
  it.skipIf(skip)('does not open what was sealed for another person, even put in its place', async () => {
    const hers = await keep('of anna')
    const other = await keep('of berta', 'b.txt', 'berta')
    await node.copyFile(await pathOf(other.id, 'berta'), await pathOf(hers.id))
    await expect(textOf(originals.read('anna', hers.id))).rejects.toMatchObject({ code: 'damaged-original' })
  })
  it.skipIf(skip)('notices another file of the same person put in its place', async () => {
    const a = await keep('first')
    const b = await keep('second')
    await node.copyFile(await pathOf(b.id), await pathOf(a.id))
    await expect(textOf(originals.read('anna', a.id))).rejects.toMatchObject({ code: 'damaged-original' })
  })
  it.skipIf(skip).each([
    ['a bit that flipped in the header', (bytes: Buffer) => flip(bytes, 2)],
    ['a bit that flipped in the salt', (bytes: Buffer) => flip(bytes, 20)],
    ['a bit that flipped in the middle', (bytes: Buffer) => flip(bytes, 70_000)],
    ['a bit that flipped in the last tag', (bytes: Buffer) => flip(bytes, bytes.length - 1)],
    ['a lost end', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5)],
    ['a lost last chunk', (bytes: Buffer) => bytes.subarray(0, 36 + 65_552)],
    ['a chunk left out', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 36), bytes.subarray(36 + 65_552)])],
    [
      'chunks in another order',
      (bytes: Buffer) =>
        Buffer.concat([
          bytes.subarray(0, 36),
          bytes.subarray(36 + 65_552, 36 + 131_104),
          bytes.subarray(36, 36 + 65_552),
          bytes.subarray(36 + 131_104),
        ]),
    ],
    ['something added', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
    ['nothing left', () => Buffer.alloc(0)],
  ])('is told by the scrub and by reading: %s', async (_, damage) => {
    const whole = await keep('untouched', 'whole.txt')
    const { id } = await keep('y'.repeat(150_000))
    const path = await pathOf(id)
    writeFileSync(path, damage(readFileSync(path)))
    expect(await originals.scrub()).toEqual({ read: 2, damaged: [{ person: 'anna', id }] })
    await expect(textOf(originals.read('anna', id))).rejects.toMatchObject({ code: 'damaged-original' })
    expect(await textOf(originals.read('anna', whole.id))).toBe('untouched')
  })
  it.skipIf(skip)('is told by the scrub: bytes that are gone', async () => {
    const { id } = await keep('gone')
    rmSync(await pathOf(id))
    expect((await originals.scrub()).damaged).toEqual([{ person: 'anna', id }])
  })
  it.skipIf(skip)('is mended by giving the file again', async () => {
    const { id } = await keep('again')
    rmSync(await pathOf(id))
    await keep('again')
    expect(await originals.scrub()).toEqual({ read: 1, damaged: [] })
  })
  it.skipIf(skip)('removes row and bytes, and takes the same file anew', async () => {
    const { id } = await keep('short-lived', 'old.txt')
    await originals.remove('anna', id)
    expect(filesUnder(folder)).toEqual([])
    await expect(originals.remove('anna', id)).rejects.toMatchObject({ code: 'original-unknown' })
    expect(await keep('short-lived', 'new.txt')).toMatchObject({ id, isNew: true, name: 'new.txt' })
  })
  it.skipIf(skip)('keeps what is given again while it is being removed', async () => {
    for (let round = 0; round < 10; round++) {
      const { id } = await keep('contested')
      const [, kept] = await Promise.all([originals.remove('anna', id), keep('contested', `round ${round}`)])
      const there = await originals.list('anna')
      // Either the removal came last, or the file is there whole; never a row without bytes.
      if (there.length > 0) expect(await textOf(originals.read('anna', kept.id))).toBe('contested')
      expect((await originals.scrub()).damaged).toEqual([])
    }
  })
  it.skipIf(skip)('makes everything of a deleted person noise, even bytes that a backup still has', async () => {
    const { id } = await keep('for ever gone')
    const backup = readFileSync(await pathOf(id))
    await originals.removePerson('anna')
    expect(filesUnder(folder)).toEqual([])
    await ensurePersonKey(db, { current: master }, 'anna', NOW)
    const again = await keep('for ever gone')
    expect(again.id).not.toBe(id)
    writeFileSync(await pathOf(again.id), backup)
    await expect(textOf(originals.read('anna', again.id))).rejects.toMatchObject({ code: 'damaged-original' })
  })
  it.skipIf(skip)('finishes removals that a killed process had begun', async () => {
    const { id } = await keep('counts')
    const leaving = await keep('leaving')
    await db.sql.updateTable('original').set({ removed_at: NOW }).where('id', '=', leaving.id).execute()
    expect(await originals.finishRemovals()).toBe(1)
    expect(filesUnder(folder)).toEqual([await pathOf(id)])
    expect((await originals.list('anna')).map((one) => one.id)).toEqual([id])
  })

  it.skipIf(skip).each([
    ['a full disk while writing', { write: 'ENOSPC' }],
    ['a disk that fails while writing', { write: 'EIO' }],
    ['a disk that takes no more bytes', { write: 'nothing' }],
    ['a failing sync', { sync: 'EIO' }],
    ['a failing rename', { rename: 'EIO' }],
  ] as const)('keeps nothing and says so on %s', async (_, fault) => {
    const faulty = originalsIn(db, localByteStore(folder, failing(fault)), { current: master })
    await expect(keep('z'.repeat(200_000), 'a.txt', 'anna', faulty)).rejects.toMatchObject({ code: 'not-kept' })
    expect(await originals.list('anna')).toEqual([])
    expect(filesUnder(folder)).toEqual([])
  })
  it.skipIf(skip)('writes on when the disk takes less than it was given', async () => {
    const slow = originalsIn(db, localByteStore(folder, failing({ write: 'half' })), { current: master })
    const { id } = await keep('w'.repeat(100_000), 'a.txt', 'anna', slow)
    expect(await textOf(originals.read('anna', id))).toBe('w'.repeat(100_000))
  })
  it.skipIf(skip)('keeps nothing when the upload breaks off', async () => {
    const broken = async function* () {
      yield Buffer.from('begin')
      throw new Error('connection lost')
    }
    await expect(originals.keep('anna', broken(), { name: 'a', at: NOW })).rejects.toMatchObject({ code: 'not-kept' })
    expect(filesUnder(folder)).toEqual([])
  })

  it.skipIf(skip)('opens with the new master key after a change of keys, and no longer with the old one', async () => {
    const { id } = await keep('before the change')
    const next = masterKeyOf(Buffer.alloc(32, 2))
    expect(await rewrapKeys(db, { current: next, earlier: [master] })).toBe(2)
    const after = originalsIn(db, localByteStore(folder), { current: next })
    expect(await textOf(after.read('anna', id))).toBe('before the change')
    await expect(textOf(originals.read('anna', id))).rejects.toMatchObject({ code: 'master-key-missing' })
    await rewrapKeys(db, { current: master, earlier: [next] })
  })
  it.skipIf(skip)(
    'can be stopped amid a change of keys: everybody opens with one key or the other, and the next call goes on',
    async () => {
      const { id } = await keep('amid')
      const next = masterKeyOf(Buffer.alloc(32, 3))
      let wrapped = 0
      const stopping = {
        ...next,
        wrap: async (key: Uint8Array, owner: string) => {
          if (wrapped++ > 0) throw new Error('killed')
          return next.wrap(key, owner)
        },
      }
      await expect(rewrapKeys(db, { current: stopping, earlier: [master] })).rejects.toThrow('killed')
      const both = { current: next, earlier: [master] }
      expect(await textOf(originalsIn(db, localByteStore(folder), both).read('anna', id))).toBe('amid')
      expect(await rewrapKeys(db, both)).toBe(1)
      await rewrapKeys(db, { current: master, earlier: [next] })
    },
  )
  it.skipIf(skip)('refuses a wrapped key that was moved to another person', async () => {
    const { wrapped } = await db.sql.selectFrom('person_key').select('wrapped').where('person_id', '=', 'anna').executeTakeFirstOrThrow()
    await db.sql.updateTable('person_key').set({ wrapped }).where('person_id', '=', 'berta').execute()
    await expect(keysOf(db, { current: master }, 'berta')).rejects.toMatchObject({ code: 'master-key-wrong' })
  })
})

const bytesOf = async function* (text: string) {
  for (let at = 0; at < text.length; at += 50_000) yield Buffer.from(text.slice(at, at + 50_000))
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const piece of bytes) text += Buffer.from(piece).toString('utf8')
  return text
}

function flip(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(at) ^ 4, at)
  return changed
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())

type Fault = { write?: 'ENOSPC' | 'EIO' | 'nothing' | 'half'; sync?: 'EIO'; rename?: 'EIO' }
/** The real file system with one fault. */
function failing(fault: Fault): Files {
  const fail = (code: string) => Promise.reject(Object.assign(new Error(code), { code }))
  const open = async (...asked: Parameters<Files['open']>) => {
    const file = await node.open(...asked)
    return new Proxy(file, {
      get(target, key) {
        if (key === 'write' && fault.write !== undefined)
          return (bytes: Uint8Array, at: number, length: number) =>
            fault.write === 'half'
              ? target.write(bytes, at, Math.ceil(length / 2))
              : fault.write === 'nothing'
                ? Promise.resolve({ bytesWritten: 0 })
                : at === 0 && length < 100
                  ? target.write(bytes, at, length)
                  : fail(fault.write ?? '')
        if (key === 'sync' && fault.sync !== undefined) return () => fail(fault.sync ?? '')
        const value = Reflect.get(target, key)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  }
  return { ...node, open, ...(fault.rename === undefined ? {} : { rename: () => fail(fault.rename ?? '') }) } as Files
}
