import type { Document } from '../record/document.ts'
import { DocumentId } from '../record/document-id.ts'
import type { Evidence } from '../record/evidence.ts'
import { Fact, type FactKind } from '../record/fact.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { isSameSubject } from './same-subject.ts'

export const CORRECTION_ACTS = ['confirm', 'correct', 'dismiss', 'add'] as const

/** What a person said of an entry (`was`: its value, `about`: its evidence), or added. `by` said it on the day `date`. */
export type ToldCorrection = {
  id: string
  act: (typeof CORRECTION_ACTS)[number]
  kind: FactKind
  about: readonly Pick<Evidence, 'document' | 'quote'>[]
  was?: unknown
  value?: unknown
  date: PartialDate
  by: string
}

/**
 * Facts and documents with what people said of them: what is dismissed or corrected no longer counts, what is confirmed, corrected or added is
 * a fact of the person's, whose evidence is their own words in a document of their own. An entry is known by the words it came from, not by
 * their place, so that a correction holds when a file is read again; where the same words tell several things, by what it is about too.
 */
export function withCorrections(
  facts: readonly Fact[],
  documents: readonly Document[],
  corrections: readonly ToldCorrection[],
): { facts: Fact[]; documents: Document[] } {
  const gone = goneBy(corrections)
  const told = corrections.flatMap((one) => toldBy(one) ?? [])
  return {
    facts: [...facts.filter((fact) => !gone(fact.kind, fact.value, fact.evidence[0])), ...told.map(({ fact }) => fact)],
    documents: [...documents, ...told.map(({ document }) => document)],
  }
}

/**
 * The profile without what was dismissed and yet stands there because it was derived from something else (a medication from a treatment, the extent
 * from metastases): an entry goes when all of its evidence was dismissed for it.
 */
export function withoutDismissed(profile: Profile, corrections: readonly ToldCorrection[]): Profile {
  const gone = goneBy(corrections)
  const isGone = (kind: FactKind, entry: { evidence: readonly Evidence[] }) => entry.evidence.every((one) => gone(kind, entry, one))
  const { extent, measurable, ...rest } = profile
  return {
    ...rest,
    ...(extent === undefined || isGone('extent', extent) ? {} : { extent }),
    ...(measurable === undefined || isGone('measurable', measurable) ? {} : { measurable }),
    metastases: profile.metastases.filter((one) => !isGone('metastasis', one)),
    medications: profile.medications.filter((one) => !isGone('medication', one)),
    conditions: profile.conditions.filter((one) => !isGone('condition', one)),
    responses: profile.responses.filter((one) => !isGone('response', one)),
  }
}

/** Tells whether a statement of these words is one that a person took away. */
function goneBy(corrections: readonly ToldCorrection[]) {
  const dismissed = corrections.filter(({ act }) => act === 'correct' || act === 'dismiss')
  const byWords = Map.groupBy(
    dismissed.flatMap((one) => one.about.map((evidence) => ({ key: keyOf(one.kind, evidence), was: one.was ?? one.value }))),
    ({ key }) => key,
  )
  return (kind: FactKind, value: unknown, evidence: Pick<Evidence, 'document' | 'quote'>): boolean =>
    byWords.get(keyOf(kind, evidence))?.some(({ was }) => isSameSubject(kind, value, was)) ?? false
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
