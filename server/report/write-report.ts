import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { TOLD } from '@carefolio/core/match/answers.ts'
import { AppError } from '@carefolio/core/record/errors.ts'
import type { MatchResult } from '@carefolio/core/record/match.ts'
import { matchCsv } from '@carefolio/core/report/csv.ts'
import { reportPage } from '@carefolio/core/report/html/page.ts'
import type { Report } from '@carefolio/core/report/report.ts'
import { savedMatch } from '@carefolio/core/report/saved-match.ts'
import type { Source } from '@carefolio/core/report/sources.ts'
import { reportPdf } from './pdf.ts'

/**
 * Where to write, and where the person's records lie, so that sources can be opened from the page. `match` is kept for the next report. `fullPdf`: every
 * trial in full in the PDF. */
export type WriteOptions = { folder: string; records: string; signal: AbortSignal; match?: MatchResult; fullPdf?: boolean }

/**
 * Writes `report.html` and `report.pdf`, with the matching also `trials.csv` (every criterion of every trial) and `match.json` for `--since` of
 * the next report, each whole or not at all. Throws `cannot-write`.
 */
export async function writeReport(
  report: Report,
  { folder, records, signal, match, fullPdf = false }: WriteOptions,
): Promise<[page: string, pdf: string]> {
  const base = (await stat(records)).isDirectory() ? records : dirname(records)
  const hrefOf = ({ file, page }: Source) => {
    if (file.startsWith(TOLD)) return undefined
    const outer = file.split(' › ')[0] ?? file
    const path = relative(folder, join(base, outer)).split(/[\\/]/).map(encodeURIComponent).join('/')
    return /\.pdf$/i.test(outer) ? `${path}#page=${page}` : path
  }
  const page = join(folder, 'report.html')
  const pdf = join(folder, 'report.pdf')
  const pdfBytes = await reportPdf(report, { full: fullPdf })
  signal.throwIfAborted()
  try {
    await mkdir(folder, { recursive: true })
    await writeWhole(page, reportPage(report, { hrefOf, ...(match ? { table: TABLE } : {}) }))
    await writeWhole(pdf, pdfBytes)
    if (match) {
      await writeWhole(join(folder, TABLE), matchCsv(match))
      await writeWhole(join(folder, 'match.json'), savedMatch(match))
    }
  } catch (cause) {
    throw new AppError('cannot-write', { cause })
  }
  return [page, pdf]
}

/** Every criterion of every trial. */
const TABLE = 'trials.csv'

/** Under another name first, then renamed: a reader never sees half a file. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const partial = `${path}.partial`
  try {
    await writeFile(partial, content)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
