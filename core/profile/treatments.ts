import type { Fact } from '../record/fact.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Conflict, Profile } from '../record/profile.ts'

/** What the rest of the profile knows that decides the setting of a treatment. */
export type DiseaseCourse = {
  /** When distant metastasis was first found; absent when there is none or nobody says. */
  metastaticSince?: PartialDate | undefined
  /** Metastatic at the first diagnosis. */
  deNovo?: boolean | undefined
  /** When the first cancer was diagnosed. */
  diagnosed?: PartialDate | undefined
}
export type MergedTreatments = { treatments: Profile['treatments']; conflicts: Conflict[] }

/** All treatments that were given, each once, in order of time, with setting and line of therapy. */
export function mergeTreatments(_facts: readonly Fact[], _asOf: PartialDate, _course: DiseaseCourse = {}): MergedTreatments {
  return { treatments: [], conflicts: [] }
}
