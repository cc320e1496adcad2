import type { Document } from '../record/document.ts'
import type { Fact } from '../record/fact.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { mergeAbsences, mergeHistoryTaken } from './absences.ts'
import { mergeAllergies } from './allergies.ts'
import { mergeBiomarkers } from './biomarkers.ts'
import { mergeCancers } from './cancers.ts'
import { checksOf } from './checks.ts'
import { mergeConditions } from './conditions.ts'
import { withFirstDates } from './copy-forward.ts'
import { currentReceptors } from './current-receptors.ts'
import { listDocuments } from './documents.ts'
import { mergeExtent } from './extent.ts'
import { knownOn } from './known-on.ts'
import { mergeLabs } from './labs.ts'
import { mergeMeasurable } from './measurable.ts'
import { mergeMedications } from './medications.ts'
import { isPresent, mergeMetastases } from './metastases.ts'
import { isFromModel, withGapsFilled } from './model-facts.ts'
import { ownFacts } from './other-person.ts'
import { mergePerformance } from './performance.ts'
import { mergePerson } from './person.ts'
import { mergeReceptors } from './receptors.ts'
import { mergeResponses } from './responses.ts'
import { type Sources, sourcesOf } from './sources.ts'
import { mergeStages } from './stages.ts'
import { mergeTreatments } from './treatments.ts'
import { mergeTumorSizes } from './tumor-sizes.ts'
import { wordsOnRecord } from './words-on-record.ts'

/**
 * What the records say about one person on the day `asOf`: facts about the same thing merged, disagreements kept side by side with the
 * reason for the choice. Nothing said or dated after that day counts. The facts are those of `understand`, of all documents together.
 * Where they name more than one patient, `person` says whose profile it is: a key of `peopleIn`.
 */
export function profileOf(
  facts: readonly Fact[],
  documents: readonly Document[],
  { asOf, person: whose }: { asOf: PartialDate; person?: string },
): Profile {
  const sources = sourcesOf(documents)
  const own = ownFacts(facts, documents, whose)
  const known = withFirstDates(knownOn(withGapsFilled(own.facts), asOf), sources)
  const person = mergePerson(known, asOf, sources)
  const cancers = mergeCancers(known, sources)
  const stages = mergeStages(known, sources)
  const { metastases, conflicts: deniedSites } = mergeMetastases(known, sources)
  const extent = mergeExtent(known, metastases, stages.stages, cancers.cancers, sources)
  const receptors = mergeReceptors(known, sources)
  const current = currentOf(known, receptors, extent, sources)
  const biomarkers = mergeBiomarkers(known, sources)
  const treatments = mergeTreatments(known, asOf, {
    metastaticSince: extent?.value === 'metastatic' ? extent.since : undefined,
    deNovo: extent?.deNovo,
    spreads: metastases.filter(isPresent).flatMap(({ first }) => first ?? []),
    diagnosed: cancers.cancers.find((cancer) => cancer.site === 'breast')?.diagnosed,
  })
  const conditions = mergeConditions(known, asOf)
  const measurable = mergeMeasurable(known, metastases, extent)
  const profile: Omit<Profile, 'checks'> = {
    asOf,
    person: person.person,
    cancers: cancers.cancers,
    stages: stages.stages,
    ...(extent === undefined ? {} : { extent }),
    tumorSizes: mergeTumorSizes(known, sources),
    metastases,
    receptors: receptors.receptors,
    ...(current.current === undefined ? {} : { currentReceptors: current.current }),
    biomarkers: biomarkers.biomarkers,
    treatments: treatments.treatments,
    responses: mergeResponses(known, asOf, treatments.treatments),
    performance: mergePerformance(known, sources),
    labs: mergeLabs(known, sources),
    ...(measurable === undefined ? {} : { measurable }),
    conditions,
    medications: mergeMedications(known, asOf, treatments.treatments),
    allergies: mergeAllergies(known),
    absences: mergeAbsences(known, conditions),
    historyTaken: mergeHistoryTaken(known),
    conflicts: [
      ...[person, cancers, stages].flatMap((one) => one.conflicts),
      ...deniedSites,
      ...[receptors, current, biomarkers, treatments].flatMap((one) => one.conflicts),
    ],
    documents: listDocuments(documents),
    words: wordsOnRecord(documents),
  }
  return { ...profile, checks: [...own.checks, ...checksOf(profile, documents)] }
}

/** What decides treatment rests on a model's reading only where nothing else is known. */
function currentOf(known: readonly Fact[], all: ReturnType<typeof mergeReceptors>, extent: Profile['extent'], sources: Sources) {
  const own = known.filter((fact) => !isFromModel(fact))
  const current =
    own.length === known.length
      ? currentReceptors(known, all.receptors, extent)
      : currentReceptors(own, mergeReceptors(own, sources).receptors, extent)
  return current.current === undefined ? currentReceptors(known, all.receptors, extent) : current
}
