import { nameOfLoinc } from '../../codes/loinc.ts'
import { systemOfOid } from '../../codes/systems.ts'
import type { Coding } from '../../record/entry.ts'
import type { Narrative } from './narrative.ts'
import { at, childrenNamed, textOf, type XmlElement } from './xml-tree.ts'

/** A coded element (`code`, `value` of type CD): its codes with translations, and the name a person would read. */
export type Concept = { name: string | undefined; codes: Coding[]; references: string[] }

export function conceptOf(element: XmlElement | undefined, narrative: Narrative): Concept {
  if (!element) return { name: undefined, codes: [], references: [] }
  const codes = [element, ...translationsOf(element)].flatMap(codingOf)
  const original = at(element, 'originalText')
  const reference = at(original, 'reference')?.attributes['value']
  const referred = reference === undefined ? undefined : narrative.wordsOf(reference)
  const written = textOf(original)
  const name =
    shortEnough(referred) ??
    shortEnough(written) ??
    element.attributes['displayName'] ??
    codes.find((code) => code.display)?.display ??
    codes.flatMap(({ code }) => nameOfLoinc(code) ?? [])[0]
  return { name: name?.replace(/\s+/g, ' ').trim() || undefined, codes, references: reference === undefined ? [] : [reference] }
}

/** The code itself, when it is one. */
export const codeOf = (element: XmlElement | undefined): string | undefined => element?.attributes['code']

const translationsOf = (element: XmlElement): XmlElement[] =>
  childrenNamed(element, 'translation').flatMap((translation) => [translation, ...childrenNamed(translation, 'translation')])

function codingOf(element: XmlElement): Coding[] {
  const { code, displayName, codeSystem, codeSystemName } = element.attributes
  if (code === undefined || code === '') return []
  const system = systemOfOid(codeSystem) ?? codeSystemName ?? ''
  return [{ system, code, ...(displayName === undefined || displayName === '' ? {} : { display: displayName }) }]
}

/** A reference may point at a whole table, or be written as text (`#med1`); that is no name. */
const shortEnough = (text: string | undefined): string | undefined =>
  text !== undefined && /^\s*[^\s#]/.test(text) && text.length <= LONGEST_NAME ? text : undefined
const LONGEST_NAME = 250
