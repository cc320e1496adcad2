/**
 * How well we read and match, as numbers, on the yardstick that lies beside the repository (`../shared`, only on our machines).
 * `npm run evals` prints every table and fails when a number fell under docs/quality-baseline.json; `--update` raises the baseline;
 * `--misses` prints every miss; `--only patients|formats|matching|pathology|noise` runs a part (noise takes minutes and runs only when named,
 * also without the yardstick); `--model` prints the patients a second time, with what the model that is set up adds.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compareWithBaseline, type Numbers, updateBaseline } from './evals/baseline.ts'
import { evalFormats } from './evals/formats.ts'
import { evalMatching } from './evals/matching.ts'
import { evalNoise } from './evals/noise.ts'
import { evalPathology } from './evals/pathology.ts'
import { evalPatients } from './evals/patients.ts'

const { values } = parseArgs({
  options: {
    update: { type: 'boolean' },
    misses: { type: 'boolean' },
    only: { type: 'string' },
    patients: { type: 'string' },
    model: { type: 'boolean' },
  },
})
const shared = fileURLToPath(new URL('../../shared/', import.meta.url))
const misses = values.misses ?? false
const patients = (values.patients ?? 'p01,p02,p03,p04,p05,p06').split(',')
if (!existsSync(shared) && values.only !== 'noise') {
  console.log('The yardstick (../shared) is not on this machine; nothing to measure.')
  process.exit(0)
}
if (values.model && !(process.env['CAREFOLIO_MODEL_URL'] && process.env['CAREFOLIO_MODEL_NAME'])) {
  console.log('No model is set up (CAREFOLIO_MODEL_URL, CAREFOLIO_MODEL_NAME); nothing to compare.')
  process.exit(0)
}
const out = fileURLToPath(new URL('../data/evals/', import.meta.url))
mkdirSync(out, { recursive: true })
const options = { shared, out, misses, patients, model: false }
const wanted = (part: string) => values.only === undefined || values.only === part

const numbers: Numbers = {}
if (wanted('pathology')) Object.assign(numbers, await evalPathology(options))
if (wanted('patients')) Object.assign(numbers, await evalPatients(options))
if (values.model) {
  // Beside the numbers without: they belong to no baseline, for they are the model's.
  console.log('\nWith the model')
  await evalPatients({ ...options, model: true })
}
if (wanted('formats')) Object.assign(numbers, await evalFormats(options))
if (wanted('matching')) Object.assign(numbers, await evalMatching(options))
if (values.only === 'noise') {
  const root = fileURLToPath(new URL('..', import.meta.url))
  Object.assign(numbers, await evalNoise({ root, shared: existsSync(shared) ? shared : undefined, misses, patients }))
}

console.log('')
const fallen = compareWithBaseline(numbers)
if (values.update) updateBaseline(numbers)
process.exitCode = fallen > 0 ? 1 : 0
