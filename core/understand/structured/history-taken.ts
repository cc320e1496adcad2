import type { Entry } from '../../record/entry.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { dated, type EntryRule, factOf } from './coded.ts'

type Part = FactValue<'history-taken'>['part']

/**
 * Which lists of a full history the document holds. A health summary has its lists whole; in a heap of resources several that
 * are in force are needed before they can be taken for a list, since exports are often partial. "No known allergies" is a list that was asked for.
 */
export const historyFacts: EntryRule = (coded) => {
  const least = coded.document.format === 'ccda' ? 1 : ENOUGH
  return PARTS.flatMap(([part, belongs, enough]): Fact[] => {
    const isHeap = coded.document.format !== 'ccda'
    const found = coded.document.entries.filter(
      (entry) => entry.status !== 'entered-in-error' && belongs(entry) && !(isHeap && part === 'medications' && entry.status !== 'active'),
    )
    const [first] = found
    if (!first || found.length < (enough ?? least)) return []
    return [factOf(coded, first, 'history-taken', { part, ...dated(coded.said) })]
  })
}

/** Resources of one kind that are still in force, from which on an export is taken to hold the list. */
const ENOUGH = 5

const PARTS: readonly (readonly [Part, (entry: Entry) => boolean, number?])[] = [
  ['problem-list', (entry) => entry.type === 'condition' && entry.relative === undefined],
  ['medications', (entry) => entry.type === 'medication'],
  ['allergies', (entry) => entry.type === 'allergy', 1],
  ['social', (entry) => entry.category?.includes('social-history') === true],
  ['family', (entry) => entry.type === 'family-history', 1],
]
