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
  asked,
  confirm,
  silent,
  notUnderstood,
  cohort,
}: TrialSection): BestTrial {
  const own = fits.filter(({ about }) => about !== 'Measurements in range')
  const open = confirm.length + notUnderstood.length
  const matched = own.length === 0 ? '' : `Fits your ${own.map(({ about }) => about.toLowerCase()).join(', ')}`
  const unsettled = asked.length === 0 ? '' : `asks for ${listed(asked)}: your records do not settle it`
  const specific = [matched, unsettled].filter(Boolean).join('; ') || 'Nothing specific to you is asked'
  return {
    id,
    ...(url === undefined ? {} : { url }),
    title,
    rank,
    where: site.nearest ? `${site.words}: ${placeWords(site.nearest)}, ${distanceWords(site.nearest.distanceKm)}` : site.words,
    why: `${[phase, status, drugs.slice(0, 3).join(', ')].filter(Boolean).join('; ')}${cohort ? `; for you: ${cohort}` : ''}. ${specific.replace(/^a/, 'A')}; ${toConfirm(open, silent.length)}.`,
    sources: [...new Set(own.flatMap(({ sources }) => sources.slice(0, 1)))],
  }
}

/** What is open, and what is taken to be so only because the records are silent. */
function toConfirm(open: number, silent: number): string {
  const parts = [
    ...(open > 0 ? [`${open} ${open === 1 ? 'point' : 'points'} to confirm`] : []),
    ...(silent > 0 ? [`${silent} ${silent === 1 ? 'condition' : 'conditions'} not mentioned in your records to confirm`] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : 'nothing is left to confirm'
}

const listed = (things: readonly string[]) =>
  `${things.slice(0, MOST).join('; ')}${things.length > MOST ? ` and ${things.length - MOST} more` : ''}`
const MOST = 2

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
