import type { Fact, FactValue } from '../../record/fact.ts'
import { factFrom } from '../fact-rule.ts'
import { contextOf } from '../prose/context.ts'
import type { Reading } from '../prose/reading.ts'
import { boundedSentences, dateBeside, datesOf, quoteAround } from './statements.ts'

const RULE = { name: 'labs', version: 1 }

/** Tests whose result is a word: pregnancy test, hepatitis and HIV serology. What is negative is also expressly absent. */
export function serologies(reading: Reading): Fact[] {
  return boundedSentences(reading).flatMap((sentence): Fact[] => {
    const { text, section } = sentence
    if (section === 'family-history' || !MENTIONS.test(text)) return []
    const dates = datesOf(reading, text)
    return TESTS.flatMap(({ test, pattern, absent }): Fact[] => {
      const match = pattern.exec(text)
      if (match?.groups === undefined) return []
      const end = match.index + match[0].length
      if (contextOf(sentence, match.index, end).family) return []
      const positive = /^(?:pos|reactive|detected|\+)/i.test(match.groups['result'] ?? '')
      const date = dateBeside(dates, match.index, end, { before: 120, after: 20 }) ?? reading.said
      const evidence = [quoteAround(reading, sentence, match.index, end)] as const
      const value: FactValue<'lab'> = { test, value: positive ? 'positive' : 'negative', ...(date === undefined ? {} : { date }) }
      return [
        factFrom(RULE, reading, 'lab', value, evidence),
        ...(absent !== undefined && !positive
          ? [factFrom(RULE, reading, 'absence', { name: absent, ...(date === undefined ? {} : { date }) }, evidence)]
          : []),
      ]
    })
  })
}

const RESULT = String.raw`(?:\s*(?:test|screen|screening|serology|qual(?:itative)?|quantitative|urine|serum|total|igg|\(?(?:ag\/ab|ab|antibody|antigen|1\/2|i ?(?:&|and|\/|,) ?ii|1 ?(?:&|and|\/) ?2|elisa|rapid|card|spot)\)?|is|was|:|=|-|,))*\s*(?<result>neg(?:ative)?\b|non-?\s?reactive|NR\b|not\s+detected|pos(?:itive)?\b|reactive|detected|\(-\)|\(\+\))`
const MENTIONS = /\b(?:hcg|pregnancy test|upt|hbsag|hbv|hep(?:atitis)?\s*[bc]|core\s+ab|hbcab|anti-hbc|hcv|hiv)\b/i
const TESTS: readonly { test: string; pattern: RegExp; absent?: string }[] = [
  {
    test: 'hCG',
    pattern: new RegExp(String.raw`\b(?:(?:urine|serum|beta|b|β)[\s-]*)?(?:hcg|pregnancy test|upt)${RESULT}`, 'i'),
    absent: 'pregnancy',
  },
  {
    test: 'HBsAg',
    pattern: new RegExp(String.raw`\b(?:hb[vs]?\s?-?s?\s?ag|hep(?:atitis)?\s*b\s*(?:s(?:urface)?\s*)(?:ag|antigen))${RESULT}`, 'i'),
    absent: 'hepatitis B',
  },
  {
    test: 'anti-HBc',
    pattern: new RegExp(String.raw`\b(?:anti-?\s?hbc|hbc\s?ab|(?:(?:hep(?:atitis)?\s*b|hbv)\s*)?core\s+(?:ab|antibody))${RESULT}`, 'i'),
  },
  { test: 'anti-HCV', pattern: new RegExp(String.raw`\b(?:anti-?\s?hcv|hcv|hep(?:atitis)?\s*c)${RESULT}`, 'i'), absent: 'hepatitis C' },
  { test: 'HIV', pattern: new RegExp(String.raw`\bhiv${RESULT}`, 'i'), absent: 'HIV' },
]
