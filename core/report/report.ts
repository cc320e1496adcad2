import { hasCriteria, isOpenNowOrSoon, type ListName, listOf } from '../match/lists.ts'
import type { MatchResult, TrialMatch } from '../record/match.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { type BestTrial, bestTrialOf } from './best-trial.ts'
import { type BriefLine, briefOf } from './brief.ts'
import { type ChangesSection, changesSectionOf } from './changes-section.ts'
import { type Disagreement, disagreementsOf } from './disagreements.ts'
import { type MethodParagraph, methodOf } from './method.ts'
import { type Picture, pictureOf } from './picture.ts'
import { type AskedQuestion, questionsFor } from './questions-section.ts'
import { sentence } from './sentence.ts'
import { type SiteState, siteStateOf, statusWords } from './site-state.ts'
import { type Source, SourceList } from './sources.ts'
import { type SummaryGroup, summaryOf } from './summary.ts'
import { phaseWords, type ShortTrial, shortTrialOf, type TrialSection, trialSectionOf, urlOf } from './trial-section.ts'

/**
 * The trial report of one person as a document: everything it says, in order, with the numbers of the sources behind each
 * statement. The web page and the PDF are two drawings of this one model.
 */
export type Report = {
  title: string
  asOf: PartialDate
  /** When it was made, ISO 8601, given by the caller. */
  made: string
  /** Where the person is, as given: a ZIP code or coordinates. */
  place?: string
  /** What the trial records are: "1,840 records, registry data of 2026-09-30". */
  registry?: string
  /** What puts everything in doubt, as records of two people; shown before all else. */
  alarms: Check[]
  /** What changed since the earlier report that was given. */
  changes?: ChangesSection
  /** The person on one page, for the oncologist, and the trials that fit best. */
  brief: BriefLine[]
  best: BestTrial[]
  summary: SummaryGroup[]
  picture: Picture
  disagreements: Disagreement[]
  /** Things that do not fit together; a person should look. */
  checks: Check[]
  counts: Counts
  /** Where every trial considered went; the counts add up to `counts.considered`. */
  funnel: { reason: string; count: number }[]
  possible: TrialSection[]
  notNow: TrialSection[]
  /** Not meant to treat the cancer: comfort, prevention, tests. */
  care: TrialSection[]
  /** Fitting or nearly, but not open, or the registry does not say. */
  notOpen: TrialSection[]
  /** Without published criteria. */
  notJudged: UnjudgedTrial[]
  excluded: ShortTrial[]
  /** What to ask, most useful first; `toKnow`: what no answer settles but a new test or a step, as a blood value that is too old. */
  questions: AskedQuestion[]
  toKnow: AskedQuestion[]
  documents: {
    file: string
    kind: string
    date?: PartialDate
    pages: number
    read: boolean
    message?: string
    wayOut?: string
    sameAs?: string
  }[]
  method: readonly MethodParagraph[]
  sources: Source[]
}
export type Check = { message: string; sources: number[] }
export type UnjudgedTrial = { id: string; url?: string; title: string; status: string; phase: string; site: SiteState }
export type Counts = {
  considered: number
  /** Set aside before judging, with a reason in the funnel. */
  setAside: number
  /** Judged criterion by criterion. */
  judged: number
  possible: number
  /** Of the possible: those with a site open today. */
  openNow: number
  notNow: number
  care: number
  notOpen: number
  notJudged: number
  excluded: number
}

/** `previous`: the matching of an earlier report, to say what changed since. */
export type ReportOptions = { made: string; place?: string; registry?: string; previous?: MatchResult }

/** Puts profile and match together. Nothing is left out: every trial considered is a section, a row, or counted with its reason. */
export function reportOf(profile: Profile, match: MatchResult, options: ReportOptions): Report {
  const sources = new SourceList()
  const checked = (wanted: boolean) =>
    profile.checks
      .filter(({ grave = false }) => grave === wanted)
      .map(({ message, evidence }) => ({ message: sentence(message), sources: sources.numbersOf(evidence) }))
  const alarms = checked(true)
  const changes = options.previous && changesSectionOf(options.previous, match, sources)
  const brief = briefOf(profile, sources)
  const lists = Map.groupBy(match.trials, listOf)
  const of = (name: ListName): TrialMatch[] => lists.get(name) ?? []
  const summary = summaryOf(profile, sources)
  const picture = pictureOf(profile, sources)
  const disagreements = disagreementsOf(profile, sources)
  const checks = [...checked(false), ...unreadCheck(profile)]
  const sections = (name: ListName) => of(name).map((trial) => trialSectionOf(trial, sources))
  const possible = sections('possible')
  const notNow = sections('not-now')
  const care = sections('care')
  const notOpen = sections('not-open')
  const counts: Counts = {
    considered: match.considered,
    setAside: match.funnel.reduce((sum, { count }) => sum + count, 0),
    judged: match.trials.filter(hasCriteria).length,
    possible: possible.length,
    openNow: possible.filter(({ site }) => site.is === 'open').length,
    notNow: notNow.length,
    care: care.length,
    notOpen: notOpen.length,
    notJudged: of('not-judged').length,
    excluded: of('ruled-out').length,
  }
  return {
    title: 'Clinical trials for you',
    asOf: match.asOf,
    made: options.made,
    ...(options.place === undefined ? {} : { place: options.place }),
    ...(options.registry === undefined ? {} : { registry: options.registry }),
    alarms,
    ...(changes === undefined ? {} : { changes }),
    brief,
    best: possible.slice(0, BEST).map(bestTrialOf),
    summary,
    picture,
    disagreements,
    checks,
    counts,
    funnel: funnelOf(match, counts),
    possible,
    notNow,
    care,
    notOpen,
    notJudged: of('not-judged').map(unjudged),
    excluded: of('ruled-out').map((trial) => shortTrialOf(trial, sources)),
    ...questionsFor(match),
    documents: profile.documents.map(({ file, kind, date, pages, read, message, wayOut, sameAs }) => ({
      file,
      kind: kind.replaceAll('-', ' '),
      pages,
      read,
      ...(date === undefined ? {} : { date }),
      ...(message === undefined ? {} : { message }),
      ...(wayOut === undefined ? {} : { wayOut }),
      ...(sameAs === undefined ? {} : { sameAs }),
    })),
    method: methodOf(counts, match.funnel),
    sources: sources.all(),
  }
}

/** So many trials stand on the first page. */
const BEST = 5

/** What stands in a file that could not be read is not known here. */
function unreadCheck({ documents }: Profile): Check[] {
  const unread = documents.filter(({ read, sameAs }) => !read && sameAs === undefined)
  if (unread.length === 0) return []
  const files = `${unread
    .slice(0, 3)
    .map(({ file }) => file)
    .join(', ')}${unread.length > 3 ? ' …' : ''}`
  return [
    {
      message: `${unread.length} of ${documents.length} files could not be read (${files}). What they say is not in this report; under Documents it says why and what to do.`,
      sources: [],
    },
  ]
}

const funnelOf = ({ funnel }: MatchResult, counts: Counts) =>
  [
    ...funnel.map(({ reason, count }) => ({ reason: `Set aside before judging: ${reason}`, count })),
    { reason: 'No published criteria: not judged', count: counts.notJudged },
    { reason: 'Ruled out by your records', count: counts.excluded },
    { reason: 'Not ruled out, but not open or the registry does not say', count: counts.notOpen },
    { reason: 'Not ruled out, but not meant to treat the cancer', count: counts.care },
    { reason: 'Not now, but perhaps later', count: counts.notNow },
    { reason: 'Possible', count: counts.possible },
  ].filter(({ count }) => count > 0)

function unjudged(match: TrialMatch): UnjudgedTrial {
  const { trial } = match
  const url = urlOf(trial.id)
  return {
    id: trial.id,
    ...(url === undefined ? {} : { url }),
    title: trial.title,
    status: isOpenNowOrSoon(trial) ? statusWords(trial.status) : `${statusWords(trial.status)} (not open)`,
    phase: phaseWords(trial.phases),
    site: siteStateOf(match),
  }
}
