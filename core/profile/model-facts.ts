import type { Fact } from '../record/fact.ts'
import { daysBetween, type PartialDate } from '../record/partial-date.ts'

export const isFromModel = (fact: Fact): boolean => fact.from.startsWith('model:')

/**
 * The facts without those of a model that are about anything which rules, coded entries or the person speak of: a model fills gaps and
 * never argues. A receptor counts as spoken of in the same document and about tissue of the same days; a gene, a drug, and facts of
 * other kinds count as spoken of wherever they are.
 */
export function withGapsFilled(facts: readonly Fact[]): readonly Fact[] {
  if (!facts.some(isFromModel)) return facts
  const own = facts.filter((fact) => !isFromModel(fact))
  return [...own, ...facts.filter(isFromModel).flatMap((fact) => gapOf(fact, own) ?? [])]
}

/** What is left of a model's fact beside the others; undefined when nothing is. */
function gapOf(fact: Fact, own: readonly Fact[]): Fact | undefined {
  if (fact.kind === 'receptors') return receptorGap(fact, own)
  if (fact.kind === 'biomarker') {
    const { gene } = fact.value
    return own.some((one) => one.kind === 'biomarker' && one.value.gene.toLowerCase() === gene.toLowerCase()) ? undefined : fact
  }
  if (fact.kind === 'treatment') {
    const { drugs } = fact.value
    const isSpokenOf = own.some((one) => one.kind === 'treatment' && one.value.drugs.some((drug) => drugs.includes(drug)))
    return isSpokenOf || drugs.length === 0 ? undefined : fact
  }
  return own.some(({ kind }) => kind === fact.kind) ? undefined : fact
}

function receptorGap(fact: Fact<'receptors'>, own: readonly Fact[]): Fact | undefined {
  const near = own.filter(
    (one): one is Fact<'receptors'> =>
      one.kind === 'receptors' &&
      (one.evidence[0].document === fact.evidence[0].document ||
        fact.value.date === undefined ||
        isSameTime(one.value.date, fact.value.date)),
  )
  const { er, pr, her2, ki67, ...value } = fact.value
  const left = {
    ...(er && !near.some((one) => one.value.er) ? { er } : {}),
    ...(pr && !near.some((one) => one.value.pr) ? { pr } : {}),
    ...(her2 && !near.some((one) => one.value.her2) ? { her2 } : {}),
    ...(ki67 !== undefined && !near.some((one) => one.value.ki67 !== undefined) ? { ki67 } : {}),
  }
  return Object.keys(left).length === 0 ? undefined : { ...fact, value: { ...value, ...left } }
}

/** Within six weeks, or where dates are too vague to tell. */
function isSameTime(a: PartialDate | undefined, b: PartialDate): boolean {
  if (a === undefined) return false
  const { least, most } = daysBetween(a, b)
  return least <= SAME_DAYS && most >= -SAME_DAYS
}
const SAME_DAYS = 42
