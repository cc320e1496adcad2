import type { Entry } from '../../../record/entry.ts'
import { sideIn } from '../../side.ts'
import { conceptOf } from '../concepts.ts'
import type { Narrative } from '../narrative.ts'
import { at, childrenNamed, type XmlElement } from '../xml-tree.ts'

/** The body site a statement is about, and its side where that is said. */
export function bodySiteOf(
  statement: XmlElement,
  narrative: Narrative,
): { bodySite?: string; laterality?: NonNullable<Entry['laterality']> } {
  const site = at(statement, 'targetSiteCode')
  const name = conceptOf(site, narrative).name
  const qualifiers = childrenNamed(site, 'qualifier').map((one) => conceptOf(at(one, 'value'), narrative).name ?? '')
  const laterality = sideIn([name ?? '', ...qualifiers].join(' '))
  return { ...(name === undefined ? {} : { bodySite: name }), ...(laterality === undefined ? {} : { laterality }) }
}
