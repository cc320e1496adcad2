import type { SiteNearby } from '../../record/match.ts'
import { distanceWords } from '../distance-words.ts'
import { html, type Markup } from './markup.ts'

const place = (site: SiteNearby) => [site.facility, site.city, site.state, site.country].filter(Boolean).join(', ')

export const siteLines = {
  one: (site: SiteNearby): Markup => html`${place(site)} – ${distanceWords(site.distanceKm)}`,
  all: (sites: readonly SiteNearby[]): Markup => {
    if (sites.length === 0) return html``
    return html`<table><caption>${sites.length} ${sites.length === 1 ? 'site' : 'sites'} within reach or of unknown distance</caption><tbody>${sites.map(
      (site) =>
        html`<tr><td>${place(site)}</td><td class="number">${distanceWords(site.distanceKm)}</td><td>${(site.status ?? (site.open ? 'open' : 'status not stated')).toLowerCase().replaceAll('_', ' ')}</td><td>${site.contacts.map((contact) => [contact.name, contact.phone, contact.email].filter(Boolean).join(', ')).join('; ')}</td></tr>`,
    )}</tbody></table>`
  },
}
