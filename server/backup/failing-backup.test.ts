import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@carefolio/core/record/errors.ts'
import { describe, expect, it } from 'vitest'
import type { Database } from '../db/database.ts'
import { DATABASES } from '../db/databases.test-data.ts'
import type { ByteStore } from '../vault/byte-store.ts'
import { masterKeyOf } from '../vault/master-key.ts'
import { openStore } from '../vault/open-store.ts'
import { originalsIn } from '../vault/originals.ts'
import { ensurePersonKey } from '../vault/person-keys.ts'
import { backUp } from './backup.ts'

describe.each(DATABASES)('a backup that fails, on $name', ({ skip, create }) => {
  it.skipIf(skip)('tells what went wrong, also where the database went with it', async () => {
    const test = await create()
    const folder = mkdtempSync(join(tmpdir(), 'carefolio-backup-'))
    const database = await test.open()
    const key = { current: masterKeyOf(Buffer.alloc(32, 9)) }
    await ensurePersonKey(database, key, 'anna', new Date())
    const store = openStore({ data: join(folder, 'broken-store'), s3: undefined })
    const once = async function* () {
      yield Buffer.from('words')
    }
    await originalsIn(database, store, key).keep('anna', once(), { name: 'a.txt', at: new Date() })
    const broken: ByteStore = {
      ...store,
      // biome-ignore lint/correctness/useYield: nothing comes.
      async *read() {
        throw new AppError('store-unavailable')
      },
    }
    const needs = { store: broken, keyring: key, lock: { key: key.current }, now: () => new Date() }
    await expect(backUp(join(folder, 'gone.backup'), { ...needs, database: withoutRollback(database) })).rejects.toMatchObject({
      code: 'store-unavailable',
    })
    await database.close()
    await test.remove()
    rmSync(folder, { recursive: true, force: true })
  })
})

/** A database whose transactions cannot be rolled back, as when the connection is gone. */
function withoutRollback({ kind, sql: db }: Database): Pick<Database, 'kind' | 'sql'> {
  const moment = async () => {
    const begun = await db.startTransaction().execute()
    const rollback = () => ({
      execute: async () => {
        await begun.rollback().execute()
        throw new Error('the connection is gone')
      },
    })
    return new Proxy(begun, { get: (of, key) => (key === 'rollback' ? rollback : bound(of, key)) })
  }
  const startTransaction = () => ({ execute: moment })
  return { kind, sql: new Proxy(db, { get: (of, key) => (key === 'startTransaction' ? startTransaction : bound(of, key)) }) }
}
const bound = (of: object, key: string | symbol): unknown => {
  const value: unknown = Reflect.get(of, key)
  return typeof value === 'function' && Object.keys(value).length === 0 ? value.bind(of) : value
}
