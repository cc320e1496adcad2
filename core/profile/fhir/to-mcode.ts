import type { Bundle } from '@medplum/fhirtypes'
import type { Profile } from '../../record/profile.ts'
import { BundleBuilder } from './bundle-builder.ts'
import { addCancers } from './cancers.ts'
import { addDocuments } from './documents.ts'
import { addHealth, addPatient } from './health.ts'
import { addTreatments } from './treatments.ts'
import { addTumorObservations } from './tumor-observations.ts'

/**
 * The profile as a collection Bundle in the shape of mCODE STU4 (HL7 FHIR US mCODE 4.0.0). Each resource has a Provenance that names the
 * document, page and place, and quotes the words. What the profile does not know is absent.
 */
export function toMcode(profile: Profile): Bundle {
  const builder = new BundleBuilder(profile.asOf)
  const patient = addPatient(builder, profile)
  addDocuments(builder, profile, patient)
  const primary = addCancers(builder, profile, patient)
  addTumorObservations(builder, profile, patient, primary)
  addTreatments(builder, profile, patient, primary)
  addHealth(builder, profile, patient)
  return builder.bundle()
}
