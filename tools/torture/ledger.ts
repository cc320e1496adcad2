/** What a vault has acknowledged: numbers of files with their ids, and a hash of each person's secret. */
export type Ledger = {
  /** The first number not yet used. */
  next: number
  kept: [number, string][]
  removed: [number, string][]
  people: Record<string, string>
}
export const NOTHING: Ledger = { next: 1, kept: [], removed: [], people: {} }

/** The content of file `number`: a few hundred bytes to a few hundred thousand, the same each time, with a word to look for on the disk. */
export async function* contentOf(number: number): AsyncGenerator<Uint8Array> {
  const line = Buffer.from(`CANARY ${number} of what was written in the letter\n`)
  for (let lines = 1 + ((number * 7919) % 3000); lines > 0; lines -= 500)
    yield Buffer.concat(Array.from({ length: Math.min(500, lines) }, () => line))
}

/** The ledger after one line of a worker's report; a removal that was begun and not acknowledged leaves the file in neither list. */
export function noted(ledger: Ledger, line: string): Ledger {
  const [word, first = '', id = ''] = line.split(' ')
  const number = Number(first)
  const without = ledger.kept.filter(([one]) => one !== number)
  if (word === 'person') return { ...ledger, people: { ...ledger.people, [first]: id } }
  if (word === 'keep') return { ...ledger, next: number + 1 }
  if (word === 'kept') return { ...ledger, kept: [...without, [number, id]] }
  if (word === 'remove') return { ...ledger, kept: without }
  if (word === 'removed') return { ...ledger, removed: [...ledger.removed, [number, id]] }
  return ledger
}
