/** Does `work` for 0 … count-1, at most `parallel` at once; the results are in order. */
export async function eachInOrder<T>(count: number, parallel: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let next = 0
  const run = async (): Promise<void> => {
    while (next < count) {
      const index = next++
      results[index] = await work(index)
    }
  }
  await Promise.all(Array.from({ length: Math.min(Math.max(1, parallel), count) }, run))
  return results
}
