import type { Document } from '@carefolio/core/record/document.ts'
import type { Evidence } from '@carefolio/core/record/evidence.ts'
import type { Fact, FactKind, FactValue } from '@carefolio/core/record/fact.ts'
import { z } from 'zod'
import type { QuotePlace } from './quote-place.ts'

/**
 * One question to a model about one document: a folder with `schema.ts` (the shape of a statement in the answer), `prompt.ts` (how it is
 * asked) and `check.ts` (what is accepted). The version rises with the prompt; it is part of the evidence of what is accepted.
 */
export type ModelQuestion = {
  kind: FactKind
  version: string
  prompt: string
  /** Only documents with such words are asked about. */
  isAbout(text: string): boolean
  /** The statements of an answer that have the shape asked for; undefined when the answer has not, or none of them. */
  candidatesOf(answer: unknown): Candidate[] | undefined
}

/** A statement as the model gives it: the words it says to have read, on which page, and the fact it becomes if those words say so. */
export type Candidate = {
  page: number
  quote: string
  /** The fact as far as the words at that place say it; undefined when they do not. */
  factAt(place: QuotePlace, from: string): Fact | undefined
}

/** What every statement in an answer has. */
export const Quoted = { page: z.number().int().min(1), quote: z.string().min(3).max(600) }

/** A question of one kind of fact. `check` gives the value that the place supports, or nothing. */
export function question<K extends FactKind, C extends { page: number; quote: string }>(parts: {
  kind: K
  version: string
  prompt: string
  isAbout(text: string): boolean
  statement: z.ZodType<C>
  check(statement: C, place: QuotePlace): FactValue<K> | undefined
}): ModelQuestion {
  const { kind, version, prompt, isAbout, statement, check } = parts
  return {
    kind,
    version,
    prompt,
    isAbout,
    candidatesOf(json) {
      const statements = Answer.safeParse(json).data?.statements
      if (!statements) return undefined
      const sound = statements.flatMap((one) => statement.safeParse(one).data ?? [])
      if (sound.length === 0 && statements.length > 0) return undefined
      return sound.map((one) => ({
        page: one.page,
        quote: one.quote,
        factAt(place, from) {
          const value = place.ofOthers ? undefined : check(one, place)
          return value && factOf(kind, value, place, from)
        },
      }))
    },
  }
}

/** Never more than probable, and its evidence says who found the words. */
function factOf(kind: FactKind, value: FactValue<FactKind>, { evidence, reading }: QuotePlace, from: string): Fact {
  const shown: [Evidence] = [{ ...evidence, by: from }]
  return { kind, value, certainty: 'probable', said: reading.said, evidence: shown, from } as Fact<FactKind> as Fact
}

export const textOf = (document: Document): string => document.pages.map((page) => page.text).join('\n')

/** Models repeat themselves for ever when they go wrong. */
const MOST_STATEMENTS = 60
const Answer = z.object({ statements: z.array(z.unknown()).max(MOST_STATEMENTS) })
