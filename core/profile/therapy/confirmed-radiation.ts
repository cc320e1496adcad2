import type { Fact } from '../../record/fact.ts'
import { firstDay, lastDay, type PartialDate } from '../../record/partial-date.ts'
import type { TreatmentFact } from './statements.ts'

/**
 * Radiation that was planned to the day, with dose and place, and whose place a later document calls treated or irradiated: it was given as
 * planned. Without such words a plan stays a plan.
 */
export function confirmedRadiation(facts: readonly Fact[], given: readonly TreatmentFact[], asOf: PartialDate): TreatmentFact[] {
  return facts.flatMap((fact): TreatmentFact[] => {
    if (fact.kind !== 'treatment' || fact.certainty !== 'planned' || fact.value.type !== 'radiation') return []
    const { start, dose, site } = fact.value
    if (start?.length !== 10 || dose === undefined || site === undefined || firstDay(start) > lastDay(asOf)) return []
    if (fact.said !== undefined && firstDay(start) - lastDay(fact.said) > LONGEST_WAIT_DAYS) return []
    const known = given.some(
      ({ value }) => value.type === 'radiation' && value.start !== undefined && Math.abs(firstDay(value.start) - firstDay(start)) < 31,
    )
    const places = placesIn(site)
    const later = facts.filter(({ said }) => said !== undefined && firstDay(said) > lastDay(start))
    const treated = later.some(({ evidence }) =>
      evidence.some(({ quote }) => TREATED.test(quote) && places.some((place) => place.test(quote))),
    )
    if (known || !treated) return []
    const end = fact.value.end ?? (/\/1$/.test(dose) ? start : undefined)
    return [{ ...fact, certainty: 'stated', value: { ...fact.value, ...(end ? { end } : {}) } }]
  })
}
const LONGEST_WAIT_DAYS = 62
const TREATED =
  /\b(?:treated|irradiated|radiated|post-?\s?(?:RT|XRT|radiation|radiotherapy|treatment)|s\/p (?:RT|XRT|SRS|radiation)|after (?:RT|radiotherapy|radiation))\b/i

/** The words of a site that name one place: vertebrae, each of a span by itself, and bones and organs. */
function placesIn(site: string): RegExp[] {
  const words = site.match(/[CTLS]\d{1,2}|[a-z]{4,}/gi) ?? []
  return words.filter((word) => !/^(?:left|right|upper|lower|post|spine)$/i.test(word)).map((word) => new RegExp(`\\b${word}\\b`, 'i'))
}
