import { uniqueEvidence } from '../../record/evidence.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { addDays, firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
import type { Conflict, Profile } from '../../record/profile.ts'
import { type Course, isPart, sameDrugs } from './course.ts'
import { doseOf } from './doses.ts'
import { chooseDate, near, type TreatmentFact, weightOf, within } from './statements.ts'

type Treatment = Profile['treatments'][number]
export type Summary = { treatment: Treatment; conflicts: Conflict[] }

/** One treatment from all statements about its course; dates that disagree by more than a month are kept as a conflict. */
export function summaryOf(course: Course, responses: readonly Fact<'response'>[]): Summary {
  const start = startOf(course)
  const end = endOf(course)
  const runs = end.date === undefined && course.facts.some(({ value }) => value.ongoing === true)
  const told = reasonOf(course, end.date, responses, runs)
  const stopped = end.date === undefined && !course.facts.some(({ value }) => value.stopped) ? undefined : told
  const ongoing = runs && stopped === undefined
  const drugs = course.drugs
  const dose = doseOf(course)
  const setting = settingOf(course)
  const line = mostSaid(course.facts.flatMap(({ value }) => value.line ?? []))
  const best = course.facts.find(({ value }) => value.bestResponse !== undefined)?.value.bestResponse
  const evidence = uniqueEvidence(
    [...course.facts].sort((a, b) => usefulness(b, course) - usefulness(a, course)).flatMap((fact) => fact.evidence),
  )
  const reason = [start.reason, end.reason].filter((text) => text !== undefined).join('; ')
  return {
    treatment: {
      type: 'systemic',
      name: nameOf(course),
      drugs,
      ...(setting ? { setting } : {}),
      ...(line === undefined ? {} : { line }),
      ...(start.date ? { start: start.date } : {}),
      ...(end.date ? { end: end.date } : {}),
      ...(stopped ? { stopped } : {}),
      ...(ongoing ? { ongoing } : {}),
      ...(dose ? { dose } : {}),
      ...(best ? { bestResponse: best } : {}),
      evidence,
      ...(reason ? { reason } : {}),
    },
    conflicts: [...start.conflicts, ...end.conflicts],
  }
}

/** The setting that most statements about just these drugs name, the heavier ones counting more. */
function settingOf(course: Course): Treatment['setting'] {
  const votes = new Map<NonNullable<Treatment['setting']>, number>()
  for (const fact of course.facts) {
    const { setting, line, drugs, start } = fact.value
    const named = setting ?? (line === undefined ? undefined : 'metastatic')
    if (named === undefined) continue
    votes.set(named, (votes.get(named) ?? 0) + weightOf(fact) + (sameDrugs(course, drugs) ? 2 : 0) + (start ? 2 : 0))
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0]
}

type Chosen = { date?: PartialDate; reason?: string; conflicts: Conflict[] }

function startOf(course: Course): Chosen {
  const facts = course.facts.filter(({ value }) => value.start !== undefined)
  if (facts.length === 0) return { conflicts: [] }
  const date = chooseDate(
    facts.flatMap((fact) => (fact.value.start ? [{ date: fact.value.start, weight: weightOf(fact) }] : [])),
    'earliest',
  )
  return { ...(date ? { date } : {}), ...dispute(course, 'start', date, facts) }
}

/** The end of the drug that was given longest: parts of a regimen may have ended before. */
function endOf(course: Course): Chosen {
  const stops = course.facts.some(({ value }) => value.stopped !== undefined || (value.end !== undefined && value.ongoing !== true))
  const facts = course.facts.filter(({ value }) => value.end !== undefined && (value.ongoing !== true || stops))
  if (facts.length === 0) return { conflicts: [] }
  const whole = facts.filter(({ value }) => sameDrugs(course, value.drugs))
  const parts = facts.filter(({ value }) => !sameDrugs(course, value.drugs) && isPart(value.drugs, course))
  const latestPart = chooseDate(
    parts.flatMap((fact) => (fact.value.end ? [{ date: fact.value.end, weight: 0 }] : [])),
    'latest',
  )
  const wholeEnd = chooseDate(
    whole.flatMap((fact) =>
      fact.value.end ? [{ date: fact.value.end, weight: weightOf(fact) + (LAST_DOSE.test(fact.evidence[0].quote) ? 0.5 : 0) }] : [],
    ),
    'latest',
  )
  const date = wholeEnd ?? (latestPart && !goesOnAfter(course, latestPart) ? latestPart : undefined)
  return { ...(date ? { date } : {}), ...(wholeEnd ? dispute(course, 'end', date, whole) : { conflicts: [] }) }
}

/** The day of the last dose says more than the day somebody decided to stop. */
const LAST_DOSE = /\blast (?:dose|cycle|given|infusion|taken|treatment)\b/i

/** Another drug of the regimen is said to go on later. */
const goesOnAfter = (course: Course, end: PartialDate) =>
  course.facts.some(({ value, said }) => value.ongoing === true && said !== undefined && firstDay(said) > lastDay(end) + 31)

function dispute(
  course: Course,
  which: 'start' | 'end',
  chosen: PartialDate | undefined,
  facts: readonly TreatmentFact[],
): Pick<Chosen, 'reason' | 'conflicts'> {
  if (chosen === undefined) return { conflicts: [] }
  const others = facts.filter(({ value }) => {
    const date = value[which]
    return date !== undefined && sameDrugs(course, value.drugs) && !near(date, chosen, 31)
  })
  if (others.length === 0) return { conflicts: [] }
  const reason = 'records of the doses given count before notes, notes before lists, and those before memory'
  return {
    reason: `${which}: ${reason}`,
    conflicts: [
      {
        about: `${which} of ${nameOf(course)}`,
        chosen,
        reason,
        others: others.map((fact) => ({ value: fact.value[which] ?? '', evidence: fact.evidence })),
        evidence: uniqueEvidence(
          facts.filter(({ value }) => value[which] !== undefined && near(value[which], chosen, 31)).flatMap((fact) => fact.evidence),
        ),
      },
    ],
  }
}

/** While the regimen `runs`, only a reason about all of it counts. By word, a reason before a mere "completed"; else progression found around the end. */
function reasonOf(
  course: Course,
  end: PartialDate | undefined,
  responses: readonly Fact<'response'>[],
  runs: boolean,
): FactValue<'treatment'>['stopped'] {
  const told = course.facts
    .filter(({ value, from }) => value.stopped !== undefined && !(value.stopped === 'completed' && from === 'structured'))
    .filter(({ value }) => !runs || sameDrugs(course, value.drugs))
    .filter(({ value }) => sameDrugs(course, value.drugs) || value.end === undefined || end === undefined || near(value.end, end, 62))
    .sort((a, b) => weightOf(b) - weightOf(a) || lastDay(b.said ?? EARLY) - lastDay(a.said ?? EARLY))
  const decisive = told.filter(({ value }) => value.stopped !== 'completed')
  const weighty = decisive[0]
  if (weighty) return weighty.value.stopped
  if (end !== undefined && progressedAround(course, end, responses)) return 'progression'
  return told[0]?.value.stopped
}

/** Progression dated up to six weeks before the last dose or three weeks after it, not said to be on other drugs. */
function progressedAround(course: Course, end: PartialDate, responses: readonly Fact<'response'>[]): boolean {
  const last = end.length === 10 ? addDays(end, 21) : end
  const first = end.length === 10 ? addDays(end, -42) : end
  return responses.some(({ value, certainty }) => {
    if (value.value !== 'progression' || certainty !== 'stated') return false
    if (value.on !== undefined && value.on.length > 0 && !value.on.some((drug) => course.drugs.includes(drug))) return false
    return value.date !== undefined && value.date.length >= 7 && within(value.date, first, last)
  })
}

const EARLY = '1900' as PartialDate

/** As the heaviest statement that names all its drugs writes it. */
function nameOf(course: Course): string {
  const whole = course.facts.filter(({ value }) => sameDrugs(course, value.drugs)).sort((a, b) => weightOf(b) - weightOf(a))[0]
  const name = whole?.value.name ?? course.drugs.join(' + ')
  return course.maintenance ? `${name}, then ${course.maintenance.join(' + ')}` : name
}

/** Statements with dates and reasons first: they are what a reader wants to see. */
const usefulness = (fact: TreatmentFact, course: Course) =>
  weightOf(fact) +
  (fact.value.start ? 3 : 0) +
  (fact.value.end ? 3 : 0) +
  (fact.value.stopped ? 2 : 0) +
  (sameDrugs(course, fact.value.drugs) ? 2 : 0)

function mostSaid(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}
