import type { Document } from '@carefolio/core/record/document.ts'
import type { Fact } from '@carefolio/core/record/fact.ts'
import { readingOf } from '@carefolio/core/understand/prose/reading.ts'
import { biomarkersQuestion } from './biomarkers/question.ts'
import { jsonOf, type Model } from './client.ts'
import { type ModelQuestion, textOf } from './question.ts'
import { placeOf } from './quote-place.ts'
import { receptorsQuestion } from './receptors/question.ts'
import { treatmentsQuestion } from './treatments/question.ts'

/** Every question that is asked, one line each. */
export const QUESTIONS: readonly ModelQuestion[] = [receptorsQuestion, treatmentsQuestion, biomarkersQuestion]

/** What asking cost and what came of it: counts only, nothing of a record. */
export type ModelUse = {
  asked: number
  /** Questions without a usable answer. */
  failed: number
  proposed: number
  accepted: number
  /** Refused: the quote does not stand on its page. */
  notOnThePage: number
  /** Refused: the words there do not say the value, or not of the patient. */
  notSaid: number
  tokensIn: number
  tokensOut: number
  milliseconds: number
}
export type Assisted = { facts: Fact[]; use: ModelUse }

/**
 * Asks the model about every document that was read, question by question, in parts that fit; keeps what the checks accept. What fails
 * is counted and left out, and after several failures in a row the rest is not asked. Rejects only when `signal` says stop.
 */
export async function assist(
  documents: readonly Document[],
  model: Model,
  { signal, onQuestion }: { signal?: AbortSignal; onQuestion?: (file: string) => void } = {},
): Promise<Assisted> {
  const use: ModelUse = {
    asked: 0,
    failed: 0,
    proposed: 0,
    accepted: 0,
    notOnThePage: 0,
    notSaid: 0,
    tokensIn: 0,
    tokensOut: 0,
    milliseconds: 0,
  }
  const facts: Fact[] = []
  const start = performance.now()
  let inARow = 0
  for (const document of documents) {
    if (!document.read || document.sameAs !== undefined) continue
    const text = textOf(document)
    const asked = QUESTIONS.filter((question) => question.isAbout(text))
    if (asked.length === 0) continue
    const reading = readingOf(document)
    for (const question of asked) {
      const from = `model:${model.name}@${question.version}`
      const known = new Set<string>()
      for (const part of partsOf(document)) {
        if (inARow >= ENOUGH_FAILURES) break
        signal?.throwIfAborted()
        onQuestion?.(document.file)
        use.asked++
        const answer = await model.ask({ system: question.prompt, text: part }, signal)
        use.tokensIn += answer.tokensIn
        use.tokensOut += answer.tokensOut
        const candidates = 'text' in answer ? question.candidatesOf(jsonOf(answer.text)) : undefined
        inARow = candidates ? 0 : inARow + 1
        if (!candidates) use.failed++
        for (const candidate of candidates ?? []) {
          use.proposed++
          const place = placeOf(reading, candidate.page, candidate.quote)
          const fact = place && candidate.factAt(place, from)
          if (!place) use.notOnThePage++
          else if (!fact) use.notSaid++
          else if (!known.has(keyOf(fact))) {
            known.add(keyOf(fact))
            facts.push(fact)
            use.accepted++
          }
        }
      }
    }
  }
  return { facts, use: { ...use, milliseconds: performance.now() - start } }
}

/** One line for the log. */
export const useWords = (name: string, use: ModelUse): string =>
  `Model ${name}: ${use.asked} questions (${use.failed} without an answer), ${use.proposed} statements proposed, ${use.accepted} accepted; refused: ${use.notOnThePage} not on the page, ${use.notSaid} not said there. ${use.tokensIn} tokens in, ${use.tokensOut} out, ${(use.milliseconds / 1000).toFixed(1)} s.`

/** The pages of a document with their numbers, in parts that a small model can hold; a page longer than that is cut between lines. */
function partsOf(document: Document): string[] {
  const parts: string[] = []
  let part = ''
  for (const { number, text } of document.pages) {
    if (text.trim() === '') continue
    for (const piece of piecesOf(text)) {
      const page = `=== page ${number} ===\n${piece}\n`
      if (part !== '' && part.length + page.length > LONGEST_PART) {
        parts.push(part)
        part = ''
      }
      part += page
    }
  }
  return part === '' ? parts : [...parts, part]
}

function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const line = text.lastIndexOf('\n', at + LONGEST_PART)
    const end = at + LONGEST_PART >= text.length ? text.length : line > at ? line + 1 : at + LONGEST_PART
    pieces.push(text.slice(at, end))
    at = end
  }
  return pieces
}

const keyOf = ({ kind, value, evidence: [first] }: Fact) => `${kind}|${first.page}|${first.start}|${JSON.stringify(value)}`

/** Characters, about three thousand tokens. */
const LONGEST_PART = 12_000
const ENOUGH_FAILURES = 5
