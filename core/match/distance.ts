import type { SiteNearby } from '../record/match.ts'
import { OPEN_STATUSES, type Trial, type TrialSite } from '../record/trial.ts'

export type Point = { lat: number; lon: number }

/** Great-circle distance in km (haversine; the mean radius of the Earth is 6371.0088 km). */
export function kmBetween(a: Point, b: Point): number {
  const north = radians(b.lat - a.lat) / 2
  const east = radians(b.lon - a.lon) / 2
  const h = Math.sin(north) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(east) ** 2
  return 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)))
}

/**
 * The sites of a trial as seen from a point: open ones first, nearest first, then those whose place is not known. With `withinKm` only sites
 * within reach and those whose place is not known. Without a point the order of the registry is kept. The registry's points are mostly
 * the centres of cities, so a distance is good to some kilometres.
 */
export function sitesByDistance(trial: Trial, point: Point | undefined, withinKm?: number): SiteNearby[] {
  return trial.sites
    .map((site): SiteNearby => {
      const open = isOpen(site, trial)
      return point && site.point ? { ...site, open, distanceKm: kmBetween(point, site.point) } : { ...site, open }
    })
    .filter((site) => withinKm === undefined || site.distanceKm === undefined || site.distanceKm <= withinKm)
    .sort((a, b) => Number(b.open) - Number(a.open) || (a.distanceKm ?? Number.MAX_VALUE) - (b.distanceKm ?? Number.MAX_VALUE))
}

/** A site is open by its own status; where it has none, by that of the trial. A closed trial has no open site. */
function isOpen(site: TrialSite, trial: Trial): boolean {
  const trialIsOpen = trial.status !== undefined && OPEN_STATUSES.includes(trial.status)
  if (site.status === undefined) return trialIsOpen
  return OPEN_STATUSES.includes(site.status) && (trial.status === undefined || trialIsOpen)
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
