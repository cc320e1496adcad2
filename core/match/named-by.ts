import type { Criterion } from '../record/criterion.ts'
import { plainText, unwrapped } from './clause.ts'
import { numbering, withoutVerdict } from './clause-words.ts'
import { expressionOf } from './expression.ts'
import { withLeftOversRead } from './left-over/with-left-overs-read.ts'
import { allOf, type Predicate } from './predicate.ts'
import { KEEPS_OUT, sentencesOf, speaksOfTakingPart } from './sentences.ts'
import { testsOf } from './tests-of.ts'
import { tokensOf } from './tokens.ts'

/**
 * Whom the words of an exception name: "• Basal cell carcinoma", "• Patients with a past infection are eligible", "• CD4 count of at least 350".
 * Unlike a criterion they ask nothing of anybody; words that nobody understood name somebody whom nobody knows. `isCondition`: they are
 * something to be met ("unless: …"), where "and" asks for both. `lead`: the words that announce it, which only help to understand.
 */
export function namedBy(criterion: Pick<Criterion, 'text' | 'start' | 'cohort'>, lead: string, isCondition: boolean): Predicate {
  const own = plainText(unwrapped(criterion.text))
  const text = lead + own
  const clause = { text, start: criterion.start - lead.length, section: 'inclusion', cohort: criterion.cohort } as const
  const tests = testsOf(clause, lead.length)
  const named = sentencesOf(text, lead.length + numbering(own), 'exclusion', tests).flatMap((sentence): Predicate[] => {
    if (sentence.role === 'explains') return []
    const words = text.slice(sentence.start, sentence.end)
    const plain = withoutVerdict(text, sentence)
    const said = tests.filter(
      (test) => test.start < sentence.end && test.end > sentence.start && plain.slice(test.start, test.end).trim() !== '',
    )
    const isShut = sentence.role === 'excludes' && speaksOfTakingPart(words) && KEEPS_OUT.test(words)
    const { main, except, only } = expressionOf(tokensOf(plain, sentence.start, sentence.end, said), {
      excludes: sentence.role !== 'requires' && !isCondition,
      isVerdict: true,
    })
    const whole = allOf([
      ...(main ? [main] : []),
      ...(only ? [only] : []),
      ...(except ? [{ is: 'not', of: except } satisfies Predicate] : []),
    ])
    return whole ? [isShut ? { is: 'not', of: whole } : whole] : []
  })
  return withLeftOversRead(allOf(named) ?? { is: 'unread', words: own.trim().slice(0, SHOWN) }, clause)
}
/** So many characters of what was not understood are shown. */
const SHOWN = 120
