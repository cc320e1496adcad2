import type { PersonInRecords } from '@carefolio/core/profile/people/people-in.ts'
import { z } from 'zod'

/** Whose of several people's records a person said to be theirs: the key that one had, and the documents that named them then. */
export const OwnRecords = z.object({ key: z.string(), documents: z.array(z.string()) })
/** There is one choice for each person. */
export const OWN = 'own'
export type OwnRecords = z.infer<typeof OwnRecords>

/**
 * Who of those found now is the one that was chosen. With more files a person may get another key (a birth date where there was a name only): then it is
 * the one who has most of the documents of that time.
 */
export function chosenAmong(people: readonly PersonInRecords[], { key, documents }: OwnRecords): PersonInRecords | undefined {
  const same = people.find((one) => one.key === key)
  if (same) return same
  const then = new Set(documents)
  const shared = ({ documents: own }: PersonInRecords) => own.filter((id) => then.has(id)).length
  const [most] = people.filter((one) => shared(one) > 0).toSorted((a, b) => shared(b) - shared(a))
  return most
}
