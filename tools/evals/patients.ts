import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Numbers } from './baseline.ts'
import { carefolio, type EvalOptions, score } from './run.ts'

/** The invented patients of the yardstick: their records in eight formats against what a careful abstractor records. */
export async function evalPatients({ shared, out, misses, patients }: EvalOptions): Promise<Numbers> {
  console.log('\nPatients: records to abstract')
  const pairs = patients.flatMap((id) => {
    const file = join(out, `${id}.json`)
    writeFileSync(file, carefolio(['abstract', join(shared, 'gold/patients', id, 'records'), '--as-of', '2026-10-01', '--json', '--quiet']))
    return [join(shared, 'gold/patients', id, 'truth.json'), file]
  })
  const { precision = 0, recall = 0 } = score(join(shared, 'gold/score/score-abstract.mjs'), pairs, misses)
  return { 'patients.precision': precision, 'patients.recall': recall }
}
