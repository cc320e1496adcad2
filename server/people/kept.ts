/**
 * What was made of people's records, kept in memory: until the person changes, is forgotten, nobody has asked for a while, or others need the room.
 * `variant`: which of several things of one person.
 */
export type Kept<T> = {
  of(person: string, variant: string, version: string, make: () => Promise<T>): Promise<T>
  /** At once, also what is still being made. */
  forget(person: string): void
  /** Lets go of what nobody has asked for lately. */
  sweep(): void
  size(): number
}

const IDLE_MS = 10 * 60_000

export function keptInMemory<T>(most: number, clock: () => number = () => performance.now()): Kept<T> {
  type One = { person: string; version: string; made: Promise<T>; usedAt: number }
  const kept = new Map<string, One>()
  const sweep = () => {
    for (const [key, { usedAt }] of kept) if (clock() - usedAt > IDLE_MS) kept.delete(key)
  }
  return {
    of(person, variant, version, make) {
      sweep()
      const key = `${person} ${variant}`
      const before = kept.get(key)
      kept.delete(key)
      const one: One = before?.version === version ? before : { person, version, made: make(), usedAt: 0 }
      one.usedAt = clock()
      // The last used is the last in the order of the map.
      kept.set(key, one)
      one.made.catch(() => {
        if (kept.get(key) === one) kept.delete(key)
      })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return one.made
    },
    forget(person) {
      for (const [key, one] of kept) if (one.person === person) kept.delete(key)
    },
    sweep,
    size: () => kept.size,
  }
}
