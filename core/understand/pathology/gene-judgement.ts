import type { Mode } from './gene-statements.ts'
import { EXPLANATION, NEGATIVE_AFTER, NEGATIVE_BEFORE, POSITIVE_AFTER, POSITIVE_BEFORE, VUS } from './gene-words.ts'
import type { Variant } from './variants.ts'

/** What is said of a gene: its result, with which variants, and how far the words for it reach. */
export type Told = { result: 'positive' | 'negative' | 'vus'; variants: Variant[]; end: number; certain: boolean }

/** The result that the words around a gene tell; undefined when they tell none. */
export function judge(
  before: string,
  after: string,
  words: string,
  variants: readonly Variant[],
  mode: Mode,
  report: boolean,
  head: string,
): Told | undefined {
  const reversion = /\breversion\b/i.test(words)
  const sequence = variants.filter((one) => one.kind === 'sequence' && !/^([A-Z])\d+\1$/.test(one.name))
  const structural = variants.filter((one) => one.kind === 'structural')
  const denied = NEGATIVE_AFTER.exec(after)
  const deniedBefore = NEGATIVE_BEFORE.test(head)
  const acquired =
    /\b(?:found|detected|identified|showed|acquired|positive)\b[^.;]{0,60}\breversion\b|\breversion (?:mutation |variant )?(?:was |is )?(?:found|detected|identified|present)\b/i
  if (reversion && !deniedBefore && !denied && acquired.test(words))
    return {
      result: 'positive',
      variants: [{ name: 'reversion mutation', start: 0, end: 0, kind: 'structural' }],
      end: ending(after),
      certain: true,
    }
  if (reversion)
    return deniedBefore || denied
      ? {
          result: 'negative',
          variants: [{ name: 'reversion mutation', start: 0, end: 0, kind: 'structural' }],
          end: ending(after),
          certain: true,
        }
      : undefined
  const uncertain = VUS.test(after) || VUS.test(before)
  if (sequence.length > 0) {
    const rest = after.slice(sequence.at(-1)?.end ?? 0)
    // a list of hotspots that were looked for, or the one variant a panel tests, and nothing found
    if (
      /^[^.;]{0,40}?\b(?:not detected|negative|not identified|not found|none detected|ND)\b/i.test(rest.replace(/^[^):]{0,60}\)/, '')) ||
      mode === 'negative' ||
      deniedBefore
    )
      return { result: 'negative', variants: [], end: ending(after), certain: true }
    return { result: uncertain || mode === 'vus' ? 'vus' : 'positive', variants: sequence, end: sequence.at(-1)?.end ?? 0, certain: true }
  }
  if (denied || deniedBefore) {
    const amplification =
      /amplif/i.test(`${denied?.[0] ?? ''}${denied ? '' : head}`) && !/mutation/i.test(after)
        ? [{ name: 'amplification', start: 0, end: 0, kind: 'structural' as const }]
        : []
    return { result: 'negative', variants: amplification, end: denied ? denied.index + denied[0].length : 0, certain: true }
  }
  if (mode === 'negative' && report && !/\bdetected\b/i.test(after.replace(/not detected/i, '')))
    return { result: 'negative', variants: [], end: ending(after), certain: true }
  const near = structural.filter(
    (one) => one.start < 30 && !DENIED_NEXT.test(after.slice(one.end)) && !DOUBTED_NEXT.test(after.slice(one.end)),
  )
  if (near.length > 0 && !/^\s*(?:and|,)/.test(after))
    return { result: uncertain || mode === 'vus' ? 'vus' : 'positive', variants: near.slice(0, 1), end: near[0]?.end ?? 0, certain: true }
  if (uncertain || (mode === 'vus' && report))
    return uncertain ? { result: 'vus', variants: [], end: ending(after), certain: true } : undefined
  // "PIK3CA mutations are associated with sensitivity to …" explains a drug
  if (report && EXPLANATION.test(after)) return undefined
  const positive = POSITIVE_AFTER.exec(after) ?? (POSITIVE_BEFORE.test(head) ? POSITIVE_BEFORE.exec(head) : null)
  if (positive)
    return { result: 'positive', variants: [], end: POSITIVE_AFTER.test(after) ? positive.index + positive[0].length : 0, certain: true }
  return undefined
}

/** "fusions: not detected" */
const DENIED_NEXT = /^s?\)?\s{0,2}[:=-]?\s{0,2}(?:was |were |is )?(?:not\b|no\b|negative|neg\b|none|absent|undetected)/i
/** "FGFR1 amplification  equivocal" */
const DOUBTED_NEXT = /^[\s:(-]{0,6}(?:is |was )?(?:equivocal|indeterminate|borderline|inconclusive)\b/i

const ending = (after: string) => Math.min(after.length, 80)
