import { type CancerMeaning, meaningOfIcd9, meaningOfIcd10 } from '../../codes/icd10.ts'
import { type LoincMeaning, meaningOfLoinc } from '../../codes/loinc.ts'
import { cancerMeaningOfSnomed } from '../../codes/snomed.ts'
import { systemNamed } from '../../codes/systems.ts'
import type { Document } from '../../record/document.ts'
import type { Coding, Entry } from '../../record/entry.ts'
import type { Evidence } from '../../record/evidence.ts'
import type { Certainty, Fact, FactKind, FactValue } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { documentDate } from '../prose/document-date.ts'
import { documentKind } from '../prose/document-kind.ts'
import { evidenceAt } from '../prose/reading.ts'

/** A document with the entries that speak of the patient and were not taken back. */
export type Coded = { document: Document; said: PartialDate | undefined; entries: readonly Entry[] }

/** Finds facts of one kind in a document's entries. */
export type EntryRule = (coded: Coded) => Fact[]

export function codedOf(document: Document): Coded {
  const entries = document.entries.filter(
    (entry) => entry.status !== 'entered-in-error' && entry.type !== 'family-history' && entry.relative === undefined,
  )
  return { document, said: documentDate(document, documentKind(document)), entries }
}

/** A fact that one or more entries state; its evidence is their words on the page. */
export function factOf<K extends FactKind>(
  coded: Coded,
  entries: Entry | readonly [Entry, ...Entry[]],
  kind: K,
  value: FactValue<K>,
  certainty: Certainty = 'stated',
): Fact<K> {
  const list: readonly Entry[] = 'path' in entries ? [entries] : entries
  const evidence = list.map((entry) => evidenceOf(coded.document, entry))
  return { kind, value, certainty, said: saidOf(coded, list[0]), evidence, from: 'structured' } as Fact<K>
}

/** The words of an entry, as they stand on its page. */
export const wordsOf = (coded: Coded, entry: Entry): string =>
  coded.document.pages.find((page) => page.number === entry.page)?.text.slice(entry.start, entry.end) ?? ''

/** Everything an entry says of its kind, one after the other: name, code names, notes. */
export const namesOf = (entry: Entry): string => [entry.text, ...entry.codes.map((code) => code.display ?? '')].join(' | ')

export const isPlanned = (entry: Entry): boolean => PLANNED.has(entry.status ?? '')
export const isNotDone = (entry: Entry): boolean => entry.negated === true || NOT_DONE.has(entry.status ?? '')

/** What the diagnosis codes of an entry mean for cancer; the most specific first. */
export function cancerMeaningsOf(codes: readonly Coding[]): CancerMeaning[] {
  return codes.flatMap((coding) => {
    const system = systemNamed(coding.system)
    if (system === 'icd10') return meaningOfIcd10(coding.code) ?? []
    if (system === 'icd9') return meaningOfIcd9(coding.code) ?? []
    if (system === 'snomed') return cancerMeaningOfSnomed(coding.code) ?? []
    return []
  })
}

export const loincMeaningOf = (codes: readonly Coding[]): LoincMeaning | undefined =>
  codes.flatMap(({ system, code }) => (systemNamed(system) === 'loinc' ? (meaningOfLoinc(code) ?? []) : []))[0]

export const codesIn = (codes: readonly Coding[], system: 'loinc' | 'snomed' | 'rxnorm'): string[] =>
  codes.flatMap((coding) => (systemNamed(coding.system) === system ? [coding.code] : []))

/** A term without the semantic tag that SNOMED CT hangs on its names: `Positive (qualifier value)`, `Left breast structure (body structure)`. */
export const plainTerm = (text: string): string =>
  text
    .replace(
      /\s*\((?:qualifier value|procedure|disorder|finding|situation|body structure|morphologic abnormality|substance|product|medication|observable entity|regime\/therapy|specimen|tumor staging)\)/gi,
      '',
    )
    .replace(/\s+structure\b/gi, '')
    .trim()

/** A value as words: `95 %`, `Positive`. */
export function valueWords(value: Entry['value']): string {
  if (!value) return ''
  if ('quantity' in value)
    return `${value.quantity.comparator ?? ''}${value.quantity.value}${value.quantity.unit ? ` ${value.quantity.unit}` : ''}`
  if ('flag' in value) return value.flag ? 'positive' : 'negative'
  return plainTerm(value.text)
}

export const dated = (date: PartialDate | undefined): { date?: PartialDate } => (date === undefined ? {} : { date })

/** When an observation was made. */
export const dateOfEntry = (entry: Entry): PartialDate | undefined => entry.begins ?? entry.ends ?? entry.recorded

const PLANNED = new Set(['planned', 'draft', 'plan', 'proposed', 'preparation', 'intended', 'requested', 'pending', 'booked'])
const NOT_DONE = new Set(['cancelled', 'canceled', 'not-done', 'not-taken', 'aborted', 'nullified', 'abandoned', 'declined', 'refused'])

function evidenceOf(document: Document, entry: Entry): Evidence {
  return { ...evidenceAt(document, entry.page, entry.start, entry.end), path: entry.path }
}

/** Lists (problems, medicines, allergies) speak as of their document; results and events as of their own day. */
function saidOf(coded: Coded, entry: Entry | undefined): PartialDate | undefined {
  const own = entry === undefined ? undefined : dateOfEntry(entry)
  const isEvent = entry !== undefined && EVENTS.has(entry.type)
  return isEvent ? (own ?? coded.said) : (coded.said ?? own)
}
const EVENTS: ReadonlySet<Entry['type']> = new Set(['observation', 'procedure', 'report', 'imaging-study', 'encounter'])
