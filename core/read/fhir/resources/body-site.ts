import type { Entry } from '../../../record/entry.ts'
import { sideIn } from '../../side.ts'
import { conceptOf, extensionsEnding, namesOf } from '../concepts.ts'
import { type Json, objectsOf } from '../json.ts'

/** Body site and side of a resource; the side may be an extension of the site (mCODE), or in its words. */
export function bodySiteOf(resource: Json): { bodySite?: string; laterality?: NonNullable<Entry['laterality']> } {
  const sites = objectsOf(resource['bodySite'])
  const bodySite = namesOf(sites)
  const qualifiers = sites.flatMap((site) =>
    ['laterality-qualifier', 'laterality'].flatMap((ending) =>
      extensionsEnding(site, ending).map((one) => conceptOf(one['valueCodeableConcept']).name ?? ''),
    ),
  )
  const laterality = sideIn([bodySite ?? '', ...qualifiers].join(' '))
  return { ...(bodySite === undefined ? {} : { bodySite }), ...(laterality === undefined ? {} : { laterality }) }
}
