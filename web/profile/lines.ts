import type { Evidence } from '@carefolio/core/record/evidence.ts'
import type { FactKind } from '@carefolio/core/record/fact.ts'
import type { PartialDate } from '@carefolio/core/record/partial-date.ts'
import { ageInYears } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { labWords, newestLabs } from '@carefolio/core/report/lab-line.ts'
import { dayWords } from '../kit/day.ts'
import { words } from '../words/words.ts'

/** One entry of the profile as it is shown: what it says, small words beside it, and the places it was read from. */
export type Line = {
  kind: FactKind
  title: string
  detail?: string | undefined
  date?: PartialDate | undefined
  badge?: { tone: 'good' | 'ask' | 'bad' | 'accent'; words: string } | undefined
  reason?: string | undefined
  evidence: readonly Evidence[]
  /** The entry itself, as the profile has it: what a correction starts from. */
  value: Record<string, unknown>
}

const w = words.profile
const list = (parts: readonly (string | undefined | false)[], by = ', ') => parts.filter((part) => part).join(by)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const plain = (text: string) => text.replaceAll('-', ' ')

/** "Woman, 55 years, postmenopausal": only what is known. */
export function personWords({ person, asOf }: Profile): string {
  const years = person.birthDate && ageInYears(person.birthDate, asOf)
  return list([
    person.sex && w.sex[person.sex],
    years && w.years(years.least === years.most ? String(years.least) : `${years.least}–${years.most}`),
    person.menopausal && w.menopausal[person.menopausal],
  ])
}

/** On paper it must be plain whose page it is; on the screen that is known. */
export const whoseWords = ({ person }: Profile, name: string | undefined): string =>
  list([name, person.birthDate && `${words.signUp.birth}: ${dayWords(person.birthDate)}`], ' · ')

export const cancerLines = ({ cancers }: Profile): Line[] =>
  cancers.map((one) => ({
    kind: 'cancer',
    title: capital(list([one.site === 'breast' ? list([one.laterality, w.breast], ' ') : one.site, one.histology])),
    detail: list([one.grade !== undefined && w.grade(one.grade), one.diagnosed && w.found(dayWords(one.diagnosed))]),
    ...backing(one),
  }))

export const stageLines = ({ stages }: Profile): Line[] =>
  stages.map((one) => ({
    kind: 'stage',
    title: list([one.group && w.stage(one.group), list([one.t, one.n, one.m], ' ')], ' · '),
    detail: w.stageKind[one.kind],
    date: one.date,
    ...backing(one),
  }))

export const sizeLines = ({ tumorSizes }: Profile): Line[] =>
  tumorSizes.map((one) => ({
    kind: 'tumor-size',
    title: `${one.mm} mm`,
    detail: list([one.of && one.of !== 'unspecified' && w.sizeOf[one.of], one.where, w.sizeBy[one.how]]),
    date: one.date,
    ...backing(one),
  }))

export function extentLines({ extent, measurable }: Profile): Line[] {
  const lines: Line[] = []
  if (extent)
    lines.push({
      kind: 'extent',
      title: w.extent[extent.value],
      detail: list([
        extent.since && w.since(dayWords(extent.since)),
        extent.deNovo !== undefined && (extent.deNovo ? w.fromTheStart : w.afterTreatment),
      ]),
      ...backing(extent),
    })
  if (measurable)
    lines.push({
      kind: 'measurable',
      title: measurable.value ? w.measurable : w.notMeasurable,
      date: measurable.date,
      ...backing(measurable),
    })
  return lines
}

const SPREAD_TONE = { active: 'bad', stable: 'accent', treated: 'good', 'ruled-out': 'good', suspected: 'ask' } as const

export const metastasisLines = ({ metastases }: Profile): Line[] =>
  metastases.map((one) => ({
    kind: 'metastasis',
    title: w.site[one.site],
    detail: list([one.where, one.first && one.status !== 'ruled-out' && w.firstSeen(dayWords(one.first))]),
    badge: { tone: SPREAD_TONE[one.status], words: w.spread[one.status] },
    ...backing(one),
  }))

const RESULT_TONE = { positive: 'accent', negative: 'good', vus: 'ask' } as const

export const biomarkerLines = ({ biomarkers }: Profile): Line[] =>
  biomarkers
    .map((one) => ({
      kind: 'biomarker' as const,
      title: list([one.gene, one.variant, one.value], ' '),
      detail: list([one.origin && w.origin[one.origin], one.assay, one.vaf !== undefined && w.vaf(one.vaf)]),
      date: one.date,
      // A score is its own answer: "TMB 6, not found" would be wrong.
      badge: one.value === undefined && one.result ? { tone: RESULT_TONE[one.result], words: w.result[one.result] } : undefined,
      ...backing(one),
    }))
    .toSorted((a, b) => Number(b.value.result === 'positive') - Number(a.value.result === 'positive'))

export const treatmentLines = ({ treatments }: Profile): Line[] =>
  treatments.map((one) => ({
    kind: 'treatment',
    title: capital(one.name),
    detail: list(
      [
        list([one.setting && w.setting[one.setting], one.line !== undefined && w.line(one.line)], ', '),
        spanWords(one),
        one.site,
        one.dose,
        one.stopped && w.stopped[one.stopped],
        one.bestResponse && w.bestResponse(plain(one.bestResponse)),
        one.otherCancer && w.forOther(one.otherCancer),
      ],
      ' · ',
    ),
    badge: one.ongoing && !one.end ? { tone: 'accent', words: w.goesOn } : undefined,
    ...backing(one),
  }))

function spanWords({ start, end, ongoing }: Profile['treatments'][number]): string | undefined {
  if (start && end) return start === end ? dayWords(start) : `${dayWords(start)} – ${dayWords(end)}`
  if (start) return ongoing ? w.since(dayWords(start)) : w.from(dayWords(start))
  return end && w.until(dayWords(end))
}

export const performanceLines = ({ performance }: Profile): Line[] =>
  performance
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
    .map((one) => ({
      kind: 'performance',
      title: `${one.scale} ${one.value}`,
      detail: one.scale === 'ECOG' ? w.ecog[one.value] : undefined,
      date: one.date,
      ...backing(one),
    }))

/** The tests an oncologist asks for first: blood, kidney, liver, heart, markers. */
const FIRST_LABS = ['ANC', 'platelets', 'hemoglobin', 'WBC', 'creatinine', 'creatinine-clearance', 'eGFR', 'bilirubin', 'AST', 'ALT', 'ALP']

export function labLines({ labs, person }: Profile): Line[] {
  const place = (test: string) => (FIRST_LABS.includes(test) ? FIRST_LABS.indexOf(test) : FIRST_LABS.length)
  return [...newestLabs(labs).values()]
    .toSorted((a, b) => place(a.test) - place(b.test) || a.test.localeCompare(b.test))
    .map((one) => {
      const { name, value, flag, range } = labWords(one, person.sex)
      return {
        kind: 'lab',
        title: name,
        detail: list([value, range], ' · '),
        date: one.date,
        badge: flag && { tone: 'ask', words: w.flag[flag] },
        ...backing(one),
      }
    })
}

export const conditionLines = ({ conditions }: Profile): Line[] =>
  conditions.map((one) => ({
    kind: 'condition',
    title: capital(one.name),
    detail: list([one.grade !== undefined && w.grade(one.grade), one.since && w.since(dayWords(one.since))]),
    badge: one.status === 'resolved' ? { tone: 'good', words: w.resolved } : undefined,
    ...backing(one),
  }))

/** Treatments of the cancer stand in their own list. */
export const medicationLines = ({ medications, treatments }: Profile): Line[] =>
  medications
    .filter(({ name }) => !treatments.some(({ drugs }) => drugs.includes(name)))
    .map((one) => ({
      kind: 'medication',
      title: capital(one.name),
      detail: list([one.dose, one.start && w.since(dayWords(one.start))]),
      badge: one.status === 'past' ? { tone: 'good', words: w.past } : undefined,
      ...backing(one),
    }))

export const allergyLines = ({ allergies }: Profile): Line[] =>
  allergies.map((one) => ({ kind: 'allergy', title: capital(one.name), detail: one.reaction ?? w.noReaction, ...backing(one) }))

export const absenceLines = ({ absences }: Profile): Line[] =>
  absences.map((one) => ({ kind: 'absence', title: w.no(plain(one.name)), date: one.date, ...backing(one) }))

const backing = (one: { evidence: readonly Evidence[]; reason?: string | undefined }) => ({
  evidence: one.evidence,
  reason: one.reason,
  value: one as Record<string, unknown>,
})
