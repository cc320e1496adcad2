import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
import { add, type Course, canJoin, isPart, sameDrugs, withoutOutcome } from './course.ts'
import { type TreatmentFact, weightOf, within } from './statements.ts'

/** Puts a statement without dates to the course it fits best: the same drugs, the same time, setting and line; else it is a course of its own. */
export function placeUndated(courses: Course[], fact: TreatmentFact): void {
  const { drugs, setting, line } = fact.value
  const holding = courses.filter((course) => isPart(drugs, course) || course.drugs.every((drug) => drugs.includes(drug)))
  if (holding.length > 0) {
    const scored = holding
      .map((course) => ({ course, score: scoreOf(course, fact) }))
      .sort((a, b) => b.score - a.score || firstDay(b.course.start ?? EARLY) - firstDay(a.course.start ?? EARLY))
    const best = scored[0]?.course
    if (best && contradicts(best, fact)) courses.push({ drugs: [...drugs], facts: [fact] })
    else if (best && isMoreOfIt(best, fact)) add(best, fact)
    else if (best) best.facts.push(sameDrugs(best, drugs) || isPart(drugs, best) ? fact : withoutOutcome(fact))
    return
  }
  if (drugs.every((drug) => courses.some((course) => course.drugs.includes(drug)))) return
  if (weightOf(fact) < 3 && setting === undefined && line === undefined && drugs.length === 0) return
  courses.push({ drugs: [...drugs], facts: [fact] })
}

/** "On tucatinib, capecitabine and trastuzumab", said while a course that so far has only tucatinib ran, or as it ended. */
const isMoreOfIt = (course: Course, { value, said }: TreatmentFact) =>
  value.ongoing === true &&
  value.drugs.length > course.drugs.length &&
  said !== undefined &&
  (course.start ?? course.end) !== undefined &&
  within(said, course.start ?? course.end, course.end, 31) &&
  canJoin(course, value.drugs)

/** Adjuvant treatment told of without dates is not the metastatic course of the same drug. */
function contradicts(course: Course, { value }: TreatmentFact): boolean {
  const { settings } = saidOf(course)
  if (value.setting === undefined || settings.size === 0 || settings.has(value.setting)) return false
  return (value.setting === 'metastatic') !== settings.has('metastatic')
}

/** Same drugs, said while it ran, same setting and line. */
function scoreOf(course: Course, fact: TreatmentFact): number {
  const { drugs, setting, line } = fact.value
  const said = fact.said
  const { settings, lines } = saidOf(course)
  return (
    (sameDrugs(course, drugs) ? 4 : 0) +
    (said !== undefined && course.start !== undefined && within(said, course.start, course.end, 31) ? 3 : 0) +
    (setting !== undefined && settings.size > 0 ? (settings.has(setting) ? 2 : -4) : 0) +
    (line !== undefined && lines.size > 0 ? (lines.has(line) ? 2 : -3) : 0) +
    (said !== undefined && course.start !== undefined && firstDay(course.start) > lastDay(said) ? -8 : 0)
  )
}

/** Settings and lines that the statements of a course name; statements are only ever added, so each is looked at once. */
function saidOf(course: Course): Said {
  const said = SAID.get(course) ?? { looked: 0, settings: new Set(), lines: new Set() }
  for (const { value } of course.facts.slice(said.looked)) {
    if (value.setting !== undefined) said.settings.add(value.setting)
    if (value.line !== undefined) said.lines.add(value.line)
  }
  said.looked = course.facts.length
  SAID.set(course, said)
  return said
}
type Said = { looked: number; settings: Set<NonNullable<TreatmentFact['value']['setting']>>; lines: Set<number> }
const SAID = new WeakMap<Course, Said>()

const EARLY = '1900' as PartialDate
