import type { Reading } from '../prose/reading.ts'
import type { Whole } from '../prose/whole.ts'
import { ishNumbers } from './her2-ish.ts'
import { type ReceptorResult, receptorResults } from './receptor-groups.ts'
import { receptorRows } from './receptor-rows.ts'
import { type SpecimenResults, SUMMARY_SPECIMEN } from './receptor-specimens.ts'
import { specimenAfter, specimenBefore, type ToldSpecimen } from './specimens-told.ts'

/** Receptor statements of a note: of a biopsy that it names with a date, else of the disease as a whole. */
export function receptorsInNotes(whole: Whole, read: string, reading: Reading): SpecimenResults[] {
  const text = read.replace(STROKE, ',')
  const groups = new Map<string, SpecimenResults>()
  let previous: { end: number; group: SpecimenResults } | undefined
  const rows = receptorRows(text, reading.said)
  for (const { told, results } of rows) {
    const made = told ? groupOf(told) : summary(reading)
    const group = groups.get(made.key) ?? made
    groups.set(made.key, group)
    group.results.push(...results)
  }
  for (const result of receptorResults(text)) {
    if (rows.some(({ start, end }) => result.end > start && result.label < end)) continue
    const [from, to] = statementAt(text, result.start, result.end)
    const words = text.slice(from, to)
    const [lineStart, lineEnd] = whole.line(result.start, result.end)
    if (
      TAKEN_BACK.test(text.slice(Math.max(from, lineStart), lineEnd)) ||
      RELATIVE.test(text.slice(Math.max(from - 60, lineStart), result.label))
    )
      continue
    if (HYPOTHETICAL.test(text.slice(Math.max(from, lineStart), result.label))) continue
    const told =
      specimenAfter(text, result.end, reading.said) ??
      (follows(text, previous, result) ? undefined : specimenBefore(text, previous?.end ?? 0, result.label, reading.said))
    const goesOn = told === undefined && previous !== undefined && follows(text, previous, result)
    const made = told ? groupOf(told) : goesOn && previous ? previous.group : summary(reading)
    const group = groups.get(made.key) ?? made
    groups.set(made.key, group)
    group.results.push(result)
    previous = { end: result.end, group }
    for (const number of ishNumbers(words)) {
      const placed = { ...number, start: number.start + from, end: number.end + from }
      if (result.marker === 'her2' && !group.ish.some((one) => one.start === placed.start)) group.ish.push(placed)
    }
  }
  return [...groups.values()]
}

/** "ER 90/PR 80/HER2 1+": the stroke parts the results. */
const STROKE = /(?<=\d%?)\/(?=\s?(?:P[Rg]|HER))/gi

/** The next result of the same tissue: nothing between that names another, or a day; and the tissue has no such result yet. */
function follows(text: string, previous: { end: number; group: SpecimenResults } | undefined, result: ReceptorResult): boolean {
  if (previous === undefined || result.label > previous.end + LONGEST_GAP) return false
  const between = text.slice(previous.end, Math.max(previous.end, result.label))
  if (ANOTHER.test(between) || /\b(?:19|20)\d\d\b|\d\/\d/.test(between)) return false
  return result.marker === 'her2' || !previous.group.results.some(({ marker }) => marker === result.marker) || !previous.group.certain
}
const LONGEST_GAP = 90
const ANOTHER =
  /\b(?:biops\w+|bx|core|resect\w+|mastectomy|lumpectomy|primary|metasta\w+|mets?|recurrence|now|currently|later)\b|\n\s*\n|\n\s*(?:[-•*]|\d{1,2}[.)])\s/i

const groupOf = ({ name, date, from }: ToldSpecimen): SpecimenResults => ({
  key: `${date} ${name}`,
  specimen: name,
  certain: true,
  date,
  results: [],
  ish: [],
  ...(from ? { from } : {}),
})

const summary = (reading: Reading): SpecimenResults => ({
  key: 'summary',
  specimen: `${SUMMARY_SPECIMEN} ${reading.kind.replaceAll('-', ' ')}`,
  certain: false,
  results: [],
  ish: [],
})

/** Words that take a statement back. */
const TAKEN_BACK = /\b(?:superseded|incorrect|autopopulated|in error|erroneous|not reproduced|corrected|wrong)\b|->|→/i

const RELATIVE =
  /\b(?:mother|father|sister|brother|aunt|uncle|grandmother|cousin|daughter|maternal|paternal|family history|fh|fhx)\b[^.;\n]{0,90}$/i

/** A receptor status that is only imagined: "if repeat biopsy is HER2 low". */
const HYPOTHETICAL = /\b(?:if|whether|in case|eligible|requires?|for patients|trials? (?:for|of|in))\b[^.;\n]{0,60}$/i

/** The sentence around a place: to the full stops or line ends beside it. */
function statementAt(text: string, start: number, end: number): readonly [number, number] {
  const head = text.slice(Math.max(0, start - 300), start)
  const cut = Math.max(head.lastIndexOf('\n'), ...[...head.matchAll(/\.\s+(?=[A-Z])/g)].map((m) => m.index + m[0].length - 1))
  const tail = /\n|\.\s+(?=[A-Z])/.exec(text.slice(end, end + 300))
  return [start - head.length + cut + 1, tail ? end + tail.index : Math.min(text.length, end + 300)]
}
