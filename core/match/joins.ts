import type { Predicate } from './predicate.ts'

/** A stretch of a list between two joining words: what was understood in it, and the words left over. */
export type Phrase = {
  tests: Predicate[]
  kinds: Set<string>
  words: string[]
  /** More examples of the same thing, what is taken back, and of whom it is asked: from brackets behind it. */
  alternatives: Predicate[]
  examples: Predicate[]
  excepts: Predicate[]
  conditions: Predicate[]
  negated: boolean
  /** The "no" stands in it, and was not handed on from the phrase before. */
  isNegatedHere: boolean
  /** `tied`: "bone-only disease without a lytic lesion", both at once whatever the list does. */
  join: 'and' | 'or' | 'comma' | 'slash' | 'tied' | 'start'
  /** ", or" that divides more than an "or" beside it. */
  strong: boolean
}

/** How phrases are joined: nested lists of "all" and "any". */
export type Joined = { is: 'phrase'; of: []; phrase: Phrase } | { is: 'all' | 'any'; of: Joined[] }

/**
 * The ways in which phrases joined by "and" and "or" may belong together. A ", or" divides first. Phrases of one kind joined by "or" belong
 * closer together than phrases of different kinds joined by "and"; where neither is plain, both orders are given.
 */
export function precedences(phrases: readonly Phrase[]): Joined[] {
  const strong = phrases.findIndex(({ strong }, i) => i > 0 && strong)
  const isMixed = new Set(phrases.slice(1).map(({ join }) => (join === 'or' ? 'or' : 'and'))).size > 1
  if (strong > 0 && isMixed) {
    const is = phrases[strong]?.join === 'or' ? 'any' : 'all'
    return precedences(phrases.slice(0, strong)).flatMap((before) =>
      precedences(phrases.slice(strong)).map((after): Joined => ({ is, of: [before, after] })),
    )
  }
  const orFirst = nested(phrases, 'or')
  if (!isMixed) return [orFirst]
  return isOrCloser(phrases) ? [orFirst] : [orFirst, nested(phrases, 'and')]
}

/** Phrases joined by `closer` are gathered first, the groups joined by the other word. */
function nested(phrases: readonly Phrase[], closer: 'and' | 'or'): Joined {
  const groups: Joined[][] = []
  phrases.forEach((phrase, i) => {
    const last = groups.at(-1)
    const leaf: Joined = { is: 'phrase', of: [], phrase }
    const join = phrase.join === 'or' ? 'or' : 'and'
    // What is tied to a phrase stays with it, whatever the list does.
    if (last && i > 0 && join === closer) last.push(leaf)
    else groups.push([leaf])
  })
  const [inner, outer] = closer === 'or' ? (['any', 'all'] as const) : (['all', 'any'] as const)
  return { is: outer, of: groups.map((of) => ({ is: inner, of })) }
}

/** True where every "or" joins what is of one sort or denied together, so that it cannot divide the whole. */
function isOrCloser(phrases: readonly Phrase[]): boolean {
  return phrases.every((phrase, i) => {
    const before = phrases[i - 1]
    if (i === 0 || phrase.join !== 'or' || !before) return true
    if (phrase.negated && before.negated) return true
    // "Low or minimal risk"
    if (before.tests.length === 0 && phrase.tests.length === 0 && before.words.length + phrase.words.length <= 4) return true
    const [a, b] = [before.kinds, phrase.kinds]
    return (
      a.size > 0 &&
      b.size > 0 &&
      [...a].every((kind) => b.has(kind)) &&
      [...b].every((kind) => a.has(kind)) &&
      ![...a].some((kind) => PEOPLE.test(kind))
    )
  })
}
/** "Postmenopausal or premenopausal and on ovarian suppression": of one kind, and yet divided. */
const PEOPLE = /of-sex|menopaus/

/**
 * Commas settled, in each way that they can be meant: a comma means what the next spoken joining word of its list means; alone it is "or" in a
 * list of what keeps people out, else "and". "HR+/HER2-" is one thing, whatever stands beside it.
 */
export function settleCommas(phrases: readonly Phrase[], excludes: boolean): Phrase[][] {
  const settled = tightened(phrases, excludes, true)
  const hasTraitCommas = phrases.some((phrase, i) => phrase.join === 'comma' && areTraits(phrases[i - 1], phrase) && endsInOr(phrases, i))
  return hasTraitCommas ? [settled, tightened(phrases, excludes, false)] : [settled]
}

/** "HER2-positive, ER-positive or triple-negative": the commas of a list of single traits that ends in "or". */
function endsInOr(phrases: readonly Phrase[], i: number): boolean {
  const rest = phrases.slice(i)
  const next = rest.findIndex(({ join }, j) => j > 0 && join !== 'comma')
  return next > 0 && rest[next]?.join === 'or' && [...(rest[next]?.kinds ?? [])].some((kind) => TRAITS.test(kind))
}

function tightened(given: readonly Phrase[], excludes: boolean, traitsTogether: boolean): Phrase[] {
  const phrases = given.map((phrase) => ({ ...phrase, tests: [...phrase.tests], words: [...phrase.words], kinds: new Set(phrase.kinds) }))
  const bySlash = new Set(phrases.filter(({ join }) => join === 'slash'))
  const together = new Set(
    traitsTogether ? phrases.filter((phrase, i) => phrase.join === 'comma' && areTraits(phrases[i - 1], phrase)) : [],
  )
  settle(phrases, excludes, together)
  const out: Phrase[] = []
  for (const phrase of phrases) {
    const last = out.at(-1)
    if (!last || !(bySlash.has(phrase) || together.has(phrase)) || phrase.join !== 'and' || phrase.negated !== last.negated) {
      out.push(phrase)
      continue
    }
    last.tests.push(...phrase.tests)
    last.words.push(...phrase.words)
    for (const kind of phrase.kinds) last.kinds.add(kind)
  }
  return out
}

function settle(phrases: readonly Phrase[], excludes: boolean, together: ReadonlySet<Phrase>): void {
  const isOfCancers = phrases.filter(isCancer).length > 1 && phrases.some(({ kinds }) => kinds.has('has-cancer-of-another-organ'))
  for (let i = phrases.length - 1; i > 0; i--) {
    const phrase = phrases[i]
    if (!phrase) continue
    if (phrase.join === 'slash') {
      // "HR+/HER2-" are both, "stroke/TIA" is either.
      const kinds = phrases[i - 1]?.kinds
      phrase.join =
        kinds &&
        !(isOfExtent(kinds) && isOfExtent(phrase.kinds)) &&
        kinds.size > 0 &&
        phrase.kinds.size > 0 &&
        !kinds.has([...phrase.kinds][0] ?? '') &&
        TRAITS.test([...phrase.kinds][0] ?? '')
          ? 'and'
          : 'or'
    } else if (together.has(phrase) && !isOfCancers) phrase.join = 'and'
    else if (phrase.join === 'comma') {
      const next = phrases[i + 1]
      phrase.join =
        next && next.join !== 'comma' && !(together.has(next) && next.join === 'and')
          ? next.join === 'or' || excludes
            ? 'or'
            : 'and'
          : excludes
            ? 'or'
            : 'and'
      // "KRAS mutation, no brain metastases" asks both.
      if (
        (phrase.negated && (excludes || phrases[i - 1]?.negated === true)) ||
        (isOfCancers && (isCancer(phrase) || phrase.kinds.size === 0))
      )
        phrase.join = 'or'
    } else if (
      phrase.join === 'and' &&
      isOfCancers &&
      (isCancer(phrase) || (phrases[i - 1]?.join === 'comma' && isCancer(phrases[i - 1] ?? phrase)))
    )
      phrase.join = 'or'
    else if (
      phrase.join === 'and' &&
      // "Relapsed late and received no chemotherapy" asks both; a "no" that reaches over "and" denies either.
      (excludes || isOfSexes(phrases[i - 1], phrase) || (phrase.negated && phrases[i - 1]?.negated === true)) &&
      isSameSort(phrases[i - 1], phrase)
    )
      phrase.join = 'or'
    else if (phrase.join === 'and' && phrase.negated && phrases[i - 1]?.negated) phrase.join = 'or'
  }
}

/** "Hormone receptor-positive, HER2-negative breast cancer": traits of different kinds, said of one tumour. */
function areTraits(a: Phrase | undefined, b: Phrase): boolean {
  const [first] = b.kinds
  return (
    a !== undefined &&
    first !== undefined &&
    a.negated === b.negated &&
    a.words.length === 0 &&
    a.kinds.size > 0 &&
    [...a.kinds].every((kind) => OF_TUMOUR.test(kind)) &&
    OF_TUMOUR.test(first) &&
    !a.kinds.has(first)
  )
}
const OF_TUMOUR = /her2|receptor|triple-negative|breast-cancer|stage-or-setting|tnm-category/

/** "Breast, ovarian, prostate or pancreatic cancer", with the sort of breast cancer in brackets: one of them is enough. */
const isCancer = ({ kinds }: Phrase): boolean => [...kinds].some((kind) => CANCERS.test(kind))
const CANCERS = /^(?:has-cancer-of-another-organ|has-breast-cancer|is-triple-negative|has-hormone-receptor-status|has-her2-status)$/

/** "Premenopausal women and men": each of them is meant. */
const isOfSexes = (a: Phrase | undefined, b: Phrase): boolean => isOfPeople(a) && isOfPeople(b)
const isOfPeople = (phrase: Phrase | undefined): boolean =>
  phrase?.kinds.has('is-of-sex') === true || phrase?.kinds.has('has-menopausal-status') === true

/** In "history of stroke and heart attack" among exclusions either is meant; in "brain metastases and HER2-positive disease" both are. */
function isSameSort(a: Phrase | undefined, b: Phrase): boolean {
  if (!a) return false
  if (isOfSexes(a, b)) return true
  // "Received endocrine therapy and had recurrence on it" is one story.
  if ([...b.kinds].some((kind) => /progressed/.test(kind)) && [...a.kinds].some((kind) => /received|lines/.test(kind))) return false
  const traits = (phrase: Phrase) => [...phrase.kinds].some((kind) => TRAITS.test(kind))
  return !traits(a) && !traits(b)
}
/** "Stage III / locally advanced" is either. */
const isOfExtent = (kinds: ReadonlySet<string>): boolean => kinds.has('has-stage-group') || kinds.has('has-stage-or-setting')
export const TRAITS = /her2|receptor|breast-cancer|mutation|menopaus|of-sex|of-age|stage|setting|tnm-category/
