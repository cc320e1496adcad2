import type { Entry } from '../../record/entry.ts'
import { conceptOf } from './concepts.ts'
import type { Narrative } from './narrative.ts'
import { at, childrenNamed, textOf, type XmlElement } from './xml-tree.ts'

type Value = NonNullable<Entry['value']>

/** The value of an observation, of whatever data type it says it is. */
export function valueIn(observation: XmlElement, narrative: Narrative): Value | undefined {
  for (const value of childrenNamed(observation, 'value')) {
    const read = readValue(value, narrative)
    if (read) return read
  }
  return undefined
}

/** Reference limits as numbers; a range in words (`0.5-1.1`, `<32`) is read too. */
export function rangeOf(observation: XmlElement): Entry['range'] {
  for (const range of childrenNamed(observation, 'referenceRange')) {
    const inner = at(range, 'observationRange')
    const value = at(inner, 'value')
    const low = numberOf(at(value, 'low')?.attributes['value'])
    const high = numberOf(at(value, 'high')?.attributes['value'])
    if (low !== undefined || high !== undefined) return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
    const words = rangeInWords(textOf(at(inner, 'text')) ?? textOf(value))
    if (words) return words
  }
  return undefined
}

/** `3.5-5.1`, `3.5 to 5.1 g/dL`, `<32`, `>= 60`. */
export function rangeInWords(words: string | undefined): Entry['range'] {
  if (words === undefined) return undefined
  const both = /(\d+(?:\.\d+)?)\s*(?:-|–|to)\s*(\d+(?:\.\d+)?)/i.exec(words)
  if (both) return { low: Number(both[1]), high: Number(both[2]) }
  const one = /([<>≤≥])\s*=?\s*(\d+(?:\.\d+)?)/.exec(words)
  if (!one) return undefined
  return one[1] === '<' || one[1] === '≤' ? { high: Number(one[2]) } : { low: Number(one[2]) }
}

/** A number as people write it: `<0.5`, `1,200`, ` 12.0 `; the rest of the words is the unit when it is short. */
export function quantityInWords(words: string): { value: number; comparator?: '<' | '<=' | '>' | '>='; unit?: string } | undefined {
  const match =
    /^\s*(<=|>=|<|>|≤|≥)?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?|\.\d+)\s*([A-Za-z%µμ*][\w%/*^.µμ\d]{0,20})?\s*$/.exec(words)
  if (!match) return undefined
  const value = Number((match[2] ?? '').replaceAll(',', ''))
  if (!Number.isFinite(value)) return undefined
  const comparator = COMPARATORS[match[1] ?? '']
  return { value, ...(comparator === undefined ? {} : { comparator }), ...(match[3] === undefined ? {} : { unit: match[3] }) }
}

const COMPARATORS: Readonly<Record<string, '<' | '<=' | '>' | '>='>> = { '<': '<', '<=': '<=', '≤': '<=', '>': '>', '>=': '>=', '≥': '>=' }

function readValue(value: XmlElement, narrative: Narrative): Value | undefined {
  const type = (value.attributes['xsi:type'] ?? '').replace(/^.*:/, '')
  const written = value.attributes['value']
  const unit = unitOf(value.attributes['unit'])
  if (type === 'BL' && written !== undefined) return { flag: written === 'true' }
  if (type === 'IVL_PQ' || type === 'IVL_INT' || at(value, 'low') || at(value, 'high')) {
    const low = numberOf(at(value, 'low')?.attributes['value'])
    const high = numberOf(at(value, 'high')?.attributes['value'])
    const edge = at(value, low === undefined ? 'high' : 'low')
    const edgeUnit = unitOf(edge?.attributes['unit'])
    if (low !== undefined && high !== undefined) return { text: `${low}-${high}${edgeUnit === undefined ? '' : ` ${edgeUnit}`}` }
    const only = low ?? high
    if (only === undefined) return undefined
    const open = edge?.attributes['inclusive'] === 'false'
    const comparator = low === undefined ? (open ? '<' : '<=') : open ? '>' : '>='
    return { quantity: { value: only, comparator, ...(edgeUnit === undefined ? {} : { unit: edgeUnit }) } }
  }
  if (type === 'RTO' || type === 'RTO_PQ_PQ') {
    const [top, bottom] = ['numerator', 'denominator'].map((part) => at(value, part)?.attributes['value'])
    return top === undefined || bottom === undefined ? undefined : { text: `${top}/${bottom}` }
  }
  if (written !== undefined && written.trim() !== '') {
    const quantity = quantityInWords(written)
    if (quantity) return { quantity: { ...quantity, ...(unit === undefined ? {} : { unit }) } }
    return { text: unit === undefined ? written.trim() : `${written.trim()} ${unit}` }
  }
  const { name, codes } = conceptOf(value, narrative)
  if (name !== undefined) return { text: name, ...(codes.length > 0 ? { codes } : {}) }
  if (value.attributes['representation'] === 'B64') return undefined
  const reference = at(value, 'reference')?.attributes['value']
  const text = textOf(value) ?? (reference === undefined ? undefined : narrative.wordsOf(reference))
  if (text === undefined) return codes[0] ? { text: codes[0].code, codes } : undefined
  const quantity = quantityInWords(text)
  return quantity ? { quantity } : { text }
}

const numberOf = (text: string | undefined): number | undefined => {
  const number = text === undefined || text.trim() === '' ? Number.NaN : Number(text.replaceAll(',', ''))
  return Number.isFinite(number) ? number : undefined
}

const unitOf = (unit: string | undefined): string | undefined => {
  const words = unit?.trim()
  return words === undefined || words === '' || words === '1' || /^n\/?a$/i.test(words) ? undefined : words
}
