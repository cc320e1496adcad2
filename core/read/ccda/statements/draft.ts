import type { Entry } from '../../../record/entry.ts'
import type { Narrative } from '../narrative.ts'
import { at, childrenNamed, elementsOf, type XmlElement } from '../xml-tree.ts'

/** An entry before it is known where its words stand on the page; `references` are the narrative IDs it points at, the closest first. */
export type Draft = Omit<Entry, 'page' | 'start' | 'end'> & { references: string[] }

/** Where a statement was found: the LOINC code of its section, what its parents said, its path in the XML. */
export type Place = {
  section: string
  narrative: Narrative
  path: string
  /** Status of the act around it (a problem's concern, an organizer). */
  outerStatus?: string | undefined
  outerTimes?: { begins?: Entry['begins']; ends?: Entry['ends'] } | undefined
  specimen?: string | undefined
  relative?: string | undefined
}

export const hasTemplate = (element: XmlElement, ...ends: readonly string[]): boolean =>
  childrenNamed(element, 'templateId').some(({ attributes: { root } }) => root !== undefined && ends.includes(root))

/** The statements that hang on this one by `entryRelationship` or `component`. */
export const nestedIn = (element: XmlElement): XmlElement[] =>
  [...childrenNamed(element, 'entryRelationship'), ...childrenNamed(element, 'component')].flatMap((relation) =>
    elementsOf(relation).filter((child) => STATEMENTS.has(child.name)),
  )

export const STATEMENTS = new Set([
  'act',
  'observation',
  'organizer',
  'procedure',
  'encounter',
  'substanceAdministration',
  'supply',
  'observationMedia',
])

export const statusOf = (element: XmlElement): string | undefined => at(element, 'statusCode')?.attributes['code']?.toLowerCase()

export const isNegated = (element: XmlElement): boolean => element.attributes['negationInd'] === 'true'

/** Requests, proposals and intents are not events. */
export const isPlanned = (element: XmlElement): boolean =>
  /^(?:INT|RQO|PRP|PRMS|ARQ|APT|GOL)$/.test(element.attributes['moodCode'] ?? 'EVN')

/** The narrative IDs of the statement's own text. */
export const textReference = (element: XmlElement): string[] => {
  const value = at(element, 'text', 'reference')?.attributes['value']
  return value === undefined ? [] : [value]
}

/** Words of a comment hung on the statement (LOINC 48767-8). */
export function commentOf(element: XmlElement, narrative: Narrative): string | undefined {
  for (const nested of nestedIn(element)) {
    if (nested.name !== 'act' || at(nested, 'code')?.attributes['code'] !== '48767-8') continue
    const reference = textReference(nested)[0]
    const text = at(nested, 'text')
    const own = text?.children
      .filter((child) => typeof child === 'string')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    const words = own || (reference === undefined ? undefined : narrative.wordsOf(reference))
    if (words !== undefined && words !== '' && words.length < 2000) return words
  }
  return undefined
}
