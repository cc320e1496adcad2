import type { TrialMatch } from '../record/match.ts'
import { isOfOthers, reasonsOf } from './aspects.ts'
import { hasOpenSite, LISTS, listOf } from './lists.ts'
import { distanceFromBreast } from './relevance.ts'

/** As the report prints it; `byFit` does exactly this. Sponsor and payment play no part. */
export const ORDER_RULE =
  'Trials stand in lists: possible; not now; those not meant to treat the cancer (comfort, prevention, tests); those not open, or of which the registry does not say; those without published criteria; ruled out. In each list, trials that take people today at a site the registry lists as open, no more than 800 km (500 miles) away or of unknown distance, come first, then those with open sites farther away, then those without one or not open yet; after that trials that name only breast cancer, those that name it among others, those for cancers in general, and those for other cancers; then those that ask for more of what your records show, counted over four things: the cancer and its stage, receptors, gene changes, and earlier treatments; then the larger share of settled criteria, in steps of a twentieth. Not counted there are criteria of other groups of the trial, those left to the trial team, those that ask nothing, and those met only because your records do not mention a thing; and each trial counts as if it had five more open criteria, so that a short list of criteria is no advantage. Then comes the shorter way to the nearest open site; then the newer registry update; then the registry number. Who sponsors or pays for a trial plays no part.'

/** Orders two judged trials by `ORDER_RULE`. */
export function byFit(a: TrialMatch, b: TrialMatch): number {
  return (
    LISTS.indexOf(listOf(a)) - LISTS.indexOf(listOf(b)) ||
    fitOf(b) - fitOf(a) ||
    (a.site?.distanceKm ?? FAR) - (b.site?.distanceKm ?? FAR) ||
    (b.trial.lastUpdate ?? '').localeCompare(a.trial.lastUpdate ?? '') ||
    a.trial.id.localeCompare(b.trial.id)
  )
}

/**
 * How well a trial fits within its list, 0…1: what `ORDER_RULE` names before the way to the site, as one number in which each thing outweighs
 * all that come after it.
 */
export function fitOf(match: TrialMatch): number {
  const digits = [
    { value: siteLevel(match), of: 3 },
    { value: 3 - distanceFromBreast(match.trial), of: 4 },
    { value: askedAndShown(match), of: 5 },
    { value: Math.round(settledWithMore(match) * 20), of: 21 },
  ]
  const most = digits.reduce((all, { of }) => all * of, 1) - 1
  return digits.reduce((sum, { value, of }) => sum * of + value, 0) / most
}

const FAR = 50_000
/** What most people can travel again and again, in km. */
const TRAVEL = 800

/** 2: an open site that can be traveled to, or of unknown distance; 1: farther away; 0: none, or not open yet. */
const siteLevel = (match: TrialMatch) => (hasOpenSite(match) ? ((match.site?.distanceKm ?? 0) <= TRAVEL ? 2 : 1) : 0)

/** So many open criteria are added to each trial before shares are compared. */
const MORE = 5

/** How many of cancer, receptors, genes and treatments the trial asks for and the records show, 0…4. */
function askedAndShown(match: TrialMatch): number {
  const aspects = new Set(reasonsOf(match).map(({ aspect }) => aspect))
  aspects.delete('measurements')
  return aspects.size
}

/** The share that is settled of the criteria that records can decide and speak of, with `MORE` open ones added, 0…1. */
function settledWithMore(match: TrialMatch): number {
  const decisive = match.criteria.filter(
    ({ criterion, verdict }) =>
      !criterion.header &&
      !isOfOthers(criterion.cohort, match) &&
      verdict.label !== 'team' &&
      !(verdict.label === 'pass' && (verdict.bySilence === true || (verdict.kind === undefined && verdict.evidence.length === 0))),
  )
  return decisive.filter(({ verdict }) => verdict.label !== 'unknown').length / (decisive.length + MORE)
}
