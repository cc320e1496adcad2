import { genesIn } from '../../codes/genes.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { findDates } from '../prose/dates.ts'
import type { FoundBiomarker } from './biomarkers.ts'
import type { Line } from './gene-statements.ts'
import type { GenomicSetting } from './genomic-setting.ts'
import { variantsIn } from './variants.ts'

/** A column of an earlier report beside the present one: "Prior 18-Mar-2025". */
export function priorColumn(words: string): { column: number; date: PartialDate } | undefined {
  const cells = words.trim().split(/\s{2,}|\t|\s\|\s/)
  const column = cells.findIndex((cell) => /\b(?:prior|previous)\b/i.test(cell) && findDates(cell).length > 0)
  const date = column > 0 ? findDates(cells[column] ?? '')[0]?.date : undefined
  return date ? { column, date } : undefined
}

/** What the earlier column of a row says. */
export function priorResults(line: Line, prior: { column: number; date: PartialDate }, setting: GenomicSetting): FoundBiomarker[] {
  const cells = line.words.trim().split(/\s{2,}|\t|\s\|\s/)
  const cell = cells[prior.column]
  const mention = genesIn(cells[0] ?? '', true)[0]
  const gene = mention?.genes[0]
  if (!cell || !gene || !mention || priorColumn(line.words)) return []
  const variant = variantsIn((cells[0] ?? '').slice(mention.end))[0] ?? variantsIn(cells[1] ?? '')[0]
  const vaf = /^(\d{1,2}(?:\.\d{1,2})?)\s*%$/.exec(cell.trim())?.[1]
  const result = vaf !== undefined ? 'positive' : /^(?:not detected|ND|-|negative)$/i.test(cell.trim()) ? 'negative' : undefined
  if (!variant || result === undefined) return []
  const start = line.start + (line.words.length - line.words.trimStart().length)
  return [
    {
      value: {
        gene,
        variant: variant.name,
        result,
        date: prior.date,
        ...(setting.origin ? { origin: setting.origin } : {}),
        ...(setting.assay ? { assay: setting.assay } : {}),
        ...(vaf === undefined ? {} : { vaf: Number(vaf) }),
      },
      start,
      end: line.start + line.words.trimEnd().length,
      certain: true,
    },
  ]
}
