import { DocumentId } from '../../record/document-id.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'

/** A date known to be one; for tests. */
export const on = (date: string) => date as PartialDate

type Given = Partial<Omit<FactValue<'treatment'>, 'start' | 'end' | 'drugs'>> & {
  start?: string
  end?: string
  said?: string
  from?: string
  certainty?: Fact['certainty']
}

const place = (quote: string, document = 'note') => ({
  document: DocumentId.parse(document),
  file: `${document}.txt`,
  page: 1,
  start: 0,
  end: quote.length,
  quote,
})

/** A statement of treatment as a note of 15 June 2026 makes it, unless told otherwise; for tests. */
export function treated(
  drugs: string,
  { said = '2026-06-15', from = 'rule:systemic-treatment@1', certainty = 'stated', ...value }: Given = {},
): Fact<'treatment'> {
  const names = drugs === '' ? [] : drugs.split('+')
  return {
    kind: 'treatment',
    value: { type: 'systemic', name: names.join(' + '), ...value, drugs: names } as FactValue<'treatment'>,
    certainty,
    said: on(said),
    evidence: [place(`${drugs} ${value.start ?? ''}-${value.end ?? ''} ${from} ${said}`, `${from} ${said}`)],
    from,
  }
}

export function operated(name: string, start: string | undefined, more: Given = {}): Fact<'treatment'> {
  return treated('', { type: 'surgery', name, ...(start ? { start, end: start } : {}), from: 'rule:surgery@1', ...more })
}

export function irradiated(site: string, start: string | undefined, end: string | undefined, more: Given = {}): Fact<'treatment'> {
  return treated('', {
    type: 'radiation',
    name: 'radiotherapy',
    site,
    ...(start ? { start } : {}),
    ...(end ? { end } : {}),
    from: 'rule:radiation@1',
    ...more,
  })
}

export function responded(value: FactValue<'response'>['value'], date?: string, drugs?: string[], said = '2026-06-15'): Fact<'response'> {
  return {
    kind: 'response',
    value: { value, ...(date ? { date: on(date) } : {}), ...(drugs ? { on: drugs } : {}) },
    certainty: 'stated',
    said: on(said),
    evidence: [place(`${value} ${date ?? ''}`, said)],
    from: 'rule:response@1',
  }
}

export function listed(
  name: string,
  status: 'current' | 'past',
  said: string,
  more: { start?: string; end?: string; dose?: string; from?: string } = {},
): Fact<'medication'> {
  const { from = 'rule:medication-list@1', start, end, dose } = more
  return {
    kind: 'medication',
    value: { name, status, ...(start ? { start: on(start) } : {}), ...(end ? { end: on(end) } : {}), ...(dose ? { dose } : {}) },
    certainty: 'stated',
    said: on(said),
    evidence: [place(`${name} ${status} ${said}`, `list of ${said}`)],
    from,
  }
}
