import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { compileTrial } from '@carefolio/core/match/compile.ts'
import { matchTrials } from '@carefolio/core/match/match.ts'
import { reasonNotForPerson } from '@carefolio/core/match/relevance.ts'
import { compiledOf, storedForm } from '@carefolio/core/match/stored-form.ts'
import { profileOfAbstract } from '@carefolio/core/profile/profile-of-abstract.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Trial } from '@carefolio/core/record/trial.ts'
import { trialOfRecord } from '@carefolio/core/trials/trial-of-record.ts'
import { loadTrials } from '@carefolio/server/trials/load.ts'
import { heapInUse } from './heap.ts'
import { type BenchPlace, type Figures, inTurn } from './measure.ts'
import { timeOfProfiles } from './profiles.ts'

const ASKED = 10_000

/** One person against 10,000 trials, one trial against 100,000 people, and what compiling and loading trials cost; each with its curve. */
export async function benchMatching({ root, shared }: BenchPlace): Promise<Figures> {
  const trials: Trial[] = shared
    ? gunzipSync(readFileSync(join(shared, 'data/trials/studies.jsonl.gz')))
        .toString()
        .trim()
        .split('\n')
        .map((line) => trialOfRecord(JSON.parse(line)))
    : await loadTrials(join(root, 'corpus/trials'))
  const abstract = shared ? join(shared, 'gold/patients/p01/truth.json') : join(root, 'corpus/patients/maria/expected/abstract.json')
  const profile = profileOfAbstract(JSON.parse(readFileSync(abstract, 'utf8')))
  const options = { asOf: PartialDate.parse('2026-10-01'), near: { lat: 41.92, lon: -87.65 }, withinKm: 160 }
  const began = performance.now()
  const lines = trials.map((trial) => storedForm(compileTrial(trial)))
  const compiling = performance.now() - began
  const figures: Figures = {
    [`compiling ${trials.length} trials, once`]: `${compiling.toFixed(0)} ms (${(compiling / trials.length).toFixed(2)} ms a trial)`,
  }

  const many = Array.from({ length: ASKED }, (_, i) => withId(lines[i % lines.length] ?? '', trials[i % trials.length], i))
  const [loading = 0] = await inTurn(3, [() => many.map(compiledOf)])
  const before = heapInUse()
  const compiled = many.map(compiledOf)
  figures[`loading ${ASKED} compiled trials (asked: < 2,000 ms, < 400 MB)`] =
    `${loading.toFixed(0)} ms, ${((heapInUse() - before) / 1e6).toFixed(0)} MB`

  const once = compiled.slice(0, trials.length)
  const [own = 0] = await inTurn(5, [() => matchTrials(profile, once, options)])
  figures[`one person × ${once.length} trials, no two the same`] =
    `${own.toFixed(0)} ms (${((1000 * own) / once.length).toFixed(0)} µs a trial)`
  for (const share of [0.25, 0.5, 1]) {
    const part = compiled.slice(0, ASKED * share)
    const [time = 0] = await inTurn(5, [() => matchTrials(profile, part, options)])
    figures[`one person × ${part.length} trials${share === 1 ? ' (asked: < 1,000 ms)' : ''}`] = perOne(time, part.length)
  }

  const judged = once.filter(({ trial }) => reasonNotForPerson(trial, profile) === undefined)
  const typical = judged.toSorted((a, b) => a.criteria.length - b.criteria.length)[Math.floor(judged.length / 2)]
  const amended = typical ? storedForm(typical) : ''
  for (const count of [25_000, 50_000, 100_000])
    figures[
      `one trial (${typical?.criteria.length} criteria) × ${count} people, two cores${count === 100_000 ? ' (asked: < 30,000 ms)' : ''}`
    ] = perOne(await timeOfProfiles(abstract, amended, count), count)
  return figures
}

const perOne = (ms: number, count: number) => `${ms.toFixed(0)} ms (${((1000 * ms) / count).toFixed(0)} µs each)`

/** A copy of a stored trial under an id of its own: what a larger registry would hold. */
const withId = (line: string, trial: Trial | undefined, i: number) => line.replace(`"id":"${trial?.id}"`, `"id":"${trial?.id}-${i}"`)
