import type { Document } from '../record/document.ts'
import { DocumentId } from '../record/document-id.ts'
import type { Evidence } from '../record/evidence.ts'
import { Fact, type FactKind } from '../record/fact.ts'
import type { PartialDate } from '../record/partial-date.ts'

export const CORRECTION_ACTS = ['confirm', 'correct', 'dismiss', 'add'] as const

/** What a person said of an entry (`about`: its evidence), or added. `by` said it on the day `date`. */
export type ToldCorrection = {
  id: string
  act: (typeof CORRECTION_ACTS)[number]
  kind: FactKind
  about: readonly Pick<Evidence, 'document' | 'quote'>[]
  value?: unknown
  date: PartialDate
  by: string
}

/**
 * Facts and documents with what people said of them: what is dismissed or corrected no longer counts, what is confirmed, corrected or added is
 * a fact of the person's, whose evidence is their own words in a document of their own. An entry is known by the words it came from, not by
 * their place, so that a correction holds when a file is read again.
 */
export function withCorrections(
  facts: readonly Fact[],
  documents: readonly Document[],
  corrections: readonly ToldCorrection[],
): { facts: Fact[]; documents: Document[] } {
  const gone = new Set(
    corrections
      .filter(({ act }) => act === 'correct' || act === 'dismiss')
      .flatMap(({ kind, about }) => about.map((one) => keyOf(kind, one))),
  )
  const told = corrections.flatMap((one) => toldBy(one) ?? [])
  return {
    facts: [...facts.filter(({ kind, evidence }) => !gone.has(keyOf(kind, evidence[0]))), ...told.map(({ fact }) => fact)],
    documents: [...documents, ...told.map(({ document }) => document)],
  }
}

/** The fact a correction states, checked; undefined where it states none, or none of this kind. */
export function toldBy({ id, act, kind, value, date, by }: ToldCorrection): { fact: Fact; document: Document } | undefined {
  if (act === 'dismiss' || value === undefined) return undefined
  const quote = `${kind}: ${JSON.stringify(value)}`
  const document = DocumentId.parse(`told ${id}`)
  const file = `told by ${by}, on ${date}`
  const evidence: Evidence = { document, file, page: 1, start: 0, end: quote.length, quote }
  const fact = Fact.safeParse({ kind, value, certainty: 'stated', said: date, evidence: [evidence], from: 'person' })
  if (!fact.success) return undefined
  return {
    fact: fact.data as Fact,
    document: {
      id: document,
      file,
      bytes: quote.length,
      format: 'text',
      read: true,
      pages: [{ number: 1, text: quote, source: 'markup' }],
      entries: [],
      title: 'What you told us',
      date,
      problems: [],
    },
  }
}

const keyOf = (kind: FactKind, { document, quote }: Pick<Evidence, 'document' | 'quote'>) =>
  `${kind}|${document}|${quote.replaceAll(/\s+/g, ' ').trim()}`
