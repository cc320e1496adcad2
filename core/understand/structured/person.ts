import type { Fact, FactValue } from '../../record/fact.ts'
import { type Coded, type EntryRule, factOf, namesOf, valueWords } from './coded.ts'

/** Sex, birth date and ZIP of the patient; menopausal status where an entry names it. */
export const personFacts: EntryRule = (coded) => [...demographics(coded), ...menopause(coded)]

function demographics(coded: Coded): Fact[] {
  return coded.entries.flatMap((entry): Fact[] => {
    if (entry.type !== 'patient' || !entry.person) return []
    const { sex, birthDate, zip } = entry.person
    const value: FactValue<'person'> = {
      ...(sex === undefined ? {} : { sex }),
      ...(birthDate === undefined ? {} : { birthDate }),
      ...(zip === undefined ? {} : { zip }),
    }
    return Object.keys(value).length > 0 ? [factOf(coded, entry, 'person', value)] : []
  })
}

function menopause(coded: Coded): Fact[] {
  return coded.entries.flatMap((entry): Fact[] => {
    if ((entry.type !== 'observation' && entry.type !== 'condition') || entry.negated) return []
    const words = entry.type === 'observation' ? `${entry.text} ${valueWords(entry.value)}` : namesOf(entry)
    if (!/menopaus/i.test(words)) return []
    const menopausal = /\bpost-?\s?menopaus/i.test(words)
      ? 'post'
      : /\bpre-?\s?menopaus/i.test(words)
        ? 'pre'
        : /\bperi-?\s?menopaus/i.test(words)
          ? 'peri'
          : undefined
    return menopausal === undefined || NOT_STATUS.test(words) ? [] : [factOf(coded, entry, 'person', { menopausal })]
  })
}

/** Complaints of these years, which say nothing certain about periods. */
const NOT_STATUS = /\b(?:bleeding|osteoporosis|atrophic|symptom|hormone replacement|screening)/i
