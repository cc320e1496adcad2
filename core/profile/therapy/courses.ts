import { findDrug } from '../../codes/drugs.ts'
import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
import { add, type Course, canJoin, isPart, sameDrugs, sharesDrug, withoutDates, withoutStart } from './course.ts'
import { MAINTENANCE_DAYS, withMaintenance } from './maintenance.ts'
import { near, type TreatmentFact, weightOf, within } from './statements.ts'
import { placeUndated } from './undated-courses.ts'

/**
 * Sorts statements of systemic treatment into courses: the same drugs at the same time are one course, however many documents say so.
 * The heaviest and most precise statements come first, so that vague ones find their course.
 */
export function coursesOf(facts: readonly TreatmentFact[]): Course[] {
  const courses: Course[] = []
  const dated = facts.filter(({ value }) => value.start !== undefined).sort(byClarity)
  const ended = facts.filter(({ value }) => value.start === undefined && value.end !== undefined).sort(byClarity)
  const undated = facts.filter(({ value }) => value.start === undefined && value.end === undefined)
  for (const fact of dated) placeDated(courses, fact)
  joinParts(courses)
  for (const fact of ended) placeEnded(courses, fact)
  for (const fact of undated) placeUndated(courses, fact)
  return withMaintenance(courses)
}

const byClarity = (a: TreatmentFact, b: TreatmentFact) =>
  weightOf(b) - weightOf(a) ||
  (b.value.start?.length ?? 0) - (a.value.start?.length ?? 0) ||
  Number(b.value.end !== undefined) - Number(a.value.end !== undefined) ||
  b.value.drugs.length - a.value.drugs.length ||
  firstDay(a.value.start ?? EARLY) - firstDay(b.value.start ?? EARLY)
const EARLY = '1900' as PartialDate

/** How far apart two statements of the same start may lie. */
const SAME_START_DAYS = 45
/** How far apart two statements of the same end may lie. */
const SAME_END_DAYS = 62
/** Drugs that begin within these days of each other are one regimen (usual in counting lines of therapy: 28 days). */
const ONE_REGIMEN_DAYS = 28

function placeDated(courses: Course[], fact: TreatmentFact): void {
  const { start, end, drugs } = fact.value
  if (start === undefined) return
  const sameStart = courses.filter(
    (course) => sharesDrug(course, drugs) && course.start !== undefined && near(course.start, start, SAME_START_DAYS),
  )
  const exact =
    sameStart.find((course) => sameDrugs(course, drugs)) ??
    sameStart.find((course) => isPart(drugs, course)) ??
    sameStart.find((course) => canJoin(course, drugs))
  if (exact) {
    const spanned = end === undefined ? [] : laterParts(courses, exact, drugs, end)
    if (spanned.length > 0) for (const course of [exact, ...spanned]) course.facts.push(withoutDates(fact))
    else add(exact, fact)
    return
  }
  const running = courses.find(
    (course) =>
      isPart(drugs, course) &&
      within(start, course.start, course.end, 7) &&
      (course.end !== undefined || course.start !== undefined) &&
      !isNewCourse(course, fact) &&
      !goesOnWithFewer(course, fact),
  )
  if (running) {
    add(
      running,
      end !== undefined && running.end !== undefined && !near(end, running.end, SAME_END_DAYS) && firstDay(end) > lastDay(running.end)
        ? withoutDates(fact)
        : withoutStart(fact),
    )
    return
  }
  if (isCovered(courses, fact)) return
  courses.push({ drugs: [...drugs], facts: [fact], start, ...(end ? { end } : {}) })
}

/** Some of its drugs, taken on where it ended and for long after. */
const goesOnWithFewer = (course: Course, { value }: TreatmentFact) =>
  course.end !== undefined &&
  value.start !== undefined &&
  value.drugs.length < course.drugs.length &&
  near(value.start, course.end, MAINTENANCE_DAYS) &&
  value.end !== undefined &&
  firstDay(value.end) > lastDay(course.end) + SAME_END_DAYS

/** A vague later statement inside an open course continues it; one in another setting does not. */
function isNewCourse(course: Course, fact: TreatmentFact): boolean {
  const settings = new Set(course.facts.flatMap(({ value }) => value.setting ?? []))
  if (fact.value.setting !== undefined && settings.size > 0 && !settings.has(fact.value.setting)) return true
  return (
    course.end === undefined &&
    sameDrugs(course, fact.value.drugs) &&
    fact.value.end !== undefined &&
    course.start !== undefined &&
    firstDay(fact.value.start ?? course.start) - lastDay(course.start) > 365
  )
}

/** The later courses with these drugs that a long statement ("pembrolizumab 3/2024 - 4/2025") runs across. */
function laterParts(courses: readonly Course[], first: Course, drugs: readonly string[], end: PartialDate): Course[] {
  if (first.end === undefined || near(first.end, end, SAME_END_DAYS) || firstDay(end) < lastDay(first.end)) return []
  return courses.filter(
    (course) =>
      course !== first &&
      course.start !== undefined &&
      first.start !== undefined &&
      firstDay(course.start) > firstDay(first.start) &&
      drugs.every((drug) => course.drugs.includes(drug)) &&
      within(course.start, first.start, end),
  )
}

/** A sequence told as one ("AC-T 5/2017 - 9/2017") whose parts are known already. */
function isCovered(courses: readonly Course[], fact: TreatmentFact): boolean {
  const { start, end, drugs } = fact.value
  if (start === undefined || drugs.length < 2) return false
  const parts = courses.filter(
    (course) =>
      course.drugs.some((drug) => drugs.includes(drug)) &&
      course.start !== undefined &&
      within(course.start, start, end, end === undefined ? 365 : SAME_START_DAYS),
  )
  if (!drugs.every((drug) => parts.some((course) => course.drugs.includes(drug)))) return false
  for (const course of parts) course.facts.push(withoutDates(fact))
  return true
}

/** Single drugs of coded lists that begin together are one regimen. */
function joinParts(courses: Course[]): void {
  for (let i = 0; i < courses.length; i++) {
    for (let j = courses.length - 1; j > i; j--) {
      const [a, b] = [courses[i], courses[j]]
      if (!a?.start || !b?.start || !(near(a.start, b.start, ONE_REGIMEN_DAYS) || isPartnerOf(a, b) || isPartnerOf(b, a))) continue
      if (a.start.length < 7 || b.start.length < 7) continue
      if (!canJoin(a, b.drugs) || !overlap(a, b) || fromOneRecord(a, b) || wentApart(a, b)) continue
      for (const fact of b.facts) add(a, fact)
      courses.splice(j, 1)
    }
  }
}

/** Begun on two days and ended at two times, and nobody names them together: two treatments side by side (an antibody, and a PARP inhibitor after it). */
const wentApart = (a: Course, b: Course) =>
  a.start !== undefined &&
  b.start !== undefined &&
  a.end !== undefined &&
  b.end !== undefined &&
  !near(a.start, b.start, 9) &&
  !near(a.end, b.end, SAME_END_DAYS) &&
  ![...a.drugs, ...b.drugs].some((drug) => ['endocrine', 'CDK4/6'].includes(findDrug(drug)?.family ?? ''))

/** A drug that is only given with endocrine treatment, begun while that alone was running, was added to it. */
function isPartnerOf(partner: Course, running: Course): boolean {
  const families = (course: Course) => course.drugs.map((drug) => findDrug(drug)?.family)
  return (
    families(partner).every((family) => family === 'CDK4/6' || family === 'PI3K/AKT/mTOR') &&
    families(running).every((family) => family === 'endocrine') &&
    partner.start !== undefined &&
    running.start !== undefined &&
    firstDay(partner.start) >= firstDay(running.start) &&
    firstDay(partner.start) - lastDay(running.start) <= ADDED_DAYS &&
    (running.end === undefined || lastDay(running.end) > firstDay(partner.start))
  )
}
/** After longer alone it is a treatment of its own. */
const ADDED_DAYS = 183

/** An administration record has already said which drugs were given together. */
const fromOneRecord = (a: Course, b: Course) =>
  [a, b].every((course) => course.facts.some((fact) => fact.from.startsWith('rule:administration')))

const overlap = (a: Course, b: Course) =>
  (a.end === undefined || b.start === undefined || lastDay(a.end) >= firstDay(b.start)) &&
  (b.end === undefined || a.start === undefined || lastDay(b.end) >= firstDay(a.start))

function placeEnded(courses: Course[], fact: TreatmentFact): void {
  const { end, drugs } = fact.value
  if (end === undefined) return
  const sharing = courses.filter(
    (course) => sharesDrug(course, drugs) && (course.start === undefined || firstDay(course.start) <= lastDay(end)),
  )
  const fitting = sharing.filter((course) => isPart(drugs, course) && (course.end === undefined || near(course.end, end, SAME_END_DAYS)))
  const latest = fitting.sort((a, b) => firstDay(b.start ?? EARLY) - firstDay(a.start ?? EARLY))[0]
  if (latest) {
    add(latest, fact)
    return
  }
  const inside = sharing.find(
    (course) => course.start !== undefined && isPart(drugs, course) && within(end, course.start, course.end, SAME_END_DAYS),
  )
  if (inside) {
    add(inside, inside.drugs.length > drugs.length ? fact : withoutDates(fact))
    return
  }
  const wider = sharing.find((course) => course.end === undefined && course.drugs.every((drug) => drugs.includes(drug)))
  if (wider) {
    add(wider, fact)
    return
  }
  const [vague] = sharing
  if (vague && end.length === 4) {
    vague.facts.push(withoutDates(fact))
    return
  }
  courses.push({ drugs: [...drugs], facts: [fact], end })
}
