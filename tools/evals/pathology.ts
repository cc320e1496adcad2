import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { abstractOf } from '@carefolio/core/profile/abstract.ts'
import { profileOf } from '@carefolio/core/profile/profile.ts'
import type { Document } from '@carefolio/core/record/document.ts'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { understand } from '@carefolio/core/understand/understand.ts'
import type { Numbers } from './baseline.ts'
import { type EvalOptions, score } from './run.ts'

/** Single real pathology reports, as text, each read alone. */
export async function evalPathology({ shared, out, misses }: EvalOptions): Promise<Numbers> {
  console.log('\nPathology reports')
  const folder = join(out, 'pathology')
  mkdirSync(folder, { recursive: true })
  const source = join(shared, 'data/records/pathology-tcga')
  for (const line of readFileSync(join(source, 'reports.jsonl'), 'utf8').trim().split('\n')) {
    const { patient_id: id, text } = JSON.parse(line)
    const document: Document = {
      id: DocumentId.parse(id),
      file: `${id}.txt`,
      bytes: text.length,
      format: 'text',
      read: true,
      pages: [{ number: 1, text, source: 'markup' }],
      entries: [],
      problems: [],
    }
    writeFileSync(
      join(folder, `${id}.json`),
      JSON.stringify(abstractOf(profileOf(understand(document), [document], { asOf: PartialDate.parse('2026-10-01') }))),
    )
  }
  const {
    precision = 0,
    recall = 0,
    entirely = 0,
  } = score(join(shared, 'gold/score/score-pathology.mjs'), [join(source, 'gold.jsonl'), folder], misses)
  return { 'pathology.precision': precision, 'pathology.recall': recall, 'pathology.entirely-right': entirely }
}
