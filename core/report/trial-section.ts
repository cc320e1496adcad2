import { ASPECTS, type Aspect, isOfOthers, reasonsOf } from '../match/aspects.ts'
import type { Criterion } from '../record/criterion.ts'
import { uniqueEvidence } from '../record/evidence.ts'
import type { SiteNearby, TrialMatch } from '../record/match.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { TrialContact } from '../record/trial.ts'
import type { Verdict } from '../record/verdict.ts'
import { openAsksOf } from './open-asks.ts'
import { plainCriterion } from './plain-criterion.ts'
import { measurementsOf, statementsOf } from './reason-words.ts'
import { sentence } from './sentence.ts'
import { type SiteState, siteStateOf, statusWords } from './site-state.ts'
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

/** One reason why a trial fits: what the records say of the cancer, the receptors …, as far as the trial asks for it. */
export type FitLine = { about: string; text: string; sources: number[]; criteria: number }

export type TrialSection = {
  id: string
  url?: string
  title: string
  rank: number
  status: string
  site: SiteState
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
  /** A line for each thing that the trial asks for and the records show. */
  fits: FitLine[]
  /** What it asks of the cancer, receptors, genes or treatments, and the records leave open. */
  asked: string[]
  /** Criteria of which the records say expressly that they are met. */
  met: CriterionLine[]
  /** What would keep people out, and the records do not mention. */
  silent: CriterionLine[]
  /** Permissions, explanations, and what is asked of other groups of the trial: met, but no reason why it fits. */
  asksNothing: CriterionLine[]
  confirm: CriterionLine[]
  notUnderstood: CriterionLine[]
  team: CriterionLine[]
  rulesOut: CriterionLine[]
  sites: SiteNearby[]
  contacts: TrialContact[]
}

/** A trial that is ruled out: one row, with the criterion that decides first and the others that fail. */
export type ShortTrial = { id: string; url?: string; title: string; status: string; decides: CriterionLine[] }

export function trialSectionOf(match: TrialMatch, sources: SourceList): TrialSection {
  const { trial } = match
  const lines = (wanted: Wanted) => linesOf(match, sources, wanted)
  const asksNothing = asksNothingOf(match)
  const url = urlOf(trial.id)
  const isMet: Wanted = (verdict, criterion) => verdict.label === 'pass' && !asksNothing(verdict, criterion)
  return {
    id: trial.id,
    ...(url === undefined ? {} : { url }),
    title: trial.title,
    rank: match.rank,
    status: statusWords(trial.status),
    site: siteStateOf(match),
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
    fits: fitsOf(match, sources),
    asked: openAsksOf(match),
    met: lines((verdict, criterion) => isMet(verdict, criterion) && verdict.bySilence !== true),
    silent: lines((verdict, criterion) => isMet(verdict, criterion) && verdict.bySilence === true),
    asksNothing: lines(asksNothing),
    confirm: lines((verdict) => verdict.label === 'unknown' && verdict.unknown !== 'not-understood'),
    notUnderstood: lines((verdict) => verdict.label === 'unknown' && verdict.unknown === 'not-understood'),
    team: lines((verdict) => verdict.label === 'team'),
    rulesOut: [...registryLines(match, sources), ...lines((verdict) => verdict.label === 'fail')],
    sites: match.sites,
    contacts: trial.contacts,
  }
}

export function shortTrialOf(match: TrialMatch, sources: SourceList): ShortTrial {
  const url = urlOf(match.trial.id)
  const fails = (recoverable: boolean) =>
    linesOf(match, sources, ({ label, recoverable: may = false }) => label === 'fail' && may === recoverable)
  const byBacking = fails(false).toSorted(
    (a, b) => Number(b.sources.length > 0) - Number(a.sources.length > 0) || a.criterion.length - b.criterion.length,
  )
  return {
    id: match.trial.id,
    ...(url === undefined ? {} : { url }),
    title: match.trial.title,
    status: statusWords(match.trial.status),
    decides: [...registryLines(match, sources), ...byBacking, ...fails(true)],
  }
}

type Wanted = (verdict: Verdict, criterion: Criterion) => boolean

const ABOUT: Record<Aspect, string> = {
  cancer: 'Cancer',
  receptors: 'Receptors',
  genes: 'Gene changes and markers',
  treatments: 'Earlier treatments',
  measurements: 'Measurements in range',
}

function fitsOf(match: TrialMatch, sources: SourceList): FitLine[] {
  const reasons = reasonsOf(match)
  return ASPECTS.flatMap((aspect) => {
    const own = reasons.filter((one) => one.aspect === aspect)
    if (own.length === 0) return []
    const texts = aspect === 'measurements' ? measurementsOf(own) : statementsOf(own)
    const evidence = uniqueEvidence(own.flatMap(({ verdict }) => verdict.evidence))
    return [
      {
        about: ABOUT[aspect],
        text:
          texts.slice(0, MOST_SENTENCES).join(' ') + (texts.length > MOST_SENTENCES ? ` And ${texts.length - MOST_SENTENCES} more.` : ''),
        sources: sources.numbersOf(evidence),
        criteria: new Set(own.map(({ index }) => index)).size,
      },
    ]
  })
}
/** Sentences told for one thing; the criteria have them all. */
const MOST_SENTENCES = 8

/** A pass that no kind judged and no words of the records back, or one that belongs to another group than the person's. */
const asksNothingOf =
  (match: TrialMatch): Wanted =>
  ({ label, kind, evidence, bySilence }, criterion) =>
    label === 'pass' && ((kind === undefined && evidence.length === 0 && bySilence !== true) || isOfOthers(criterion.cohort, match))

function linesOf(match: TrialMatch, sources: SourceList, wanted: Wanted): CriterionLine[] {
  return match.criteria
    .filter(({ criterion, verdict }) => !criterion.header && wanted(verdict, criterion))
    .map(({ criterion, verdict }) => lineOf(verdict, { criterion: plainCriterion(criterion.text), section: criterion.section }, sources))
}

/** Limits of age and sex that only the registry's own fields name. */
const registryLines = ({ registry = [] }: TrialMatch, sources: SourceList) =>
  registry
    .filter(({ label }) => label === 'fail')
    .map((verdict) => lineOf(verdict, { criterion: 'The limits of age and sex in the registry entry', section: 'inclusion' }, sources))

function lineOf(verdict: Verdict, of: Pick<CriterionLine, 'criterion' | 'section'>, sources: SourceList): CriterionLine {
  return {
    ...of,
    because: sentence(verdict.because),
    sources: sources.numbersOf(verdict.evidence),
    ask: verdict.label === 'unknown' ? [...new Set((verdict.needs ?? []).map((need) => sentence(need.question)))] : [],
    ...(verdict.until === undefined ? {} : { until: verdict.until }),
  }
}

export const urlOf = (id: string): string | undefined => (/^NCT\d{8}$/.test(id) ? `https://clinicaltrials.gov/study/${id}` : undefined)

export function phaseWords(phases: readonly string[]): string {
  const named = phases
    .filter((phase) => phase !== 'NA')
    .map((phase) => phase.replace('EARLY_PHASE', 'early phase ').replace('PHASE', 'phase ').toLowerCase())
  return named.length > 0 ? named.join('/') : 'phase not stated'
}

function designWords({ trial }: TrialMatch): string {
  const words: string[] = []
  if (trial.allocation === 'RANDOMIZED') words.push('randomized (chance decides who gets which treatment)')
  if (trial.allocation === 'NON_RANDOMIZED') words.push('not randomized')
  if (trial.masking !== undefined && trial.masking !== 'NONE') words.push('masked')
  if (trial.masking === 'NONE') words.push('open label (you know what you get)')
  if (trial.arms.some((arm) => arm.type === 'PLACEBO_COMPARATOR' || /\bplacebo\b/i.test(`${arm.label} ${arm.description ?? ''}`)))
    words.push('has a placebo arm')
  if (trial.enrollment !== undefined) words.push(`${trial.enrollment} people planned`)
  return words.length > 0 ? words.join(', ') : 'design not stated'
}
