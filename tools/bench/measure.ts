export type BenchPlace = { root: string; shared: string | undefined }
/** What was measured, in words, and the figure with its unit. */
export type Figures = Record<string, string>

/** Milliseconds that each of the given works takes: medians over rounds, the works in turn within a round, the first round thrown away. */
export async function inTurn(rounds: number, works: readonly (() => unknown)[]): Promise<number[]> {
  const times = works.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [i, work] of works.entries()) {
      const start = performance.now()
      await work()
      if (round > 0) times[i]?.push(performance.now() - start)
    }
  }
  return times.map(median)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const perSecond = (count: number, ms: number): string => `${((1000 * count) / ms).toFixed(1)} /s`
export const ratio = (ours: number, theirs: number): string => `${(theirs / ours).toFixed(2)} × as fast`
