import type { Fact, FactValue } from '../../record/fact.ts'
import { dated, dateOfEntry, type EntryRule, factOf, isNotDone, loincMeaningOf, valueWords } from './coded.ts'

/** How the disease behaves, where it is coded as such (mCODE cancer disease status). "Improved" is no measured response. */
export const responseFacts: EntryRule = (coded) =>
  coded.entries.flatMap((entry): Fact[] => {
    if (
      entry.type !== 'observation' ||
      isNotDone(entry) ||
      !(loincMeaningOf(entry.codes) === 'disease-status' || /\bdisease status\b/i.test(entry.text))
    )
      return []
    const words = valueWords(entry.value)
    const value = STATUSES.find(([pattern]) => pattern.test(words))?.[1]
    return value === undefined ? [] : [factOf(coded, entry, 'response', { value, ...dated(dateOfEntry(entry)) })]
  })

const STATUSES: readonly (readonly [RegExp, FactValue<'response'>['value']])[] = [
  [/no evidence of disease|\bNED\b|complete remission/i, 'no-evidence-of-disease'],
  [/complete response/i, 'complete'],
  [/partial response/i, 'partial'],
  [/worse|progress/i, 'progression'],
  [/stable|not changed/i, 'stable'],
]
