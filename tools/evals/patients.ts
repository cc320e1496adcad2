import { join } from 'node:path'
import { abstractsOf } from './abstracts.ts'
import type { Numbers } from './baseline.ts'
import { type EvalOptions, score } from './run.ts'

/** The invented patients of the yardstick: their records in eight formats against what a careful abstractor records. */
export async function evalPatients(options: EvalOptions): Promise<Numbers> {
  console.log('\nPatients: records to abstract')
  const pairs = abstractsOf(options).flatMap(({ truth, file }) => [truth, file])
  const { precision = 0, recall = 0 } = score(join(options.shared, 'gold/score/score-abstract.mjs'), pairs, options.misses)
  return { 'patients.precision': precision, 'patients.recall': recall }
}
