import { BOTH, EITHER, listOf, type Style } from './coordination.ts'
import { allOf, type Predicate } from './predicate.ts'
import type { Token } from './tokens.ts'

/** What a sentence says: its statement, what it takes back ("unless …", "except …"), and of whom it is asked; `leads` where it names them first. */
export type Expression = { main: Predicate | undefined; except: Predicate | undefined; only: Predicate | undefined; leads?: boolean }

/**
 * Reads the tokens of one sentence. Words that no kind understood become a leaf of their own where they stand, so that three-valued logic
 * decides whether they matter: "A and ‹unread›" is still no when A is no, "A or ‹unread›" still yes when A is yes.
 */
export function expressionOf(tokens: readonly Token[], style: Style): Expression {
  const flat = withGroups(tokens, style)
  const subject = style.excludes ? undefined : subjectOf(flat)
  if (subject) {
    // "… must have had two lines, which must include a taxane": a second "must" has no subject of its own.
    const { main, except, only } = expressionOf(
      subject.asked.filter(({ is }) => is !== 'modal'),
      style,
    )
    return { main, except, only: allOf([subject.who, ...(only ? [only] : [])]), leads: true }
  }
  const except = flat.findIndex((token) => token.is === 'except')
  // "Unless X, no Y": an exception that leads has its statement behind the comma.
  if (except >= 0 && !flat.slice(0, except).some(carries)) {
    const comma = flat.findIndex((token, i) => i > except && token.is === 'join' && token.by === 'comma')
    if (comma > 0)
      return { main: listOf(flat.slice(comma + 1), style), except: listOf(flat.slice(except + 1, comma), EITHER), only: undefined }
  }
  const mainTokens = except >= 0 ? flat.slice(0, except) : flat
  const exceptPart = except >= 0 ? (listOf(flat.slice(except + 1), EITHER) ?? unreadException(flat[except])) : undefined
  return { ...conditional(mainTokens, style), except: exceptPart }
}

/** An exception of which nothing was understood may be anybody's. */
const unreadException = (token: Token | undefined): Predicate | undefined =>
  token?.is === 'except' && token.says ? { is: 'unread', words: token.says } : undefined

/** "X if Y", "If Y, X", "If Y X": what is asked, and of whom. */
function conditional(tokens: readonly Token[], style: Style): Pick<Expression, 'main' | 'only' | 'leads'> {
  const condition = tokens.findIndex((token) => token.is === 'if')
  const token = tokens[condition]
  if (token?.is !== 'if') return { main: listOf(tokens, style), only: undefined }
  const before = tokens.slice(0, condition)
  const after = tokens.slice(condition + 1)
  if (token.of === 'some' && before.some(carries)) {
    const main = listOf([...before, ...after], style)
    return style.excludes || !main ? { main, only: OF_SOME } : { main: ofSome(main), only: undefined }
  }
  const some = token.of === 'some' ? OF_SOME : undefined
  if (before.some(carries)) return { main: listOf(before, style), only: listOf(after, BOTH) }
  const comma = after.findIndex((token) => token.is === 'join' && token.by === 'comma')
  if (comma >= 0 && after.slice(0, comma).some(carries) && after.slice(comma).some(carries))
    return { main: listOf(after.slice(comma + 1), style), only: listOf(after.slice(0, comma), BOTH), leads: true }
  // "Excluded if X", "If X, not eligible": what is said of those with X is said by the verdict.
  if (style.isVerdict || style.excludes) return { main: listOf(after, style), only: some }
  const modal = after.findIndex(({ is }) => is === 'modal')
  const people = modal > 0 ? modal : peopleFirst(after)
  if (people > 0 && after.slice(0, people).some(carries) && after.slice(people).some(carries))
    return { main: listOf(after.slice(people), style), only: listOf(after.slice(0, people), EITHER), leads: true }
  // Where the condition ends and what is asked begins is not marked: it is asked of some, and nobody can say of whom.
  const isBare = after.filter(carries).length < 2
  return { main: listOf(after, style), only: token.of === 'people' || isBare ? undefined : OF_SOME }
}
const OF_SOME: Predicate = { is: 'unread', words: 'if it applies' }

/** "Metastatic TNBC that progressed on chemotherapy and a PARP inhibitor, if indicated": the cancer is asked of everybody. */
function ofSome(main: Predicate): Predicate {
  if (main.is === 'doubt') return { ...main, of: main.of.map(ofSome) }
  if (main.is === 'all' && main.of.some((part) => isOfCancer(part) || part.is === 'all')) return { ...main, of: main.of.map(ofSome) }
  return isOfCancer(main) ? main : { is: 'implies', when: OF_SOME, asks: main }
}
const isOfCancer = (part: Predicate): boolean =>
  part.is === 'test' ? CANCER.test(part.kind) : (part.is === 'all' || part.is === 'any') && part.of.every(isOfCancer)
const CANCER =
  /^(?:has-breast-cancer|is-triple-negative|has-hormone-receptor-status|has-her2-status|has-cancer-of-another-organ|has-stage-or-setting|has-stage-group)$/

/** "If premenopausal women and men treatment with …": how many tokens name people. */
function peopleFirst(tokens: readonly Token[]): number {
  const end = tokens.findIndex(
    (token) => !(token.is === 'join' || token.is === 'verb' || (token.is === 'test' && PEOPLE.test(token.test.kind))),
  )
  return tokens.slice(0, Math.max(0, end)).some(({ is }) => is === 'test') ? end : 0
}
const PEOPLE = /^(?:is-of-sex|has-menopausal-status|is-of-age)$/

/** "Men and premenopausal women must …": what is asked after the modal verb is asked only of those named before it. */
function subjectOf(tokens: readonly Token[]): { who: Predicate; asked: readonly Token[] } | undefined {
  // "Participants without such a change: …" is asked of those without it.
  const modal = tokens.findIndex(
    (token, i) =>
      token.is === 'modal' ||
      (token.is === 'negator' && token.ofDuty === true) ||
      (token.is === 'relative' && token.label === true && tokens.slice(0, i).some(({ is }) => is === 'negator')),
  )
  // "Naive to it, or must have progressed on it" begins anew.
  const joining = tokens[modal - 1]
  if (modal < 1 || (joining?.is === 'join' && joining.by === 'or' && !kindsIn(tokens.slice(0, modal)).some((kind) => PEOPLE.test(kind))))
    return undefined
  const before = tokens.slice(0, modal)
  const after: Token[] = tokens[modal]?.is === 'negator' ? [{ is: 'negator' }, ...tokens.slice(modal + 1)] : tokens.slice(modal + 1)
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

const kindsIn = (tokens: readonly Token[]): string[] => tokens.flatMap((token) => (token.is === 'test' ? [token.test.kind] : []))

/** "Participants with cancers for which … must": of some people, whom no kind knows. */
function isOfSomeWith(tokens: readonly Token[]): boolean {
  // "Patients without these changes must": of some people too.
  const verb = tokens.findIndex((token) => token.is === 'verb' || token.is === 'negator' || (token.is === 'relative' && !token.label))
  return verb >= 0 && tokens.slice(verb).some(({ is }) => is === 'words')
}

const carries = (token: Token) => token.is === 'test' || token.is === 'words' || token.is === 'group'

/**
 * Brackets behind something understood belong to it: examples and definitions are dropped, what they say of it becomes a group,
 * so that "or", "except" and "if" inside them reach no further.
 */
function withGroups(tokens: readonly Token[], style: Style): Token[] {
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
    const hasTest = inside.some((one) => one.is === 'test')
    const first = inside.find((one) => one.is !== 'join' && one.is !== 'verb' && one.is !== 'relative')
    const isAside = first === undefined || first.is === 'examples' || first.is === 'explains' || !hasTest
    if (isAside && (anchored || !hasTest)) {
      if (anchored && inside.some((one) => one.is === 'except')) out.push(groupOf(inside, style))
      continue
    }
    if (anchored && inside[0]?.is !== 'join') out.push(groupOf(inside, style))
    else out.push(...withGroups(inside, style))
  }
  return out
}

function groupOf(inside: readonly Token[], style: Style): Token {
  const [first, ...rest] = inside
  if (first?.is === 'if' && !rest.some(({ is }) => is === 'join'))
    return { is: 'group', kinds: new Set(), main: undefined, except: undefined, only: listOf(rest, BOTH) }
  const kinds = new Set(inside.flatMap((token) => (token.is === 'test' ? [token.test.kind] : [])))
  if (first?.is === 'except') return { is: 'group', kinds: new Set(), main: undefined, except: listOf(rest, EITHER), only: undefined }
  const isExamples = kinds.size === 1 && [...kinds].some((kind) => LISTED.test(kind))
  const turn = inside.findIndex((token, i) => token.is === 'if' && i > 0 && inside[i - 1]?.is === 'join')
  // "(3 weeks; in case of palliative radiation 2 weeks)": another limit for some.
  if (turn > 1 && inside.slice(0, turn).some(carries))
    return {
      is: 'group',
      kinds,
      main: listOf(inside.slice(0, turn), style),
      except: listOf(inside.slice(turn + 1), BOTH),
      only: undefined,
    }
  return { is: 'group', kinds, ...expressionOf(inside, isExamples ? EITHER : style) }
}
/** Kinds whose names stand in brackets as examples of a wider one. */
const LISTED = /received|medicine|condition|another-organ|washed|progressed|radiation|allergic/
