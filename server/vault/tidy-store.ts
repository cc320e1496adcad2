import { AppError } from '@carefolio/core/record/errors.ts'
import type { ByteStore } from './byte-store.ts'

/** Who has objects in the store: of these names, those that a row of theirs names. */
export type Owner = { known(names: readonly string[]): Promise<ReadonlySet<string>> }

type Needs = {
  store: ByteStore
  owners: readonly Owner[]
  /** Drafts older than this are of a process that was killed. */
  drafts: Date
  /** Objects that no row names are let be until they are older than this: a database put back by hand may be older than they are. */
  rowless: Date
}

/**
 * Removes what a killed process left in the store: old drafts, and old objects that no row names. How many. Throws `store-unlike-database`, and removes
 * no object, where that would be most of them: then it is the database that is not the right one.
 */
export async function tidyStore({ store, owners, drafts, rowless }: Needs): Promise<number> {
  let removed = await store.removeDrafts(drafts)
  const unknown: string[] = []
  let all = 0
  for await (const some of inLots(store.names())) {
    const known = await Promise.all(owners.map((owner) => owner.known(some.map(({ name }) => name))))
    all += some.length
    for (const { name, at } of some) if (at < rowless && !known.some((names) => names.has(name))) unknown.push(name)
  }
  if (unknown.length > MOST_AT_ONCE && unknown.length * 2 > all)
    throw new AppError('store-unlike-database', { detail: `${unknown.length} of ${all} objects` })
  for (const name of unknown) {
    await store.remove(name)
    removed++
  }
  return removed
}

/** So many may be of one killed process. */
const MOST_AT_ONCE = 20

async function* inLots<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let lot: T[] = []
  for await (const one of all) {
    lot.push(one)
    if (lot.length < LOT) continue
    yield lot
    lot = []
  }
  yield lot
}
const LOT = 500
