import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { localByteStore } from './byte-store.ts'
import { masterKeyOf } from './master-key.ts'
import { type Originals, originalsIn } from './originals.ts'
import { ensurePersonKey } from './person-keys.ts'

describe.each(DATABASES)('while the store takes long to give a file its name or to remove one, the vault on $name', ({ skip, create }) => {
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
    folder = mkdtempSync(join(tmpdir(), 'carefolio-slow-'))
    if (skip) return
    originals = originalsIn(db, localByteStore(folder), { current: master })
    for (const person of ['anna', 'berta']) await ensurePersonKey(db, { current: master }, person, new Date())
  })
  afterEach(async () => {
    if (!skip) for (const person of ['anna', 'berta']) await originals.removePerson(person)
    rmSync(folder, { recursive: true, force: true })
  })
  const keep = (text: string, name = 'letter.txt', person = 'anna', into = originals) =>
    into.keep(person, once(text), { name, at: new Date() })

  /** The local store, whose copies and removals wait until the test lets them. */
  const slow = () => {
    const store = localByteStore(folder)
    const waits: (() => void)[] = []
    const turn = () => new Promise<void>((resolve) => waits.push(resolve))
    const begun = async (many: number) => {
      while (waits.length < many) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    const draft = async (bytes: AsyncIterable<Uint8Array>) => {
      const made = await store.draft(bytes)
      return { ...made, keepAs: (name: string) => turn().then(() => made.keepAs(name)) }
    }
    const remove = (name: string) => turn().then(() => store.remove(name))
    const keeping = originalsIn(db, { ...store, draft }, { current: master })
    const removing = originalsIn(db, { ...store, remove }, { current: master })
    return { keeping, removing, begun, go: () => waits.shift()?.() }
  }

  it.skipIf(skip)('lets everybody else go on', async () => {
    const { keeping, begun, go } = slow()
    const coming = keep('slow', 'slow.txt', 'anna', keeping)
    await begun(1)
    const other = await keep('quick', 'quick.txt', 'berta')
    expect(await textOf(originals.read('berta', other.id))).toBe('quick')
    expect(await originals.list('anna')).toEqual([])
    go()
    expect(await textOf(originals.read('anna', (await coming).id))).toBe('slow')
  })
  it.skipIf(skip)('keeps one of two that are the same', async () => {
    const { keeping, begun, go } = slow()
    const coming = ['first.txt', 'second.txt'].map((name) => keep('same', name, 'anna', keeping))
    await begun(2)
    go()
    go()
    const kept = await Promise.all(coming)
    expect(kept.map(({ isNew }) => isNew).toSorted()).toEqual([false, true])
    expect(filesUnder(folder)).toHaveLength(1)
    expect(await textOf(originals.read('anna', kept[0]?.id ?? ''))).toBe('same')
  })
  it.skipIf(skip)('keeps what was given again, though the removal of the first ends only then', async () => {
    const { removing, begun, go } = slow()
    const { id } = await keep('contested')
    const leaving = removing.remove('anna', id)
    await begun(1)
    expect(await keep('contested', 'again.txt')).toMatchObject({ id, isNew: true, name: 'again.txt' })
    go()
    await leaving
    expect(await textOf(originals.read('anna', id))).toBe('contested')
    expect(filesUnder(folder)).toHaveLength(1)
  })
  it.skipIf(skip)('keeps nothing of a person who was deleted meanwhile', async () => {
    const { keeping, begun, go } = slow()
    const coming = keep('too late', 'late.txt', 'anna', keeping)
    await begun(1)
    await originals.removePerson('anna')
    go()
    await expect(coming).rejects.toMatchObject({ code: 'not-kept' })
    expect(filesUnder(folder)).toEqual([])
  })
})

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const piece of bytes) text += Buffer.from(piece).toString('utf8')
  return text
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ name }) => name)
