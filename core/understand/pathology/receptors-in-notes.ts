import { findDates } from '../prose/dates.ts'
import type { Reading } from '../prose/reading.ts'
import type { Whole } from '../prose/whole.ts'
import { ishNumbers } from './her2-ish.ts'
import { receptorResults } from './receptor-groups.ts'
import { type SpecimenResults, SUMMARY_SPECIMEN } from './receptor-specimens.ts'
import { originOf } from './specimens.ts'

/** Receptor statements of a note: of a biopsy that it names with a date, else of the disease as a whole. */
export function receptorsInNotes(whole: Whole, text: string, reading: Reading): SpecimenResults[] {
  const groups = new Map<string, SpecimenResults>()
  let previous: { end: number; group: SpecimenResults } | undefined
  for (const result of receptorResults(text)) {
    const [from, to] = statementAt(text, result.start, result.end)
    const words = text.slice(from, to)
    const [lineStart, lineEnd] = whole.line(result.start, result.end)
    if (
      TAKEN_BACK.test(text.slice(Math.max(from, lineStart), lineEnd)) ||
      RELATIVE.test(text.slice(Math.max(from - 60, lineStart), result.label))
    )
      continue
    if (HYPOTHETICAL.test(text.slice(Math.max(from, lineStart), result.label))) continue
    const goesOn = previous?.group.certain && result.start >= previous.end && NEXT_RESULT.test(text.slice(previous.end, result.start))
    const named = biopsyIn(words.slice(0, Math.max(0, result.label - from)), reading) ?? (goesOn ? previous?.group : undefined)
    const made = named ?? {
      key: 'summary',
      specimen: `${SUMMARY_SPECIMEN} ${reading.kind.replaceAll('-', ' ')}`,
      certain: false,
      results: [],
      ish: [],
    }
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

/** The next result of the same tissue: nothing but marks and the way it was measured between. */
const NEXT_RESULT = /^(?:[\s,;./%()+-]|by|IHC|FISH|ISH|score|Allred|strong|moderate|weak|nuclei){0,12}$/

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

/** A biopsy or operation that a note names before its receptors: "Liver bx 9/2/2026: …". It needs a date to be one of its own. */
function biopsyIn(words: string, reading: Reading): SpecimenResults | undefined {
  const all = [...words.matchAll(/\b(?:bx|biops(?:y|ied)|core(?: biopsy)?|fna|resection|lumpectomy|mastectomy|path(?:ology)?)\b/gi)]
  const match = all.filter(([word]) => /bx|biops/i.test(word)).at(-1) ?? all.at(-1)
  if (!match) return undefined
  const site =
    /([A-Za-z][A-Za-z .]{0,40})$/
      .exec(words.slice(0, match.index))?.[1]
      ?.replace(/^.*\b(?:and|then|with|of|for|on)\b/i, '')
      .trim() ?? ''
  const after = words.slice(match.index + match[0].length, match.index + match[0].length + 30)
  const before = words.slice(Math.max(0, match.index - 40), match.index)
  const date = (findDates(`on${after}`, reading.said)[0] ?? findDates(before, reading.said).at(-1))?.date
  if (date === undefined) return undefined
  const from = originOf(words)
  return {
    key: date,
    specimen: `${site} ${/bx|biops/i.test(match[0]) ? 'biopsy' : match[0]}`.trim().toLowerCase(),
    certain: true,
    date,
    results: [],
    ish: [],
    ...(from ? { from } : {}),
  }
}
