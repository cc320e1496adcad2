import { createHash } from 'node:crypto'

/** SHA-256 of what a registry record says: the order of keys and the registry's daily version stamp do not count. */
export function digestOf(record: unknown): string {
  return createHash('sha256').update(canonical(record)).digest('hex')
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => {
    if (key === 'miscInfoModule' || key === '_fixture') return undefined
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
