import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { DATABASES, type TestDatabase } from '../db/databases.test-data.ts'
import { knownKeys } from './known-keys.ts'
import { masterKeyOf } from './master-key.ts'
import { originalsIn } from './originals.ts'
import { ensurePersonKey, keysOf } from './person-keys.ts'

describe.each(DATABASES)('keys of people that are known, on $name', ({ skip, create }) => {
  let test: TestDatabase
  let db: Database
  let unwrapped = 0
  const master = masterKeyOf(Buffer.alloc(32, 1))
  const counting = { ...master, unwrap: (key: Uint8Array, owner: string) => master.unwrap(key, owner).finally(() => unwrapped++) }
  const keyring = { current: counting, known: knownKeys() }
  beforeAll(async () => {
    if (skip) return
    test = await create()
    db = await test.open()
    for (const person of ['anna', 'berta']) await ensurePersonKey(db, keyring, person, new Date())
  })
  afterAll(async () => {
    await db?.close()
    await test?.remove()
  })

  it.skipIf(skip)('are unwrapped once, and are those of nobody else', async () => {
    unwrapped = 0
    const [first, again, other] = [await keysOf(db, keyring, 'anna'), await keysOf(db, keyring, 'anna'), await keysOf(db, keyring, 'berta')]
    expect(unwrapped).toBe(2)
    expect(again.values).toEqual(first.values)
    expect(other.values).not.toEqual(first.values)
  })

  it.skipIf(skip)('are forgotten with the person', async () => {
    const none = {} as Parameters<typeof originalsIn>[1]
    await originalsIn(db, none, keyring).removePerson('anna')
    await expect(keysOf(db, keyring, 'anna')).rejects.toMatchObject({ code: 'person-unknown' })
  })

  it.skipIf(skip)('are not known where they could not be opened', async () => {
    await expect(keysOf(db, keyring, 'nobody')).rejects.toMatchObject({ code: 'person-unknown' })
    await ensurePersonKey(db, keyring, 'nobody', new Date())
    expect(await keysOf(db, keyring, 'nobody')).toBeDefined()
  })
})
