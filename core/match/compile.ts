import type { Criterion } from '../record/criterion.ts'
import type { Trial } from '../record/trial.ts'
import { criteriaOfText } from '../trials/criteria-of-text.ts'
import { plainText } from './clause.ts'
import { type CompiledCriterion, compileCriterion } from './compile-criterion.ts'

export type CompiledTrial = { trial: Trial; criteria: CompiledCriterion[]; cohorts: string[] }

/** Reads the criteria of a trial once, for any number of people. */
export function compileTrial(trial: Trial, criteria: readonly Criterion[] = criteriaOfText(trial.criteriaText ?? '')): CompiledTrial {
  const byIndex = new Map(criteria.map((criterion) => [criterion.index, criterion]))
  const children = new Map<number, number[]>()
  criteria.forEach((criterion, place) => {
    if (criterion.parent !== undefined && !criterion.header)
      children.set(criterion.parent, [...(children.get(criterion.parent) ?? []), place])
  })
  const compiled = criteria.map((criterion) => compileCriterion(criterion, leadIn(criterion, byIndex), children.get(criterion.index) ?? []))
  const cohorts = [...new Set(criteria.flatMap((criterion) => criterion.cohort ?? []))]
  return { trial, criteria: compiled, cohorts }
}

/** Words of the piece this one is listed under, which it continues: "Prior treatment with any of the following: • taxanes". */
function leadIn(criterion: Criterion, byIndex: ReadonlyMap<number, Criterion>): string {
  const parent = criterion.parent === undefined ? undefined : byIndex.get(criterion.parent)
  if (!parent || parent.header || criterion.header) return ''
  const words = plainText(parent.text).trimEnd()
  return /:$|\bfollowing\b[^.]*$/.test(words) ? `${words.slice(-LEAD)} ` : ''
}
const LEAD = 300
