import { nameOfLoinc } from '../../codes/loinc.ts'
import type { Coding, Entry, Quantity } from '../../record/entry.ts'
import { quantityInWords, rangeInWords } from '../values-in-words.ts'
import { booleanOf, type Json, numberOf, objectOf, objectsOf, stringOf } from './json.ts'

export type Concept = { name: string | undefined; codes: Coding[] }

/** A CodeableConcept (or bare Coding): its codes, and the words a person would read. */
export function conceptOf(value: unknown): Concept {
  const concept = objectOf(Array.isArray(value) ? value[0] : value)
  if (!concept) return { name: stringOf(value), codes: [] }
  const inner = objectOf(concept['concept']) ?? concept
  const codings = inner['coding'] === undefined && inner['code'] !== undefined ? [inner] : objectsOf(inner['coding'])
  const codes = codings.flatMap((coding): Coding[] => {
    const code = stringOf(coding['code'])
    const display = stringOf(coding['display'])
    return code === undefined ? [] : [{ system: stringOf(coding['system']) ?? '', code, ...(display === undefined ? {} : { display }) }]
  })
  const name =
    stringOf(inner['text']) ??
    codes.find(({ display }) => display !== undefined)?.display ??
    stringOf(codings[0]?.['display']) ??
    nameOfLoinc(codes[0]?.code ?? '') ??
    codes[0]?.code
  return { name, codes }
}

/** The names of a list of concepts, joined. */
export function namesOf(value: unknown): string | undefined {
  const names = objectsOf(value)
    .map((one) => conceptOf(one).name)
    .filter((name) => name !== undefined)
  return names.length > 0 ? [...new Set(names)].join(', ') : undefined
}

/** Quantity, Age or Duration. */
export function quantityOf(value: unknown): Quantity | undefined {
  const quantity = objectOf(value)
  const number = numberOf(quantity?.['value'])
  if (!quantity || number === undefined) return undefined
  const unit = stringOf(quantity['unit']) ?? stringOf(quantity['code'])
  const comparator = stringOf(quantity['comparator'])
  return {
    value: number,
    ...(unit === undefined || unit === '1' ? {} : { unit }),
    ...(comparator === '<' || comparator === '<=' || comparator === '>' || comparator === '>=' ? { comparator } : {}),
  }
}

/** `value[x]` of an Observation or of one of its components, of whatever type. */
export function valueIn(holder: Json): NonNullable<Entry['value']> | undefined {
  const quantity = quantityOf(holder['valueQuantity'])
  if (quantity) return { quantity }
  const whole = numberOf(holder['valueInteger']) ?? numberOf(holder['valueDecimal'])
  if (whole !== undefined) return { quantity: { value: whole } }
  const words = stringOf(holder['valueString'])
  if (words !== undefined) {
    const written = quantityInWords(words)
    return written ? { quantity: written } : { text: words }
  }
  const concept = conceptOf(holder['valueCodeableConcept'])
  if (concept.name !== undefined) return { text: concept.name, ...(concept.codes.length > 0 ? { codes: concept.codes } : {}) }
  const flag = booleanOf(holder['valueBoolean'])
  if (flag !== undefined) return { flag }
  const range = objectOf(holder['valueRange'])
  const [low, high] = [quantityOf(range?.['low']), quantityOf(range?.['high'])]
  if (low && high) return { text: `${low.value}-${high.value}${high.unit === undefined ? '' : ` ${high.unit}`}` }
  const ratio = objectOf(holder['valueRatio'])
  const [top, bottom] = [quantityOf(ratio?.['numerator']), quantityOf(ratio?.['denominator'])]
  if (top && bottom) return { text: `${top.value}/${bottom.value}` }
  const date = stringOf(holder['valueDateTime'])
  return date === undefined ? undefined : { text: date }
}

/** Limits of the first reference range that has any. */
export function rangeIn(holder: Json): Entry['range'] {
  for (const range of objectsOf(holder['referenceRange'])) {
    const low = quantityOf(range['low'])?.value
    const high = quantityOf(range['high'])?.value
    if (low !== undefined || high !== undefined) return { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
    const words = rangeInWords(stringOf(range['text']))
    if (words) return words
  }
  return undefined
}

/** Texts of annotations, or of the plain comment of older versions. */
export function notesOf(resource: Json): string | undefined {
  const notes = objectsOf(resource['note']).flatMap((note) => stringOf(note['text']) ?? [])
  const older = [stringOf(resource['comment']), stringOf(resource['comments']), stringOf(resource['note']), stringOf(resource['notes'])]
  const all = [...notes, ...older.filter((one) => one !== undefined)]
  return all.length > 0 ? all.join(' ') : undefined
}

/** The value of an extension whose address ends so, on the element itself. */
export const extensionsEnding = (element: Json | undefined, ending: string): Json[] =>
  objectsOf(element?.['extension']).filter((one) => (stringOf(one['url']) ?? '').endsWith(ending))
