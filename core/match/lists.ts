import type { TrialMatch } from '../record/match.ts'
import { OPEN_STATUSES, type Trial } from '../record/trial.ts'
import { aimOf } from './aim.ts'

/** The lists in which a report tells the trials, in this order. Every trial that was looked at stands in exactly one. */
export const LISTS = ['possible', 'not-now', 'care', 'not-open', 'not-judged', 'ruled-out'] as const
export type ListName = (typeof LISTS)[number]

/**
 * `ruled-out` by the records; else `not-judged` where the registry publishes no criteria; else `not-open` where the trial takes nobody, or the
 * registry does not say; else `care` where it is not meant to treat the cancer; else as its outcome says.
 */
export function listOf({ outcome, trial, criteria }: Pick<TrialMatch, 'outcome' | 'trial' | 'criteria'>): ListName {
  if (outcome === 'excluded') return 'ruled-out'
  if (!hasCriteria({ criteria })) return 'not-judged'
  if (!isOpenNowOrSoon(trial)) return 'not-open'
  if (aimOf(trial) === 'care') return 'care'
  return outcome
}

/** False when the registry publishes no criteria, or nothing but headings. */
export const hasCriteria = ({ criteria }: Pick<TrialMatch, 'criteria'>): boolean => criteria.some(({ criterion }) => !criterion.header)

/** By its status; a trial of which the registry gives none is not taken to be open. */
export const isOpenNowOrSoon = ({ status }: Trial): boolean => status !== undefined && OPEN_STATUSES.includes(status)

/** Takes people today at a site that the registry lists as open; listed sites far away count too. */
export function hasOpenSite({ trial, site }: Pick<TrialMatch, 'trial' | 'site'>): boolean {
  return trial.status !== 'NOT_YET_RECRUITING' && site?.open === true && site.status !== 'NOT_YET_RECRUITING'
}
