import type { Entry } from '../../record/entry.ts'
import type { Fact, FactValue } from '../../record/fact.ts'
import { lastDay } from '../../record/partial-date.ts'
import { dosesIn } from '../therapy/doses.ts'
import { findMedicine } from '../therapy/general-medicines.ts'
import { type Coded, type EntryRule, factOf, isNotDone, isPlanned, wordsOf } from './coded.ts'
import { drugsOfEntry } from './drugs-of-entry.ts'

/** Medicines of lists and orders, each taken now or in the past. Planned and cancelled ones were never taken. */
export const medicationFacts: EntryRule = (coded) => {
  const usesActive = coded.entries.some((entry) => entry.type === 'medication' && entry.status === 'active')
  return coded.entries.flatMap((entry) => {
    if (entry.type !== 'medication' || isNotDone(entry) || isPlanned(entry) || entry.category?.includes('MedicationAdministration'))
      return []
    if (NEVER_BEGUN.test(wordsOf(coded, entry))) return []
    if (NONE.test(entry.text)) return []
    const status = statusOf(coded, entry, usesActive)
    return medicinesOf(entry).map((name): Fact => {
      const value: FactValue<'medication'> = {
        name,
        status,
        ...(entry.begins === undefined ? {} : { start: entry.begins }),
        ...(entry.ends === undefined ? {} : { end: entry.ends }),
        ...dosed(coded, entry),
      }
      return factOf(coded, entry, 'medication', value)
    })
  })
}

/**
 * An end that has passed, or a word for stopping, makes it past. `completed` means past only where the same list calls others active:
 * C-CDA R1.1 writes `completed` for every entry.
 */
function statusOf(coded: Coded, entry: Entry, usesActive: boolean): 'current' | 'past' {
  if (entry.ends !== undefined) return coded.said === undefined || lastDay(entry.ends) <= lastDay(coded.said) ? 'past' : 'current'
  if (entry.status !== undefined && STOPPED.test(entry.status)) return 'past'
  if (entry.status === 'active') return 'current'
  const row = wordsOf(coded, entry)
  if (/\b(?:active|current|taking)\b/i.test(row) && !/\binactive\b/i.test(row)) return 'current'
  if (/\b(?:discontinued|stopped|no longer|inactive)\b/i.test(row)) return 'past'
  return entry.status === 'completed' && (usesActive || entry.category !== undefined) ? 'past' : 'current'
}

/** The dose of the entry, of its name or of its row: the first that also says how often, else the first there is. */
export function dosed(coded: Coded, entry: Entry): { dose?: string } {
  const doses = [entry.dose, dosesIn(entry.text)[0]?.text, dosesIn(wordsOf(coded, entry))[0]?.text].filter((dose) => dose !== undefined)
  const dose = doses.find((one) => OFTEN.test(one)) ?? doses[0]
  return dose === undefined ? {} : { dose }
}
const OFTEN =
  /\b(?:daily|nightly|weekly|monthly|once|twice|bid|tid|qid|qd|qhs|od|bd|tds|nocte|mane|prn|as needed|every|a day|at bedtime|q ?\d+|d\d)/i

const STOPPED = /^(?:stopped|discontinued|inactive|no longer active|aborted|ended|held|expired|suspended|prior history)$/
/** An order on hold may have been taken before; one whose reason says so never was. */
const NEVER_BEGUN = /\b(?:(?:not|never)(?: yet| been)?|yet to be) (?:commenced|started|begun|initiated)\b/i
/** Statements that there is no medicine. */
const NONE = /^\s*(?:no (?:known )?(?:current )?medications?|none|unknown|not on any|patient (?:is )?not (?:taking|on)|no drug therapy)/i

function medicinesOf(entry: Entry): string[] {
  const oncology = drugsOfEntry(entry).map(({ name }) => name)
  if (oncology.length > 0) return oncology
  const general = [...new Set(findMedicine(entry.text).map(({ name }) => name))]
  return general.length > 0 ? general : [plainName(entry)]
}

/** The name without strength, form and directions. */
function plainName(entry: Entry): string {
  const words = entry.text.replace(/\s*[([].*$/, '').replace(/\s+(?:\d|oral\b|tablet|capsule|injection|solution|topical|inhal).*$/i, '')
  return (words.trim() || entry.text).toLowerCase()
}
