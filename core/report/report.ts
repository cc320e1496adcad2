import type { MatchResult } from '../record/match.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { type ChangesSection, changesSectionOf } from './changes-section.ts'
import { type Disagreement, disagreementsOf } from './disagreements.ts'
import { METHOD, type MethodParagraph } from './method.ts'
import { type Picture, pictureOf } from './picture.ts'
import { type Source, SourceList } from './sources.ts'
import { type SummaryGroup, summaryOf } from './summary.ts'
import { type ShortTrial, shortTrialOf, type TrialSection, trialSectionOf } from './trial-section.ts'

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
  /** What changed since the earlier report that was given. */
  changes?: ChangesSection
  summary: SummaryGroup[]
  picture: Picture
  disagreements: Disagreement[]
  /** Things that do not fit together; a person should look. */
  checks: { message: string; sources: number[] }[]
  counts: { considered: number; possible: number; notNow: number; excluded: number }
  funnel: { reason: string; count: number }[]
  possible: TrialSection[]
  notNow: TrialSection[]
  excluded: ShortTrial[]
  questions: { text: string; document?: string; settles: number }[]
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

/** `previous`: the matching of an earlier report, to say what changed since. */
export type ReportOptions = { made: string; place?: string; registry?: string; previous?: MatchResult }

/** Puts profile and match together. Nothing is left out: every trial considered is a section, a row, or counted with its reason. */
export function reportOf(profile: Profile, match: MatchResult, options: ReportOptions): Report {
  const sources = new SourceList()
  const changes = options.previous && changesSectionOf(options.previous, match, sources)
  const summary = summaryOf(profile, sources)
  const picture = pictureOf(profile, sources)
  const disagreements = disagreementsOf(profile, sources)
  const checks = profile.checks.map(({ message, evidence }) => ({ message, sources: sources.numbersOf(evidence) }))
  const of = (outcome: string) => match.trials.filter((trial) => trial.outcome === outcome)
  const possible = of('possible').map((trial) => trialSectionOf(trial, sources))
  const notNow = of('not-now').map((trial) => trialSectionOf(trial, sources))
  const excluded = of('excluded').map((trial) => shortTrialOf(trial, sources))
  return {
    title: 'Clinical trials for you',
    asOf: match.asOf,
    made: options.made,
    ...(options.place === undefined ? {} : { place: options.place }),
    ...(options.registry === undefined ? {} : { registry: options.registry }),
    ...(changes === undefined ? {} : { changes }),
    summary,
    picture,
    disagreements,
    checks,
    counts: { considered: match.considered, possible: possible.length, notNow: notNow.length, excluded: excluded.length },
    funnel: match.funnel,
    possible,
    notNow,
    excluded,
    questions: match.questions.map(({ text, document, settles }) => ({ text, settles, ...(document === undefined ? {} : { document }) })),
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
    method: METHOD,
    sources: sources.all(),
  }
}
