import type { Criterion } from '../record/criterion.ts'
import { plainText } from './clause.ts'
import { expressionOf } from './expression.ts'
import { soundly } from './polarity.ts'
import { allOf, anyOf, type Predicate, type Test } from './predicate.ts'
import { isConditional, KEEPS_OUT, LETS_IN, roleOf, type Sentence, sentencesOf } from './sentences.ts'
import { testsOf } from './tests-of.ts'
import { tokensOf } from './tokens.ts'

/** What one sentence asks: `requires` keeps out those for whom it is not so, `excludes` those for whom it is so. */
export type Statement = { does: 'requires' | 'excludes'; predicate: Predicate }

/** One piece of the criteria text with what it asks; no statements where it asks nothing (a heading, a permission, an explanation). */
export type CompiledCriterion = {
  criterion: Criterion
  statements: Statement[]
  /** Places of the pieces listed under this one. */
  children: number[]
  /** For a piece without statements: why nothing is asked. */
  asks: 'something' | 'nothing' | 'allows'
}

/** What a piece asks, read on its own: the words before it in `lead` (of the piece it is listed under) only help to understand. */
export function compileCriterion(criterion: Criterion, lead: string, children: number[] = [], isTurnedAlready = false): CompiledCriterion {
  if (criterion.header) return { criterion, statements: [], children, asks: 'nothing' }
  const own = withoutPermissions(plainText(criterion.text))
  const text = lead + own
  const from = lead.length
  const tests = testsOf({ text, start: criterion.start - from, section: criterion.section, cohort: criterion.cohort }, from)
  const turned = lead !== '' && !isTurnedAlready && isTurned(lead, criterion.section)
  const section = turned ? (criterion.section === 'inclusion' ? 'exclusion' : 'inclusion') : criterion.section
  if (DEFINES.test(lead)) return { criterion, statements: [], children, asks: 'allows' }
  const statements = statementsOf(text, from + numbering(own), section, tests, children.length > 0).map((statement) =>
    soundly(statement, own),
  )
  return { criterion, statements, children, asks: statements.length > 0 ? 'something' : /[a-z]{3}/.test(own) ? 'allows' : 'nothing' }
}

/** "… are not eligible" says what the sentence does; its "not" denies no condition of the person. */
function withoutVerdict(text: string, { start, end }: Sentence): string {
  const words = text.slice(start, end).replace(REASON, blank).replace(KEEPS_OUT, blank).replace(LETS_IN, blank)
  return text.slice(0, start) + words + text.slice(end)
}
/** "Because no data are available on …, children are excluded": the reason asks nothing. */
const REASON =
  /^[^a-z]*(?:because|since|as|due to|given that|in view of|for this reason)\b[^.;]*?(?:,(?= ?(?:[a-z-]+ ){0,6}(?:are|is|must|should|will|may)\b)|$)/
const blank = (words: string) => ' '.repeat(words.length)

/** "(prior adjuvant chemotherapy is permitted)": a permission in brackets asks nothing; its words are blanked. */
function withoutPermissions(text: string): string {
  return text.replace(/\([^()]*\)/g, (aside) =>
    LETS_IN.test(aside.slice(1, -1)) && !KEEPS_OUT.test(aside) ? ' '.repeat(aside.length) : aside,
  )
}

function statementsOf(text: string, from: number, section: Criterion['section'], tests: readonly Test[], isLeadIn: boolean): Statement[] {
  const statements: Statement[] = []
  for (const sentence of sentencesOf(text, from, section, tests)) {
    const words = text.slice(sentence.start, sentence.end)
    const own = tests.filter((test) => test.start < sentence.end && test.end > sentence.start)
    if (sentence.role === 'explains' || (isLeadIn && own.length === 0)) continue
    if (sentence.role === 'allows') {
      permit(statements, text, sentence, own, section)
      continue
    }
    const whom = sentence.role === 'requires' ? forWhom(words, sentence.start, own) : undefined
    const { main, except, only } = expressionOf(
      tokensOf(
        withoutVerdict(text, sentence),
        whom?.end ?? sentence.start,
        sentence.end,
        whom ? own.filter(({ start }) => start >= whom.end) : own,
      ),
      { excludes: sentence.role === 'excludes' },
    )
    if (main && whom) {
      statements.push({
        does: 'requires',
        predicate: { is: 'implies', when: whom.who, asks: except ? (anyOf([main, except]) ?? main) : main },
      })
      continue
    }
    if (!main || (!sentence.first && own.length === 0 && !ASKS.test(words))) continue
    const does = sentence.role
    if (does === 'excludes') {
      const parts = [main, ...(only ? [only] : []), ...(except ? [{ is: 'not', of: except } satisfies Predicate] : [])]
      const predicate = allOf(parts)
      if (predicate) statements.push({ does, predicate })
    } else {
      const wide = except ? (anyOf([main, except]) ?? main) : main
      statements.push({ does, predicate: only ? tiedTo(wide, only) : wide })
    }
  }
  return statements
}

/** "For women before the menopause: …": those whom the rest of the sentence is asked of. */
function forWhom(words: string, at: number, tests: readonly Test[]): { who: Predicate; end: number } | undefined {
  const match = FOR_WHOM.exec(words)
  if (!match) return undefined
  const end = at + match[0].length
  const named = tests.filter((test) => test.end <= end)
  const { main } = expressionOf(tokensOf(`${' '.repeat(at)}${words}`, at, end, named), { excludes: true })
  return main && named.length > 0 && tests.some((test) => test.start >= end) ? { who: main, end } : undefined
}
const FOR_WHOM =
  /^[^a-z]*for (?:(?:the|any|all) )?(?:women|men|males?|females?|patients|participants|subjects|those|individuals|premenopausal|postmenopausal)\b[^:.;]{0,120}:(?= ?[a-z])/

/** A permission about people, not about a treatment. */
const OF_PEOPLE =
  /^[^a-z]*(?:notes?:? *)?(?:however,? *)?(?:the |those )?(?:patients?|participants?|subjects?|individuals?|women|men|those|persons?|tumou?rs?)\b/

/** "Two endocrine therapies if one was with a CDK4/6 inhibitor" asks both; "progression on endocrine therapy if ER-positive" asks only some. */
function tiedTo(asks: Predicate, when: Predicate): Predicate {
  const isOfTreatment = (kind: string) => /treat|lines|progress/.test(kind)
  const both = [...kindsOf(asks)].some(isOfTreatment) && [...kindsOf(when)].some(isOfTreatment)
  return both ? { is: 'all', of: [asks, when] } : { is: 'implies', when, asks }
}

/** The tests that a predicate holds, denied ones too. */
export function testsIn(predicate: Predicate): Test[] {
  if (predicate.is === 'test') return [predicate]
  if (predicate.is === 'unread') return []
  if (predicate.is === 'not') return testsIn(predicate.of)
  return (predicate.is === 'implies' ? [predicate.when, predicate.asks] : predicate.of).flatMap(testsIn)
}

/** Names of the kinds whose tests a predicate holds. */
export function kindsOf(predicate: Predicate): Set<string> {
  if (predicate.is === 'test') return new Set([predicate.kind])
  if (predicate.is === 'unread') return new Set()
  if (predicate.is === 'not') return kindsOf(predicate.of)
  const parts = predicate.is === 'implies' ? [predicate.when, predicate.asks] : predicate.of
  return new Set(parts.flatMap((part) => [...kindsOf(part)]))
}

/** A permission opens what the sentence before it closed; tied to a condition it asks that of those it speaks of; else it asks nothing. */
function permit(statements: Statement[], text: string, sentence: Sentence, tests: readonly Test[], section: Criterion['section']): void {
  if (tests.length === 0) return
  const words = text.slice(sentence.start, sentence.end)
  const { main, except, only } = expressionOf(tokensOf(withoutVerdict(text, sentence), sentence.start, sentence.end, tests), {
    excludes: false,
  })
  const before = statements.at(-1)
  // What is permitted opens a sentence only where both speak of the same kind of thing.
  const last = before && tests.some(({ kind }) => kindsOf(before.predicate).has(kind)) ? before : undefined
  if (main && last && last.does === 'excludes') {
    const opened = allOf([main, ...(only ? [only] : [])]) ?? main
    last.predicate = { is: 'all', of: [last.predicate, { is: 'not', of: opened }] }
    return
  }
  // "Measurable disease. Patients with bone-only disease are also eligible." widens; "Prior chemotherapy is allowed." replaces nothing.
  const sameMatter =
    last !== undefined ||
    (before !== undefined &&
      [...kindsOf(before.predicate), ...kindsOf(main ?? before.predicate)].every((kind) => /measurable|bone/.test(kind)))
  if (
    main &&
    before &&
    before.does === 'requires' &&
    sameMatter &&
    OF_PEOPLE.test(words) &&
    !tests.some(({ kind }) => /treat|lines|progress/.test(kind))
  ) {
    before.predicate = { is: 'any', of: [before.predicate, allOf([main, ...(only ? [only] : [])]) ?? main] }
    return
  }
  if (except) statements.push({ does: 'excludes', predicate: except })
  if (main && only && section === 'inclusion' && isConditional(words)) {
    // "If bone-only, eligible with a lytic lesion" names first whom it speaks of; "eligible if" names them last.
    const [when, asks] = /^[^a-z]*(?:[a-z]\. )?(?:if|for)\b/.test(words) ? [only, main] : [main, only]
    statements.push({ does: 'requires', predicate: { is: 'implies', when, asks } })
  }
}

/** What stands under "Postmenopausal is defined as:" or "Highly effective methods include:" explains, and asks nothing by itself. */
const DEFINES =
  /(?:menopaus|childbearing|child-bearing|contracepti|sterili[sz]|reproductive|\bmethods?\b|birth control|pocbp|wocbp)[^.;]{0,120}(?:defined (?:as|by)|includ\w*|considered|following|e\.g\.|are|is)?[^.;]{0,60}:\s*$/

/** True when the lead-in says the opposite of its section: "Patients must not have any of the following:" under Inclusion Criteria. */
function isTurned(lead: string, section: Criterion['section']): boolean {
  const last = lead.split(/[.;] /).at(-1) ?? lead
  if (section === 'inclusion')
    return (
      KEEPS_OUT.test(last) ||
      /\b(?:not|no|without|none of|free of|absence of)\b[^.]{0,60}following/.test(last) ||
      /\bno\b[^.]{0,40}:\s*$/.test(last)
    )
  return roleOf(last, 'exclusion', true) === 'requires' && !/\bmust not\b|\bnot\b/.test(last)
}

/** A later sentence that nobody understood matters only when it asks something. */
const ASKS = /\b(?:must|required|excluded|ineligible|not eligible|prohibited)\b/

/** Length of the bullet or number a piece begins with. */
function numbering(text: string): number {
  const mark = /^\s*(?:[*•·o-]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\s?[.)](?=\s|[a-z])\s*|\d{1,2}\.\s*)*/.exec(text)?.[0].length ?? 0
  // The name of the part a piece is for ("Additional criteria for the fulvestrant arm: …") asks nothing.
  return (
    mark +
    (/^(?:additional criteria for [^:]{3,260}|\[?for [^:\]]{0,60}(?:arms?|cohorts?|parts?|phases?|groups?)\b[^:\]]{0,40}\]?):\s*/.exec(
      text.slice(mark),
    )?.[0].length ?? 0)
  )
}
