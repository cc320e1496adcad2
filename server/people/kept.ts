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

/** `most`: how much may be kept, in whatever `weigh` counts; things themselves unless said. The one last asked for is kept however much it weighs. */
export function keptInMemory<T>(
  most: number,
  { weigh = () => 1, clock = () => performance.now() }: { weigh?: (made: T) => number; clock?: () => number } = {},
): Kept<T> {
  type One = { person: string; version: string; made: Promise<T>; weight: number; usedAt: number }
  // The last used is the last in the order of the map.
  const kept = new Map<string, One>()
  let weight = 0
  const letGo = (key: string) => {
    weight -= kept.get(key)?.weight ?? 0
    kept.delete(key)
  }
  const sweep = () => {
    for (const [key, { usedAt }] of kept) {
      if (clock() - usedAt <= IDLE_MS) break
      letGo(key)
    }
  }
  const makeRoom = () => {
    for (const [key] of kept) {
      if (weight <= most || kept.size === 1) break
      letGo(key)
    }
  }
  const put = (key: string, one: One) => {
    letGo(key)
    kept.set(key, one)
    weight += one.weight
    makeRoom()
  }
  return {
    of(person, variant, version, make) {
      sweep()
      const key = `${person} ${variant}`
      const before = kept.get(key)
      const isSame = before?.version === version
      const one: One = isSame ? before : { person, version, made: make(), weight: 1, usedAt: 0 }
      one.usedAt = clock()
      put(key, one)
      if (!isSame)
        one.made.then(
          (made) => {
            if (kept.get(key) !== one) return
            weight += weigh(made) - one.weight
            one.weight = weigh(made)
            makeRoom()
          },
          () => {
            if (kept.get(key) === one) letGo(key)
          },
        )
      return one.made
    },
    forget(person) {
      for (const [key, one] of kept) if (one.person === person) letGo(key)
    },
    sweep,
    size: () => kept.size,
  }
}
