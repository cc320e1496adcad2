import type { Fact } from '../../record/fact.ts'
import { type FactRule, factFrom } from '../fact-rule.ts'
import { contextOf } from '../prose/context.ts'
import { boundedSentences, quoteAround } from './statements.ts'

/**
 * Pregnant or nursing now, or expressly not. Past pregnancies, tests (their result is a lab), prevention and relatives say nothing of it.
 */
export const pregnancy: FactRule = {
  name: 'pregnancy',
  version: 1,
  find: (reading) =>
    boundedSentences(reading).flatMap((sentence): Fact[] => {
      const { text, section } = sentence
      if (!MENTIONS.test(text) || section === 'family-history' || reading.kind === 'genomics') return []
      return STATES.flatMap(({ name, now, not }): Fact[] => {
        const denied = not.exec(text)
        const said = denied ?? now.exec(text)
        if (said === null) return []
        const [start, end] = [said.index, said.index + said[0].length]
        const context = contextOf(sentence, start, end)
        if (context.family || CONDITIONAL.test(text.slice(0, start))) return []
        const evidence = [quoteAround(reading, sentence, start, end)] as const
        if (denied)
          return [
            factFrom(pregnancy, reading, 'absence', { name, ...(reading.said === undefined ? {} : { date: reading.said }) }, evidence),
          ]
        return context.negated || context.planned || context.uncertain
          ? []
          : [factFrom(pregnancy, reading, 'condition', { name, status: 'active' }, evidence)]
      })
    }),
}

const MENTIONS = /\b(?:pregnan\w+|gravid|breast-?\s?feed\w*|lactating|nursing)\b/i
const CONDITIONAL = /\b(?:if|avoid|prevent|must|should|become|contraception|until|risk|when|last|previous|prior)\b[^.;,]{0,40}$/i
const STATES = [
  {
    name: 'pregnancy',
    now: /\b(?:is|currently|now)\s+(?:\w+\s+){0,3}pregnant\b|\bintrauterine pregnancy\b|\b\d{1,2}\s*weeks?\s+pregnant\b/i,
    not: /\b(?:not|isn't|is not)\s+(?:currently\s+)?pregnant\b|\bdenies\s+(?:\w+\s+){0,2}pregnancy\b|\bnon-?pregnant\b/i,
  },
  {
    name: 'breastfeeding',
    now: /\b(?:is|currently|now)\s+(?:\w+\s+){0,2}(?:breast-?\s?feeding|lactating)\b/i,
    not: /\b(?:not|denies)\s+(?:currently\s+)?(?:pregnant\s+(?:or|nor)\s+)?(?:breast-?\s?feeding|lactating|nursing)\b/i,
  },
] as const
