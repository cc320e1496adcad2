import { findDrug } from '../../codes/drugs.ts'
import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
import { type Course, isPart, sameDrugs, withoutEnd, withoutStart } from './course.ts'
import { near } from './statements.ts'

/** Fewer of the same drugs that go on where a regimen ended are its maintenance: one course, which ends when they end. */
export function withMaintenance(courses: readonly Course[]): Course[] {
  const result: Course[] = []
  for (const course of [...courses].sort((a, b) => firstDay(a.start ?? LATE) - firstDay(b.start ?? LATE))) {
    const first = result.find((one) => isMaintenanceOf(course, one))
    if (!first) {
      result.push(course)
      continue
    }
    const before = first.facts.map((fact) =>
      sameDrugs(first, fact.value.drugs) && fact.value.stopped !== 'toxicity' ? withoutEnd(fact) : fact,
    )
    const after = course.facts.map((fact) =>
      withoutStart({
        ...fact,
        value: {
          ...fact.value,
          name: nameOfWhole(first),
          drugs: [...first.drugs, ...course.drugs.filter((drug) => !first.drugs.includes(drug))],
        },
      }),
    )
    first.facts = [...before, ...after]
    first.maintenance = course.drugs
    for (const drug of course.drugs) if (!first.drugs.includes(drug)) first.drugs.push(drug)
    if (course.end === undefined) delete first.end
    else first.end = course.end
  }
  return result
}
const LATE = '2199' as PartialDate
const nameOfWhole = (course: Course) =>
  course.facts.find(({ value }) => sameDrugs(course, value.drugs))?.value.name ?? course.drugs.join(' + ')

function isMaintenanceOf(course: Course, first: Course): boolean {
  if (first.end === undefined || course.start === undefined || course.start.length < 7 || first.end.length < 7) return false
  // an endocrine partner may join those that go on
  const goingOn = course.drugs.filter((drug) => first.drugs.includes(drug) || findDrug(drug)?.family !== 'endocrine')
  if (goingOn.length === 0 || goingOn.length >= first.drugs.length || !isPart(goingOn, first)) return false
  if (!near(course.start, first.end, MAINTENANCE_DAYS) || (course.end !== undefined && lastDay(course.end) < firstDay(first.end)))
    return false
  const settings = new Set([...first.facts, ...course.facts].flatMap(({ value }) => value.setting ?? []))
  const failed = first.facts.some(({ value }) => value.stopped === 'progression' && sameDrugs(first, value.drugs))
  return settings.size <= 1 && !settings.has('neoadjuvant') && !failed
}
/** Maintenance begins with the next cycle. */
export const MAINTENANCE_DAYS = 45
