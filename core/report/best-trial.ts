import { distanceWords } from './distance-words.ts'
import type { TrialSection } from './trial-section.ts'

/** A trial on the first page: what it gives, where, and in one line why it fits and what is open. */
export type BestTrial = { id: string; url?: string; title: string; rank: number; where: string; why: string; sources: number[] }

export function bestTrialOf({
  id,
  url,
  title,
  rank,
  phase,
  status,
  drugs,
  site,
  fits,
  confirm,
  notUnderstood,
  cohort,
}: TrialSection): BestTrial {
  const own = fits.filter(({ about }) => about !== 'Measurements in range')
  const open = confirm.length + notUnderstood.length
  const matched =
    own.length === 0 ? 'Nothing specific to you is asked' : `Fits your ${own.map(({ about }) => about.toLowerCase()).join(', ')}`
  return {
    id,
    ...(url === undefined ? {} : { url }),
    title,
    rank,
    where: site.nearest ? `${site.words}: ${placeWords(site.nearest)}, ${distanceWords(site.nearest.distanceKm)}` : site.words,
    why: `${[phase, status, drugs.slice(0, 3).join(', ')].filter(Boolean).join('; ')}${cohort ? `; for you: ${cohort}` : ''}. ${matched}; ${open === 0 ? 'nothing is left to confirm' : `${open} ${open === 1 ? 'point' : 'points'} to confirm`}.`,
    sources: [...new Set(own.flatMap(({ sources }) => sources.slice(0, 1)))],
  }
}

const placeWords = ({
  facility,
  city,
  state,
  country,
}: {
  facility?: string | undefined
  city?: string | undefined
  state?: string | undefined
  country?: string | undefined
}) => [facility, city, state, country === 'United States' ? undefined : country].filter(Boolean).join(', ')
