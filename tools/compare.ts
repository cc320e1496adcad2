/**
 * What a change of rules changes: `npm run compare -- REV` runs abstract and match over the corpus as it is now in the working tree and in REV, and
 * prints the facts, outcomes and verdicts that differ, and why. `--records FOLDER` (more than once) and `--trials PATH` take other inputs,
 * `--keep FOLDER` keeps the results of the working tree; `npm run compare -- A B` compares two folders so kept.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { layOutRevision } from './compare/revision.ts'
import { takeSnapshot } from './compare/snapshot.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    records: { type: 'string', multiple: true },
    trials: { type: 'string', default: join(root, 'corpus/trials') },
    'as-of': { type: 'string', default: '2026-10-01' },
    zip: { type: 'string', default: '60614' },
    keep: { type: 'string' },
  },
})
const [first = 'HEAD', second] = positionals
const work = mkdtempSync(join(tmpdir(), 'carefolio-compare-'))
try {
  if (second !== undefined) print(resolve(first), resolve(second))
  else {
    const patients = join(root, 'corpus/patients')
    const corpus = readdirSync(patients).map((name) => join(patients, name, 'records'))
    const inputs = {
      records: [...corpus, ...(values.records ?? []).map((folder) => resolve(folder))],
      trials: resolve(values.trials),
      asOf: values['as-of'],
      zip: values.zip,
    }
    const now = values.keep === undefined ? join(work, 'now') : resolve(values.keep)
    layOutRevision(root, first, join(work, 'revision'))
    takeSnapshot(join(work, 'revision'), join(work, 'then'), inputs)
    takeSnapshot(root, now, inputs)
    print(join(work, 'then'), now)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}

function print(before: string, after: string): void {
  const compared = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'cli/main.ts'), 'compare', before, after],
    {
      stdio: 'inherit',
    },
  )
  process.exitCode = compared.status ?? 1
}
