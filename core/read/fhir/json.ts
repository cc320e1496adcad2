import type { PartialDate } from '../../record/partial-date.ts'
import { partialDate } from '../../record/partial-date.ts'

/** A JSON object whose members nobody has checked yet. */
export type Json = { readonly [name: string]: unknown }

export const objectOf = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined

/** The objects of a list; a single object counts as a list of one, as older versions of FHIR have it in places. */
export function objectsOf(value: unknown): Json[] {
  const list: unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return list.map(objectOf).filter((one) => one !== undefined)
}

export const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined

export const numberOf = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

export const booleanOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)

/** The day of a FHIR date or dateTime, as precise as it is; the clock time is left out. */
export function dateIn(value: unknown): PartialDate | undefined {
  const match = /^(\d{4})(-\d{2})?(-\d{2})?/.exec(stringOf(value) ?? '')
  if (!match) return undefined
  return partialDate(match.slice(1).filter(Boolean).join('')) ?? partialDate(match[1] ?? '')
}

export type Times = { begins?: PartialDate; ends?: PartialDate }

/** A choice of date, dateTime, instant, Period or Timing under one name: `timesIn(resource, 'effective')`. */
export function timesIn(resource: Json, ...names: readonly string[]): Times {
  for (const name of names) {
    const point = dateIn(resource[`${name}DateTime`] ?? resource[`${name}Date`] ?? resource[`${name}Instant`] ?? resource[name])
    if (point !== undefined) return { begins: point }
    const period = objectOf(resource[`${name}Period`]) ?? objectOf(resource[name])
    const begins = dateIn(period?.['start'])
    const ends = dateIn(period?.['end'])
    if (begins !== undefined || ends !== undefined)
      return { ...(begins === undefined ? {} : { begins }), ...(ends === undefined ? {} : { ends }) }
  }
  return {}
}
