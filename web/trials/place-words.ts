import type { SiteNearby } from '@carefolio/core/record/match.ts'
import { words } from '../words/words.ts'

const MILES = 0.621371

/** Whole miles; a site stands at the centre of its city, so more would pretend. */
export function milesWords(km: number): string {
  return km < 1 ? words.trials.inYourCity : words.trials.miles(Math.max(1, Math.round(km * MILES)))
}

export const kmOf = (miles: number): number => Math.round(miles / MILES)

export const siteWords = ({ facility, city, state, country, distanceKm }: SiteNearby): string =>
  [
    [facility, city, state, country === 'United States' ? undefined : country].filter(Boolean).join(', '),
    distanceKm === undefined ? undefined : milesWords(distanceKm),
  ]
    .filter(Boolean)
    .join(' · ')

export const statusTone = (is: 'open' | 'soon' | 'none' | 'closed') =>
  (({ open: 'good', soon: 'ask', none: 'ask', closed: 'bad' }) as const)[is]
