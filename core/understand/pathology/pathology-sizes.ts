import { findDates } from '../prose/dates.ts'
import { measuresIn } from './measures.ts'
import { reportParts, reportRegions } from './report-parts.ts'
import { clauseBefore, DISTANCE_AFTER, IMAGED, IMAGED_AFTER, type Subject, subjectOf } from './size-subject.ts'
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
  const said: (FoundSize & { gross: boolean; labelled: boolean; whole: boolean })[] = []
  const sides = new Set(specimensOf(text).flatMap((specimen) => (specimen.side ? [specimen.side] : [])))
  const only = sides.size === 1 ? [...sides][0] : undefined
  let last: { end: number; of: Subject } | undefined
  for (const measure of measuresIn(text)) {
    // "2.0 cm, 1.9 cm and 1.1 cm" are of one kind
    const alike = last && /^\s*(?:\([^()\n]{0,16}\d[^()\n]{0,8}\)\s*)?(?:,|&|and|,\s*and)\s*$/i.test(text.slice(last.end, measure.start))
    const listed = alike && !DISTANCE_AFTER.test(text.slice(measure.end, measure.end + 40)) ? last?.of : undefined
    const of = listed ?? subjectOf(text, measure)
    last = of && { end: measure.end, of }
    if (of === undefined) continue
    const where = part(measure.start)
    const { side = only, specimen } = region(measure.start)
    const imaged =
      where === 'history' ||
      where === 'imaging' ||
      IMAGED.test(clauseBefore(text, measure.start)) ||
      IMAGED_AFTER.test(text.slice(measure.end, measure.end + 40))
    if (where === 'history' && !IMAGED.test(text.slice(Math.max(0, measure.start - 160), measure.start))) continue
    if (of.kind === 'invasive' && where === 'gross' && !imaged && specimen?.from === 'regional') continue
    const spread = specimen?.from === 'metastasis' && of.kind !== 'in-situ' && !/\bnodes?\b/i.test(clauseBefore(text, measure.start))
    const kind = spread
      ? 'metastasis'
      : of.kind === 'invasive' && specimen?.from === 'regional' && /metasta/i.test(clauseBefore(text, measure.start))
        ? 'node'
        : of.kind
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
      gross:
        (where === 'gross' ||
          GROSSLY.test(clauseBefore(text, measure.start)) ||
          GROSSLY_AFTER.test(text.slice(measure.end, measure.end + 40))) &&
        !imaged,
      labelled: of.labelled,
      whole: of.whole ?? false,
    })
  }
  for (const { value, start, end } of sizesInColumns(text, only)) {
    if (said.some((one) => one.start < end && one.end > start && one.value.mm === value.mm)) continue
    said.push({ value, start, end, gross: false, labelled: true, whole: false })
  }
  const invasive = said.filter(({ value, gross }) => value.of === 'invasive' && !gross)
  const parts = invasive.filter(({ whole }) => !whole)
  return said.filter((one) =>
    one.value.of === 'invasive' ? (!one.gross || invasive.length === 0) && (!one.whole || parts.length === 0) : !one.gross,
  )
}

/** Measured with the naked eye, whatever part of the report says so. */
const GROSSLY = /\b(?:gross(?:ly)?|macro(?:scop\w*)?)\b(?![^.;\n]*\bmicro)[^.;\n]{0,40}$/i
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
