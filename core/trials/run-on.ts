import { markValue } from './markers.ts'

/**
 * Where one line holds several criteria: the places at which a new one begins. "Inclusion Criteria: - A. - B. Exclusion Criteria: 1) C 2) D"
 * `own` is the value of the number the line itself begins with, so that "4) … 5) …" is seen as a sequence.
 */
export function runOnCuts(line: string, own: number | undefined): number[] {
  const cuts = new Set<number>([...headings(line), ...bullets(line)])
  if (line.length > 20) for (const form of FORMS) for (const cut of sequence(line, form, own)) cuts.add(cut)
  return [...cuts].filter((cut) => line.slice(0, cut).trim() !== '').sort((a, b) => a - b)
}

const HEADING = /(?:(?:key|main|major|general|selected|additional|other)\s+)?\b(?:inclusion|exclusion)\s+criteria\s*:/gi

/** A heading inside a line, and the words that follow a heading on its line. */
function headings(line: string): number[] {
  if (!/clusion/i.test(line)) return []
  return [...line.matchAll(HEADING)].flatMap((match) => {
    const before = line.slice(0, match.index).trimEnd()
    if (/(?:\band|\bor|\/|\bthe|\ball|\bfollowing|\bthese|\bmeet)$/i.test(before)) return []
    const after = match.index + match[0].length
    return /\S/.test(line.slice(after)) ? [match.index, after] : [match.index]
  })
}

const ROUND = /[•●▪◦■]/g
const DASH = /(?<=[.;:)]\s{1,3})(?:-\s*(?=[A-Z≥≤<>])|\*\s+(?=[A-Z≥≤<>]))/g
/** Dashes close to their words, in lines that use them as bullets throughout. */
const DASHES = /(?<=\s)-{2,3}(?=\\?[A-Za-z<>≥≤=])|(?<=[a-z.;)]\s)-(?=[A-Z][a-z])/g
function bullets(line: string): number[] {
  const dashes = line.startsWith('-') || line.includes(' --') ? [...line.matchAll(DASHES)] : []
  return [...line.matchAll(ROUND), ...line.matchAll(DASH), ...dashes].map((match) => match.index)
}

type Form = { style: 'number' | 'letter' | 'capital' | 'roman'; pattern: RegExp; continues: boolean }
/** Forms of markers inside a line; what stands before and after each is checked in `sequence`. */
const FORMS: readonly Form[] = [
  { style: 'number', pattern: /(?<=\s)(\d{1,2})\\?\.(?=\s+[A-Z≥≤<>\\])/g, continues: true },
  { style: 'number', pattern: /(?<=[\s;.,:])(\d{1,2})\\?[)）](?=\s*[A-Za-z0-9≥≤<>\\])/g, continues: true },
  { style: 'letter', pattern: /(?<=\s)([a-z])\\?[.)](?=\s+\S)/g, continues: false },
  { style: 'capital', pattern: /(?<=\s)([A-Z])\\?[.)](?=\s+\S)/g, continues: false },
  { style: 'roman', pattern: /(?<=\s)([ivx]{1,5})\\?[.)](?=\s+\S)/g, continues: false },
  { style: 'number', pattern: /(?<=[:;]\s)\((\d{1,2})\)(?=\s+\S)/g, continues: false },
  { style: 'letter', pattern: /(?<=[:;]\s(?:and |or )?)\(([a-z])\)(?=\s+\S)/g, continues: false },
  { style: 'roman', pattern: /(?<=[:;]\s(?:and |or )?)\(([ivx]{1,5})\)(?=\s+\S)/g, continues: false },
]
/** "grade 1." is not the first of a list. */
const COUNTED_WORD =
  /\b(?:grade|stage|class|phase|cycle|day|type|version|v|score|status|than|of|to|or|and|by|level|cohort|arm|part|group|ecog|ct|criteria|figure|table|appendix|section|is|for|least)\s*$/i

function sequence(line: string, { style, pattern, continues }: Form, own: number | undefined): number[] {
  const found = [...line.matchAll(pattern)].flatMap((match) => {
    const value = markValue(match[1] ?? '', style)
    const before = line.slice(Math.max(0, match.index - 16), match.index)
    return value < 1 || COUNTED_WORD.test(before) ? [] : [{ at: match.index, value }]
  })
  if (found.length === 0) return []
  const cuts: number[] = []
  let next = continues && own !== undefined ? own + 1 : 1
  for (const { at, value } of found) {
    if (value === next) {
      cuts.push(at)
      next = value + 1
    } else if (value === 1) {
      cuts.push(at)
      next = 2
    }
  }
  const followed = cuts.length >= 2 || (continues && own !== undefined && next === own + 2)
  return followed ? cuts : []
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
