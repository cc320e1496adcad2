import { expect, it } from 'vitest'
import type { ByteStore } from './byte-store.ts'
import { tidyStore } from './tidy-store.ts'

const NOW = new Date('2026-10-20T00:00:00Z')
const OLD = new Date('2026-10-01T00:00:00Z')
const DUE = { drafts: NOW, rowless: new Date('2026-10-06T00:00:00Z') }

/** A store of so many objects of the given age. */
function storeOf(objects: readonly { name: string; at: Date }[]) {
  const there = new Map(objects.map(({ name, at }) => [name, at]))
  let lists = 0
  const store: ByteStore = {
    draft: () => Promise.reject(new Error('not needed')),
    read: () => {
      throw new Error('not needed')
    },
    async remove(name) {
      there.delete(name)
    },
    async *names() {
      lists++
      for (const [name, at] of [...there]) yield { name, at }
    },
    removeDrafts: async () => 1,
  }
  return { store, there: () => [...there.keys()], lists: () => lists }
}
const named = (count: number, at = OLD, prefix = 'anna/o-') => Array.from({ length: count }, (_, i) => ({ name: `${prefix}${i}`, at }))
const owner = (names: readonly string[]) => ({
  known: async (some: readonly string[]) => new Set(some.filter((name) => names.includes(name))),
})

it('removes what no row of anybody names, looking through the store once', async () => {
  const { store, there, lists } = storeOf([...named(1200), { name: 'anna/u-1', at: OLD }, { name: 'anna/o-lost', at: OLD }])
  const originals = named(1200).map(({ name }) => name)
  expect(await tidyStore({ store, owners: [owner(originals), owner(['anna/u-1'])], ...DUE })).toBe(2)
  expect(there()).toHaveLength(1201)
  expect(there()).not.toContain('anna/o-lost')
  expect(lists()).toBe(1)
})

it('lets be for two weeks what no row names: the database may be put back from a copy that is older', async () => {
  const { store, there } = storeOf([...named(3, NOW), { name: 'anna/o-old', at: OLD }])
  await tidyStore({ store, owners: [owner([])], ...DUE })
  expect(there()).toEqual(named(3).map(({ name }) => name))
})

it('removes nothing at all where most objects are unknown, and says that this is not the right database', async () => {
  const { store, there } = storeOf(named(100))
  const some = owner(named(40).map(({ name }) => name))
  await expect(tidyStore({ store, owners: [some], ...DUE })).rejects.toMatchObject({ code: 'store-unlike-database' })
  expect(there()).toHaveLength(100)
})
