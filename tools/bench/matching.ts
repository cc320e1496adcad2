import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { compileTrial } from '@carefolio/core/match/compile.ts'
import { matchTrials } from '@carefolio/core/match/match.ts'
import { profileOfAbstract } from '@carefolio/core/profile/profile-of-abstract.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Trial } from '@carefolio/core/record/trial.ts'
import { trialOfRecord } from '@carefolio/core/trials/trial-of-record.ts'
import { loadTrials } from '@carefolio/server/trials/load.ts'
import { type BenchPlace, type Figures, inTurn } from './measure.ts'

/** One person against every trial, and what reading the criteria costs once. */
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
  const asOf = PartialDate.parse('2026-10-01')
  const [compiling = 0] = await inTurn(2, [() => trials.map((trial) => compileTrial(trial))])
  const compiled = trials.map((trial) => compileTrial(trial))
  const [one = 0] = await inTurn(7, [() => matchTrials(profile, compiled, { asOf, near: { lat: 41.92, lon: -87.65 }, withinKm: 160 })])
  const figures: Figures = {
    [`reading the criteria of ${trials.length} trials, once`]: `${compiling.toFixed(0)} ms (${((1000 * compiling) / trials.length).toFixed(0)} µs a trial)`,
    [`one person × ${trials.length} trials`]: `${one.toFixed(0)} ms (${((1000 * one) / trials.length).toFixed(0)} µs a trial)`,
  }
  for (const share of [0.25, 0.5, 1]) {
    const part = compiled.slice(0, Math.round(compiled.length * share))
    const [time = 0] = await inTurn(5, [() => matchTrials(profile, part, { asOf })])
    figures[`  × ${part.length} trials (is the cost linear?)`] = `${time.toFixed(0)} ms`
  }
  return figures
}
