import type { Statement } from './compile-criterion.ts'
import { expressionOf } from './expression.ts'
import type { Predicate, Test } from './predicate.ts'
import { tokensOf } from './tokens.ts'

/** "People with treated brain metastases are eligible if … They must need no steroids": what follows is asked of the same people. */
export function ofTheSame(statements: Statement[]): Statement[] {
  const first = statements[0]?.predicate
  if (first?.is !== 'implies' || first.when.is !== 'test' || first.when.kind !== 'has-brain-metastases') return statements
  const { when } = first
  return statements.map((one, i) =>
    i === 0 || one.does !== 'requires' || one.predicate.is === 'implies'
      ? one
      : { ...one, predicate: { is: 'implies', when, asks: one.predicate } },
  )
}

/** "For women before the menopause: …": those whom the rest of the sentence is asked of. */
export function forWhom(words: string, at: number, tests: readonly Test[], goesOn: boolean): { who: Predicate; end: number } | undefined {
  const match = FOR_WHOM.exec(words) ?? (goesOn ? OF_STATE.exec(words) : null)
  if (!match) return undefined
  const end = at + match[0].length
  const named = tests.filter((test) => test.end <= end)
  const { main } = expressionOf(tokensOf(`${' '.repeat(at)}${words}`, at, end, named), { excludes: true })
  return main && named.length > 0 && tests.some((test) => test.start >= end) ? { who: main, end } : undefined
}
const FOR_WHOM =
  /^[^a-z]*for (?:(?:the|any|all) )?(?:women|men|males?|females?|patients|participants|subjects|those|individuals|premenopausal|postmenopausal|(?:[a-z0-9+/-]+ ){1,4}(?:tumou?rs?|cancers?|carcinomas?|disease))\b[^:.;]{0,120}:(?= ?[a-z])/

/** "…; locally advanced disease must not be amenable to resection": a further sentence about one of the states that the first one lets in. */
const OF_STATE =
  /^[^a-z]*(?:the |any )?(?:locally advanced|locally recurrent|locoregional(?:ly)?(?: recurrent)?|inoperable|unresectable|recurrent|oligometastatic) (?:[a-z-]+ ){0,2}(?:disease|tumou?rs?|lesions?|recurrences?|cancers?|carcinomas?)(?= (?:must|should|has to|have to|needs? to|is required to|are required to) )/
