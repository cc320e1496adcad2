/**
 * The same function with a memory for short texts, which are asked for again and again (names in a profile, clauses that several kinds read).
 * Each answer is a list of its own. Bounded: when full, the memory starts anew.
 */
export function remembered<T>(find: (text: string) => T[]): (text: string) => T[] {
  const known = new Map<string, readonly T[]>()
  return (text) => {
    if (text.length > LONGEST) return find(text)
    const before = known.get(text)
    if (before) return [...before]
    const found = find(text)
    if (known.size >= MOST) known.clear()
    known.set(text, [...found])
    return found
  }
}

const LONGEST = 300
const MOST = 2000
