import { wordsOfQuantity } from '../../entry-line.ts'
import { present } from '../../present.ts'
import { conceptOf, extensionsEnding, namesOf, notesOf, quantityOf } from '../concepts.ts'
import { booleanOf, dateIn, type Json, objectOf, objectsOf, stringOf, timesIn } from '../json.ts'
import type { Draft, Found } from './draft.ts'

/**
 * A medicine ordered, stated, given or dispensed. When it was ordered is `recorded`: an order is no proof of when it was taken;
 * only a period of use or an administration gives `begins`.
 */
export function medicationOf({ resource, path, resolve }: Found): Draft | undefined {
  const medicine = medicineOf(resource, resolve)
  if (medicine.name === undefined) return undefined
  const dosage = objectsOf(resource['dosageInstruction'] ?? resource['dosage'])
  const bounds = dosage
    .map((one) => timesIn(objectOf(objectOf(one['timing'])?.['repeat']) ?? {}, 'bounds'))
    .find((one) => one.begins !== undefined)
  const times = timesIn(resource, 'effective', 'effectiveTime', 'occurence', 'occurrence')
  const intent = statusWord(resource['intent'])
  const status = statusWord(resource['status'])
  const isPlan = (intent === 'plan' || intent === 'proposal') && (status === undefined || status === 'active' || status === 'draft')
  const stopReason = [
    conceptOf(resource['statusReason'] ?? resource['statusReasonCodeableConcept']).name,
    ...extensionsEnding(resource, 'termination-reason').map((one) => conceptOf(one['valueCodeableConcept']).name),
  ].find(Boolean)
  return {
    type: 'medication',
    path,
    text: medicine.name,
    codes: medicine.codes,
    ...present({
      status: isPlan ? 'planned' : status,
      negated: isNotTaken(resource) ? true : undefined,
      category: [stringOf(resource['resourceType']) ?? 'Medication', ...(intent === undefined ? [] : [intent])],
      begins: times.begins ?? bounds?.begins ?? dateIn(resource['whenHandedOver']),
      ends: times.ends ?? bounds?.ends ?? dateIn(resource['dateEnded']),
      recorded: dateIn(resource['authoredOn'] ?? resource['dateWritten'] ?? resource['dateAsserted'] ?? resource['whenPrepared']),
      dose: dosage.map(doseWords).find((words) => words !== undefined),
      reason: namesOf(resource['reasonCode'] ?? resource['reasonCodeableConcept'] ?? resource['reasonForUseCodeableConcept']),
      note: [stopReason && `status reason: ${stopReason}`, intentOf(resource), notesOf(resource)].filter(Boolean).join('; ') || undefined,
    }),
  }
}

function medicineOf(resource: Json, resolve: Found['resolve']): { name: string | undefined; codes: Draft['codes'] } {
  const inline = conceptOf(resource['medicationCodeableConcept'] ?? objectOf(resource['medication'])?.['concept'])
  if (inline.name !== undefined) return inline
  const reference = resource['medicationReference'] ?? objectOf(resource['medication'])?.['reference'] ?? resource['medication']
  const medication = resolve(reference)
  const code = conceptOf(medication?.['code'])
  const ingredients = namesOf(
    objectsOf(medication?.['ingredient']).map((one) => one['itemCodeableConcept'] ?? objectOf(one['item'])?.['concept']),
  )
  return { name: code.name ?? ingredients ?? stringOf(objectOf(reference)?.['display']), codes: code.codes }
}

/** Statuses of orders and of administrations in one set of words. */
function statusWord(value: unknown): string | undefined {
  const status = stringOf(value) ?? conceptOf(value).codes[0]?.code
  return status === 'not-taken' || status === 'unknown' ? (status === 'unknown' ? undefined : 'not-taken') : status
}

const isNotTaken = (resource: Json): boolean =>
  ['doNotPerform', 'wasNotTaken', 'wasNotGiven', 'notGiven'].some((name) => booleanOf(resource[name]) === true) ||
  resource['taken'] === 'n' ||
  resource['status'] === 'not-taken'

function doseWords(dosage: Json): string | undefined {
  const text = stringOf(dosage['text'])
  if (text !== undefined) return text
  const rate = objectsOf(dosage['doseAndRate'])[0] ?? dosage
  const quantity = quantityOf(rate['doseQuantity'] ?? dosage['doseQuantity'] ?? dosage['dose'])
  if (!quantity) return undefined
  return [wordsOfQuantity(quantity), conceptOf(dosage['route']).name?.toLowerCase()].filter(Boolean).join(' ')
}

/** Curative, palliative, adjuvant …, where the source says it (mCODE). */
export function intentOf(resource: Json): string | undefined {
  const intent = ['procedure-intent', 'treatment-intent'].flatMap((ending) =>
    extensionsEnding(resource, ending).map((one) => conceptOf(one['valueCodeableConcept']).name),
  )[0]
  return intent === undefined ? undefined : `intent: ${intent}`
}
