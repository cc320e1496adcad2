import type { SiteNearby } from '../../record/match.ts'
import { distanceWords } from '../distance-words.ts'
import { html, type Markup } from './markup.ts'

const place = (site: SiteNearby) => [site.facility, site.city, site.state, site.country].filter(Boolean).join(', ')

export const siteLines = {
  one: (site: SiteNearby): Markup => html`${place(site)} – ${distanceWords(site.distanceKm)}`,
  all: (sites: readonly SiteNearby[]): Markup => {
    if (sites.length === 0) return html``
    return html`<p>${sites.length} ${sites.length === 1 ? 'site' : 'sites'} within reach or of unknown distance:</p><ul class="plain">${sites.map(
      (site) => html`<li>${siteLines.one(site)}; ${stateOf(site)}${contactsOf(site)}</li>`,
    )}</ul>`
  },
}

const stateOf = ({ status, open }: SiteNearby) => (status ?? (open ? 'open' : 'status not stated')).toLowerCase().replaceAll('_', ' ')

function contactsOf({ contacts }: SiteNearby): string {
  const words = contacts.map((contact) => [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')).join('; ')
  return words === '' ? '' : `; ${words}`
}
