import type { Drug } from '../codes/drugs.ts'
import { compareDates, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import type { Given } from './treatment-history.ts'

/** A treatment that has a first and a last day: systemic, or a course of radiotherapy, or an operation. */
export type Course = Pick<Given, 'name' | 'start' | 'end' | 'ongoing' | 'evidence'> & { drugs?: Drug[] | undefined }

/**
 * True for a treatment that goes on and is infused every three weeks or so, where the time asked for is shorter than that: its last infusion may
 * or may not fall into it.
 */
export const isGivenInCycles = ({ drugs = [] }: Course, days: number): boolean =>
  days < CYCLE && drugs.length > 0 && drugs.every(({ name, family }) => family === 'ADC' || /mab\b/.test(name))
/** Days of the usual cycle of antibodies and their conjugates. */
const CYCLE = 21

/** Last day of a course: its end; without one, the start of what came after it, else its own start. */
export function lastDayOf({ start, end, ongoing }: Course, profile: Profile, asOf: PartialDate): PartialDate {
  if (end) return end
  if (ongoing) return asOf
  const next = profile.treatments
    .flatMap((one) => (one.type === 'systemic' && one.start && start && compareDates(one.start, start) > 0 ? [one.start] : []))
    .toSorted(compareDates)[0]
  return next ?? start ?? asOf
}
