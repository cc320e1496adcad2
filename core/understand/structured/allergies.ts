import type { Fact } from '../../record/fact.ts'
import { type EntryRule, factOf, plainTerm } from './coded.ts'

/** What the person is allergic to or does not tolerate. "No known allergies" is a history taken, and no allergy. */
export const allergyFacts: EntryRule = (coded) =>
  coded.entries.flatMap((entry): Fact[] => {
    if (entry.type !== 'allergy' || entry.negated || OVER.test(entry.status ?? '')) return []
    const reaction = entry.note
    return [factOf(coded, entry, 'allergy', { name: plainName(entry.text), ...(reaction === undefined ? {} : { reaction }) })]
  })

const OVER = /^(?:inactive|resolved|refuted)$/
const plainName = (text: string): string => plainTerm(text.replace(/^(?:allergy|intolerance) to /i, '')).toLowerCase()
