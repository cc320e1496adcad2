import type { Criterion } from '../record/criterion.ts'

/** A cohort that a person can be in, and the pieces that hold for it, by index: those for everybody and those for it. */
export type Cohort = { name: string; pieces: number[] }

/**
 * The cohorts that criteria speak of, each single one by itself: what is said for "Part A and B" holds for both, what is said for Part B holds
 * for the cohorts listed under it, and Part B is then no cohort of its own. Empty when there are none.
 */
export function cohortsOf(criteria: readonly Criterion[]): Cohort[] {
  const byIndex = new Map(criteria.map((criterion) => [criterion.index, criterion]))
  const paths = criteria.map((criterion) => pathOf(criterion, byIndex))
  const names = new Set(paths.flat().flatMap((name) => singlesOf(name)))
  // The cohorts that each one is listed under.
  const above = new Map<string, Set<string>>([...names].map((name) => [name, new Set<string>()]))
  for (const path of paths) {
    path.forEach((name, depth) => {
      if (singlesOf(name).length !== 1) return
      for (const outer of path.slice(0, depth)) for (const one of singlesOf(outer)) above.get(singlesOf(name)[0] ?? '')?.add(one)
    })
  }
  const outers = new Set([...above.values()].flatMap((set) => [...set]))
  const leaves = [...names].filter((name) => !outers.has(name))
  return leaves.map((name) => {
    const own = new Set([name, ...(above.get(name) ?? [])])
    const holds = (path: readonly string[]) => path.every((one) => singlesOf(one).some((single) => own.has(single)))
    return { name, pieces: criteria.filter((_, i) => holds(paths[i] ?? [])).map(({ index }) => index) }
  })
}

/** The names of the cohorts that a piece stands under, outermost first, its own last. */
function pathOf(criterion: Criterion, byIndex: ReadonlyMap<number, Criterion>): string[] {
  const path: string[] = []
  for (let at: Criterion | undefined = criterion; at; at = at.parent === undefined ? undefined : byIndex.get(at.parent)) {
    // Under a heading for everybody nothing further out counts.
    if (at.cohort === undefined) break
    if (at.cohort !== path[0]) path.unshift(at.cohort)
  }
  return path
}

/** "Part A, B and C" are Part A, Part B, Part C; "Cohorts 2-5" are Cohort 2 to Cohort 5; another name is itself. */
function singlesOf(name: string): string[] {
  let kind = ''
  const singles = [
    ...name.matchAll(/([A-Za-z-]{4,}?)s?\s+(?=[A-Z\d])|\b([A-Z]?)(\d+)\s*-\s*\2(\d+)\b|\b([A-Z]\d*[a-z]?|\d+[A-Za-z]?|[IVX]+[abc]?)\b/g),
  ].flatMap(([, word, letter = '', from, to, id]) => {
    if (word !== undefined) {
      kind = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
      return []
    }
    if (from !== undefined && to !== undefined)
      return Array.from(
        { length: Math.min(Math.max(Number(to) - Number(from) + 1, 0), 30) },
        (_, i) => `${kind} ${letter}${Number(from) + i}`,
      )
    return kind === '' || id === undefined ? [] : [`${kind} ${id}`]
  })
  return /^(?:cohort|arm|part|phase|group|module|sub-?protocol|sub-?stud|strat)/i.test(name) && singles.length > 0
    ? [...new Set(singles)]
    : [name]
}
