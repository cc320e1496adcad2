import type { CriterionKind, Finding, Subject } from './kind.ts'

/** A statement of a criterion that can be tested: what one kind understood, with its words at `[start, end)` of the clause. */
export type Test = { is: 'test'; kind: string; start: number; end: number; judge: (subject: Subject) => Finding }

/** What the words of a criterion say, as a tree over tests. Its value for a person is three-valued; polarity is applied after. */
export type Predicate =
  | Test
  | { is: 'all'; of: Predicate[] }
  | { is: 'any'; of: Predicate[] }
  | { is: 'not'; of: Predicate }
  /** `asks` is only asked of those for whom `when` holds. */
  | { is: 'implies'; when: Predicate; asks: Predicate }
  /** Words that no kind understood; `inList` when they stand beside understood ones in a list of what keeps people out. */
  | { is: 'unread'; words: string; inList?: boolean }

/** A kind whose parameters are folded into its tests, so that kinds of all sorts stand in one list. */
export type ReadyKind = {
  name: string
  reads: string
  source: string
  tests: (clause: Parameters<CriterionKind<never>['find']>[0]) => Test[]
}

export function ready<P>(kind: CriterionKind<P>): ReadyKind {
  return {
    name: kind.name,
    reads: kind.reads,
    source: kind.source,
    tests: (clause) =>
      kind.find(clause).map(({ start, end, params }) => ({
        is: 'test',
        kind: kind.name,
        start,
        end,
        judge: (subject) => ({ ...kind.judge(params, subject), kind: kind.name }),
      })),
  }
}

export function allOf(parts: Predicate[]): Predicate | undefined {
  return parts.length > 1 ? { is: 'all', of: parts } : parts[0]
}

export function anyOf(parts: Predicate[]): Predicate | undefined {
  return parts.length > 1 ? { is: 'any', of: parts } : parts[0]
}
