import { hasOpenSite, isOpenNowOrSoon } from '../match/lists.ts'
import type { SiteNearby, TrialMatch } from '../record/match.ts'

/**
 * Whether and where a person could go today: `open` at `nearest`; `soon`, not yet open; `none`, taking people but no open site is listed; `closed`.
 * `words` say it in one line.
 */
export type SiteState = { is: 'open' | 'soon' | 'none' | 'closed'; words: string; nearest?: SiteNearby }

export function siteStateOf(match: TrialMatch): SiteState {
  const { trial, site } = match
  const nearest = site === undefined ? {} : { nearest: site }
  if (!isOpenNowOrSoon(trial))
    return { is: 'closed', words: trial.status === undefined ? 'The registry does not say whether it is open.' : 'It takes nobody today.' }
  if (hasOpenSite(match)) return { is: 'open', words: 'Nearest open site', ...nearest }
  if (trial.status === 'NOT_YET_RECRUITING' || site !== undefined)
    return { is: 'soon', words: site === undefined ? 'Not open yet; no site is listed.' : 'Not open yet; nearest planned site', ...nearest }
  return {
    is: 'none',
    words:
      trial.sites.length === 0
        ? 'The registry lists no site: ask the contact where it is open.'
        : `None of its ${trial.sites.length === 1 ? 'one listed site' : `${trial.sites.length} listed sites`} is open today.`,
  }
}

/** The registry's status in small letters: `recruiting`, `active, not recruiting`. */
export function statusWords(status: string | undefined): string {
  if (status === undefined) return 'status not stated'
  return status
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace('active not', 'active, not')
    .replace(/^unknown$/, 'status unknown')
}
