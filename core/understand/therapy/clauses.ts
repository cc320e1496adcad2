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
  /(?:->|→|=>|[;•*|]|\. |,(?! ?\d{4}\b)| - (?=[A-Za-z])|\b(?:followed by|then|subsequently|and|but|before|switched to|changed to|transitioned to)\b| {2,}(?=\D))/g

/** Another treatment without a drug's name begins: what follows is no longer about these drugs. */
const OTHER_TREATMENT =
  /[,;.]\s?(?:and |then |followed by ){0,2}(?:(?:adjuvant|palliative|whole|left|right|L|R|breast|chest|wall|external|beam|post-?mastectomy)[- ]){0,4}(?:AI|ET|OFS|XRT|RT|PMRT|WBRT|SRS|radiation|radiotherapy|endocrine|surgery|mastectomy|lumpectomy|chemo)\b/

function boundary(text: string, from: number, to: number): number {
  const gap = text.slice(from, to)
  let last = to
  for (const match of gap.matchAll(SEPARATOR)) last = from + match.index
  return last
}
