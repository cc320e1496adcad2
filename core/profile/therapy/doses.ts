import { compareDates, lastDay, type PartialDate } from '../../record/partial-date.ts'
import { type Course, sameDrugs } from './course.ts'
import { type TreatmentFact, weightOf } from './statements.ts'

/**
 * The dose a treatment began with and, where it is another, the latest one with its date: `5.4 mg/kg; 4.4 mg/kg from 2024-04-02`.
 * Only doses in the same unit can be a change of one another; else the heaviest statement's dose stands alone.
 */
export function doseOf(course: Course): string | undefined {
  const stated = course.facts
    .filter(({ value, from }) => value.dose !== undefined && sameDrugs(course, value.drugs) && !from.startsWith('rule:told'))
    .sort((a, b) => weightOf(b) - weightOf(a))
  const [heaviest] = stated
  if (heaviest?.value.dose === undefined) return undefined
  if (heaviest.value.dose.includes('; ')) return heaviest.value.dose
  const told = stated.find(({ value }) => value.dose?.includes('; '))
  if (told?.value.dose !== undefined && unitOf(told.value.dose) === unitOf(heaviest.value.dose)) return told.value.dose
  const inUnit = stated.filter(({ value }) => unitOf(value.dose) === unitOf(heaviest.value.dose))
  const first = [...inUnit].sort((a, b) => compareDates(a.said ?? LATE, b.said ?? LATE))[0] ?? heaviest
  const begun = inUnit.find(({ value, from }) => value.start !== undefined && from !== 'structured') ?? first
  const changed = inUnit.find(({ value }) => SINCE.test(value.dose ?? '') && !isSame(begun, { value }))
  if (changed) return `${begun.value.dose}; ${changed.value.dose}`
  const latest = [...inUnit].sort((a, b) => lastDay(b.said ?? EARLY) - lastDay(a.said ?? EARLY) || placeIn(b, a))[0] ?? heaviest
  return isSame(begun, latest)
    ? (begun.value.dose ?? '')
    : `${begun.value.dose}; ${latest.value.dose}${latest.said ? ` as of ${latest.said}` : ' later'}`
}

/** Of one document the later words tell the later dose. */
const placeIn = (a: TreatmentFact, b: TreatmentFact) =>
  a.evidence[0].document === b.evidence[0].document
    ? a.evidence[0].page - b.evidence[0].page || a.evidence[0].start - b.evidence[0].start
    : 0

/** It says itself from when. */
const SINCE = /\b(?:since|from|as of|starting|beginning) \S*\d/
const isSame = (a: Pick<TreatmentFact, 'value'>, b: Pick<TreatmentFact, 'value'>) => amountOf(a.value.dose) === amountOf(b.value.dose)
const amountOf = (dose = '') => Number.parseFloat(dose.replace(/^\D+/, '').replaceAll(',', ''))
const unitOf = (dose = '') =>
  /[a-zµ%]+(?:\s?\/\s?\w+)?/i
    .exec(dose.replace(/^[\d.,\s-]+/, ''))?.[0]
    .replace(/\s/g, '')
    .toLowerCase() ?? ''
const EARLY = '1900' as PartialDate
const LATE = '2199' as PartialDate
