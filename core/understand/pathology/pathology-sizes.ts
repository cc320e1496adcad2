import { findDates } from '../prose/dates.ts'
import { measuresIn } from './measures.ts'
import { reportParts, reportRegions } from './report-parts.ts'
import { DISTANCE_AFTER } from './size-claims.ts'
import { phraseAround } from './size-phrase.ts'
import { IMAGED, type Subject, subjectOf } from './size-subject.ts'
import { sizesInColumns } from './sizes-in-columns.ts'
import { type Specimen, specimensOf } from './specimens.ts'
import type { FoundSize } from './tumor-size.ts'

/**
 * Tumour sizes of a pathology report. What the diagnosis or the synoptic list says of the invasive tumour comes before what was measured
 * on the cut specimen, which counts only when nothing else is said. Sizes quoted from imaging are imaging.
 */
export function pathologySizes(text: string): FoundSize[] {
  const part = reportParts(text)
  const region = reportRegions(text)
  const said: (FoundSize & { rank: number })[] = []
  const sides = new Set(specimensOf(text).flatMap((specimen) => (specimen.side ? [specimen.side] : [])))
  const only = sides.size === 1 ? [...sides][0] : undefined
  let last: { end: number; of: Subject | undefined } | undefined
  for (const measure of measuresIn(text)) {
    const joint = last === undefined ? '' : text.slice(last.end, measure.start)
    // "2.0 cm, 1.9 cm and 1.1 cm" are of one kind, and so are the cells of one row
    const alike =
      last !== undefined && !DISTANCE_AFTER.test(text.slice(measure.end, measure.end + 40)) && (ALIKE.test(joint) || CELLS.test(joint))
    const of: Subject | undefined = alike && (last?.of || CELLS.test(joint)) ? last?.of : subjectOf(text, measure)
    last = { end: measure.end, of }
    if (of === undefined) continue
    const where = part(measure.start)
    const { side = only, specimen } = region(measure.start)
    const { before, after } = phraseAround(text, measure.start, measure.end)
    const imaged = where === 'history' || where === 'imaging' || of.imaged
    if (where === 'history' && !IMAGED.test(text.slice(Math.max(0, measure.start - 160), measure.start))) continue
    if (of.kind === 'invasive' && where === 'gross' && !imaged && specimen?.from === 'regional') continue
    const spread = specimen?.from === 'metastasis' && of.kind !== 'in-situ' && !/\bnodes?\b/i.test(before)
    const kind = spread
      ? 'metastasis'
      : of.kind === 'invasive' && specimen?.from === 'regional' && /metasta/i.test(before)
        ? 'node'
        : of.kind
    const gross = !imaged && !MICROSCOPIC.test(after) && (where === 'gross' || GROSSLY.test(before) || GROSSLY_AFTER.test(after))
    said.push({
      value: {
        mm: measure.mm,
        how: imaged ? 'imaging' : 'pathology',
        where: kind === 'node' ? `${side ? `${side} ` : ''}axillary lymph node` : placeOf(side, specimen),
        of: imaged && kind === 'invasive' ? 'unspecified' : kind,
        ...(where === 'imaging' ? studyDate(text, measure.start) : {}),
      },
      start: of.start,
      end: measure.end,
      rank: (gross ? GROSS : 0) + of.rank,
    })
  }
  for (const { value, start, end } of sizesInColumns(text, only)) {
    if (said.some((one) => one.start < end && one.end > start && one.value.mm === value.mm)) continue
    said.push({ value, start, end, rank: 0 })
  }
  return said.filter((one) => (one.value.of === 'invasive' ? one.rank === surest(said, one.value.where) : one.rank < GROSS))
}

/** Of the sizes of a tumour only those that are told the surest way: under the microscope before the naked eye, of itself before that of all. */
const surest = (said: readonly (FoundSize & { rank: number })[], where: string | undefined) =>
  Math.min(...said.filter(({ value }) => value.of === 'invasive' && value.where === where).map(({ rank }) => rank))
const GROSS = 1.5
/** A gap between two cells. */
const CELLS = /^[ \t]{3,60}$|^ ?\| ?$/
const ALIKE = /^\s*(?:\([^()\n]{0,16}\d[^()\n]{0,8}\)\s*)?(?:,|&|and|,\s*and)\s*$/i

/** Measured with the naked eye, whatever part of the report says so. */
const GROSSLY = /\b(?:gross(?:ly)?|macro(?:scop\w*)?)\b(?![^.;\n]*\bmicro)[^.;\n]{0,40}$/i
const MICROSCOPIC = /^[\s(]{0,2}(?:on |by )?(?:the )?(?:micro|slides?\b|glass|histolog|sections?\b)/i
const GROSSLY_AFTER = /^[ ,(]{1,3}(?:gross(?:ly)?|macroscopic(?:ally)?|on gross|by gross)\b/i

/** The day of a study that is printed with the report: the nearest date above. */
function studyDate(text: string, at: number) {
  const date = findDates(text.slice(Math.max(0, at - 700), at))
    .filter((one) => one.date.length === 10 && one.date > '1990')
    .at(-1)?.date
  const heading = [...text.slice(0, at).matchAll(/\b(?:RADIOLOGY|MAMMOGRAM|ULTRASOUND|MRI|IMAGING)\b[^\n]*/g)]
    .reverse()
    .flatMap(([line]) => findDates(line))[0]?.date
  return heading ? { date: heading } : date ? { date } : {}
}

const placeOf = (side: string | undefined, specimen: Specimen | undefined) =>
  specimen?.from === 'metastasis' ? specimen.name : `${side ? `${side} ` : ''}breast`
