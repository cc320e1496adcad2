import type { Clause } from './clause.ts'
import { KINDS } from './criteria/index.ts'
import type { Test } from './predicate.ts'

/** The tests of all kinds in a clause, in order; where they overlap the longest reading wins, then the kind listed first. */
export function testsOf(clause: Clause, from = 0): Test[] {
  const found = KINDS.flatMap((kind) => kind.tests(clause))
    // A judgement told in the words before a list does not swallow the points of the list.
    .filter((test) => test.end > from && !(test.start < from && OF_THE_TEAM.test(test.kind)))
    .map((test) => withoutHead(withoutTail(test, clause.text), clause.text))
  const kept: Test[] = []
  for (const test of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) place(test, kept, clause.text)
  return kept.map((test) => withoutModal(test, clause.text)).toSorted((a, b) => a.start - b.start)
}

const OF_THE_TEAM = /^is-suitable-to-the-investigator$/

/** Adds a reading where its words are free; one that shares only function words with a longer one keeps the rest. */
function place(test: Test, kept: Test[], text: string): void {
  const clash = kept.filter((one) => one.start < test.end && test.start < one.end)
  const [only] = clash
  if (!only) {
    kept.push(test)
    return
  }
  if (clash.length > 1) return
  const free = test.start < only.start ? { start: test.start, end: only.start } : { start: only.end, end: test.end }
  const lost = text.slice(test.start, test.end).replace(text.slice(free.start, free.end), '')
  if (FUNCTION_WORDS.test(lost) && free.end - free.start > 6) kept.push({ ...test, ...free })
}

const FUNCTION_WORDS = /^\s*(?:(?:as|by|the|of|on|in|for|to|with|per|based|determined|defined|assessed|confirmed|documented|an?)\s*)*$/

/** Joining words and prepositions at the end of a reading belong to what comes after it. */
function withoutTail(test: Test, text: string): Test {
  const bare = text.slice(test.start, test.end).replace(/[\s,;:]+$/, '')
  if (bare.length < test.end - test.start && bare !== '') return withoutTail({ ...test, end: test.start + bare.length }, text)
  // The pattern is tried from every place: a tail is short, a reading may be a paragraph.
  const from = Math.max(test.start, test.end - LONGEST_TAIL)
  const tail = TAIL.exec(text.slice(from, test.end))
  return tail && from + tail.index > test.start ? { ...test, end: from + tail.index } : test
}
const TAIL = /(?:[\s,;]+(?:and\/or|or|and|by|of|in|as|per|the|a|an|to|with|for|at))+\s*$/
const LONGEST_TAIL = 40

/** The same for joining words at its beginning. */
function withoutHead(test: Test, text: string): Test {
  const head =
    /^[\s,;]*(?:(?:and\/or|or|and|asymptomatic (?:from|of)(?: the)?)\s+)*/.exec(text.slice(test.start, test.end))?.[0].length ?? 0
  return head > 0 && test.start + head < test.end ? { ...test, start: test.start + head } : test
}

/** "Must have" before what is asked belongs to the sentence, not to the statement. */
function withoutModal(test: Test, text: string): Test {
  const lead =
    /^(?:(?:participants?|patients?|subjects?|must|should|shall|will|need|needs|to|be|have|has|had|who|are|is|been)\s+)+/.exec(
      text.slice(test.start, test.end),
    )?.[0].length ?? 0
  return lead > 0 && test.start + lead < test.end ? { ...test, start: test.start + lead } : test
}
