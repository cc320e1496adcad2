import { type Kept, keptInMemory } from '../people/kept.ts'
import type { PersonKeys } from './person-keys.ts'

/**
 * Keys of people that were asked for lately: nearly every call needs them, and to unwrap them takes the database and the master key. The keys of a
 * person never change; they are forgotten with the person, and ten minutes after they were last needed.
 */
export type KnownKeys = Kept<PersonKeys>

export const knownKeys = (): KnownKeys => keptInMemory<PersonKeys>(MOST)

const MOST = 5000
