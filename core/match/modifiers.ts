import type { Style } from './coordination.ts'
import { describesOnly } from './describing-words.ts'
import { namesIllness } from './looked-up.ts'
import type { Token } from './tokens.ts'

/** `[place of the word that begins it, end]` of what modifies something before it. */
export type Scope = [number, number]

/**
 * What stands behind an illness by "requiring", "that", "due to" … says which illness is meant; it keeps nobody out on its own. `narrow` and
 * `wide`: as far as it surely and as far as it possibly reaches ("oedema due to zorblax or haemorrhage").
 */
export function modifiersOf(tokens: readonly Token[], style: Style): { narrow: Scope[]; wide: Scope[] } {
  const narrow: Scope[] = []
  const wide: Scope[] = []
  let from = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token?.is === 'join' || token?.is === 'but') from = i + 1
    if (token?.is !== 'relative' || token.label || token.manner) continue
    const isDenied = tokens.slice(from, i).some(({ is }) => is === 'negator')
    if (style.excludes === isDenied || !isIllness(tokens.slice(from, i), token)) continue
    const { sure, possible } = reachOf(tokens, i)
    narrow.push([i, sure])
    wide.push([i, possible])
    i = sure - 1
  }
  return { narrow, wide }
}

/** Something that people are kept out for having: by its kind, or words that no kind knows. */
function isIllness(head: readonly Token[], { by }: Extract<Token, { is: 'relative' }>): boolean {
  const named = head.findLast(({ is }) => is === 'test')
  if (named?.is === 'test') return ILLNESSES.test(named.test.kind)
  // "Drug reaction with eosinophilia" is one name; "ocular or intraocular condition that …" is one thing described.
  return by !== 'with' && head.some((token) => token.is === 'words' && !describesOnly(token.words.join(' ')))
}
const ILLNESSES =
  /^(?:has-condition|has-brain-metastases|has-leptomeningeal-disease|has-metastases-in|has-other-cancer|has-controlled-viral-infection|has-visceral-disease)$/

function reachOf(tokens: readonly Token[], start: number): { sure: number; possible: number } {
  const word = tokens[start]
  const needs = word?.is === 'relative' && word.needs === true
  let sure: number | undefined
  let at = start + 1
  for (; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.is === 'but' || token?.is === 'regardless') break
    if (token?.is !== 'join') continue
    const next = tokens.findIndex((one, j) => j > at && (one.is === 'join' || one.is === 'but' || one.is === 'regardless'))
    const part = tokens.slice(at + 1, next < 0 ? tokens.length : next)
    if (part[0]?.is === 'relative') continue
    const couldStandAlone = part.some(
      (one) =>
        (one.is === 'test' && STAND_ALONE.test(one.test.kind)) || (one.is === 'words' && one.words.some((name) => namesIllness(name))),
    )
    if (token.strong || (couldStandAlone && token.by !== 'or' && token.by !== 'and')) break
    const isWords = part.every(({ is }) => is === 'words' || is === 'verb')
    if (!couldStandAlone && token.by !== 'comma' && (needs || isWords)) continue
    sure ??= at
  }
  return { sure: sure ?? at, possible: at }
}
const STAND_ALONE = new RegExp(
  `${ILLNESSES.source}|pregnant|allergic|breast-cancer|another-organ|triple-negative|her2-status|receptor|stage|lab-values|performance|in-another-trial`,
)
