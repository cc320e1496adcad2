import { Worker } from 'node:worker_threads'

/** What a worker is given: the file of an abstract to vary, a compiled trial as `storedForm` writes it, and how many people. */
export type ProfilesJob = { abstract: string; line: string; count: number; seed: number }

const CORES = 2

/** Milliseconds until every one of `count` people was judged for one trial, on two cores; making the people up is not counted. */
export async function timeOfProfiles(abstract: string, line: string, count: number): Promise<number> {
  const times = await Promise.all(
    Array.from({ length: CORES }, (_, seed) => {
      const workerData: ProfilesJob = { abstract, line, count: count / CORES, seed }
      const worker = new Worker(new URL('./profiles-worker.ts', import.meta.url), { workerData })
      return new Promise<number>((done, failed) => worker.once('message', done).once('error', failed))
    }),
  )
  return Math.max(...times)
}
