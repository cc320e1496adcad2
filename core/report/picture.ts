import { type TimelineEvent, timelineOf } from '../profile/timeline.ts'
import { dateOf, firstDay, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { sentence } from './sentence.ts'
import type { SourceList } from './sources.ts'
import { spanWords } from './summary.ts'

/**
 * The picture at the head of the report: one time axis with diagnosis, treatments, biopsies, scans, metastases, responses and tumour
 * markers. Horizontal places are fractions of the axis (0 left, 1 right), heights of a series fractions of its lane (0 bottom, 1 top).
 */
export type Picture = { from: PartialDate; to: PartialDate; ticks: { at: number; label: string }[]; lanes: Lane[] }
export type Lane = { label: string; marks: Mark[] }
export type Mark =
  | { kind: 'bar'; from: number; to: number; label: string; words: string; tone: Tone; goesOn: boolean; sources: number[] }
  | { kind: 'dot'; at: number; label: string; words: string; tone: Tone; sources: number[] }
  | { kind: 'series'; points: { at: number; height: number; words: string }[]; label: string; words: string; sources: number[] }
/** What a mark is about; drawings give each tone a colour and a shape, so that colour is never the only sign. */
export type Tone = 'diagnosis' | 'surgery' | 'radiation' | 'systemic' | 'test' | 'metastasis' | 'worse' | 'better' | 'same'

export function pictureOf(profile: Profile, sources: SourceList): Picture {
  const events = timelineOf(profile)
  const last = lastDay(profile.asOf)
  // Scans and other cancers may be older than the history that is told; they alone do not stretch the axis.
  const told = events.filter(
    (event) => event.kind === 'systemic' || event.kind === 'surgery' || event.kind === 'metastasis' || event.label === 'breast cancer',
  )
  const first = Math.min(last - YEAR, ...told.map((event) => firstDay(event.from)))
  const axis: Axis = { first, last, at: (day) => Math.min(1, Math.max(0, (day - first) / (last - first))) }
  const shown = events.filter((event) => lastDay(event.to ?? event.from) >= first)
  const of = (...kinds: TimelineEvent['kind'][]) => shown.filter((event) => kinds.includes(event.kind))
  const lanes: Lane[] = [
    { label: 'Diagnosis', marks: of('diagnosis').map((event) => dot(event, 'diagnosis', event.label, axis, sources)) },
    ...treatmentLanes(of('surgery', 'radiation', 'systemic'), axis, sources),
    { label: 'Biopsies', marks: of('biopsy').map((event) => dot(event, 'test', event.label, axis, sources)) },
    { label: 'Scans', marks: of('scan').map((event) => dot(event, 'test', '', axis, sources)) },
    {
      label: 'Metastases first seen',
      marks: of('metastasis').map((event) =>
        dot(event, 'metastasis', event.label.replace(/ \(.*/, '').replaceAll('-', ' '), axis, sources),
      ),
    },
    {
      label: 'Response',
      marks: of('response').map((event) =>
        dot(event, RESPONSE_TONE[event.label] ?? 'same', event.label.replaceAll('-', ' '), axis, sources),
      ),
    },
    ...markerLanes(of('marker'), axis, sources),
  ]
  return { from: dayOf(first), to: profile.asOf, ticks: yearTicks(axis), lanes: lanes.filter((lane) => lane.marks.length > 0) }
}

type Axis = { first: number; last: number; at: (day: number) => number }
const YEAR = 365

const RESPONSE_TONE: Record<string, Tone> = {
  complete: 'better',
  partial: 'better',
  'no-evidence-of-disease': 'better',
  progression: 'worse',
}

const middle = (date: PartialDate, { at }: Axis) => at((firstDay(date) + lastDay(date)) / 2)

function dot(event: TimelineEvent, tone: Tone, label: string, axis: Axis, sources: SourceList): Mark {
  return {
    kind: 'dot',
    at: middle(event.from, axis),
    label,
    words: `${event.label.replaceAll('-', ' ')}, ${event.from}`,
    tone,
    sources: sources.numbersOf(event.evidence),
  }
}

/** Surgery, radiation, and one lane for each setting and line of systemic treatment, so that bars of one lane seldom lie over each other. */
function treatmentLanes(events: readonly TimelineEvent[], axis: Axis, sources: SourceList): Lane[] {
  const lanes = new Map<string, Mark[]>(LANE_ORDER.map((label) => [label, []]))
  for (const event of events) {
    const label = laneOf(event)
    lanes.set(label, [...(lanes.get(label) ?? []), bar(event, axis, sources)])
  }
  return [...lanes].map(([label, marks]) => ({ label, marks }))
}

const LANE_ORDER = ['Surgery', 'Radiation', 'Drugs, neoadjuvant', 'Drugs, adjuvant', 'Drugs, setting not stated']

function laneOf({ kind, course }: TimelineEvent): string {
  if (kind === 'surgery') return 'Surgery'
  if (kind === 'radiation') return 'Radiation'
  if (course?.setting === 'metastatic' && course.line !== undefined) return `Line ${course.line}`
  return `Drugs, ${course?.setting ?? 'setting not stated'}`
}

function bar({ kind, from, to, goesOn = false, label, course, evidence }: TimelineEvent, { at, last }: Axis, sources: SourceList): Mark {
  const begins = firstDay(from)
  const ends = to === undefined ? (goesOn ? last : lastDay(from)) : lastDay(to)
  const span = spanWords({ start: from, end: to, ongoing: goesOn })
  return {
    kind: 'bar',
    from: at(begins),
    to: at(Math.max(ends, begins + 1)),
    label,
    words: `${label}: ${span}${course?.stopped ? ` (${course.stopped})` : ''}`,
    tone: kind === 'surgery' || kind === 'radiation' ? kind : 'systemic',
    goesOn,
    sources: sources.numbersOf(evidence),
  }
}

function markerLanes(events: readonly TimelineEvent[], axis: Axis, sources: SourceList): Lane[] {
  const byName = Map.groupBy(events, (event) => event.label)
  return [...byName].map(([name, values]) => {
    const highest = Math.max(...values.map(({ value = 0 }) => value))
    const words = (event: TimelineEvent) => `${event.value} ${event.unit ?? ''}`.trim()
    const points = values.map((event) => ({
      at: middle(event.from, axis),
      height: highest > 0 ? (event.value ?? 0) / highest : 0,
      words: sentence(`${name} ${words(event)} on ${event.from}`),
    }))
    const newest = values.at(-1)
    return {
      label: name,
      marks: [
        {
          kind: 'series' as const,
          points,
          label: newest ? `latest ${words(newest)}` : '',
          words: values.map((event) => sentence(`${words(event)} on ${event.from}`)).join(', '),
          sources: sources.numbersOf(values.flatMap((event) => event.evidence)),
        },
      ],
    }
  })
}

const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear()

function dayOf(day: number): PartialDate {
  const date = new Date(day * 86_400_000)
  const found = dateOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
  if (found === undefined) throw new RangeError(`no such day: ${day}`)
  return found
}

function yearTicks({ first, last, at }: Axis): Picture['ticks'] {
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, i) => yearOf(first) + i)
  const every = Math.ceil(years.length / 12)
  return years.flatMap((year) => {
    const day = Date.UTC(year, 0, 1) / 86_400_000
    return day >= first && year % every === 0 ? [{ at: at(day), label: String(year) }] : []
  })
}
