import { matchesOf } from '../codes/matches-of.ts'
import type { Clause } from './clause.ts'
import { forTeam } from './findings.ts'
import { mayMatch } from './guarded.ts'
import { type CriterionKind, defineKind, type Mention } from './kind.ts'

/** A statement that no record can settle: its words, and the sentence that says who settles it. */
export function teamKind(kind: {
  name: string
  reads: string
  source: string
  triggers: RegExp
  words: readonly RegExp[]
  because: string
}): CriterionKind<null> {
  const patterns = kind.words.map((words) => ({ words, may: mayMatch(words) }))
  return defineKind<null>({
    name: kind.name,
    reads: kind.reads,
    source: kind.source,
    triggers: kind.triggers,
    find: ({ text }: Clause): Mention<null>[] =>
      patterns.flatMap(({ words, may }) =>
        may(text) ? matchesOf(text, words).map((match) => ({ start: match.index, end: match.index + match[0].length, params: null })) : [],
      ),
    judge: () => forTeam(kind.because),
  })
}
