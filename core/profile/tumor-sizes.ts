import type { Fact } from '../record/fact.ts'
import { compareDates } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf } from './choose.ts'
import { ofKind, type Sources } from './sources.ts'

type TumorSize = Profile['tumorSizes'][number]

/** Every measurement once, in order of time: the same millimetres of the same time in several documents are one. */
export function mergeTumorSizes(facts: readonly Fact[], sources: Sources): TumorSize[] {
  const all = ofKind(facts, 'tumor-size')
    .filter((fact) => fact.certainty === 'stated' || fact.certainty === 'probable')
    .sort((a, b) => sources.rank(b) - sources.rank(a))
  const groups: Fact<'tumor-size'>[][] = []
  for (const fact of all) {
    const known = groups.find(([lead]) => lead !== undefined && same(lead.value, fact.value))
    if (known) known.push(fact)
    else groups.push([fact])
  }
  return groups
    .flatMap((group): TumorSize[] => {
      const [lead] = group
      return lead === undefined
        ? []
        : [{ ...Object.assign({}, ...group.map((fact) => fact.value).reverse()), ...lead.value, evidence: evidenceOf(group) }]
    })
    .sort((a, b) => (a.date && b.date ? compareDates(a.date, b.date) : a.date ? -1 : b.date ? 1 : 0))
}

function same(a: Fact<'tumor-size'>['value'], b: Fact<'tumor-size'>['value']): boolean {
  if (Math.abs(a.mm - b.mm) > 0.6 || a.how !== b.how) return false
  if (a.where !== undefined && b.where !== undefined && !overlaps(a.where, b.where)) return false
  return (
    a.date === undefined ||
    b.date === undefined ||
    a.date.slice(0, 7) === b.date.slice(0, 7) ||
    a.date.startsWith(b.date) ||
    b.date.startsWith(a.date)
  )
}

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3)
const overlaps = (a: string, b: string) => {
  const known = new Set(words(a))
  return known.size === 0 || words(b).length === 0 || words(b).some((word) => known.has(word))
}
