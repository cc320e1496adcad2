import { describes, scopesOf } from './descriptions.ts'
import { listedCancers } from './disease-lists.ts'
import { type Phrase, precedences, settleCommas, TRAITS } from './joins.ts'
import { modifiersOf, type Scope } from './modifiers.ts'
import { allOf, anyOf, eitherReading, type Predicate, type Test } from './predicate.ts'
import type { Token } from './tokens.ts'

/** `isVerdict`: the sentence says itself that it lets in or keeps out ("eligible if …"), so that its "if" names what it speaks of. */
export type Style = { excludes: boolean; isVerdict?: boolean }
export const EITHER: Style = { excludes: true }
export const BOTH: Style = { excludes: false }

/**
 * The statements of a list joined by "and", "or" and commas, as a tree. Where its grammar leaves open what is joined to what, the readings
 * stand side by side, and count only where they come to the same for a person.
 */
export function listOf(tokens: readonly Token[], style: Style): Predicate | undefined {
  const denial = tokens.findLastIndex((token) => token.is === 'negator' && token.ofDoing === true)
  if (denial > 0 && tokens.slice(0, denial).some(({ is }) => is === 'test') && !tokens.slice(denial).some(carries)) {
    const denied = listOf(tokens.slice(0, denial), EITHER)
    return denied && { is: 'not', of: denied }
  }
  const named = style.excludes ? undefined : listedCancers(tokens)
  if (named) {
    const read = (parts: readonly (readonly Token[])[]) =>
      allOf(parts.flatMap((part) => listOf(part, part === named.list ? EITHER : style) ?? []))
    const [any, listed] = [() => read([named.before, named.rest]), () => read([named.before, named.list, named.rest])]
    return eitherReading(named.sort === 'all' ? [listed()] : named.sort === 'examples' ? [any()] : [any(), listed()])
  }
  const marked = withStrongJoins(tokens)
  const read = (scopes: readonly Scope[], inside: Style) => readingsOf(phrasesOf(marked, style, scopes, inside), style)
  const { narrow, wide } = modifiersOf(marked, style)
  if (narrow.length > 0) return eitherReading([...read(narrow, EITHER), ...(isSame(narrow, wide) ? [] : read(wide, EITHER))])
  const scope = describes(marked, style)
  const flat = () => read([], style)
  const nested = () => read(scopesOf(marked, style), style)
  return eitherReading(scope === 'head' ? nested() : scope === 'unsure' ? [...flat(), ...nested()] : flat())
}
const isSame = (a: readonly Scope[], b: readonly Scope[]) => a.every(([, end], i) => b[i]?.[1] === end)
const carries = (token: Token) => token.is === 'test' || token.is === 'words' || token.is === 'group'

/** ", or" behind no other comma divides more than "or" does; in "A, B, or C" it only ends the list. */
function withStrongJoins(tokens: readonly Token[]): Token[] {
  const out: Token[] = []
  let isList = false
  for (const token of tokens) {
    const last = out.at(-1)
    if (token.is === 'join' && token.by !== 'comma' && token.by !== 'slash' && last?.is === 'join' && last.by === 'comma') {
      out[out.length - 1] = { ...token, ...(isList ? {} : { strong: true }) }
      isList = false
      continue
    }
    // "Leptomeningeal disease, shown by MRI"
    if (token.is === 'relative' && token.manner && last?.is === 'join' && last.by === 'comma') {
      out[out.length - 1] = token
      continue
    }
    if (last?.is === 'join' && last.by === 'comma') isList = true
    out.push(token)
  }
  return out
}

function readingsOf(phrases: Phrase[], style: Style): (Predicate | undefined)[] {
  return settleCommas(phrases, style.excludes).flatMap((settled) => precedences(settled).map((groups) => treeOf(groups, style)))
}

/** `or`, nested in `and`, or the other way round: lists of phrases by how they are joined. */
function treeOf({ is, of }: ReturnType<typeof precedences>[number], style: Style): Predicate | undefined {
  if (is === 'phrase') return undefined
  const parts: Predicate[] = []
  let run: Predicate[] = []
  const closeRun = () => {
    // "No A, B or C" denies each of them: a run of denied statements is one denial of any.
    const denied = is === 'any' ? anyOf(run) : undefined
    if (denied) parts.push({ is: 'not', of: denied })
    else for (const one of run) parts.push({ is: 'not', of: one })
    run = []
  }
  for (const one of is === 'any' ? withoutSettings(of) : of) {
    if (one.is !== 'phrase') {
      closeRun()
      const own = treeOf(one, style)
      if (own) parts.push(own)
      continue
    }
    const own = predicateOf(one.phrase, style.excludes !== one.phrase.negated)
    if (!own) continue
    if (one.phrase.negated) run.push(own)
    else {
      closeRun()
      parts.push(own)
    }
  }
  closeRun()
  return is === 'any' ? anyOf(parts) : allOf(parts)
}

/** "Chemotherapy for locally advanced, or in metastatic disease": a setting among alternatives of treatment is part of the treatment. */
function withoutSettings(of: ReturnType<typeof precedences>[number]['of']): ReturnType<typeof precedences>[number]['of'] {
  const kindsOf = (one: (typeof of)[number]) => (one.is === 'phrase' ? [...one.phrase.kinds] : [])
  if (!of.some((one) => kindsOf(one).some((kind) => /received|lines|progressed|treated-for/.test(kind)))) return of
  const left = of.filter(
    (one) =>
      !(
        one.is === 'phrase' &&
        one.phrase.words.length === 0 &&
        one.phrase.kinds.size > 0 &&
        kindsOf(one).every((kind) => kind === 'has-stage-or-setting')
      ),
  )
  return left.length > 0 ? left : of
}

/**
 * Where the statement keeps people out, any word left over may narrow it ("contralateral breast cancer"). Where it asks for something, a few
 * count for nothing, but words of genes, receptors and limits always do.
 */
function predicateOf(
  { tests, words, kinds, alternatives, examples, excepts, conditions }: Phrase,
  keepsOut: boolean,
): Predicate | undefined {
  const isUnread =
    tests.length === 0
      ? words.length > 0
      : keepsOut
        ? words.some((word) => !NARROWS_NOTHING.test(word)) && !(words.length === 1 && kinds.size === 1 && kinds.has(OF_JUDGEMENT))
        : words.length > tests.length * EXTRA_WORDS || isWeighty(words, kinds)
  const own = allOf(
    isUnread ? [...tests, { is: 'unread', words: words.join(' '), ...(keepsOut && kinds.size === 0 ? { inList: true } : {}) }] : tests,
  )
  if (!own) return undefined
  // Examples of something that was read in part only are no examples of what was read.
  const wide = (isUnread ? allOf([own, ...alternatives]) : anyOf([own, ...alternatives])) ?? own
  // "Acute infections (bacterial or viral)": an example counts only as one of what it is an example of.
  const meant = examples.length > 0 ? (eitherReading([wide, anyOf([wide, ...examples])]) ?? wide) : wide
  const asked = conditions.reduce<Predicate>(
    (asks, when) => (keepsOut ? { is: 'all', of: [asks, when] } : { is: 'implies', when, asks }),
    meant,
  )
  return excepts.reduce<Predicate>(
    (rest, except) => (keepsOut ? { is: 'all', of: [rest, { is: 'not', of: except }] } : { is: 'any', of: [rest, except] }),
    asked,
  )
}
/** As many words beside something required may be left over before they count as a statement of their own. */
const EXTRA_WORDS = 3
/** What is left to the investigator is asked of the team, whatever it is called. */
const OF_JUDGEMENT = 'is-suitable-to-the-investigator'
/** Words that beside something understood leave it as wide as it is: whoever surely has an illness is among those in whom it is suspected. */
const NARROWS_NOTHING =
  /^(?:cases?|suspected|presumed|investigational|pathways?|signall?ing|products?|compounds?|class(?:es)?|metastas[ei]s)[.,]?$/
function isWeighty(words: readonly string[], kinds: ReadonlySet<string>): boolean {
  const isOfResult = [...kinds].some((kind) => /mutation|marker|receptor|her2|pd-l1|triple/.test(kind))
  return (
    words.some((word) => WEIGHTY.test(word) && !(isOfResult && OF_ANY_RESULT.test(word))) ||
    (words.length > 1 && !isOfResult && RESULT.test(words.at(-1) ?? ''))
  )
}
/** Words of genes and markers at large, which add nothing to one that was read. */
const OF_ANY_RESULT = /^(?:genes?|biomarkers?|markers?|receptors?|mutations?|mutated|(?:over-?)?express\w*|germ-?line|somatic)[.,]?$/
/** "KRAS positive": two words are a result, one is only half of one ("positive pregnancy test"). */
const RESULT = /^(?:positive|negative|mutated|amplified|deficient)[.,]?$/
/** Words that carry a condition however few they are. */
export const WEIGHTY =
  /^(?:cancers?|carcinomas?|malignanc(?:y|ies)|neoplasms?|tumou?rs?|genes?|biomarkers?|markers?|receptors?|alleles?|(?:co-?)?mutat\w+|mutants?|amplif\w+|fusions?|rearrang\w+|translocat\w+|(?:over-?)?express\w*|germ-?line|somatic|wild-?type|deficien\w+|sarcomas?|lymphomas?|melanomas?|only|un-?measurable|(?:osteo-?)?(?:lytic|blastic)|sclerotic|predominant\w*|(?!recist|cycle|day|part|arm|phase|week|grade|type|stage|ajcc|ctcae|version)[a-z]{2,5}\d{1,3}[a-z]?|.+-(?:positive|negative|mutated|mutant|amplified|deficient|low|high|naive|refractory|resistant))[.,]?$/

/** `scopes`: what describes something before it, read in the style `inside` and joined to it. */
function phrasesOf(tokens: readonly Token[], style: Style, described: readonly Scope[], inside: Style): Phrase[] {
  const scopes = new Map(described)
  const phrases: Phrase[] = []
  let current = newPhrase('start', false)
  let isAside = false
  let isSkipped = false
  const close = (join: Phrase['join'], negated: boolean, strong = false) => {
    if (current.tests.length > 0 || current.words.length > 0) phrases.push(reached(current))
    current = newPhrase(phrases.length === 0 ? 'start' : join, negated, strong)
    isAside = false
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    if (
      isSkipped &&
      (token.is === 'join'
        ? token.by === 'or'
        : token.is === 'test' || token.is === 'words' || token.is === 'negator' || token.is === 'group')
    )
      continue
    if (token.is === 'join' || token.is === 'but') isSkipped = false
    const end = scopes.get(i)
    if (end !== undefined && (current.tests.length > 0 || current.words.length > 0)) {
      const description = listOf(tokens.slice(i + 1, end), inside)
      if (description) current.tests.push(description)
      i = end - 1
      continue
    }
    if (token.is === 'test') {
      if (isAside && current.tests.length > 0 && token.test.kind !== 'is-confirmed-centrally') continue
      current.tests.push(token.test)
      current.kinds.add(sortOf(token.test))
    } else if (token.is === 'words') {
      if (!isAside || current.tests.length === 0) current.words.push(...token.words)
    } else if (token.is === 'group') attach(token, current, style)
    else if (token.is === 'join') {
      const wasAside: boolean = isAside
      close(token.by, current.negated, token.strong)
      isAside = wasAside && token.by !== 'and'
      if (isAside) {
        const last = phrases.pop()
        if (last) current = last
      }
    } else if (token.is === 'but') close('tied', false)
    else if (token.is === 'negator') {
      if (current.tests.length > 0) close('tied', true)
      current.negated = true
      current.isNegatedHere = true
    } else if (token.is === 'regardless') {
      close('and', false)
      isSkipped = true
    } else if (token.is === 'verb' || token.is === 'modal' || (token.is === 'relative' && !token.needs)) {
      // A new verb after "and" or a comma begins a statement that an earlier "no" does not reach.
      if (current.tests.length === 0 && current.words.length === 0 && current.join !== 'start' && current.join !== 'or')
        current.negated = false
    } else if (token.is === 'explains') {
      // "HER2-negative, defined as IHC 0 or 1+": the comma before it opens nothing new.
      const isOpen = token.defines && current.tests.length + current.words.length === 0 && current.join === 'comma'
      const last = isOpen ? phrases.at(-1) : undefined
      if (last && last.tests.length > 0) current = phrases.pop() ?? current
      isAside = current.tests.length > 0
    } else if (token.is === 'examples') {
      if (current.tests.length > 0 || current.words.length > 0) close('or', current.negated)
    }
  }
  close('and', false)
  return phrases
}

/** The kind of a test; T, N and M are as different from each other as kinds are. */
function sortOf({ kind, params }: Test): string {
  const of = typeof params === 'object' && params !== null && 'of' in params ? params.of : undefined
  return kind === 'has-tnm-category' && typeof of === 'string' ? `${kind}-${of}` : kind
}

const newPhrase = (join: Phrase['join'], negated: boolean, strong = false): Phrase => ({
  tests: [],
  kinds: new Set(),
  words: [],
  alternatives: [],
  examples: [],
  excepts: [],
  conditions: [],
  negated,
  isNegatedHere: false,
  join,
  strong,
})

/** "No brain metastases, LVEF ≥ 50 %": a "no" does not reach what everybody is asked for. */
function reached(phrase: Phrase): Phrase {
  const isAsked = phrase.kinds.size > 0 && [...phrase.kinds].every((kind) => ASKED.test(kind))
  return phrase.negated && !phrase.isNegatedHere && isAsked && phrase.join !== 'or' ? { ...phrase, negated: false } : phrase
}
const ASKED =
  /^(?:lab-values-are-within-limits|has-adequate-organ-function|has-performance-status|gives-consent|can-comply-with-the-protocol|uses-contraception|is-of-age|has-life-expectancy|has-measurable-disease)$/

/** What stands in brackets behind a phrase: more examples of it where they keep people out, else one more thing said of it. */
function attach(group: Extract<Token, { is: 'group' }>, phrase: Phrase, style: Style): void {
  const keepsOut = style.excludes !== phrase.negated
  if (group.main) {
    const isSameSort = [...group.kinds].every((kind) => phrase.kinds.has(kind) && !TRAITS.test(kind))
    if (keepsOut && isSameSort && group.kinds.has('has-condition')) phrase.examples.push(group.main)
    else if (keepsOut && isSameSort && group.kinds.size > 0) phrase.alternatives.push(group.main)
    else phrase.tests.push(group.main)
  }
  if (group.except) phrase.excepts.push(group.except)
  if (group.only) phrase.conditions.push(group.only)
}
