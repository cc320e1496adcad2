import { type Drug, findDrug } from '../../codes/drugs.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { canBeOneRegimen } from '../../understand/therapy/drug-groups.ts'
import type { TreatmentFact } from './statements.ts'

/** Statements about one course of drugs given together; `start` and `end` so far. */
export type Course = {
  drugs: string[]
  facts: TreatmentFact[]
  start?: PartialDate
  end?: PartialDate
  /** The drugs that went on when the others had been given to the end. */
  maintenance?: string[]
}

/** The course with one more statement about it. */
export function add(course: Course, fact: TreatmentFact): void {
  for (const drug of fact.value.drugs) if (!course.drugs.includes(drug)) course.drugs.push(drug)
  course.facts.push(fact)
  const { start, end } = fact.value
  if (start !== undefined && course.start === undefined) course.start = start
  if (end !== undefined && sameDrugs(course, fact.value.drugs) && course.end === undefined) course.end = end
}

export const withoutDates = (fact: TreatmentFact): TreatmentFact => {
  const { start: _start, end: _end, stopped: _stopped, ongoing: _ongoing, ...value } = fact.value
  return { ...fact, value }
}
export const withoutStart = (fact: TreatmentFact): TreatmentFact => {
  const { start: _start, ...value } = fact.value
  return { ...fact, value }
}
export const withoutEnd = (fact: TreatmentFact): TreatmentFact => {
  const { end: _end, stopped: _stopped, ...value } = fact.value
  return { ...fact, value }
}
export const withoutOutcome = (fact: TreatmentFact): TreatmentFact => {
  const { stopped: _stopped, line: _line, bestResponse: _best, ...value } = fact.value
  return { ...fact, value }
}

export const sameDrugs = (course: Course, drugs: readonly string[]) =>
  course.drugs.length === drugs.length && drugs.every((drug) => course.drugs.includes(drug))
/** All of these drugs are among the course's. */
export const isPart = (drugs: readonly string[], course: Course) => drugs.every((drug) => course.drugs.includes(drug))
export const sharesDrug = (course: Course, drugs: readonly string[]) => drugs.some((drug) => course.drugs.includes(drug))

/** Ovarian suppression joins endocrine treatment; beside chemotherapy alone it spares the ovaries. */
export function canJoin(course: Course, drugs: readonly string[]): boolean {
  const all = [...new Set([...course.drugs, ...drugs])].flatMap((name) => findDrug(name) ?? [])
  const suppression = (drug: Drug) => drug.classes.includes('ovarian suppression')
  if (all.some(suppression) && !all.some((drug) => ['endocrine', 'CDK4/6'].includes(drug.family) && !suppression(drug))) return false
  return canBeOneRegimen(all)
}
