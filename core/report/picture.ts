import { firstDay, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import type { SourceList } from './sources.ts'
import { spanWords } from './summary.ts'

/**
 * The picture at the head of the report: one time axis with diagnosis, treatments, scans, metastases and tumour markers.
 * Horizontal places are fractions of the axis (0 left, 1 right), heights of a series fractions of its lane (0 bottom, 1 top).
 */
export type Picture = { from: PartialDate; to: PartialDate; ticks: { at: number; label: string }[]; lanes: Lane[] }
export type Lane = { label: string; marks: Mark[] }
export type Mark =
  | { kind: 'bar'; from: number; to: number; label: string; words: string; tone: Tone; goesOn: boolean; sources: number[] }
  | { kind: 'dot'; at: number; label: string; words: string; tone: Tone; sources: number[] }
  | { kind: 'series'; points: { at: number; height: number; words: string }[]; label: string; words: string; sources: number[] }
/** What a mark is about; drawings give each tone a colour and a shape, so that colour is never the only sign. */
export type Tone = 'diagnosis' | 'surgery' | 'radiation' | 'systemic' | 'metastasis' | 'worse' | 'better' | 'same'

export function pictureOf(profile: Profile, sources: SourceList): Picture {
  const days = datesOf(profile).map(firstDay)
  const first = Math.min(...days, lastDay(profile.asOf) - 365)
  const last = lastDay(profile.asOf)
  const span = Math.max(1, last - first)
  const at = (day: number) => Math.min(1, Math.max(0, (day - first) / span))
  const place = (date: PartialDate) => at((firstDay(date) + lastDay(date)) / 2)
  const lanes: Lane[] = [
    { label: 'Diagnosis', marks: diagnosisMarks(profile, place, sources) },
    ...treatmentLanes(profile, at, sources),
    { label: 'Metastases first seen', marks: metastasisMarks(profile, place, sources) },
    { label: 'Response', marks: responseMarks(profile, place, sources) },
    ...markerLanes(profile, place, sources),
  ]
  const dateOfDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10) as PartialDate
  return {
    from: dateOfDay(first),
    to: profile.asOf,
    ticks: yearTicks(first, last, at),
    lanes: lanes.filter((lane) => lane.marks.length > 0),
  }
}

function datesOf(profile: Profile): PartialDate[] {
  return [
    ...profile.cancers.filter((cancer) => cancer.site === 'breast').map((cancer) => cancer.diagnosed),
    ...profile.treatments.flatMap((treatment) => [treatment.start, treatment.end]),
    ...profile.metastases.map((metastasis) => metastasis.first),
    ...profile.responses.map((response) => response.date),
  ].filter((date): date is PartialDate => date !== undefined)
}

function diagnosisMarks(profile: Profile, place: (date: PartialDate) => number, sources: SourceList): Mark[] {
  return profile.cancers.flatMap((cancer) =>
    cancer.diagnosed === undefined
      ? []
      : [
          {
            kind: 'dot' as const,
            at: place(cancer.diagnosed),
            label: `${cancer.site} cancer`,
            words: `${cancer.site} cancer found ${cancer.diagnosed}`,
            tone: 'diagnosis' as const,
            sources: sources.numbersOf(cancer.evidence),
          },
        ],
  )
}

/** Surgery, radiation, and one lane for each setting of systemic treatment, so that bars of one lane seldom lie over each other. */
function treatmentLanes(profile: Profile, at: (day: number) => number, sources: SourceList): Lane[] {
  const lanes = new Map<string, Mark[]>()
  for (const treatment of profile.treatments) {
    const { start, end, type } = treatment
    if (start === undefined && end === undefined) continue
    const from = firstDay(start ?? end ?? profile.asOf)
    const to = end === undefined ? (treatment.ongoing ? lastDay(profile.asOf) : lastDay(start ?? profile.asOf)) : lastDay(end)
    const label =
      type === 'systemic'
        ? treatment.line && treatment.setting === 'metastatic'
          ? `Line ${treatment.line}`
          : `Drugs, ${treatment.setting ?? 'setting not stated'}`
        : type === 'surgery'
          ? 'Surgery'
          : 'Radiation'
    const words = [`${treatment.name}: ${spanWords(treatment) ?? 'not dated'}`, treatment.stopped && `(${treatment.stopped})`]
      .filter(Boolean)
      .join(' ')
    const marks = lanes.get(label) ?? []
    marks.push({
      kind: 'bar',
      from: at(from),
      to: at(Math.max(to, from + 1)),
      label: treatment.name,
      words,
      tone: type,
      goesOn: treatment.ongoing ?? false,
      sources: sources.numbersOf(treatment.evidence),
    })
    lanes.set(label, marks)
  }
  const rank = (label: string) =>
    ['Surgery', 'Radiation', 'Drugs, neoadjuvant', 'Drugs, adjuvant', 'Drugs, setting not stated', 'Drugs, metastatic'].indexOf(label)
  return [...lanes]
    .map(([label, marks]) => ({ label, marks }))
    .toSorted((a, b) => (rank(a.label) + 1 || 99) - (rank(b.label) + 1 || 99) || a.label.localeCompare(b.label, 'en', { numeric: true }))
}

function metastasisMarks(profile: Profile, place: (date: PartialDate) => number, sources: SourceList): Mark[] {
  return profile.metastases.flatMap((metastasis) =>
    metastasis.first === undefined || metastasis.status === 'ruled-out'
      ? []
      : [
          {
            kind: 'dot' as const,
            at: place(metastasis.first),
            label: metastasis.site,
            words: `${metastasis.site} ${metastasis.status}, first ${metastasis.first}`,
            tone: 'metastasis' as const,
            sources: sources.numbersOf(metastasis.evidence),
          },
        ],
  )
}

function responseMarks(profile: Profile, place: (date: PartialDate) => number, sources: SourceList): Mark[] {
  const tone = {
    complete: 'better',
    partial: 'better',
    'no-evidence-of-disease': 'better',
    stable: 'same',
    mixed: 'same',
    progression: 'worse',
  } as const
  return profile.responses.flatMap((response) =>
    response.date === undefined
      ? []
      : [
          {
            kind: 'dot' as const,
            at: place(response.date),
            label: response.value.replaceAll('-', ' '),
            words: `${response.value.replaceAll('-', ' ')} ${response.date}`,
            tone: tone[response.value],
            sources: sources.numbersOf(response.evidence),
          },
        ],
  )
}

const TUMOUR_MARKERS = ['CA 15-3', 'CA 27.29', 'CEA', 'CA 125']

function markerLanes(profile: Profile, place: (date: PartialDate) => number, sources: SourceList): Lane[] {
  return TUMOUR_MARKERS.flatMap((name) => {
    const values = profile.labs
      .flatMap((lab) =>
        lab.test === name && typeof lab.value === 'number' && lab.date !== undefined
          ? [{ date: lab.date, value: lab.value, unit: lab.unit ?? '', evidence: lab.evidence }]
          : [],
      )
      .toSorted((a, b) => firstDay(a.date) - firstDay(b.date))
    const last = values.at(-1)
    if (last === undefined) return []
    const highest = Math.max(...values.map(({ value }) => value))
    const points = values.map(({ date, value, unit }) => ({
      at: place(date),
      height: highest > 0 ? value / highest : 0,
      words: `${name} ${value} ${unit} on ${date}`,
    }))
    const words = `${name}: ${values.map(({ value, date }) => `${value} (${date})`).join(', ')}`
    return [
      {
        label: name,
        marks: [
          {
            kind: 'series' as const,
            points,
            label: `${last.value} ${last.unit}`.trim(),
            words,
            sources: sources.numbersOf(values.flatMap((one) => one.evidence)),
          },
        ],
      },
    ]
  })
}

function yearTicks(first: number, last: number, at: (day: number) => number): Picture['ticks'] {
  const year = (day: number) => new Date(day * 86_400_000).getUTCFullYear()
  const years = Array.from({ length: year(last) - year(first) + 1 }, (_, i) => year(first) + i)
  const every = Math.ceil(years.length / 12)
  return years.flatMap((one) => {
    const day = Date.UTC(one, 0, 1) / 86_400_000
    return day >= first && one % every === 0 ? [{ at: at(day), label: String(one) }] : []
  })
}
