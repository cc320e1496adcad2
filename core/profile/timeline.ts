import type { Evidence } from '../record/evidence.ts'
import { compareDates, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'

export const EVENT_KINDS = ['diagnosis', 'surgery', 'radiation', 'systemic', 'metastasis', 'biopsy', 'scan', 'response', 'marker'] as const

/** One thing that happened, on a day or over a span. `value` is the number of a tumour marker. */
export type TimelineEvent = {
  kind: (typeof EVENT_KINDS)[number]
  from: PartialDate
  to?: PartialDate
  goesOn?: boolean
  label: string
  /** What a treatment was given for, its line when metastatic, and why it was stopped. */
  course?: Pick<Profile['treatments'][number], 'setting' | 'line' | 'stopped'>
  value?: number
  unit?: string
  evidence: Evidence[]
}

/** Everything dated that a reader wants to see on one time axis, in order of time. */
export function timelineOf(profile: Profile): TimelineEvent[] {
  const events: (TimelineEvent | undefined)[] = [
    ...profile.cancers.map((one) => at('diagnosis', one.diagnosed, `${one.site} cancer`, one.evidence)),
    ...profile.treatments.map((one) => {
      const event = at(one.type, one.start ?? one.end, one.name, one.evidence)
      const { setting, line, stopped } = one
      return (
        event && {
          ...event,
          course: { setting, line, stopped },
          ...(one.end ? { to: one.end } : {}),
          ...(one.ongoing && !one.end ? { goesOn: true } : {}),
        }
      )
    }),
    ...profile.metastases
      .filter((one) => one.status !== 'ruled-out')
      .map((one) => at('metastasis', one.first, `${one.site} (${one.status})`, one.evidence)),
    ...profile.receptors.map((one) => at('biopsy', one.date, one.specimen, one.evidence)),
    ...profile.documents
      .filter((one) => one.kind === 'imaging' && one.read && one.sameAs === undefined)
      .map((one) => at('scan', one.date, one.file, [])),
    ...profile.responses.map((one) => at('response', one.date, one.value, one.evidence)),
    ...profile.labs
      .filter((one) => MARKERS.has(one.test) && typeof one.value === 'number')
      .map((one) => {
        const event = at('marker', one.date, one.test, one.evidence)
        return event && typeof one.value === 'number'
          ? { ...event, value: one.value, ...(one.unit === undefined ? {} : { unit: one.unit }) }
          : undefined
      }),
  ]
  return events.filter((event) => event !== undefined).sort((a, b) => compareDates(a.from, b.from))
}

const MARKERS: ReadonlySet<string> = new Set(['CA 15-3', 'CA 27.29', 'CEA', 'CA 125'])

const at = (kind: TimelineEvent['kind'], date: PartialDate | undefined, label: string, evidence: Evidence[]): TimelineEvent | undefined =>
  date === undefined ? undefined : { kind, from: date, label, evidence }
