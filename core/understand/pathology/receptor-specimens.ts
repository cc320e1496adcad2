import type { PartialDate } from '../../record/partial-date.ts'
import type { Reading } from '../prose/reading.ts'
import type { ReceptorResult } from './receptor-groups.ts'
import { originOf, type Specimen, sideOf } from './specimens.ts'

/** All results that belong to one specimen (or to one summary of the disease). */
export type SpecimenResults = {
  key: string
  specimen: string
  from?: Specimen['from']
  date?: PartialDate
  certain: boolean
  results: ReceptorResult[]
  ish: { what: 'ratio' | 'copy'; value: number; start: number; end: number }[]
}

/** How every specimen begins that is a summary and no tissue. */
export const SUMMARY_SPECIMEN = 'as summarised in'

export function resultsOfSpecimen(specimen: Specimen, reading: Reading): SpecimenResults {
  const date = specimen.date ?? reading.said
  return {
    key: specimen.letter ?? specimen.name,
    specimen: specimen.name,
    certain: true,
    results: [],
    ish: [],
    ...(specimen.from ? { from: specimen.from } : {}),
    ...(date ? { date } : {}),
  }
}

/** A specimen known by a few words only. */
export const bare = (name: string, start: number): Specimen => {
  const from = originOf(name)
  return { name, start, finding: '', ...(from ? { from } : {}) }
}

/** The parts in which a tumour was found, one each; when no finding says so, all parts that are not nodes or margins. */
export function tumoursOf(specimens: readonly Specimen[]): Specimen[] {
  const withTumour = specimens.filter(
    ({ finding }) => TUMOUR.test(firstSentences(finding)) && !CLEAR.test(firstSentences(finding).slice(0, 90)),
  )
  const found = withTumour.length > 0 ? withTumour : specimens.filter(({ from, name }) => from !== 'regional' && !/\bmargin\b/.test(name))
  const kept: Specimen[] = []
  for (const one of found) {
    const twin = kept.findIndex((other) => (other.letter !== undefined && other.letter === one.letter) || other.name === one.name)
    const before = kept[twin]
    if (before === undefined) kept.push(one)
    else if (!before.date && one.date) kept[twin] = { ...before, date: one.date }
  }
  return kept
}
const firstSentences = (finding: string) => finding.slice(0, 260)
const TUMOUR = /\b(?:carcinoma|adenocarcinoma|malignan\w+|metasta\w+|tumou?r|DCIS)\b/i
const CLEAR = /\b(?:negative for|no (?:tumou?r|malignan|evidence|residual|carcinoma)|benign|free of|rule out)\b/i

/** The tumour a result at `at` was made on: by block or part letter, by side, else the last one described before it. */
export function specimenAt(text: string, tumours: readonly Specimen[], at: number): Specimen | undefined {
  if (tumours.length <= 1) return tumours[0]
  const before = text.slice(Math.max(0, at - 320), at)
  const block =
    [...before.matchAll(/\bblock(?:\s+(?:number|used))?\s*[:.]?\s*([A-Z])-?\d{0,2}\b/gi)].at(-1)?.[1] ??
    /^[^\n]{0,160}\bblock\s+([A-Z])\d/i.exec(text.slice(at, at + 170))?.[1]
  const byBlock = tumours.find((one) => one.letter === block)
  if (block && byBlock) return byBlock
  const part = [
    ...text.slice(0, at).matchAll(/\b(?:part|specimens?(?: involved)?[.:]?(?:\s*specimens?:)?)\s*:?\s*([A-Z])\b(?=[:)\s])/gi),
  ].at(-1)
  const byPart = tumours.find((one) => one.letter === part?.[1])
  if (part && byPart && at - part.index < 2500) return byPart
  const side = sideOf([...before.matchAll(/\b(?:left|right)\b/gi)].at(-1)?.[0] ?? '')
  const sided = tumours.filter((one) => one.side === side && one.from !== 'regional')
  if (side && sided.length === 1) return sided[0]
  const primary = tumours.filter((one) => one.from !== 'regional')
  const pool = primary.length > 0 ? primary : tumours
  return pool.filter((one) => one.start < at).at(-1) ?? pool[0]
}

/** A tumour that has no heading: the nearest words before that name a site. */
export function nameless(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - 1500), at)
  const sided = [...near.matchAll(/\b(?:left|right)\s+breast\b/gi)].at(-1)?.[0]
  const site = [...near.matchAll(/\b(?:liver|bone|lung|brain|(?:axillary\s+)?lymph node|breast)\b/gi)].at(-1)?.[0].toLowerCase()
  return (sided && (site === undefined || site === 'breast') ? sided : (site ?? 'tumour')).toLowerCase().replace(/\s+/g, ' ')
}
