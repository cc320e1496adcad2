import { existsSync } from 'node:fs'
import { type KeySource, keyFrom } from './key-source.ts'
import type { Keyring } from './person-keys.ts'

/** The key in use, and the one that the host has named to come after it. */
export type KeySources = { key: KeySource; nextKey?: KeySource }

/** Where the key to come lies: where the host says, else beside the file of the key in use. */
export function nextSource({ key, nextKey }: KeySources): KeySource | undefined {
  return nextKey ?? (key.from === 'file' ? { from: 'file', path: `${key.path}.next` } : undefined)
}

/**
 * The keys of this host. While a change of keys is under way there are two, and everybody's secret opens with one of them; what is wrapped
 * from then on is wrapped by the key to come.
 */
export async function keyringFrom(sources: KeySources): Promise<Keyring> {
  const current = await keyFrom(sources.key)
  const next = nextSource(sources)
  if (next === undefined || (next.from === 'file' && !existsSync(next.path))) return { current }
  return { current: await keyFrom(next), earlier: [current] }
}
