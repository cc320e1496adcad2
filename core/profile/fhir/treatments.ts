import type {
  Annotation,
  CodeableConcept,
  Condition,
  MedicationAdministration,
  MedicationRequest,
  Patient,
  Procedure,
  Reference,
} from '@medplum/fhirtypes'
import { rxnormOfDrug } from '../../codes/rxnorm.ts'
import { SYSTEMS } from '../../codes/systems.ts'
import type { Profile } from '../../record/profile.ts'
import { DRUG_OF_TREATMENT } from '../medications.ts'
import type { BundleBuilder } from './bundle-builder.ts'
import { concept, mcode, period } from './concepts.ts'

type Treatment = Profile['treatments'][number]

/** Treatment that was given: drugs with RxNorm codes, operations, courses of radiation; and the other medicines. */
export function addTreatments(
  builder: BundleBuilder,
  profile: Profile,
  subject: Reference<Patient>,
  primary: Reference<Condition> | undefined,
): void {
  for (const treatment of profile.treatments) {
    const because = primary ? { reasonReference: [primary] } : {}
    if (treatment.type === 'systemic') {
      for (const drug of treatment.drugs) builder.add({ ...systemic(treatment, drug, subject), ...because }, treatment.evidence)
    } else builder.add({ ...local(treatment, subject), ...because }, treatment.evidence)
  }
  for (const medication of profile.medications) {
    // what only the treatments tell has been added above
    if (medication.reason === DRUG_OF_TREATMENT) continue
    builder.add(
      {
        resourceType: 'MedicationStatement',
        status: medication.status === 'current' ? 'active' : 'completed',
        medicationCodeableConcept: drugConcept(medication.name),
        subject,
        ...(medication.start === undefined && medication.end === undefined
          ? {}
          : { effectivePeriod: period(medication.start, medication.end) }),
        ...(medication.dose === undefined ? {} : { dosage: [{ text: medication.dose }] }),
      },
      medication.evidence,
    )
  }
}

/** An administration needs to say when; without that only an order can be told. */
function systemic(treatment: Treatment, drug: string, subject: Reference<Patient>): MedicationAdministration | MedicationRequest {
  const base = { medicationCodeableConcept: drugConcept(drug), subject, ...notesOf(treatment) }
  if (treatment.start === undefined) {
    return {
      resourceType: 'MedicationRequest',
      meta: mcode('cancer-related-medication-request'),
      status: treatment.ongoing ? 'active' : treatment.end !== undefined || treatment.stopped !== undefined ? 'stopped' : 'unknown',
      ...(treatment.stopped === undefined ? {} : { statusReason: stopConcept(treatment.stopped) }),
      intent: 'order',
      ...base,
      ...(treatment.dose === undefined ? {} : { dosageInstruction: [{ text: treatment.dose }] }),
    }
  }
  return {
    resourceType: 'MedicationAdministration',
    meta: mcode('cancer-related-medication-administration'),
    status: treatment.ongoing
      ? 'in-progress'
      : treatment.end === undefined
        ? 'unknown'
        : treatment.stopped === undefined || treatment.stopped === 'completed'
          ? 'completed'
          : 'stopped',
    ...(treatment.stopped === undefined ? {} : { statusReason: [stopConcept(treatment.stopped)] }),
    ...base,
    effectivePeriod: period(treatment.start, treatment.end),
  }
}

function local(treatment: Treatment, subject: Reference<Patient>): Procedure {
  const isRadiation = treatment.type === 'radiation'
  const dose = isRadiation ? doseExtensions(treatment.dose) : {}
  return {
    resourceType: 'Procedure',
    meta: mcode(isRadiation ? 'radiotherapy-course-summary' : 'cancer-related-surgical-procedure'),
    ...dose,
    status: treatment.ongoing ? 'in-progress' : 'completed',
    code: isRadiation ? concept(treatment.name, 'snomed', '1217123003') : concept(treatment.name),
    subject,
    ...(treatment.start === undefined && treatment.end === undefined ? {} : { performedPeriod: period(treatment.start, treatment.end) }),
    ...(treatment.site === undefined ? {} : { bodySite: [concept(treatment.site)] }),
    ...notesOf(treatment),
  }
}

/** `50 Gy/25` as 5000 cGy in 25 fractions. */
function doseExtensions(dose: string | undefined) {
  const match = /(\d+(?:\.\d+)?)\s*(c?)Gy(?:\s*(?:\/|in)\s*(\d{1,2}))?/i.exec(dose ?? '')
  if (!match) return {}
  const value = Number(match[1]) * (match[2] === '' ? 100 : 1)
  return {
    extension: [
      {
        url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-radiotherapy-dose-delivered-to-volume',
        extension: [
          { url: 'totalDoseDelivered', valueQuantity: { value: Math.round(value), unit: 'cGy', system: SYSTEMS.ucum, code: 'cGy' } },
          ...(match[3] === undefined ? [] : [{ url: 'fractionsDelivered', valueUnsignedInt: Number(match[3]) }]),
        ],
      },
    ],
  }
}

/** Setting and line have no place of their own in mCODE; a dose in words may not stand alone in an administration (rule mad-1). */
function notesOf(treatment: Treatment): { note?: Annotation[] } {
  const words = [
    treatment.setting,
    treatment.line === undefined ? undefined : `line ${treatment.line}`,
    treatment.bestResponse && `best response: ${treatment.bestResponse}`,
    treatment.dose && `dose: ${treatment.dose}`,
  ].filter(Boolean)
  return words.length > 0 ? { note: [{ text: words.join(', ') }] } : {}
}

const drugConcept = (name: string): CodeableConcept => concept(name, 'rxnorm', rxnormOfDrug(name))

function stopConcept(reason: NonNullable<Treatment['stopped']>): CodeableConcept {
  const [code, words] = STOPS[reason]
  return concept(words, 'snomed', code)
}

/** mCODE treatment termination reasons. */
const STOPS: Record<NonNullable<Treatment['stopped']>, [code: string, words: string]> = {
  progression: ['266721009', 'disease progression'],
  toxicity: ['407563006', 'not tolerated'],
  completed: ['182992009', 'treatment completed'],
  choice: ['105480006', "patient's choice"],
}
