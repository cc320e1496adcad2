import { matchesOf } from '../codes/matches-of.ts'
import { type Marker, markValue } from './markers.ts'

/**
 * Where one line holds several criteria: the places at which a new one begins. "Inclusion Criteria: - A. - B. Exclusion Criteria: 1) C 2) D"
 * `own` is the marker the line itself begins with, so that "4) … 5) …" is seen as a sequence.
 */
export function runOnCuts(line: string, own: Pick<Marker, 'style' | 'value'> | undefined): number[] {
  const cuts = new Set<number>([...headings(line), ...bullets(line)])
  if (line.length > 20) for (const form of FORMS) for (const cut of sequence(line, form, own)) cuts.add(cut)
  return [...cuts].filter((cut) => line.slice(0, cut).trim() !== '').sort((a, b) => a - b)
}

const HEADING = /(?:(?:key|main|major|general|selected|additional|other)\s+)?\b(?:inclusion|exclusion)\s+criteria\s*:/gi

/** A heading inside a line, and the words that follow a heading on its line. */
function headings(line: string): number[] {
  if (!/clusion/i.test(line)) return []
  return matchesOf(line, HEADING).flatMap((match) => {
    const before = line.slice(0, match.index).trimEnd()
    if (/(?:\band|\bor|\/|\bthe|\ball|\bfollowing|\bthese|\bmeet)$/i.test(before)) return []
    // "Cohort B Specific Inclusion Criteria:" is one heading.
    const isWithin = before !== '' && before.length < 60 && !/[.;:]$/.test(before)
    const after = match.index + match[0].length
    return [...(isWithin ? [] : [match.index]), ...(/\S/.test(line.slice(after, after + 200)) ? [after] : [])]
  })
}

const ROUND = /[•●▪◦■]/g
const DASH = /(?<=[.;:)]\s{1,3})(?:-\s*(?=[A-Z≥≤<>])|\*\s+(?=[A-Z≥≤<>]))/g
/** Dashes close to their words, in lines that use them as bullets throughout. */
const DASHES = /(?<=\s)-{2,3}(?=\\?[A-Za-z<>≥≤=])|(?<=[a-z.;)]\s)-(?=[A-Z][a-z])/g
const SPACED = /(?<=\s)- (?=[A-Z≥≤<>])/g
function bullets(line: string): number[] {
  const dashes = line.startsWith('-') || line.includes(' --') ? matchesOf(line, DASHES) : []
  // "Exclusion Criteria: - HER2-positive disease - Pregnancy": once a dash begins what a colon announces, dashes are bullets.
  const spaced = /:\s*- (?=[A-Z≥≤<>])/.test(line) ? matchesOf(line, SPACED) : []
  return [...matchesOf(line, ROUND), ...matchesOf(line, DASH), ...spaced, ...dashes].map((match) => match.index)
}

type Form = {
  style: 'number' | 'letter' | 'capital' | 'roman'
  pattern: RegExp
  /** What must stand before the first of a sequence that the line's own marker does not begin. */
  after?: RegExp
}
/** Forms of markers inside a line; how they follow each other is checked in `sequence`. */
const FORMS: readonly Form[] = [
  { style: 'number', pattern: /(?<=\s)(\d{1,2})\\?\.(?=\s+[A-Z≥≤<>\\]|[A-Z][A-Za-z])/g },
  { style: 'number', pattern: /(?<=[\s;,:]|[^\d]\.)(\d{1,2})\\?[)）](?=\s*[A-Za-z0-9≥≤<>\\])/g },
  { style: 'letter', pattern: /(?<=[\s:;,])([a-z])\\?(?:[.)](?=\s+\S)|\)(?=[A-Z≥≤<>]))/g },
  { style: 'capital', pattern: /(?<=\s)([A-Z])\\?[.)](?=\s+\S)/g },
  { style: 'roman', pattern: /(?<=\s)([ivx]{1,5})\\?[.)](?=\s+\S)/g },
  { style: 'number', pattern: /(?<=\s)\((\d{1,2})\)\.?(?=\s+\S)/g, after: /[:;]$/ },
  { style: 'letter', pattern: /(?<=\s)\(([a-z])\)\.?(?=\s+\S)/g, after: /[:;]$/ },
  { style: 'roman', pattern: /(?<=\s)\(([ivx]{1,5})\)\.?(?=\s+\S)/g, after: /[:;]$/ },
]
/** "grade 1." is not the first of a list. */
const COUNTED_WORD =
  /\b(?:grade|stage|class|phase|cycle|day|type|version|v|score|status|than|of|to|or|and|by|level|cohort|arm|part|group|ecog|ct|criteria|figure|table|appendix|section|is|for|least)\s*$/i

function sequence(line: string, { style, pattern, after }: Form, own: Pick<Marker, 'style' | 'value'> | undefined): number[] {
  const found = matchesOf(line, pattern).flatMap((match) => {
    const value = markValue(match[1] ?? '', style)
    const before = line.slice(Math.max(0, match.index - 60), match.index).trimEnd()
    return value < 1 || COUNTED_WORD.test(before) ? [] : [{ at: match.index, value, before }]
  })
  if (found.length === 0) return []
  const goesOn = own?.style === style
  const cuts: number[] = []
  /** The last value of each sequence that is open, innermost last: "8. Values: 1. ANC 2. Platelets 9. ECOG". */
  const open: number[] = goesOn ? [own.value] : []
  for (const { at, value, before } of found) {
    const place = open.findLastIndex((last) => value === last + 1)
    // A number that its author left out does not end the list.
    const gap = place < 0 ? open.findLastIndex((last) => value === last + 2 && last > 1) : -1
    if (place >= 0 || gap >= 0) open.length = Math.max(place, gap) + 1
    else if (value === 1 && open.length < 4 && (after === undefined || after.test(before))) open.push(0)
    else continue
    open[open.length - 1] = value
    cuts.push(at)
  }
  return cuts.length >= 2 || (goesOn && open[0] !== own.value) ? cuts : []
}

/**
 * Where the sentences of a paragraph begin that lists criteria without marks. A sentence that leans on the one before it
 * ("These patients …", "… are allowed") stays with it.
 */
export function sentenceCuts(paragraph: string): number[] {
  const semicolons = paragraph.split(';').length > 3
  const cuts: number[] = []
  for (const match of paragraph.matchAll(/[.;]\s+(?=[A-Z0-9≥≤<>])/g)) {
    const at = match.index + match[0].length
    if (match[0].startsWith(';') && !semicolons) continue
    if (ABBREVIATED.test(paragraph.slice(Math.max(0, match.index - 10), match.index + 1))) continue
    const [sentence = ''] = paragraph.slice(at, at + 400).split('. ')
    if (LEANS.test(sentence)) continue
    cuts.push(at)
  }
  return cuts
}
const ABBREVIATED = /(?:\b(?:e\.g|i\.e|vs|dr|approx|no|resp|incl|cf|etc|st|min|max)|\b[A-Z])\.$/i
const LEANS =
  /^(?:note|however|these|this|such|they|those|exceptions?|it|in (?:this|these|such) case|otherwise|if so|also)\b|\b(?:allowed|permitted|acceptable|eligible|may (?:be|have|participate))\b/i
