import type { Reading } from '@carefolio/core/api/originals.ts'

/** What happens with a person's files, told to whoever watches in this process. */
export type Signal = { kind: 'reading'; original: string; reading: Reading } | { kind: 'originals' } | { kind: 'profile' }

export type Signals = {
  tell(person: string, signal: Signal): void
  /** Returns how to stop watching. */
  watch(person: string, hear: (signal: Signal) => void): () => void
}

export function createSignals(): Signals {
  const watching = new Map<string, Set<(signal: Signal) => void>>()
  return {
    tell(person, signal) {
      for (const hear of watching.get(person) ?? []) hear(signal)
    },
    watch(person, hear) {
      const own = watching.get(person) ?? new Set()
      watching.set(person, own.add(hear))
      return () => {
        own.delete(hear)
        if (own.size === 0 && watching.get(person) === own) watching.delete(person)
      }
    },
  }
}
