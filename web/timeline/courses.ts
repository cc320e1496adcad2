import { findLab, usualLimits } from '@carefolio/core/codes/labs.ts'
import { firstDay, lastDay, type PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'

type Lab = Profile['labs'][number]
/** All dated numbers of one test, oldest first; `low` and `high` are the printed limits of the newest, else the usual ones. */
export type Course = {
  test: string
  isMarker: boolean
  values: (Lab & { value: number; date: PartialDate })[]
  low?: number
  high?: number
}

/** Markers first, then the tests with the most values. Values in another unit than the newest are no part of the line. */
export function coursesOf({ labs, person }: Profile): Course[] {
  const dated = labs.filter((one): one is Course['values'][number] => typeof one.value === 'number' && one.date !== undefined)
  return [...Map.groupBy(dated, ({ test }) => test)]
    .map(([test, all]): Course => {
      const sorted = all.toSorted((a, b) => firstDay(a.date) - firstDay(b.date))
      const newest = sorted.at(-1)
      return {
        test,
        isMarker: MARKERS.has(test),
        values: sorted.filter(({ unit }) => unit === newest?.unit),
        ...(newest ? limitsOf(newest, person.sex) : {}),
      }
    })
    .toSorted((a, b) => Number(b.isMarker) - Number(a.isMarker) || b.values.length - a.values.length || a.test.localeCompare(b.test))
}

const MARKERS: ReadonlySet<string> = new Set(['CA 15-3', 'CA 27.29', 'CEA', 'CA 125'])

function limitsOf(lab: Lab, sex: Profile['person']['sex']): { low?: number; high?: number } {
  const { low, high } = lab
  if (low !== undefined || high !== undefined) return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
  const test = findLab(lab.test)
  return test !== undefined && test.unit === lab.unit ? usualLimits(test, sex) : {}
}

export type Drawn = {
  /** In the order of the values. */
  points: { x: number; y: number }[]
  /** The usual range, from its upper edge on. */
  band?: { y: number; height: number }
  /** Lines of the scale. */
  scale: { y: number; value: number }[]
  years: { x: number; year: number }[]
  treatments: { x: number; width: number; name: string }[]
}

/** Where everything stands on a drawing of this size: time to the right, the values upwards, drug treatments as bars on the same axis of time. */
export function drawn(
  course: Course,
  { treatments, asOf }: Profile,
  size: { left: number; width: number; top: number; height: number },
): Drawn {
  const days = course.values.map(({ date }) => firstDay(date))
  const [from, to] = [Math.min(...days), Math.max(lastDay(asOf), ...days)]
  const x = (day: number) => size.left + (size.width * (Math.min(to, Math.max(from, day)) - from)) / Math.max(1, to - from)
  const heights = course.values.map(({ value }) => value)
  const limits = [course.low, course.high].filter((one) => one !== undefined)
  const [least, most] = [Math.min(...heights, ...limits), Math.max(...heights, ...limits)]
  const room = (most - least || Math.abs(most) || 1) * 0.1
  const [bottom, top] = [least >= 0 ? Math.max(0, least - room) : least - room, most + room]
  const y = (value: number) => size.top + size.height * (1 - (value - bottom) / (top - bottom))
  const band = limits.length === 0 ? undefined : { y: y(course.high ?? top), height: y(course.low ?? bottom) - y(course.high ?? top) }
  return {
    points: course.values.map(({ value }, i) => ({ x: x(days[i] ?? from), y: y(value) })),
    ...(band ? { band } : {}),
    scale: stepsBetween(bottom, top).map((value) => ({ value, y: y(value) })),
    years: yearsBetween(from, to).map(({ day, year }) => ({ x: x(day), year })),
    treatments: treatments
      .filter(({ type, start }) => type === 'systemic' && start !== undefined)
      .flatMap(({ name, start, end, ongoing }) => {
        const [begins, ends] = [firstDay(start ?? asOf), end ? lastDay(end) : ongoing ? to : lastDay(start ?? asOf)]
        return ends < from || begins > to ? [] : [{ x: x(begins), width: Math.max(3, x(ends) - x(begins)), name }]
      }),
  }
}

/** Round numbers, three to six of them. */
function stepsBetween(bottom: number, top: number): number[] {
  const rough = (top - bottom) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? rough
  const steps: number[] = []
  for (let n = Math.ceil(bottom / step); n * step <= top; n++) steps.push(Number((n * step).toPrecision(10)))
  return steps
}

function yearsBetween(from: number, to: number): { day: number; year: number }[] {
  const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear()
  return Array.from({ length: yearOf(to) - yearOf(from) }, (_, i) => yearOf(from) + 1 + i).map((year) => ({
    year,
    day: Date.UTC(year, 0, 1) / 86_400_000,
  }))
}
