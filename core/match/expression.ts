import { allOf, anyOf, type Predicate } from './predicate.ts'
import type { Token } from './tokens.ts'

/** What a sentence says: its statement, and what it takes back ("unless …", "except …"). */
export type Expression = { main: Predicate | undefined; except: Predicate | undefined; only: Predicate | undefined }

/**
 * Reads the tokens of one sentence. Words that no kind understood become a leaf of their own where they stand, so that three-valued logic
 * decides whether they matter: "A and ‹unread›" is still no when A is no, "A or ‹unread›" still yes when A is yes.
 */
export function expressionOf(tokens: readonly Token[], style: { excludes: boolean }): Expression {
  const flat = withoutAsides(tokens)
  const subject = style.excludes ? undefined : subjectOf(flat)
  if (subject) {
    const { main, except, only } = expressionOf(subject.asked, style)
    return { main, except, only: allOf([subject.who, ...(only ? [only] : [])]) }
  }
  const except = flat.findIndex((token) => token.is === 'except')
  // "Unless X, no Y": an exception that leads has its statement behind the comma.
  if (except >= 0 && !flat.slice(0, except).some(carries)) {
    const comma = flat.findIndex((token, i) => i > except && token.is === 'join' && token.by === 'comma')
    if (comma > 0)
      return { main: listOf(flat.slice(comma + 1), style), except: listOf(flat.slice(except + 1, comma), EITHER), only: undefined }
  }
  const mainTokens = except >= 0 ? flat.slice(0, except) : flat
  const exceptPart = except >= 0 ? listOf(flat.slice(except + 1), EITHER) : undefined
  const condition = mainTokens.findIndex((token) => token.is === 'if')
  if (condition < 0) return { main: listOf(mainTokens, style), except: exceptPart, only: undefined }
  const before = mainTokens.slice(0, condition)
  if (before.some(carries)) return { main: listOf(before, style), except: exceptPart, only: listOf(mainTokens.slice(condition + 1), BOTH) }
  const comma = mainTokens.findIndex((token, i) => i > condition && token.is === 'join' && token.by === 'comma')
  if (comma < 0) return { main: listOf(mainTokens.slice(condition + 1), style), except: exceptPart, only: undefined }
  return {
    main: listOf(mainTokens.slice(comma + 1), style),
    except: exceptPart,
    only: listOf(mainTokens.slice(condition + 1, comma), BOTH),
  }
}

/** "Men and premenopausal women must …": what is asked after the modal verb is asked only of those named before it. */
function subjectOf(tokens: readonly Token[]): { who: Predicate; asked: readonly Token[] } | undefined {
  const modal = tokens.findIndex((token) => token.is === 'modal')
  if (modal < 1) return undefined
  const before = tokens.slice(0, modal)
  const after = tokens.slice(modal + 1)
  // "Participants with solid tumours other than breast cancer must …"
  const except = before.findIndex((token) => token.is === 'except')
  if (
    before.some((token) => token.is === 'if') ||
    except === 0 ||
    !(before.some((token) => token.is === 'test') || isOfSomeWith(before)) ||
    !after.some(carries)
  )
    return undefined
  const among = listOf(except < 0 ? before : before.slice(0, except), EITHER)
  const others = except < 0 ? undefined : listOf(before.slice(except + 1), BOTH)
  const who = among && others ? ({ is: 'all', of: [among, { is: 'not', of: others }] } satisfies Predicate) : among
  return who ? { who, asked: after } : undefined
}

/** "Participants with cancers for which … must": of some people, whom no kind knows. */
function isOfSomeWith(tokens: readonly Token[]): boolean {
  const verb = tokens.findIndex(({ is }) => is === 'verb')
  return verb >= 0 && tokens.slice(verb).some(({ is }) => is === 'words')
}

type Style = { excludes: boolean }
const EITHER: Style = { excludes: true }
const BOTH: Style = { excludes: false }
const carries = (token: Token) => token.is === 'test' || token.is === 'words'

/** Brackets behind something understood are asides: examples and definitions are dropped, other understood statements kept as one more part. */
function withoutAsides(tokens: readonly Token[]): Token[] {
  const out: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    if (token.is === 'close') continue
    if (token.is !== 'open') {
      out.push(token)
      continue
    }
    let depth = 1
    let j = i + 1
    for (; j < tokens.length && depth > 0; j++) depth += tokens[j]?.is === 'open' ? 1 : tokens[j]?.is === 'close' ? -1 : 0
    const inside = tokens.slice(i + 1, j - (depth === 0 ? 1 : 0))
    i = j - 1
    const anchored = out.some((one) => one.is === 'test')
    const first = inside.find((one) => one.is !== 'join' && one.is !== 'verb')
    const isAside = first === undefined || first.is === 'examples' || first.is === 'explains' || !inside.some((one) => one.is === 'test')
    if (isAside && (anchored || !inside.some((one) => one.is === 'test'))) {
      if (inside.some((one) => one.is === 'except' && anchored)) out.push(...inside)
      continue
    }
    out.push(...withoutAsides(inside))
  }
  return out
}

type Segment = {
  tests: Predicate[]
  kinds: Set<string>
  words: string[]
  negated: boolean
  /** `tied`: "bone-only disease without a lytic lesion", both at once whatever the list does. */
  join: 'and' | 'or' | 'comma' | 'slash' | 'tied' | 'start'
}

function listOf(tokens: readonly Token[], style: Style): Predicate | undefined {
  const denial = tokens.findLastIndex((token) => token.is === 'negator' && token.ofDoing === true)
  if (denial > 0 && tokens.slice(0, denial).some(({ is }) => is === 'test') && !tokens.slice(denial).some(carries)) {
    const denied = listOf(tokens.slice(0, denial), EITHER)
    return denied && { is: 'not', of: denied }
  }
  const segments = tightened(segmentsOf(tokens), style)
  // Statements of one kind joined by "or" belong closer together than statements of different kinds joined by "and".
  const groups: { or: Segment[] }[] = []
  for (const segment of segments) {
    const last = groups.at(-1)
    if (last && segment.join === 'or') last.or.push(segment)
    else groups.push({ or: [segment] })
  }
  return allOf(groups.flatMap(({ or }) => negatedTogether(withoutSettings(or), style) ?? []))
}

/** "Chemotherapy for locally advanced, or in metastatic disease": a setting among alternatives of treatment is part of the treatment. */
function withoutSettings(segments: readonly Segment[]): readonly Segment[] {
  const isOfTreatment = segments.some(({ kinds }) => [...kinds].some((kind) => /received|lines|progressed|treated-for/.test(kind)))
  const left = segments.filter(
    ({ kinds, words }) => !(words.length === 0 && kinds.size > 0 && [...kinds].every((kind) => kind === 'has-stage-or-setting')),
  )
  return isOfTreatment && left.length > 0 ? left : segments
}

/** "No A, B or C" denies each of them: a run of negated statements is one denial of any. */
function negatedTogether(segments: readonly Segment[], style: Style): Predicate | undefined {
  const parts: Predicate[] = []
  let run: Predicate[] = []
  const closeRun = () => {
    const denied = anyOf(run)
    if (denied) parts.push({ is: 'not', of: denied })
    run = []
  }
  for (const segment of segments) {
    const own = predicateOf(segment, style.excludes !== segment.negated)
    if (!own) continue
    if (segment.negated) run.push(own)
    else {
      closeRun()
      parts.push(own)
    }
  }
  closeRun()
  return anyOf(parts)
}

/**
 * Where the statement keeps people out, words left over may narrow it ("contralateral breast cancer"): beside a mere trait any of them counts.
 */
function predicateOf({ tests, words, kinds }: Segment, keepsOut: boolean): Predicate | undefined {
  const spare = !keepsOut ? tests.length * EXTRA_WORDS : [...kinds].every((kind) => TRAITS.test(kind)) ? 0 : 1
  const isUnread = tests.length === 0 ? words.length > 0 : words.length > spare
  return allOf(
    isUnread ? [...tests, { is: 'unread', words: words.join(' '), ...(keepsOut && tests.length === 0 ? { inList: true } : {}) }] : tests,
  )
}
/** As many words beside something understood may be left over before they count as a statement of their own. */
const EXTRA_WORDS = 3

function segmentsOf(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = []
  let current = newSegment('start', false)
  let isAside = false
  let isSkipped = false
  const close = (join: Segment['join'], negated: boolean) => {
    if (current.tests.length > 0 || current.words.length > 0) segments.push(current)
    current = newSegment(segments.length === 0 ? 'start' : join, negated)
    isAside = false
  }
  for (const token of tokens) {
    if (isSkipped && (token.is === 'join' ? token.by === 'or' : token.is === 'test' || token.is === 'words' || token.is === 'negator'))
      continue
    if (token.is === 'join' || token.is === 'but') isSkipped = false
    if (token.is === 'test') {
      if (isAside && current.tests.length > 0 && token.test.kind !== 'is-confirmed-centrally') continue
      current.tests.push(token.test)
      current.kinds.add(token.test.kind)
    } else if (token.is === 'words') {
      if (!isAside || current.tests.length === 0) current.words.push(...token.words)
    } else if (token.is === 'join') {
      const wasAside: boolean = isAside
      close(token.by, current.negated)
      isAside = wasAside && token.by !== 'and'
      if (isAside) {
        const last = segments.pop()
        if (last) current = last
      }
    } else if (token.is === 'but') close('and', false)
    else if (token.is === 'negator') {
      if (current.tests.length > 0) close('tied', true)
      current.negated = true
    } else if (token.is === 'regardless') {
      close('and', false)
      isSkipped = true
    } else if (token.is === 'verb' || token.is === 'modal') {
      // A new verb after "and" or a comma begins a statement that an earlier "no" does not reach.
      if (current.tests.length === 0 && current.words.length === 0 && current.join !== 'start' && current.join !== 'or')
        current.negated = false
    } else if (token.is === 'explains') isAside = current.tests.length > 0
    else if (token.is === 'examples') {
      if (current.tests.length > 0 || current.words.length > 0) close('or', current.negated)
    }
  }
  close('and', false)
  return segments
}

const newSegment = (join: Segment['join'], negated: boolean): Segment => ({ tests: [], kinds: new Set(), words: [], negated, join })

/** Commas settled; "HR+/HER2-" is one thing, whatever stands beside it. */
function tightened(segments: Segment[], style: Style): Segment[] {
  const bySlash = new Set(segments.filter(({ join }) => join === 'slash'))
  settleCommas(segments, style)
  const out: Segment[] = []
  for (const segment of segments) {
    const last = out.at(-1)
    if (!last || !bySlash.has(segment) || segment.join !== 'and' || segment.negated !== last.negated) {
      out.push(segment)
      continue
    }
    last.tests.push(...segment.tests)
    last.words.push(...segment.words)
    for (const kind of segment.kinds) last.kinds.add(kind)
  }
  return out
}

/** A comma means what the next spoken joining word of its list means; alone it is "or" in a list of what keeps people out, else "and". */
function settleCommas(segments: Segment[], { excludes }: Style): void {
  const isOfCancers = segments.filter(isCancer).length > 1 && segments.some(({ kinds }) => kinds.has('has-cancer-of-another-organ'))
  for (let i = segments.length - 1; i > 0; i--) {
    const segment = segments[i]
    if (!segment) continue
    if (segment.join === 'slash') {
      // "HR+/HER2-" are both, "stroke/TIA" is either.
      const kinds = segments[i - 1]?.kinds
      segment.join =
        kinds &&
        !(isOfExtent(kinds) && isOfExtent(segment.kinds)) &&
        kinds.size > 0 &&
        segment.kinds.size > 0 &&
        ![...segment.kinds].some((kind) => kinds.has(kind)) &&
        [...segment.kinds].every((kind) => TRAITS.test(kind))
          ? 'and'
          : 'or'
    } else if (segment.join === 'comma') {
      const next = segments[i + 1]
      segment.join = next && next.join !== 'comma' ? (next.join === 'or' || excludes ? 'or' : 'and') : excludes ? 'or' : 'and'
      if (segment.negated || (isOfCancers && (isCancer(segment) || segment.kinds.size === 0))) segment.join = 'or'
    } else if (segment.join === 'and' && isOfCancers && isCancer(segment)) segment.join = 'or'
    else if (
      segment.join === 'and' &&
      (excludes || isOfSexes(segments[i - 1], segment) || segment.negated) &&
      isSameSort(segments[i - 1], segment)
    )
      segment.join = 'or'
    else if (segment.join === 'and' && segment.negated && segments[i - 1]?.negated) segment.join = 'or'
  }
}

/** "Breast, ovarian, prostate or pancreatic cancer", with the sort of breast cancer in brackets: one of them is enough. */
const isCancer = ({ kinds }: Segment): boolean => [...kinds].some((kind) => CANCERS.test(kind))
const CANCERS = /^(?:has-cancer-of-another-organ|has-breast-cancer|is-triple-negative|has-hormone-receptor-status|has-her2-status)$/

/** "Premenopausal women and men": each of them is meant. */
const isOfSexes = (a: Segment | undefined, b: Segment): boolean => isOfPeople(a) && isOfPeople(b)
const isOfPeople = (segment: Segment | undefined): boolean =>
  segment?.kinds.has('is-of-sex') === true || segment?.kinds.has('has-menopausal-status') === true

/** In "history of stroke and heart attack" among exclusions either is meant; in "brain metastases and HER2-positive disease" both are. */
function isSameSort(a: Segment | undefined, b: Segment): boolean {
  if (!a) return false
  if (isOfSexes(a, b)) return true
  // "Received endocrine therapy and had recurrence on it" is one story.
  if ([...b.kinds].some((kind) => /progressed/.test(kind)) && [...a.kinds].some((kind) => /received|lines/.test(kind))) return false
  const traits = (segment: Segment) => [...segment.kinds].some((kind) => TRAITS.test(kind))
  return !traits(a) && !traits(b)
}
/** "Stage III / locally advanced" is either. */
const isOfExtent = (kinds: ReadonlySet<string>): boolean => kinds.has('has-stage-group') || kinds.has('has-stage-or-setting')
const TRAITS = /her2|receptor|breast-cancer|mutation|menopaus|of-sex|of-age|stage|setting/
