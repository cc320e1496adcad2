import { hasHadPriorLines } from './criteria/has-had-prior-lines.ts'
import { allOf, anyOf, eitherReading, type Predicate, ready, type Test } from './predicate.ts'
import type { Sentence } from './sentences.ts'

/**
 * "Up to two lines of chemotherapy are allowed": a permission with a number is a limit. What else the sentence permits asks nothing.
 * Nothing where the permission is tied to a condition: whom it speaks of is not known from its number.
 */
export function limitsAllowed(text: string, sentence: Sentence, tests: readonly Test[]): Predicate | undefined {
  const words = text.slice(sentence.start, sentence.end)
  if (TIED.test(words)) return undefined
  const limits = tests.flatMap((test): Test[] => {
    if (test.kind !== hasHadPriorLines.name || !isCount(test.params)) return []
    const said = text.slice(Math.max(sentence.start, test.start - 12), test.end)
    const { least, most } = test.params
    if (most < 99 && least === 0) return [test]
    if (most < 99 && ONLY.test(said)) return [limited(test, most)]
    // "One line of chemotherapy is allowed" allows no second one.
    return most === 99 && least > 0 && PLAIN.test(text.slice(test.start, test.end)) && !MORE.test(said) ? [limited(test, least)] : []
  })
  const [first, second] = limits
  const isEither = first && second && / or /.test(text.slice(first.end, second.start))
  return isEither ? eitherReading([allOf(limits), anyOf(limits)]) : allOf(limits)
}

/** "May have received one line", "only one line": what a sentence asks for is still no more than a limit. */
export function asLimit(test: Test, text: string): Test {
  if (test.kind !== hasHadPriorLines.name || !isCount(test.params) || test.params.most < 99 || test.params.least === 0) return test
  return PERMITS.test(text.slice(Math.max(0, test.start - 40), test.end)) ? limited(test, test.params.least) : test
}
const PERMITS =
  /(?:\b(?:may|can)(?: only| also)? have (?:had|received|undergone)(?: only)?|^[^a-z]*only) (?:[1-5]|one|two|three|four|five)\b(?! ?(?:or|\+|to|-))/

type Count = { least: number; most: number }
const isCount = (params: unknown): params is Count => typeof params === 'object' && params !== null && 'least' in params && 'most' in params

function limited(test: Test, most: number): Test {
  const params = { ...(test.params as object), least: 0, most }
  return { ...test, params, judge: LINES.judgeOf(params), loosenedBy: undefined }
}
const LINES = ready(hasHadPriorLines)

const ONLY = /\b(?:only|exactly)\b/
/** A number without any other bound before it. */
const PLAIN = /^(?:[1-5]|one|two|three|four|five)\b(?! ?(?:or|\+|to|-) )/
const MORE = /\b(?:least|minimum|more|additional|any|after|further)\b|[≥>]|\bor more\b/
const TIED = /\b(?:if|provided|unless|as long as|except|only when|when|where|in cases?|no (?:limit|restriction)|any number|regardless)\b/
