import { findDrug } from '../codes/drugs.ts'
import { uniqueEvidence } from '../record/evidence.ts'
import type { Fact } from '../record/fact.ts'
import { compareDates, firstDay, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Conflict, Profile } from '../record/profile.ts'
import { confirmedPlans } from './therapy/confirmed-plans.ts'
import { confirmedRadiation } from './therapy/confirmed-radiation.ts'
import { summaryOf } from './therapy/course-summary.ts'
import { coursesOf } from './therapy/courses.ts'
import { withLines } from './therapy/lines.ts'
import { operationsOf, radiationOf } from './therapy/local-treatments.ts'
import { isProtection } from './therapy/ovarian-protection.ts'
import { confirmedCourse, withSettings } from './therapy/settings.ts'
import { givenTreatments, near, type TreatmentFact } from './therapy/statements.ts'

type Treatment = Profile['treatments'][number]

/** What the rest of the profile knows that decides the setting of a treatment. */
export type DiseaseCourse = {
  /** When distant metastasis was first found; absent when there is none or nobody says. */
  metastaticSince?: PartialDate | undefined
  /** Metastatic at the first diagnosis. */
  deNovo?: boolean | undefined
  /** When the first cancer was diagnosed. */
  diagnosed?: PartialDate | undefined
  /** When each place of spread was first seen. */
  spreads?: readonly PartialDate[] | undefined
}
export type MergedTreatments = { treatments: Profile['treatments']; conflicts: Conflict[] }

/** All treatments that were given, each once, in order of time, with setting and line of therapy. */
export function mergeTreatments(facts: readonly Fact[], asOf: PartialDate, course: DiseaseCourse = {}): MergedTreatments {
  const denied = facts.filter((fact): fact is TreatmentFact => fact.kind === 'treatment' && fact.certainty === 'ruled-out')
  const stated = givenTreatments(facts)
  const told = [...stated, ...confirmedPlans(facts, stated), ...confirmedRadiation(facts, stated, asOf)]
  const refuted = told.filter((fact) => isDenied(fact, denied))
  const given = told.filter((fact) => !refuted.includes(fact)).map((fact) => withoutFutureEnd(withLastDose(fact, asOf), asOf))
  const responses = facts.filter((fact): fact is Fact<'response'> => fact.kind === 'response')
  const systemic = coursesOf(given.filter(({ value }) => value.type === 'systemic' && value.drugs.length > 0)).map((one) =>
    summaryOf(one, responses),
  )
  const treated = systemic.map(({ treatment }) => treatment)
  const all = [
    ...treated.filter((one) => !isProtection(one, treated)),
    ...operationsOf(given, course.diagnosed),
    ...radiationOf(given),
  ].sort(byTime)
  const confirmed = confirmedCourse(all, course)
  const treatments = withLines(withSettings(all, confirmed)).map((one, i, list) =>
    withSpread(
      withProgression(withCompletion(one, list.slice(i + 1), confirmed), list.slice(i + 1), responses),
      list.slice(i + 1),
      course.spreads ?? [],
    ),
  )
  return { treatments, conflicts: [...systemic.flatMap(({ conflicts }) => conflicts), ...neverGiven(refuted, denied)] }
}

/** What was named as given and is taken for never given, with the words of both, one for all mentions of the same drugs. */
function neverGiven(refuted: readonly TreatmentFact[], denied: readonly TreatmentFact[]): Conflict[] {
  const byDrugs = Map.groupBy(refuted, ({ value }) => value.drugs.join(' + '))
  return [...byDrugs].flatMap(([drugs, facts]): Conflict[] => {
    const [first, ...more] = denied.filter(({ value }) => facts.some((fact) => fact.value.drugs.some((drug) => value.drugs.includes(drug))))
    if (first === undefined) return []
    return [
      {
        about: `treatment: ${drugs}`,
        chosen: 'never given',
        reason: 'it was named without any day, and a later document says that it was never given',
        others: [{ value: 'named as given', evidence: facts.flatMap(({ evidence }) => evidence) }],
        evidence: [...first.evidence, ...more.flatMap(({ evidence }) => evidence)],
      },
    ]
  })
}

/** Told of without any day, and said later never to have been given. */
const isDenied = ({ value, said }: TreatmentFact, denied: readonly TreatmentFact[]) =>
  value.start === undefined &&
  value.end === undefined &&
  value.drugs.length > 0 &&
  value.drugs.every((drug) =>
    denied.some(
      (no) => no.value.drugs.includes(drug) && (said === undefined || no.said === undefined || lastDay(said) <= lastDay(no.said)),
    ),
  )

/** An end after the day of the profile is a plan. */
function withoutFutureEnd(fact: TreatmentFact, asOf: PartialDate): TreatmentFact {
  const { end, ...value } = fact.value
  if (end === undefined || firstDay(end) <= lastDay(asOf)) return fact
  return { ...fact, value: value.start === undefined ? value : { ...value, ongoing: true } }
}

/** The last row of an open record of doses: it goes on when that was in the last weeks; of an older record nobody can say. */
function withLastDose(fact: TreatmentFact, asOf: PartialDate): TreatmentFact {
  const { end, ongoing, ...value } = fact.value
  if (end === undefined || !ongoing || !fact.from.startsWith('rule:administration')) return fact
  return { ...fact, value: firstDay(asOf) - lastDay(end) <= STILL_GIVEN_DAYS ? { ...value, ongoing: true } : value }
}
const STILL_GIVEN_DAYS = 45

const byTime = (a: Treatment, b: Treatment) => compareDates(a.start ?? a.end ?? LATE, b.start ?? b.end ?? LATE)
const LATE = '2199' as PartialDate

/**
 * Chemotherapy of early disease that ended without a stated reason, and was followed within four months by the next step of the plan,
 * had run its course; endocrine treatment is not judged so.
 */
function withCompletion(one: Treatment, later: readonly Treatment[], course: DiseaseCourse): Treatment {
  const { end } = one
  if (one.stopped !== undefined || one.type !== 'systemic' || end === undefined) return one
  if (
    course.metastaticSince !== undefined &&
    end.length >= 7 &&
    course.metastaticSince.length >= 7 &&
    near(end, course.metastaticSince, 45) &&
    one.setting !== 'metastatic'
  )
    return { ...one, stopped: 'progression', reason: 'metastasis was found as it ended' }
  if (one.setting !== 'neoadjuvant' && one.setting !== 'adjuvant') return one
  if (one.setting === 'adjuvant' && isFiveYears(one))
    return { ...one, stopped: 'completed', reason: 'five years, the usual course, had passed' }
  if (one.drugs.every((drug) => ['endocrine', 'CDK4/6'].includes(findDrug(drug)?.family ?? ''))) return one
  const next = later.find(({ start }) => start !== undefined && firstDay(start) >= firstDay(end) - 14)
  if (next?.start === undefined || next.setting === 'metastatic' || firstDay(next.start) - lastDay(end) > NEXT_STEP_DAYS) return one
  return { ...one, stopped: 'completed', reason: `the next step, ${next.name}, followed` }
}
/**
 * A line without a stated end, progression on it, and within three months another line: it ended with that progression.
 * Without both nothing is said, however clearly another treatment followed.
 */
function withProgression(one: Treatment, later: readonly Treatment[], responses: readonly Fact<'response'>[]): Treatment {
  const { start, end, ongoing, stopped } = one
  if (one.type !== 'systemic' || one.setting !== 'metastatic' || start === undefined || end !== undefined || ongoing) return one
  if (stopped !== undefined && stopped !== 'progression') return one
  const next = later.find(
    (other) => other.type === 'systemic' && other.start !== undefined && !one.drugs.every((drug) => other.drugs.includes(drug)),
  )
  if (next?.start === undefined) return one
  const begun = next.start
  const found = responses.find(
    ({ value, certainty }) =>
      value.value === 'progression' &&
      certainty === 'stated' &&
      value.date !== undefined &&
      value.date.length >= 7 &&
      (value.on === undefined || value.on.length === 0 || value.on.some((drug) => one.drugs.includes(drug))) &&
      firstDay(value.date) >= firstDay(start) &&
      firstDay(value.date) <= lastDay(begun) &&
      firstDay(begun) - lastDay(value.date) <= NEXT_LINE_DAYS,
  )
  if (found?.value.date === undefined) return one
  return {
    ...one,
    end: found.value.date,
    stopped: 'progression',
    evidence: uniqueEvidence([...one.evidence, ...found.evidence]),
    reason: `it progressed, and ${next.name} followed`,
  }
}
/** A line that ended without a reason as a new place of spread was found, and was followed by another: it had failed. */
function withSpread(one: Treatment, later: readonly Treatment[], spreads: readonly PartialDate[]): Treatment {
  const { start, end, stopped } = one
  if (one.type !== 'systemic' || one.setting !== 'metastatic' || start === undefined || end === undefined || stopped !== undefined)
    return one
  const next = later.find(
    (other) => other.type === 'systemic' && other.start !== undefined && !one.drugs.every((drug) => other.drugs.includes(drug)),
  )
  if (next?.start === undefined || firstDay(next.start) - lastDay(end) > NEXT_LINE_DAYS) return one
  const found = spreads.some((date) => date.length >= 7 && firstDay(date) - lastDay(start) > FIRST_SCAN_DAYS && near(date, end, 45))
  return found ? { ...one, stopped: 'progression', reason: `a new place of spread was found as it ended, and ${next.name} followed` } : one
}
/** What is seen in the first weeks of a treatment was there before it. */
const FIRST_SCAN_DAYS = 35
const NEXT_LINE_DAYS = 92

/** Adjuvant endocrine treatment is given for five years or more. */
function isFiveYears({ drugs, start, end }: Treatment): boolean {
  if (start === undefined || end === undefined || start.length === 4 || end.length === 4) return false
  const endocrine = drugs.some((drug) => findDrug(drug)?.family === 'endocrine')
  return endocrine && firstDay(end) - lastDay(start) >= FIVE_YEARS_DAYS
}
const FIVE_YEARS_DAYS = 5 * 365 - 60
const NEXT_STEP_DAYS = 120
