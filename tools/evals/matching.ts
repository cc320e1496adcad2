import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Numbers } from './baseline.ts'
import { carefolio, type EvalOptions, score } from './run.ts'

/** Labelled criteria of real trials: once from the records themselves, once from the true abstracts (matching alone). */
export async function evalMatching({ shared, out, misses, patients }: EvalOptions): Promise<Numbers> {
  const labels = (id: string) => join(shared, 'gold/labels', id)
  const matched = (id: string, from: string, name: string) => {
    const file = join(out, `${id}-${name}.json`)
    writeFileSync(
      file,
      carefolio([
        'match',
        from,
        '--trials',
        join(shared, 'gold/trials.jsonl'),
        '--as-of',
        '2026-10-01',
        '--zip',
        '60614',
        '--json',
        '--quiet',
      ]),
    )
    return [labels(id), file]
  }
  const labelled = patients.filter((id) => existsSync(labels(id)))
  console.log('\nMatching from the records')
  const fromRecords = score(
    join(shared, 'gold/score/score-match.mjs'),
    labelled.flatMap((id) => matched(id, join(shared, 'gold/patients', id, 'records'), 'match')),
    misses,
  )
  console.log('\nMatching from the true abstracts')
  const fromTruth = score(
    join(shared, 'gold/score/score-match.mjs'),
    labelled.flatMap((id) => matched(id, join(shared, 'gold/patients', id, 'truth.json'), 'match-truth')),
    false,
  )
  return { ...named('matching', fromRecords), ...named('matching-from-truth', fromTruth) }
}

const named = (
  part: string,
  {
    accuracy = 0,
    macroF1 = 0,
    failPrecision = 0,
    failRecall = 0,
    possibleKept = 0,
    excludedFound = 0,
    rightReason = 0,
  }: Record<string, number>,
): Numbers => ({
  [`${part}.accuracy`]: accuracy,
  [`${part}.macroF1`]: macroF1,
  [`${part}.failPrecision`]: failPrecision,
  [`${part}.failRecall`]: failRecall,
  [`${part}.possibleKept`]: possibleKept,
  [`${part}.excludedFound`]: excludedFound,
  [`${part}.rightReason`]: rightReason,
})
