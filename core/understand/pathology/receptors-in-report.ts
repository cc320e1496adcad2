import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { Whole } from '../prose/whole.ts'
import { ishNumbers } from './her2-ish.ts'
import { namesThenValues } from './names-then-values.ts'
import { receptorColumns } from './receptor-columns.ts'
import { type ReceptorResult, receptorResults } from './receptor-groups.ts'
import { receptorHeads } from './receptor-heads.ts'
import { bare, nameless, resultsOfSpecimen, type SpecimenResults, SUMMARY_SPECIMEN, specimenAt, tumoursOf } from './receptor-specimens.ts'
import { closesBracket, quotedAt } from './receptors-quoted.ts'
import { sideOfColumn } from './side-columns.ts'
import { sideOf, specimensOf } from './specimens.ts'
import { valuesBeforeNames } from './values-before-names.ts'

/** Receptor results of a pathology report, each with the specimen it was made on; quoted ones first. */
export function receptorsInReport(whole: Whole, text: string, reading: Reading): SpecimenResults[] {
  const specimens = specimensOf(whole.text)
  const tumours = tumoursOf(specimens)
  const begins = specimens.map(({ start }) => start)
  const table = receptorColumns(text)
  const groups = new Map<string, SpecimenResults>()
  const group = (make: SpecimenResults) => {
    const known = groups.get(make.key) ?? make
    groups.set(make.key, known)
    return known
  }
  for (const column of table.columns) {
    if (
      EARLIER_COLUMN.test(column.heading) ||
      (CORE_COLUMN.test(column.heading) && table.columns.some(({ heading }) => OPERATION_COLUMN.test(heading)))
    ) {
      const date = findDates(column.heading)[0]?.date
      group({
        key: `quoted ${column.heading}`,
        specimen: date ? column.heading.toLowerCase() : `${SUMMARY_SPECIMEN} pathology`,
        certain: date !== undefined,
        results: [],
        ish: [],
        ...(date ? { date } : {}),
      }).results.push(...column.results)
      continue
    }
    const side = sideOf(column.heading)
    const specimen =
      tumours.find((one) => one.letter !== undefined && one.letter === column.letter) ??
      tumours.find((one) => side !== undefined && one.side === side && one.from !== 'regional')
    const own =
      specimen ??
      (THIS_COLUMN.test(column.heading)
        ? (tumours[0] ?? bare(nameless(text, column.start), column.start))
        : bare(column.heading, column.start))
    group(resultsOfSpecimen(own, reading)).results.push(...column.results)
  }
  const claim = (start: number) => {
    const quoted = OF_OPERATION.test(whole.text.slice(start, start + 60)) ? undefined : quotedAt(whole.text, start, begins)
    if (quoted) return group(quoted)
    const columnSide = sideOfColumn(whole.text, start)
    if (columnSide) {
      const own = tumours.find((one) => one.side === columnSide && one.from !== 'regional')
      return group(resultsOfSpecimen(own ?? bare(`${columnSide} breast`, start), reading))
    }
    const specimen = specimenAt(whole.text, tumours, start)
    return group(resultsOfSpecimen(specimen ?? bare(nameless(whole.text, start), start), reading))
  }
  const before = valuesBeforeNames(table.text)
  const listed = namesThenValues(before.text)
  const heads = receptorHeads(listed.text)
  const every = withoutCore(
    text,
    withoutInSitu(
      text,
      [...receptorResults(heads.text), ...before.results, ...listed.results, ...heads.results].sort((a, b) => a.label - b.label),
    ),
  )
  const single = every.filter((result) => !isTripleNegative(text, result))
  const said = (marker: string) => single.some((result) => result.marker === marker) || table.columns.length > 0
  const results = every.filter((result) => single.includes(result) || !said(result.marker))
  let previous: { end: number; group: SpecimenResults } | undefined
  for (const result of results) {
    // what follows closely on a quoted result is quoted too
    let own =
      previous?.group.key.startsWith('quoted') &&
      result.start - previous.end < 120 &&
      !closesBracket(whole.text.slice(Math.max(0, previous.end - 160), result.start), Math.min(160, previous.end)) &&
      !begins.some((begin) => begin > (previous?.end ?? 0) && begin < result.start) &&
      !/\b(?:addendum|(?:current|present|this) (?:specimen|excision|resection|biopsy|material|lumpectomy|mastectomy)|repeat\w*)\b/i.test(
        whole.text.slice(previous.end, result.start),
      )
        ? previous.group
        : claim(result.label)
    const tumour = anotherTumour(whole.text, own, previous?.end, result)
    if (tumour) own = group({ ...own, key: `${own.key} ${tumour}`, specimen: `${own.specimen}, ${tumour}`, results: [], ish: [] })
    own.results.push(result)
    previous = { end: result.end, group: own }
  }
  for (const number of ishNumbers(text)) {
    const near = results
      .filter((result) => result.marker === 'her2')
      .sort((a, b) => Math.abs(a.start - number.start) - Math.abs(b.start - number.start))[0]
    const own =
      near && Math.abs(near.start - number.start) < 900 ? [...groups.values()].find((one) => one.results.includes(near)) : undefined
    ;(own ?? claim(number.start)).ish.push(number)
  }
  return withMissingMarkers([...groups.values()]).sort((a, b) => Number(b.key.startsWith('quoted')) - Number(a.key.startsWith('quoted')))
}

/**
 * What only an earlier biopsy shows, quoted without its date, is a specimen of its own when the report's own specimen was not tested
 * for it; otherwise it stays a summary.
 */
function withMissingMarkers(groups: SpecimenResults[]): SpecimenResults[] {
  const own = groups.filter(({ key }) => !key.startsWith('quoted'))
  const tested = new Set(own.flatMap(({ results }) => results.map(({ marker }) => marker)))
  if (tested.size === 0) return groups
  const extra = groups.flatMap((group): SpecimenResults[] => {
    const only = group.results.filter(({ marker }) => !tested.has(marker))
    return group.key.startsWith('quoted') && !group.certain && only.length > 0
      ? [
          {
            ...group,
            key: `${group.key} only`,
            specimen: 'previous biopsy',
            certain: true,
            results: only,
            ish: tested.has('her2') ? [] : group.ish,
          },
        ]
      : []
  })
  return [...groups, ...extra]
}

/** "ER on core: negative. ER on excision: 90%": of both the operation's result is the present one. */
function withoutCore(text: string, results: ReceptorResult[]): ReceptorResult[] {
  const behind = ({ label }: ReceptorResult) => text.slice(label, label + 60)
  const operated = new Set(results.filter((result) => OF_OPERATION.test(behind(result))).map(({ marker }) => marker))
  return operated.size === 0 ? results : results.filter((result) => !(operated.has(result.marker) && OF_CORE.test(behind(result))))
}
const OF_OPERATION =
  /^[A-Za-z0-9/ -]{2,24}?[ (](?:on|in|from|of)?\s?(?:the |this )?(?:excision|resection|surgical|mastectomy|lumpectomy|operat\w+|residual)\b/i
const OF_CORE =
  /^[A-Za-z0-9/ -]{2,24}?[ (](?:on|in|from|of)?\s?(?:the |her |this )?(?:diagnostic |pre-?(?:op|treatment)\w* |needle )?(?:core|biops|bx\b)/i

/** What was found in the in-situ part gives way to the same marker of the invasive one. */
function withoutInSitu(text: string, results: ReceptorResult[]): ReceptorResult[] {
  const own = (result: ReceptorResult) => {
    const clause = /(?:[.;]\s|\n)?[^.;\n]*$/.exec(text.slice(Math.max(0, result.label - 110), result.label))?.[0] ?? ''
    if (/^[A-Za-z0-9/ -]{2,24}?\s?\((?:(?:on|in|of) (?:the )?)?(?:DCIS|in[\s-]situ)\b/i.test(text.slice(result.label, result.label + 50)))
      return false
    return (
      !/\b(?:DCIS|in[\s-]situ|intraductal)\b(?![^:]*\b(?:invasive|infiltrating)\b)/i.test(clause) ||
      /\b(?:and|with|associated)\s+(?:[a-z-]+\s){0,3}(?:DCIS|in[\s-]situ)/i.test(clause)
    )
  }
  const invasive = results.filter(own)
  const known = new Set(invasive.map(({ marker }) => marker))
  return results.filter((result) => invasive.includes(result) || !known.has(result.marker))
}

/** Columns of an earlier tumour beside the present one: "Prior (2019)", "2018 primary". */
const EARLIER_COLUMN = /^\s*(?:prior|previous|outside|original|initial|referring|(?:19|20)\d\d)\b/i
/** Of a core and an operation side by side the core is the earlier. */
const CORE_COLUMN = /^\s*(?:core|biopsy|pre-?treatment)\b/i
const OPERATION_COLUMN = /^\s*(?:resection|excision|surgical|mastectomy|lumpectomy|residual)\b/i
const THIS_COLUMN = /^\s*(?:current|present|our|repeat|review|this|resection|excision|surgical)\b/i

const isTripleNegative = (text: string, result: ReceptorResult) =>
  /^(?:triple|TNBC|HR\b|hormone)/i.test(text.slice(result.start, result.end))

/** The same marker again with another value, after words that name a further tumour of the same specimen ("site #2", "2 o'clock"). */
function anotherTumour(text: string, group: SpecimenResults, previousEnd: number | undefined, result: ReceptorResult): string | undefined {
  if (previousEnd === undefined || result.start - previousEnd > 900) return undefined
  const same = group.results.filter((one) => one.marker === result.marker)
  if (same.length === 0 || same.some((one) => JSON.stringify(one.value) === JSON.stringify(result.value))) return undefined
  const between = text.slice(previousEnd, result.start)
  return [...between.matchAll(/\b(?:site|focus|lesion|satellite|tumou?r|mass|nodule)\s*(?:#|no\.?|number)?\s*\d|\b\d{1,2}\s*o'?\s?clock/gi)]
    .at(-1)?.[0]
    .toLowerCase()
}
