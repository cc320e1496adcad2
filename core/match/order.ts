import type { TrialMatch } from '../record/match.ts'
import { type Aspect, isOfOthers, openAspectsOf, reasonsOf } from './aspects.ts'
import { hasOpenSite, LISTS, listOf } from './lists.ts'
import { distanceFromBreast } from './relevance.ts'

/** As the report prints it; `byFit` does exactly this. Sponsor and payment play no part. */
export const ORDER_RULE =
  'Trials stand in lists: possible; not now; those not meant to treat the cancer (comfort, prevention, tests); those not open, or of which the registry does not say; those without published criteria; ruled out. In each list, trials that name only breast cancer come first, then those that name it among others, those for cancers in general, and those for other cancers. Then those that ask for more of what your records show, counted over three things: the cancer and its stage, receptors, and gene changes; each of the three that a trial asks for and your records leave open (a gene change never tested, say, or a title that speaks of advanced cancer where yours is early) takes one away. Only then comes the place: first trials that take people today at a site the registry lists as open, no more than 800 km (500 miles) away or of unknown distance; then those with open sites farther away, and those of which the registry lists no site; then those without an open site or not open yet. Then come trials that ask for earlier treatments that you had; then the larger share of settled criteria, in steps of a twentieth. Not counted there are criteria of other groups of the trial, those left to the trial team, those that ask nothing, and those met only because your records do not mention a thing; and each trial counts as if it had five more open criteria, so that a short list of criteria is no advantage. Then comes the shorter way to the nearest open site; then the newer registry update; then the registry number. Who sponsors or pays for a trial plays no part.'

/** Orders two judged trials by `ORDER_RULE`. */
export function byFit(a: TrialMatch, b: TrialMatch): number {
  const [one, other] = [placeOf(a), placeOf(b)]
  return (
    one.list - other.list ||
    other.fit - one.fit ||
    (a.site?.distanceKm ?? FAR) - (b.site?.distanceKm ?? FAR) ||
    (b.trial.lastUpdate ?? '').localeCompare(a.trial.lastUpdate ?? '') ||
    a.trial.id.localeCompare(b.trial.id)
  )
}

/** Sorting compares each trial many times, and its place is the same each time. */
function placeOf(match: TrialMatch): { list: number; fit: number } {
  const known = PLACES.get(match)
  if (known) return known
  const place = { list: LISTS.indexOf(listOf(match)), fit: fitOf(match) }
  PLACES.set(match, place)
  return place
}
const PLACES = new WeakMap<TrialMatch, { list: number; fit: number }>()

/**
 * How well a trial fits within its list, 0…1: what `ORDER_RULE` names before the way to the site, as one number in which each thing outweighs
 * all that come after it.
 */
export function fitOf(match: TrialMatch): number {
  const digits = [
    { value: 3 - distanceFromBreast(match.trial), of: 4 },
    { value: 3 + askedAndShown(match, OF_THE_CANCER) - askedAndOpen(match, OF_THE_CANCER), of: 7 },
    { value: siteLevel(match), of: 3 },
    { value: askedAndShown(match, ['treatments']), of: 2 },
    { value: Math.round(settledWithMore(match) * 20), of: 21 },
  ]
  const most = digits.reduce((all, { of }) => all * of, 1) - 1
  return digits.reduce((sum, { value, of }) => sum * of + value, 0) / most
}

const FAR = 50_000
/** What most people can travel again and again, in km. */
const TRAVEL = 800

/** 2: an open site that can be traveled to, or of unknown distance; 1: farther away, or no site listed; 0: none open, or not open yet. */
function siteLevel(match: TrialMatch): number {
  if (hasOpenSite(match)) return (match.site?.distanceKm ?? 0) <= TRAVEL ? 2 : 1
  return match.trial.sites.length === 0 && match.trial.status !== 'NOT_YET_RECRUITING' ? 1 : 0
}

/** So many open criteria are added to each trial before shares are compared. */
const MORE = 5

/** How many of these things the trial asks for and the records show. */
const askedAndShown = (match: TrialMatch, of: readonly Aspect[]) => countOf(new Set(reasonsOf(match).map(({ aspect }) => aspect)), of)
/** How many of them it asks for and the records leave open. */
const askedAndOpen = (match: TrialMatch, of: readonly Aspect[]) => countOf(openAspectsOf(match), of)
const countOf = (aspects: ReadonlySet<Aspect>, of: readonly Aspect[]) => of.filter((aspect) => aspects.has(aspect)).length
const OF_THE_CANCER: readonly Aspect[] = ['cancer', 'receptors', 'genes']

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
