import { matchesOf } from '../../codes/matches-of.ts'
import type { DrugGroup } from './drug-groups.ts'

/** The part of a sentence that speaks of one group of drugs: `text.slice(from, to)` around `group`. */
export type Clause = { group: DrugGroup; from: number; to: number }

/** Gives each group its part of the sentence: up to the last separator between it and the next, at most `REACH` characters to a side. */
export function clausesOf(text: string, groups: readonly DrugGroup[]): Clause[] {
  return groups.map((group, i) => {
    const previous = groups[i - 1]
    const next = groups[i + 1]
    const from = previous ? boundary(text, previous.end, group.start) : 0
    const to = next ? boundary(text, group.end, next.start) : text.length
    const other = text.slice(group.end, to).search(OTHER_TREATMENT)
    return { group, from: Math.max(from, group.start - REACH), to: Math.min(other === -1 ? to : group.end + other, group.end + REACH) }
  })
}

const REACH = 220
const SEPARATOR =
  /(?:->|→|=>|[;•*|]|\. |,(?! ?\d{4}\b)| - (?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? ?\d)(?=[A-Za-z])|(?<=\d{4}|\))\s(?=[A-Z][a-z]{4,} )|\bf\/b\b|\b(?:followed by|then|subsequently|and|but|before|switched to|changed to|transitioned to)\b| {2,}(?=\D))/g

/** Another treatment without a drug's name begins: what follows is no longer about these drugs. */
const OTHER_TREATMENT =
  /[,;.]\s?(?:and |then |followed by ){0,2}(?:(?:adjuvant|palliative|whole|left|right|L|R|breast|chest|wall|external|beam|post-?mastectomy)[- ]){0,4}(?:AI|ET|OFS|XRT|RT|PMRT|WBRT|SRS|radiation|radiotherapy|endocrine|surgery|mastectomy|lumpectomy|chemo)\b/

function boundary(text: string, from: number, to: number): number {
  const stops = matchesOf(text.slice(from, to), SEPARATOR)
  const last = stops.at(-1)
  if (!last) return to
  if (!CHANGE.test(last[0])) return from + last.index
  const before = stops.findLast((stop) => stop.index < last.index && DATED.test(text.slice(from + stop.index, from + last.index)))
  return from + (before && last.index - before.index <= 45 ? before.index : last.index)
}
/** ", and in 2021 she was changed to": the date before the word belongs to what follows it. */
const CHANGE = /^(?:switched|changed|transitioned) to$/
const DATED = /^[^\d(]{0,12}\b(?:in|on|by)\b[^(]{0,20}\d/
