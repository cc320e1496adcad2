import { asking } from './findings.ts'
import type { CriterionKind, Finding, Subject } from './kind.ts'
import { paramsText } from './params-text.ts'

/** A statement of a criterion that can be tested: what one kind understood (`params`, plain data), with its words at `[start, end)` of the clause. */
export type Test = {
  is: 'test'
  kind: string
  start: number
  end: number
  params: unknown
  judge: (subject: Subject) => Finding
  /** Words around it that make it narrower than its kind read: a "yes" that would keep somebody out is left open. */
  narrowedBy?: string
  /** Words around it that ask for less, or later: a "no" that would keep somebody out is left open. */
  loosenedBy?: string | undefined
}

/** What the words of a criterion say, as a tree over tests. Its value for a person is three-valued; polarity is applied after. */
export type Predicate =
  | Test
  | { is: 'all'; of: Predicate[] }
  | { is: 'any'; of: Predicate[] }
  | { is: 'not'; of: Predicate }
  /** `asks` is only asked of those for whom `when` holds. */
  | { is: 'implies'; when: Predicate; asks: Predicate }
  /**
   * Words that no kind understood: `inList` when they are a point of what keeps people out, to be looked up in the records;
   * `beside` when they are few and stand beside a requirement that was understood, to be shown with it.
   */
  | { is: 'unread'; words: string; inList?: boolean; beside?: boolean }
  /** What the words may mean, where their grammar leaves it open: it is settled for a person only when every reading comes to the same. */
  | { is: 'doubt'; of: Predicate[] }

/** A kind whose parameters are folded into its tests, so that kinds of all sorts stand in one list. */
export type ReadyKind = {
  name: string
  reads: string
  source: string
  tests: (clause: Parameters<CriterionKind<never>['find']>[0]) => Test[]
  /** The judgement of a test of this kind, from the parameters it was found with. */
  judgeOf: (params: unknown) => Test['judge']
}

export function ready<P>(kind: CriterionKind<P>): ReadyKind {
  const judgeOf = (params: P): Test['judge'] => {
    const judge = (subject: Subject): Finding => besideAsked(kind, params, subject)
    let key: string | undefined
    return (subject) => {
      if (!subject.known) return judge(subject)
      key ??= `${kind.name} ${paramsText(params)}`
      return onceForAllTrials(
        subject.keepsOut === undefined ? key : `${subject.keepsOut ? 'out' : 'in'} ${key}`,
        judge,
        subject,
        subject.known,
      )
    }
  }
  return {
    name: kind.name,
    reads: kind.reads,
    source: kind.source,
    tests: (clause) => {
      const found = kind.find(clause)
      if (found.length === 0) return NONE
      return found.map(({ start, end, params }) => ({ is: 'test', kind: kind.name, start, end, params, judge: judgeOf(params) }))
    },
    judgeOf: (params) => judgeOf(params as P),
  }
}

const NONE: Test[] = []

/** The finding of a kind; where the records decide it, what the trial asks stands behind what they say. */
function besideAsked<P>(kind: CriterionKind<P>, params: P, subject: Subject): Finding {
  const finding = { ...kind.judge(params, subject), kind: kind.name }
  const isDecided = (finding.holds === 'yes' || finding.holds === 'no') && finding.evidence.length > 0
  if (!kind.asks || !isDecided) return finding
  return { ...finding, because: `${finding.because.replace(/\.$/, '')}; ${asking(subject, kind.asks(params))}.` }
}

export function allOf(parts: Predicate[]): Predicate | undefined {
  return parts.length > 1 ? { is: 'all', of: parts } : parts[0]
}

export function anyOf(parts: Predicate[]): Predicate | undefined {
  return parts.length > 1 ? { is: 'any', of: parts } : parts[0]
}

/** The tests that a predicate holds, denied ones too. */
export function testsIn(predicate: Predicate): Test[] {
  if (predicate.is === 'test') return [predicate]
  if (predicate.is === 'unread') return []
  if (predicate.is === 'not') return testsIn(predicate.of)
  return (predicate.is === 'implies' ? [predicate.when, predicate.asks] : predicate.of).flatMap(testsIn)
}

/** The predicate with each of its tests replaced. */
export function withTests(predicate: Predicate, replaced: (test: Test) => Test): Predicate {
  const inside = (part: Predicate) => withTests(part, replaced)
  switch (predicate.is) {
    case 'test':
      return replaced(predicate)
    case 'unread':
      return predicate
    case 'not':
      return { is: 'not', of: inside(predicate.of) }
    case 'implies':
      return { is: 'implies', when: inside(predicate.when), asks: inside(predicate.asks) }
    default:
      return { is: predicate.is, of: predicate.of.map(inside) }
  }
}

/** Names of the kinds whose tests a predicate holds. */
export function kindsOf(predicate: Predicate): Set<string> {
  if (predicate.is === 'test') return new Set([predicate.kind])
  if (predicate.is === 'unread') return new Set()
  if (predicate.is === 'not') return kindsOf(predicate.of)
  const parts = predicate.is === 'implies' ? [predicate.when, predicate.asks] : predicate.of
  return new Set(parts.flatMap((part) => [...kindsOf(part)]))
}

/** The readings of words that may be read in several ways; readings that are the same are one. */
export function eitherReading(readings: readonly (Predicate | undefined)[]): Predicate | undefined {
  if (readings.length === 1) return readings[0]
  const distinct = new Map(readings.flatMap((one) => (one ? [[shapeOf(one), one] as const] : [])))
  const [only] = distinct.values()
  return distinct.size > 1 ? { is: 'doubt', of: [...distinct.values()] } : only
}

/** Nested parts joined in one way, in any order, and parts said twice, are one shape. */
function shapeOf(predicate: Predicate): string {
  switch (predicate.is) {
    case 'test':
      return `${predicate.kind}@${predicate.start}`
    case 'unread':
      return `“${predicate.words}”`
    case 'not':
      return `not(${shapeOf(predicate.of)})`
    case 'implies':
      return `if(${shapeOf(predicate.when)};${shapeOf(predicate.asks)})`
    default: {
      const parts = [...new Set(flattened(predicate, predicate.is).map(shapeOf))].toSorted()
      return parts.length === 1 ? (parts[0] ?? '') : `${predicate.is}(${parts.join(';')})`
    }
  }
}
const flattened = (predicate: Predicate, is: 'all' | 'any' | 'doubt'): Predicate[] =>
  predicate.is === is ? predicate.of.flatMap((part) => flattened(part, is)) : [predicate]

/** What does not look at the trial has the same answer in every trial; whether it looks is seen when it is judged. */
function onceForAllTrials(key: string, judge: Test['judge'], subject: Subject, known: Map<string, Finding | 'of the trial'>): Finding {
  const before = known.get(key)
  if (before === 'of the trial') return judge(subject)
  if (before) return before
  let looked = false
  const { profile, asOf, keepsOut } = subject
  const finding = judge({
    profile,
    asOf,
    keepsOut,
    get trial() {
      looked = true
      return subject.trial
    },
  })
  known.set(key, looked ? 'of the trial' : finding)
  return finding
}
