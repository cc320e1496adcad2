import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DocumentId } from '@carefolio/core/record/document-id.ts'
import { pdfReader } from '@carefolio/server/read/pdf/reader.ts'
import { make } from '../corpus/make.ts'
import { type Figures, inTurn, perSecond, ratio } from './measure.ts'

const PAGES = 50

/** Words with boxes of a text PDF, against poppler's pdftotext -bbox as a process of its own. */
export async function benchPdf(): Promise<Figures> {
  const line = 'Right breast, core biopsy: invasive ductal carcinoma, grade 2, estrogen receptor 95%, HER2 1+, Ki-67 18%.'
  const bytes = await make(
    'pdf',
    Array.from({ length: PAGES }, (_, page) => `Page ${page + 1}\n${Array.from({ length: 30 }, () => line).join('\n')}`).join('\f'),
  )
  const folder = mkdtempSync(join(tmpdir(), 'carefolio-bench-'))
  const file = join(folder, 'bench.pdf')
  writeFileSync(file, bytes)
  const world = { ocr: async () => [], parallel: 1, onPage: () => {} }
  const [ours = 0, theirs = 0] = await inTurn(5, [
    () => pdfReader.read(bytes, { id: DocumentId.parse('bench'), file }, world),
    () => spawnSync('pdftotext', ['-bbox', file, join(folder, 'out.html')]),
  ])
  rmSync(folder, { recursive: true })
  return {
    [`words with boxes, ${PAGES} pages`]: perSecond(PAGES, ours),
    'poppler pdftotext -bbox': `${perSecond(PAGES, theirs)} (we are ${ratio(ours, theirs)})`,
  }
}
