import type { Entry, Quantity } from '../record/entry.ts'

/**
 * An entry as one line a person can read, made of its own words: `Creatinine 0.82 mg/dL (0.5–1.1) high, 2026-09-14`.
 * What is not so, not given or only planned says so before anything else, so that the line cannot be misread from its middle.
 */
export function lineOfEntry(entry: Omit<Entry, 'page' | 'start' | 'end'>): string {
  const opening = openingOf(entry)
  const value = wordsOfValue(entry.value)
  const range = wordsOfRange(entry.range)
  const head = [entry.text, value, range && `(${range})`, entry.interpretation].filter(Boolean).join(' ')
  const rest = [
    entry.bodySite && !mentions(entry.text, entry.bodySite) ? entry.bodySite : undefined,
    entry.laterality && !mentions(`${entry.text} ${entry.bodySite ?? ''}`, entry.laterality) ? entry.laterality : undefined,
    entry.specimen && `specimen: ${entry.specimen}`,
    entry.method && `method: ${entry.method}`,
    entry.dose && !mentions(entry.text, entry.dose) ? entry.dose : undefined,
    opening === '' && !SAYS_NOTHING.has(`${entry.type} ${entry.status}`) ? entry.status : undefined,
    wordsOfPeriod(entry),
    entry.reason && `reason: ${entry.reason}`,
    ...(entry.components ?? []).map((part) => [part.text, wordsOfValue(part.value)].filter(Boolean).join(' ')),
    entry.note,
  ].filter(Boolean)
  return `${opening}${[head, ...rest].join(', ')}`.replace(/\s+/g, ' ').trim()
}

/** `<0.5 mg/dL`, `stage IIB`, `yes`. */
export function wordsOfValue(value: Entry['value']): string | undefined {
  if (!value) return undefined
  if ('quantity' in value) return wordsOfQuantity(value.quantity)
  if ('flag' in value) return value.flag ? 'yes' : 'no'
  return value.text
}

export function wordsOfQuantity(quantity: Quantity): string {
  const unit = quantity.unit
  return `${quantity.comparator ?? ''}${quantity.value}${unit === undefined ? '' : unit === '%' ? '%' : ` ${unit}`}`
}

/** Statuses that only say that a record is in order. */
const SAYS_NOTHING = new Set([
  'observation final',
  'observation completed',
  'observation unknown',
  'report final',
  'family-history completed',
])
const NOT_GIVEN = new Set(['cancelled', 'canceled', 'aborted', 'not-done', 'not-taken', 'nullified', 'abandoned', 'declined'])
const PLANNED = new Set(['draft', 'planned', 'preparation', 'proposed', 'intended', 'on-hold', 'plan', 'proposal', 'requested', 'booked'])

function openingOf(entry: Pick<Entry, 'status' | 'negated' | 'relative' | 'type'>): string {
  if (entry.status === 'entered-in-error') return 'Entered in error: '
  if (entry.relative !== undefined) return `Family history (${entry.relative}): `
  if (entry.status !== undefined && NOT_GIVEN.has(entry.status)) return `Not done (${entry.status}): `
  if (entry.negated) return entry.type === 'condition' ? 'Ruled out: ' : entry.type === 'allergy' ? 'No ' : 'Not so: '
  if (entry.status !== undefined && PLANNED.has(entry.status)) return 'Planned: '
  return ''
}

function wordsOfRange(range: Entry['range']): string | undefined {
  if (!range) return undefined
  if (range.low !== undefined && range.high !== undefined) return `${range.low}–${range.high}`
  if (range.high !== undefined) return `≤${range.high}`
  return range.low === undefined ? undefined : `≥${range.low}`
}

function wordsOfPeriod(entry: Pick<Entry, 'begins' | 'ends' | 'recorded' | 'category'>): string | undefined {
  if (entry.begins !== undefined && entry.ends !== undefined)
    return entry.begins === entry.ends ? entry.begins : `${entry.begins} to ${entry.ends}`
  if (entry.ends !== undefined) return `until ${entry.ends}`
  if (entry.begins !== undefined) return entry.begins
  if (entry.recorded === undefined) return undefined
  return `${entry.category?.includes('order') ? 'ordered' : 'recorded'} ${entry.recorded}`
}

const mentions = (text: string, words: string): boolean => text.toLowerCase().includes(words.toLowerCase())
