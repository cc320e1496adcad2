import type { OriginalFile } from '@carefolio/core/api/originals.ts'
import { Progress } from '../kit/progress.tsx'
import { words } from '../words/words.ts'
import { isBusy } from './reading-state.ts'

const w = words.records

/** How far the reading of all files is; nothing when it is done. Read aloud politely, once a file. */
export function ReadingProgress({ originals }: { originals: readonly OriginalFile[] }) {
  const busy = originals.filter(isBusy)
  if (busy.length === 0) return null
  const now = busy.find(({ reading }) => reading.state === 'reading')
  const done = originals.length - busy.length
  return (
    <div className="card">
      <Progress label={w.readingAll(done, originals.length)} done={done} of={originals.length} />
      <p className="heard" role="status">
        {w.readingAll(done, originals.length)}
      </p>
      {now && <p className="soft small">{readingWords(now)}</p>}
    </div>
  )
}

/** "Biopsy report.pdf: page 3 of 12". */
export function readingWords({ name, reading }: OriginalFile): string {
  if (reading.state === 'waiting') return w.waiting(reading.ahead)
  if (reading.state !== 'reading') return ''
  const file = reading.file ?? name
  if (reading.page !== undefined && reading.pages !== undefined) return w.readingPage(file, reading.page, reading.pages)
  return w.readingFile(file)
}
