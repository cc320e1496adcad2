import { stringOf } from '../json.ts'
import { conditionOf } from './condition.ts'
import type { Draft, Found } from './draft.ts'
import { medicationOf } from './medication.ts'
import { observationOf } from './observation.ts'
import { allergyOf, encounterOf, familyOf, imagingOf, immunizationOf, otherOf, patientOf, reportOf } from './others.ts'
import { procedureOf, requestOf } from './procedure.ts'

/** The entries of one resource, of any version of FHIR since DSTU2. Resources that only serve others (who, where, what with) give none. */
export function entriesOfResource(found: Found): Draft[] {
  const type = stringOf(found.resource['resourceType']) ?? ''
  if (SERVING.has(type)) return []
  const made = (READERS.get(type) ?? otherOf)(found)
  return made === undefined ? [] : Array.isArray(made) ? made : [made]
}

type ResourceReader = (found: Found) => Draft | Draft[] | undefined
const READERS: ReadonlyMap<string, ResourceReader> = new Map(
  Object.entries({
    Patient: patientOf,
    Condition: conditionOf,
    Observation: observationOf,
    MedicationRequest: medicationOf,
    MedicationOrder: medicationOf,
    MedicationPrescription: medicationOf,
    MedicationStatement: medicationOf,
    MedicationUsage: medicationOf,
    MedicationAdministration: medicationOf,
    MedicationDispense: medicationOf,
    Procedure: procedureOf,
    ServiceRequest: requestOf,
    ProcedureRequest: requestOf,
    DiagnosticOrder: requestOf,
    AllergyIntolerance: allergyOf,
    FamilyMemberHistory: familyOf,
    Immunization: immunizationOf,
    DiagnosticReport: reportOf,
    DocumentReference: reportOf,
    ImagingStudy: imagingOf,
    Encounter: encounterOf,
  } satisfies Record<string, ResourceReader>),
)

const SERVING = new Set([
  'Practitioner',
  'PractitionerRole',
  'Organization',
  'Location',
  'Medication',
  'Specimen',
  'BodyStructure',
  'Device',
  'Provenance',
  'RelatedPerson',
  'Coverage',
  'Endpoint',
  'Binary',
  'Composition',
  'OperationOutcome',
  'Group',
  'CareTeam',
  'List',
  'Claim',
  'ExplanationOfBenefit',
  'AuditEvent',
  'Consent',
  'StructureDefinition',
  'ValueSet',
  'CodeSystem',
])
