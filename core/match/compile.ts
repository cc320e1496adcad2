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
  const compiled = criteria.map((criterion) =>
    compileCriterion(criterion, leadIn(criterion, byIndex), children.get(criterion.index) ?? [], isTurnedAlready(criterion, byIndex)),
  )
  const cohorts = [...new Set(criteria.flatMap((criterion) => criterion.cohort ?? []))]
  return { trial, criteria: compiled, cohorts }
}

/** True when the list this piece stands in was already read as one of exclusions. */
const isTurnedAlready = (criterion: Criterion, byIndex: ReadonlyMap<number, Criterion>): boolean =>
  criterion.parent !== undefined && byIndex.get(criterion.parent)?.section !== criterion.section

/** Words of the piece this one is listed under, which it continues: "Prior treatment with any of the following: • taxanes". */
function leadIn(criterion: Criterion, byIndex: ReadonlyMap<number, Criterion>): string {
  const parent = criterion.parent === undefined ? undefined : byIndex.get(criterion.parent)
  if (!parent || criterion.header) return ''
  const words = plainText(parent.text).trimEnd()
  if (SECTION.test(words)) return ''
  return /:$|\bfollowing\b[^.]*$/.test(words) ? `${words.slice(-LEAD)} ` : ''
}
const LEAD = 300
const SECTION = /^[^a-z]*(?:(?:key|main|major|general) )?(?:inclusion|exclusion|eligibility) criteri/
