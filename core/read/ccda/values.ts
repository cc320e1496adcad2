import type { Entry } from '../../record/entry.ts'
import { quantityInWords, rangeInWords } from '../values-in-words.ts'
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
