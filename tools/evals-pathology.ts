import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '@carefolio/core/record/document.ts'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import type { Fact, FactKind, FactValue } from '@carefolio/core/record/fact.ts'
import { understand } from '@carefolio/core/understand/understand.ts'

/**
 * Reads single pathology reports (`{ patient_id, text }`, one a line) and writes what was found in each as `DIR/<patient_id>.json`,
 * for a scorer that compares it with a gold standard: `node tools/evals-pathology.ts REPORTS.jsonl DIR`.
 */
const [reports, dir] = process.argv.slice(2)
if (!reports || !dir) {
  console.error('usage: node tools/evals-pathology.ts REPORTS.jsonl DIR')
  process.exit(2)
}
mkdirSync(dir, { recursive: true })
const started = performance.now()
let count = 0
for (const line of readFileSync(reports, 'utf8').trim().split('\n')) {
  const { patient_id: id, text } = JSON.parse(line) as { patient_id: string; text: string }
  writeFileSync(join(dir, `${id}.json`), JSON.stringify(abstractOf(understand(documentOf(id, text))), null, 1))
  count++
}
console.error(`${count} reports in ${Math.round(performance.now() - started)} ms`)

function documentOf(id: string, text: string): Document {
  return {
    id: DocumentId.parse(id),
    file: `${id}.txt`,
    bytes: text.length,
    format: 'text',
    read: true,
    pages: [{ number: 1, text, source: 'markup' }],
    entries: [],
    problems: [],
  }
}

/** The part of an abstract that one report can fill: its own specimens last, after those it only quotes. */
function abstractOf(facts: readonly Fact[]) {
  const values = <K extends FactKind>(kind: K): FactValue<K>[] =>
    facts.filter((fact) => fact.kind === kind && fact.certainty !== 'ruled-out').map((fact) => fact.value as FactValue<K>)
  const receptors = facts.filter((fact) => fact.kind === 'receptors')
  return {
    cancers: values('cancer'),
    receptors: [
      ...receptors.filter(({ certainty }) => certainty !== 'stated'),
      ...receptors.filter(({ certainty }) => certainty === 'stated'),
    ].map(({ value }) => value),
    tumorSizes: values('tumor-size').filter(({ of, how }) => how === 'pathology' && (of === undefined || of === 'invasive')),
    stages: values('stage'),
    biomarkers: values('biomarker'),
  }
}
