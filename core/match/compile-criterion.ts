import type { Criterion } from '../record/criterion.ts'
import { forWhom, ofTheSame } from './asked-of.ts'
import { plainText, unwrapped } from './clause.ts'
import { numbering, withoutReason, withoutVerdict } from './clause-words.ts'
import { exceptFor } from './disease-lists.ts'
import { expressionOf } from './expression.ts'
import { groupNamedWithin, groupOf } from './group-of-sentence.ts'
import { isDefinition, isTurned } from './lead-in.ts'
import { withLeftOversRead } from './left-over/with-left-overs-read.ts'
import { asLimit, limitsAllowed } from './limits-allowed.ts'
import { withNarrowings } from './narrowings.ts'
import { openedBy } from './opened-by.ts'
import { soundly } from './polarity.ts'
import { allOf, anyOf, kindsOf, type Predicate, type Test } from './predicate.ts'
import { EXCEPTS, isConditional, KEEPS_OUT, LETS_IN, type Sentence, sentencesOf, speaksOfTakingPart } from './sentences.ts'
import { testsOf } from './tests-of.ts'
import { tokensOf } from './tokens.ts'
import { withoutSpecimen } from './without-specimen.ts'

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
  const own = withoutPermissions(withoutReason(withoutSpecimen(plainText(unwrapped(criterion.text)))))
  const whole = lead + own
  const from = lead.length
  const asides = asidesOf(whole, from)
  const text = asides.reduce(
    (words, { start, end }) => words.slice(0, start - 1) + ' '.repeat(end - start + 2) + words.slice(end + 1),
    whole,
  )
  const turned = lead !== '' && !isTurnedAlready && isTurned(lead, criterion.section)
  const section = turned ? (criterion.section === 'inclusion' ? 'exclusion' : 'inclusion') : criterion.section
  if (isDefinition(lead, own)) return { criterion, statements: [], children, asks: 'allows' }
  const piece = { section, isLeadIn: children.length > 0, isOfGroup: criterion.cohort !== undefined }
  const clause = { start: criterion.start - from, section: criterion.section, cohort: criterion.cohort }
  const read = (words: string, at: number) => statementsIn(words, at, testsOf({ ...clause, text: words }, at), piece)
  const statements = [
    ...read(text, from + numbering(own)),
    ...asides.flatMap(({ start, end }) => read(' '.repeat(start) + whole.slice(start, end), start)),
  ]
    .map((statement) => soundly(statement, own, section === 'exclusion'))
    .map(({ does, predicate }) => ({ does, predicate: withLeftOversRead(predicate, { ...clause, text: whole }) }))
  return { criterion, statements, children, asks: statements.length > 0 ? 'something' : /[a-z]{3}/.test(own) ? 'allows' : 'nothing' }
}

const isBlanked = (text: string, { start, end }: Test): boolean => text.slice(start, end).trim() === ''

const PREFERS = /\b(?:is|are) (?:preferred|preferable)\)$/
/** "(prior adjuvant chemotherapy is permitted)", "(lung cancer is preferred)": a permission or a wish in brackets asks nothing; its words are blanked. */
function withoutPermissions(text: string): string {
  return text.replace(/\([^()]*\)/g, (aside) =>
    (LETS_IN.test(aside.slice(1, -1)) || PREFERS.test(aside) || isPermission(aside)) && !KEEPS_OUT.test(aside)
      ? ' '.repeat(aside.length)
      : aside,
  )
}

/** "(adjuvant treatment permitted after a year)" */
const isPermission = (aside: string) =>
  /\b(?:allowed|permitted|acceptable)\b/.test(aside) && !/\b(?:not?|only|unless|never|except)\b/.test(aside)

/** "(bone-only disease is excluded)": brackets that say for themselves who is kept out; they say nothing of the words around them. */
function asidesOf(text: string, from: number): { start: number; end: number }[] {
  if (!text.includes('(') || !speaksOfTakingPart(text) || !KEEPS_OUT.test(text)) return []
  return [...text.matchAll(/\([^()]*\)/g)]
    .filter(({ 0: aside, index }) => index >= from && KEEPS_OUT.test(aside))
    .map(({ 0: aside, index }) => ({ start: index + 1, end: index + aside.length - 1 }))
}

/** What is known of a piece besides its words: whether points are listed under it, and whether it is of one group of the trial. */
type Piece = { section: Criterion['section']; isLeadIn: boolean; isOfGroup: boolean }

function statementsIn(text: string, from: number, tests: readonly Test[], { section, isLeadIn, isOfGroup }: Piece): Statement[] {
  const statements: Statement[] = []
  const groups: { name: string; several: boolean; statements: Statement[] }[] = []
  let named: string | undefined
  for (const sentence of sentencesOf(text, from, section, tests)) {
    const words = text.slice(sentence.start, sentence.end)
    const own = withNarrowings(
      tests.filter((test) => test.start < sentence.end && test.end > sentence.start),
      text,
      sentence,
    )
    if (sentence.role === 'explains' || (isLeadIn && own.length === 0)) continue
    named = groupNamedWithin(words) ?? named
    const group = isOfGroup ? undefined : (groupOf(words) ?? (named === undefined ? undefined : { name: named, several: false }))
    const before = statements.length
    readSentence(statements, text, sentence, own, section)
    const said = statements.slice(before)
    if (group !== undefined && said.length > 0) {
      statements.length = before
      groups.push({ ...group, statements: said })
    } else if (OR_FIRST.test(words)) joinLast(statements, before)
  }
  if (groups.every(({ several }) => several)) return ofTheSame([...statements, ...groups.flatMap((one) => one.statements)])
  return ofTheSame([...statements, ...ofGroups(groups)])
}

/** "No more than 1 line (Group 1). No more than 2 lines (Group 2)": each asks only those of its group, and to fit one of them is enough. */
function ofGroups(groups: readonly { name: string; statements: Statement[] }[]): Statement[] {
  if (groups.length === 0) return []
  const each = groups.flatMap(({ statements }) => {
    const asked = allOf(
      statements.map(({ does, predicate }): Predicate => (does === 'requires' ? predicate : { is: 'not', of: predicate })),
    )
    return asked ? [asked] : []
  })
  const [only] = groups
  const rest: Predicate[] = groups.length === 1 && only ? [{ is: 'unread', words: only.name }] : []
  const predicate = anyOf([...each, ...rest])
  return predicate ? [{ does: 'requires', predicate }] : []
}
/** "Measurable disease. OR bone disease only": the sentence that begins with "or" stands beside the one before it. */
function joinLast(statements: Statement[], at: number): void {
  const [first, second] = [statements[at - 1], statements[at]]
  if (!first || !second || first.does !== second.does || statements.length !== at + 1) return
  first.predicate = { is: 'any', of: [first.predicate, second.predicate] }
  statements.length = at
}
const OR_FIRST = /^[^a-z]*(?:and\/or|or|alternatively)\b/

function readSentence(
  statements: Statement[],
  text: string,
  sentence: Sentence,
  own: readonly Test[],
  section: Criterion['section'],
): void {
  const words = text.slice(sentence.start, sentence.end)
  if (sentence.role === 'allows') {
    permit(statements, text, sentence, own, section)
    return
  }
  const whom = sentence.role === 'requires' ? forWhom(words, sentence.start, own, statements.length > 0) : undefined
  const plain = withoutVerdict(text, sentence)
  const { main, except, only, leads } = expressionOf(
    tokensOf(
      plain,
      whom?.end ?? sentence.start,
      sentence.end,
      own
        .filter((test) => !isBlanked(plain, test) && (!whom || test.start >= whom.end))
        .map((test) => (section === 'inclusion' ? asLimit(test, text) : test)),
    ),
    {
      excludes: sentence.role === 'excludes',
      isVerdict: sentence.role === 'excludes' && speaksOfTakingPart(words) && KEEPS_OUT.test(words),
    },
  )
  if (main && whom) {
    statements.push({
      does: 'requires',
      predicate: { is: 'implies', when: whom.who, asks: except ? (anyOf([main, except]) ?? main) : main },
    })
    return
  }
  if (!main || (!sentence.first && own.length === 0 && !ASKS.test(words))) return
  const does = sentence.role === 'excludes' ? 'excludes' : 'requires'
  if (does === 'excludes') {
    const parts = [main, ...(only ? [only] : []), ...(except ? [{ is: 'not', of: except } satisfies Predicate] : [])]
    const predicate = allOf(parts)
    if (predicate) statements.push({ does, predicate })
  } else {
    const wide = except ? exceptFor(main, except) : main
    statements.push({ does, predicate: !only ? wide : leads ? { is: 'implies', when: only, asks: wide } : tiedTo(wide, only) })
  }
}

/** A permission about people, not about a treatment. */
const OF_PEOPLE =
  /^[^a-z]*(?:notes?:? *)?(?:however,? *)?(?:(?:in (?:the )?absence of|if|when) [^,.;]{3,80}, *)?(?:the |those )?(?:patients?|participants?|subjects?|individuals?|women|men|those|persons?|tumou?rs?)\b/

/** "Two endocrine therapies if one was with a CDK4/6 inhibitor" asks both; "progression on endocrine therapy if ER-positive" asks only some. */
function tiedTo(asks: Predicate, when: Predicate): Predicate {
  const isOfTreatment = (kind: string) => /treat|lines|progress/.test(kind)
  const both = [...kindsOf(asks)].some(isOfTreatment) && [...kindsOf(when)].some(isOfTreatment)
  return both ? { is: 'all', of: [asks, when] } : { is: 'implies', when, asks }
}

/** A permission opens what the sentence before it closed; tied to a condition it asks that of those it speaks of; else it asks nothing. */
function permit(statements: Statement[], text: string, sentence: Sentence, tests: readonly Test[], section: Criterion['section']): void {
  if (tests.length === 0) return
  const words = text.slice(sentence.start, sentence.end)
  if (section === 'inclusion') {
    const limits = limitsAllowed(text, sentence, tests)
    if (limits) {
      statements.push({ does: 'requires', predicate: limits })
      return
    }
  }
  const plain = withoutVerdict(text, sentence)
  const said = tests.filter((test) => !isBlanked(plain, test))
  const read = expressionOf(tokensOf(plain, sentence.start, sentence.end, said), { excludes: true, isVerdict: true })
  // "Except for …" as a sentence of its own: what it names is what is permitted.
  const isException = EXCEPTS.test(words) && !read.main
  const main = isException ? read.except : read.main
  const except = isException ? undefined : read.except
  const { only } = read
  const before = statements.at(-1)
  // What is permitted opens a sentence only where both speak of the same kind of thing.
  const isSameMatter = before !== undefined && tests.some(({ kind }) => kindsOf(before.predicate).has(kind))
  const last = isSameMatter || EXCEPTS.test(words) ? before : undefined
  // "… or patients with bone disease are allowed if it can be evaluated": another way in.
  if (main && before?.does === 'requires' && OR_FIRST.test(words)) {
    before.predicate = { is: 'any', of: [before.predicate, allOf([main, ...(only ? [only] : [])]) ?? main] }
    return
  }
  if (main && last && last.does === 'excludes') {
    last.predicate = openedBy(last.predicate, allOf([main, ...(only ? [only] : [])]) ?? main)
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

/** A later sentence that nobody understood matters only when it asks something. */
const ASKS = /\b(?:must|required|excluded|ineligible|not eligible|prohibited)\b/
