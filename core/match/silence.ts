import { findConditions } from '../codes/conditions.ts'
import { compareDates } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { dayWords, missing, no, onDay } from './findings.ts'
import type { Finding } from './kind.ts'

/** Parts of a history in which a condition would stand if there were one. */
const TELLS_OF_CONDITIONS: readonly string[] = ['past-medical', 'problem-list']
const NAMES: Record<string, string> = {
  'past-medical': 'past medical history',
  'problem-list': 'problem list',
  'review-of-systems': 'review of systems',
  medications: 'medication list',
  allergies: 'allergy list',
  social: 'social history',
  family: 'family history',
  surgical: 'surgical history',
}
/** So many conditions written down are a problem list by another name. */
const ENOUGH_CONDITIONS = 3

/**
 * What it means that the records do not mention a condition: "not so" where a history or problem list was taken, else unknown.
 * `key` and `question` say what would settle it.
 */
export function unmentioned(profile: Profile, thing: string, key: string, question: string, alsoTold: readonly string[] = []): Finding {
  const told = [...TELLS_OF_CONDITIONS, ...alsoTold]
  const history = profile.historyTaken
    .filter(({ part }) => told.includes(part))
    .toSorted((a, b) => (a.date && b.date ? compareDates(b.date, a.date) : a.date ? -1 : 1))[0]
  const capital = thing.charAt(0).toUpperCase() + thing.slice(1)
  const answered = profile.absences.find(({ name }) => key === name || key === `history:${name}`)
  if (answered) return no(`${capital}: denied${answered.date ? ` ${onDay(answered.date)}` : ''}.`, answered.evidence)
  const silent = { bySilence: true, needs: [{ key, question }] }
  if (history)
    return no(
      `${capital}: not mentioned in the ${NAMES[history.part] ?? 'history'}${history.date ? ` of ${dayWords(history.date)}` : ''}.`,
      history.evidence,
      silent,
    )
  if (profile.conditions.length >= ENOUGH_CONDITIONS) {
    const names = profile.conditions.slice(0, 3).map(({ name }) => name)
    return no(
      `${capital}: not among the ${profile.conditions.length} conditions in the records (${names.join(', ')} …).`,
      profile.conditions.slice(0, 3).flatMap(({ evidence }) => evidence.slice(0, 1)),
      silent,
    )
  }
  return missing(`${capital}: the records hold no history or problem list that would tell.`, key, question)
}

/** What the records expressly deny about any of these conditions, or something wider: "no lung disease" denies pneumonitis. */
export function denied(profile: Profile, names: ReadonlySet<string>): Finding | undefined {
  const found = profile.absences.find(({ name }) => findConditions(name).some(({ concept }) => names.has(concept.name)))
  return (
    found && no(`The records say: no ${found.name.replace(/^no /i, '')}${found.date ? ` (${dayWords(found.date)})` : ''}.`, found.evidence)
  )
}
