import { addDays, type PartialDate } from '@carefolio/core/record/partial-date.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'

/** What a second opinion asks for; `old`: it is there, but newer would be better. */
export const ASKED_FOR = ['pathology', 'receptors', 'stage', 'scan', 'treatments', 'genes', 'labs', 'activity'] as const
export type AskedFor = { what: (typeof ASKED_FOR)[number]; state: 'there' | 'old' | 'missing'; date?: PartialDate }

/** Looks through a profile for what a second opinion needs. Silence is "missing", never "no". */
export function askedForOf(profile: Profile): AskedFor[] {
  const documents = (kind: string) => profile.documents.filter((one) => one.kind === kind && one.read && one.sameAs === undefined)
  const treatmentDates = profile.treatments.map(({ end, start }) => end ?? start)
  const metastatic = profile.extent?.value === 'metastatic'
  return [
    stateOf(
      'pathology',
      documents('pathology').map(({ date }) => date),
    ),
    stateOf(
      'receptors',
      profile.receptors.map(({ date }) => date),
    ),
    // How far it has spread stands for the stage once it has.
    stateOf('stage', metastatic ? [profile.extent?.since] : profile.stages.map(({ date }) => date)),
    stateOf(
      'scan',
      documents('imaging').map(({ date }) => date),
      addDays(profile.asOf, -120),
    ),
    stateOf('treatments', treatmentDates),
    stateOf(
      'genes',
      profile.biomarkers.map(({ date }) => date),
    ),
    stateOf(
      'labs',
      profile.labs.map(({ date }) => date),
      addDays(profile.asOf, -60),
    ),
    stateOf(
      'activity',
      profile.performance.map(({ date }) => date),
      addDays(profile.asOf, -120),
    ),
  ]
}

function stateOf(what: AskedFor['what'], dates: readonly (PartialDate | undefined)[], oldBefore?: PartialDate): AskedFor {
  if (dates.length === 0) return { what, state: 'missing' }
  const newest = dates
    .filter((date) => date !== undefined)
    .toSorted()
    .at(-1)
  const old = oldBefore !== undefined && newest !== undefined && newest < oldBefore
  return { what, state: old ? 'old' : 'there', ...(newest === undefined ? {} : { date: newest }) }
}
