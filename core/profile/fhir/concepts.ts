import type { CodeableConcept, Extension, Period } from '@medplum/fhirtypes'
import { SYSTEMS, type SystemName } from '../../codes/systems.ts'
import type { SIDES } from '../../record/fact.ts'
import type { PartialDate } from '../../record/partial-date.ts'

/** A concept with its words always, and a code where we know one. */
export const concept = (text: string, system?: SystemName, code?: string): CodeableConcept =>
  system === undefined || code === undefined ? { text } : { coding: [{ system: SYSTEMS[system], code }], text }

export const mcode = (name: string): { profile: string[] } => ({
  profile: [`http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-${name}`],
})
export const mcodeExtension = (name: string, value: CodeableConcept): Extension => ({
  url: `http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-${name}`,
  valueCodeableConcept: value,
})

export const category = (system: string, code: string): CodeableConcept => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
})

/** The side of a body site, as mCODE qualifies it. */
export function sideExtension(side: (typeof SIDES)[number] | undefined): { extension?: Extension[] } {
  if (side === undefined) return {}
  const code = side === 'left' ? '7771000' : side === 'right' ? '24028007' : '51440002'
  return { extension: [mcodeExtension('laterality-qualifier', concept(side, 'snomed', code))] }
}

export const period = (start: PartialDate | undefined, end: PartialDate | undefined): Period => ({
  ...(start === undefined ? {} : { start }),
  ...(end === undefined ? {} : { end }),
})

export const effective = (date: PartialDate | undefined) => (date === undefined ? {} : { effectiveDateTime: date })
