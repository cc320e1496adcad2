import { genesIn } from '@carefolio/core/codes/genes.ts'
import type { FactValue } from '@carefolio/core/record/fact.ts'
import { contextOf } from '@carefolio/core/understand/prose/context.ts'
import { isDateIn } from '../in-quote.ts'
import type { QuotePlace } from '../quote-place.ts'
import type { BiomarkerStatement } from './schema.ts'

/**
 * The gene must be named in the sentences of the quote. The result counts when our own reader finds the same there; a variant counts also
 * when it stands there literally beside its gene, not denied, and nothing calls it uncertain or benign.
 */
export function checkBiomarker(statement: BiomarkerStatement, place: QuotePlace): FactValue<'biomarker'> | undefined {
  const { gene, variant, result, origin, date } = statement
  const { words, facts } = place
  if (!genesIn(words, true).some(({ genes }) => genes.includes(gene))) return undefined
  const read = facts.find((fact) => fact.kind === 'biomarker' && fact.value.gene === gene && fact.value.result === result)
  const own = read?.kind === 'biomarker' ? read.value : undefined
  const literal = variant != null && isWritten(variant, words)
  const found = literal && result === 'positive' && isPositive(gene, variant, words, facts)
  if (!own && !found) return undefined
  if (variant != null && !literal) return undefined
  return {
    gene,
    result,
    ...(variant != null ? { variant } : {}),
    ...(own?.origin !== undefined && own.origin === origin ? { origin } : {}),
    ...(date && isDateIn(date, place) ? { date } : {}),
  }
}

const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ')
/** Whole, not a part of a longer one: `E542K` is not in `E542KX`. */
function isWritten(variant: string, words: string): boolean {
  const [text, name] = [plain(words), plain(variant)]
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1))
    if (!/[a-z0-9]/.test(text[at - 1] ?? '') && !/[a-z0-9]/.test(text[at + name.length] ?? '')) return true
  return false
}

/** One gene only, so that the variant is its own, and no word against it. */
function isPositive(gene: string, variant: string, words: string, facts: QuotePlace['facts']): boolean {
  if (new Set(genesIn(words, true).flatMap(({ genes }) => genes)).size > 1 || NOT_A_FINDING.test(words)) return false
  if (facts.some((fact) => fact.kind === 'biomarker' && fact.value.gene === gene && fact.value.result !== 'positive')) return false
  const start = plain(words).indexOf(plain(variant))
  return !contextOf({ text: plain(words), section: 'other' }, start, start + variant.length).negated
}
const NOT_A_FINDING =
  /\b(?:uncertain|vus|unknown significance|benign|polymorphism|not (?:detected|identified|found|seen)|negative|wild[- ]?type|pending|assay covers|tests? for|panel (?:covers|includes))\b/i
