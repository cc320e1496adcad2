import type { Criterion } from '../record/criterion.ts'
import type { SiteNearby, TrialMatch } from '../record/match.ts'
import type { PartialDate } from '../record/partial-date.ts'
import { OPEN_STATUSES, type TrialContact } from '../record/trial.ts'
import type { Verdict } from '../record/verdict.ts'
import type { SourceList } from './sources.ts'

/** One criterion of a trial and what the records say to it. */
export type CriterionLine = {
  /** The registry's own words, markup taken off. */
  criterion: string
  section: 'inclusion' | 'exclusion'
  because: string
  sources: number[]
  /** What would settle it. */
  ask: string[]
  until?: PartialDate
}

export type TrialSection = {
  id: string
  url?: string
  title: string
  rank: number
  open: boolean
  status: string
  phase: string
  design: string
  drugs: string[]
  sponsor: string
  lastUpdate?: PartialDate
  fetchedAt?: string
  summary?: string
  cohort?: string
  cohorts: { name: string; outcome: string }[]
  settled: number
  fits: CriterionLine[]
  /** Permissions, explanations, and what is asked of other groups of the trial: met, but no reason why it fits. */
  asksNothing: CriterionLine[]
  confirm: CriterionLine[]
  notUnderstood: CriterionLine[]
  team: CriterionLine[]
  rulesOut: CriterionLine[]
  nearest?: SiteNearby
  sites: SiteNearby[]
  contacts: TrialContact[]
}

/** A trial that is ruled out: one row, with the criterion that decides. */
export type ShortTrial = { id: string; url?: string; title: string; open: boolean; decides: CriterionLine[] }

export function trialSectionOf(match: TrialMatch, sources: SourceList): TrialSection {
  const { trial } = match
  const lines = (wanted: Wanted) => linesOf(match, sources, wanted)
  const asksNothing = asksNothingOf(match)
  const url = urlOf(trial.id)
  return {
    id: trial.id,
    ...(url === undefined ? {} : { url }),
    title: trial.title,
    rank: match.rank,
    open: isOpen(match),
    status: statusWords(trial.status),
    phase: phaseWords(trial.phases),
    design: designWords(match),
    drugs: trial.interventions.map((one) => one.name),
    sponsor: trial.sponsor ?? 'not stated',
    ...(trial.lastUpdate === undefined ? {} : { lastUpdate: trial.lastUpdate }),
    ...(trial.fetchedAt === undefined ? {} : { fetchedAt: trial.fetchedAt }),
    ...(trial.summary === undefined ? {} : { summary: trial.summary.replace(/\s+/g, ' ').trim() }),
    ...(match.cohort === undefined ? {} : { cohort: match.cohort }),
    cohorts: match.cohorts,
    settled: match.settled,
    fits: lines((verdict, criterion) => verdict.label === 'pass' && !asksNothing(verdict, criterion)).toSorted(
      (a, b) => Number(b.sources.length > 0) - Number(a.sources.length > 0),
    ),
    asksNothing: lines(asksNothing),
    confirm: lines((verdict) => verdict.label === 'unknown' && verdict.unknown !== 'not-understood'),
    notUnderstood: lines((verdict) => verdict.label === 'unknown' && verdict.unknown === 'not-understood'),
    team: lines((verdict) => verdict.label === 'team'),
    rulesOut: lines((verdict) => verdict.label === 'fail'),
    ...(match.site === undefined ? {} : { nearest: match.site }),
    sites: match.sites,
    contacts: trial.contacts,
  }
}

export function shortTrialOf(match: TrialMatch, sources: SourceList): ShortTrial {
  const url = urlOf(match.trial.id)
  return {
    id: match.trial.id,
    ...(url === undefined ? {} : { url }),
    title: match.trial.title,
    open: isOpen(match),
    decides: linesOf(match, sources, (verdict) => verdict.label === 'fail'),
  }
}

type Wanted = (verdict: Verdict, criterion: Criterion) => boolean

/** A pass that no kind judged and no words of the records back, or one that belongs to another group than the person's. */
const asksNothingOf =
  ({ cohort }: TrialMatch): Wanted =>
  ({ label, kind, evidence }, criterion) =>
    label === 'pass' &&
    ((kind === undefined && evidence.length === 0) ||
      (criterion.cohort !== undefined && cohort !== undefined && criterion.cohort !== cohort))

function linesOf(match: TrialMatch, sources: SourceList, wanted: Wanted): CriterionLine[] {
  return match.criteria
    .filter(({ criterion, verdict }) => !criterion.header && wanted(verdict, criterion))
    .map(({ criterion, verdict }) => ({
      criterion: plainCriterion(criterion.text),
      section: criterion.section,
      because: verdict.because,
      sources: sources.numbersOf(verdict.evidence),
      ask: (verdict.needs ?? []).map((need) => need.question),
      ...(verdict.until === undefined ? {} : { until: verdict.until }),
    }))
}

/** The registry's markdown for people: escapes and list marks off, spaces single. */
export function plainCriterion(text: string): string {
  return text
    .replace(/\\([<>*[\]_#^~()+.\-=|])/g, '$1')
    .replace(/^\s*(?:[*•-]|\d{1,2}[.)]|[a-z][.)])\s+/i, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const isOpen = ({ trial }: TrialMatch) => OPEN_STATUSES.includes(trial.status ?? '')

const urlOf = (id: string) => (/^NCT\d{8}$/.test(id) ? `https://clinicaltrials.gov/study/${id}` : undefined)

function statusWords(status: string | undefined): string {
  if (status === undefined) return 'status not stated'
  return status.toLowerCase().replaceAll('_', ' ')
}

function phaseWords(phases: readonly string[]): string {
  const named = phases
    .filter((phase) => phase !== 'NA')
    .map((phase) => phase.replace('EARLY_PHASE', 'early phase ').replace('PHASE', 'phase ').toLowerCase())
  return named.length > 0 ? named.join('/') : 'phase not stated'
}

function designWords({ trial }: TrialMatch): string {
  const words: string[] = []
  if (trial.allocation === 'RANDOMIZED') words.push('randomised (chance decides who gets which treatment)')
  if (trial.allocation === 'NON_RANDOMIZED') words.push('not randomised')
  if (trial.masking !== undefined && trial.masking !== 'NONE') words.push('masked')
  if (trial.masking === 'NONE') words.push('open label (you know what you get)')
  if (trial.arms.some((arm) => arm.type === 'PLACEBO_COMPARATOR' || /\bplacebo\b/i.test(`${arm.label} ${arm.description ?? ''}`)))
    words.push('has a placebo arm')
  if (trial.enrollment !== undefined) words.push(`${trial.enrollment} people planned`)
  return words.length > 0 ? words.join(', ') : 'design not stated'
}
