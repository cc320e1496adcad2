import type { Mark, TrialCard } from '@carefolio/core/api/trials.ts'
import { hasCriteria, type LISTS, listOf } from '@carefolio/core/match/lists.ts'
import type { MatchResult, TrialMatch } from '@carefolio/core/record/match.ts'
import type { Counts } from '@carefolio/core/report/report.ts'
import { siteStateOf } from '@carefolio/core/report/site-state.ts'
import { SourceList } from '@carefolio/core/report/sources.ts'
import { trialSectionOf } from '@carefolio/core/report/trial-section.ts'

/** A trial as a card in a list: what decides, without its criteria. */
export function cardOf(match: TrialMatch, mark: Mark | undefined, isNew: boolean): TrialCard {
  const section = trialSectionOf(match, new SourceList())
  const against = section.rulesOut.map(({ because }) => because)
  const distance = match.site?.distanceKm
  return {
    id: section.id,
    title: section.title,
    list: listOf(match),
    outcome: match.outcome,
    rank: section.rank,
    phase: section.phase,
    status: section.status,
    drugs: section.drugs,
    sponsor: section.sponsor,
    site: section.site,
    ...(distance === undefined ? {} : { distanceKm: distance }),
    settled: section.settled,
    reasons: (against.length > 0 ? against : section.fits.map(({ about, text }) => `${about}: ${text}`)).slice(0, MOST_REASONS),
    open: section.confirm.length,
    ...(mark ? { mark } : {}),
    isNew,
  }
}
const MOST_REASONS = 4

type ListCounts = Record<(typeof LISTS)[number] | Mark['mark'], number>

/** How many stand in each list; dismissed ones only among the dismissed, saved ones in their list too. */
export function countsOf({ trials }: MatchResult, marks: ReadonlyMap<string, Mark>): ListCounts {
  const counts: ListCounts = { possible: 0, 'not-now': 0, care: 0, 'not-open': 0, 'not-judged': 0, 'ruled-out': 0, saved: 0, dismissed: 0 }
  for (const match of trials) {
    const mark = marks.get(match.trial.id)?.mark
    if (mark !== undefined) counts[mark]++
    if (mark !== 'dismissed') counts[listOf(match)]++
  }
  return counts
}

/** The counts that the words of the method name. */
export function reportCounts(match: MatchResult): Counts {
  const of = countsOf(match, new Map())
  return {
    considered: match.considered,
    setAside: match.funnel.reduce((sum, { count }) => sum + count, 0),
    judged: match.trials.filter(hasCriteria).length,
    possible: of.possible,
    openNow: match.trials.filter((one) => listOf(one) === 'possible' && siteStateOf(one).is === 'open').length,
    notNow: of['not-now'],
    care: of.care,
    notOpen: of['not-open'],
    notJudged: of['not-judged'],
    excluded: of['ruled-out'],
  }
}
