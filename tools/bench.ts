/**
 * Speed, measured side by side in one run: `npm run bench`. Uses the records beside the repository where they are, else the corpus.
 * Every figure is the median of several rounds; peers run in the same round, in turn, so that a noisy machine is noisy for both.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const shared = fileURLToPath(new URL('../../shared/', import.meta.url))
const only = process.argv[2]

/** Loaded one by one, so that one part's libraries do not weigh on another's figures. */
const parts = {
  ccda: async () => (await import('./bench/ccda.ts')).benchCcda,
  pdf: async () => (await import('./bench/pdf.ts')).benchPdf,
  ocr: async () => (await import('./bench/ocr.ts')).benchOcr,
  matching: async () => (await import('./bench/matching.ts')).benchMatching,
  store: async () => (await import('./bench/stored-trials.ts')).benchStoredTrials,
  chart: async () => (await import('./bench/chart.ts')).benchChart,
  load: async () => (await import('./bench/load.ts')).benchLoad,
  start: async () => (await import('./bench/start.ts')).benchStart,
}
for (const [name, load] of Object.entries(parts)) {
  if (only !== undefined && only !== name) continue
  console.log(`\n${name}`)
  for (const [what, figure] of Object.entries(await (await load())({ root, shared: existsSync(shared) ? shared : undefined })))
    console.log(`  ${what.padEnd(58)} ${figure}`)
}
