/** The words by which a list is joined: `joins` for the list as a whole, `orElse` the points whose next one is another way ("creatinine …, or / clearance …"). */
export type Joining = { joins?: 'all' | 'any'; orElse: ReadonlySet<number> }

/**
 * How a list is joined: by the words that announce it (`announced`; `every` where they say that all of it is asked, `defines` where it says what a
 * word means), and by what stands between its points, which weighs more. `points` are the words of each point, `tails` those of the last piece listed under it, or its own.
 */
export function joiningOf(
  points: readonly string[],
  tails: readonly string[],
  { announced, every, defines }: { announced: 'all' | 'any' | undefined; every: boolean; defines: boolean },
): Joining {
  const joinings = points.map((_, i) => between(tails[i] ?? '', points[i + 1] ?? '')).slice(0, -1)
  const orElse = new Set(joinings.flatMap((by, i) => (by === 'or' ? [i] : [])))
  if (announced === 'any' || orElse.size === 0)
    return { orElse, ...(announced ? { joins: announced } : joinings.includes('and') ? { joins: 'all' as const } : {}) }
  // "A; B; or C" is one list of alternatives; in "A; B, or C; D" only B and C are.
  const isWhole =
    orElse.size === joinings.length || ((defines || (orElse.has(joinings.length - 1) && orElse.size === 1)) && !points.some(isLimit))
  const joins = isWhole && !every ? 'any' : (announced ?? 'all')
  return { joins, orElse }
}

/** A point that is nothing but the word between its neighbours. */
export const isJoinAlone = (words: string): boolean => /^\W*(?:and\/or|or|and)\W*$/i.test(words)

export const endsInOr = (words: string): boolean => /\b(?:and\/or|or)\W*$/i.test(words.slice(-12))
export const endsInJoin = (words: string): boolean => /\b(?:and\/or|or|and)\W*$/i.test(words.slice(-12))

function between(tail: string, next: string): 'or' | 'and' | undefined {
  const word = (/\b(and\/or|or|and)\W*$/i.exec(tail.slice(-12)) ?? /^\W*(and\/or|or)\b/i.exec(next.slice(0, 12)))?.[1]?.toLowerCase()
  return word === undefined ? undefined : word === 'and' ? 'and' : 'or'
}

/** A blood value: each of a list of them is asked, even where the last two are two ways of one. */
const isLimit = (words: string) => /[<>≥≤]|\bULN\b|\bupper limit\b|\b(?:greater|less) than\b/.test(words)
