import type { Condition, Observation, Patient, Reference } from '@medplum/fhirtypes'
import { findLab } from '../../codes/labs.ts'
import { SYSTEMS } from '../../codes/systems.ts'
import type { Profile } from '../../record/profile.ts'
import type { BundleBuilder } from './bundle-builder.ts'
import { category, concept, effective, mcode } from './concepts.ts'

/** The patient, without a name: the profile knows none. */
export function addPatient(builder: BundleBuilder, profile: Profile): Reference<Patient> {
  const { sex, birthDate, zip, evidence } = profile.person
  const patient: Patient = {
    resourceType: 'Patient',
    meta: mcode('cancer-patient'),
    ...(sex === undefined ? {} : { gender: sex }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(zip === undefined ? {} : { address: [{ postalCode: zip }] }),
  }
  return builder.add(patient, evidence)
}

/** Fitness, laboratory values, other illnesses, what is expressly absent, and allergies. */
export function addHealth(builder: BundleBuilder, profile: Profile, subject: Reference<Patient>): void {
  for (const one of profile.performance) builder.add(performance(one, subject), one.evidence)
  for (const lab of profile.labs) builder.add(labOf(lab, subject), lab.evidence)
  if (profile.person.menopausal !== undefined) {
    builder.add(
      {
        resourceType: 'Observation',
        status: 'final',
        code: concept('Menopausal status'),
        subject,
        valueCodeableConcept: concept(profile.person.menopausal),
      },
      profile.person.evidence,
    )
  }
  for (const condition of profile.conditions) {
    builder.add(problem(condition.name, condition.status, 'confirmed', subject, condition.since), condition.evidence)
  }
  for (const absence of profile.absences) builder.add(problem(absence.name, 'inactive', 'refuted', subject), absence.evidence)
  for (const allergy of profile.allergies) {
    builder.add(
      {
        resourceType: 'AllergyIntolerance',
        clinicalStatus: category('allergyintolerance-clinical', 'active'),
        verificationStatus: category('allergyintolerance-verification', 'confirmed'),
        code: concept(allergy.name),
        patient: subject,
        ...(allergy.reaction === undefined ? {} : { reaction: [{ manifestation: [concept(allergy.reaction)] }] }),
      },
      allergy.evidence,
    )
  }
}

function performance(one: Profile['performance'][number], subject: Reference<Patient>): Observation {
  const isEcog = one.scale === 'ECOG'
  return {
    resourceType: 'Observation',
    meta: mcode(isEcog ? 'ecog-performance-status' : 'karnofsky-performance-status'),
    status: 'final',
    category: [category('observation-category', 'survey')],
    code: concept(`${one.scale} performance status`, 'loinc', isEcog ? '89247-1' : '89243-0'),
    subject,
    ...effective(one.date),
    valueInteger: one.value,
  }
}

function labOf(lab: Profile['labs'][number], subject: Reference<Patient>): Observation {
  const known = findLab(lab.test)
  const unit = lab.unit === undefined ? {} : { unit: lab.unit }
  const inUcum = known !== undefined && known.unit === lab.unit && known.unit !== 'ratio' ? { system: SYSTEMS.ucum, code: known.unit } : {}
  const limit = (value: number | undefined) => (value === undefined ? undefined : { value, ...unit })
  const [low, high] = [limit(lab.low), limit(lab.high)]
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [category('observation-category', 'laboratory')],
    code: concept(lab.test, 'loinc', known?.loinc[0]),
    subject,
    ...effective(lab.date),
    ...(typeof lab.value === 'number'
      ? { valueQuantity: { value: lab.value, ...(lab.comparator === undefined ? {} : { comparator: lab.comparator }), ...unit, ...inUcum } }
      : { valueString: lab.value }),
    ...(low || high ? { referenceRange: [{ ...(low ? { low } : {}), ...(high ? { high } : {}) }] } : {}),
  }
}

const problem = (
  name: string,
  status: 'active' | 'resolved' | 'inactive',
  verification: 'confirmed' | 'refuted',
  subject: Reference<Patient>,
  since?: Profile['conditions'][number]['since'],
): Condition => ({
  resourceType: 'Condition',
  clinicalStatus: category('condition-clinical', status),
  verificationStatus: category('condition-ver-status', verification),
  category: [category('condition-category', 'problem-list-item')],
  code: concept(name),
  subject,
  ...(since === undefined ? {} : { onsetDateTime: since }),
})
