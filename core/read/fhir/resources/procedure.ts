import { wordsOfQuantity } from '../../entry-line.ts'
import { present } from '../../present.ts'
import { sideIn } from '../../side.ts'
import { conceptOf, extensionsEnding, namesOf, notesOf, quantityOf } from '../concepts.ts'
import { booleanOf, dateIn, type Json, numberOf, objectsOf, stringOf, timesIn } from '../json.ts'
import { bodySiteOf } from './body-site.ts'
import { categoriesOf } from './condition.ts'
import type { Draft, Found } from './draft.ts'
import { intentOf } from './medication.ts'

/** An operation, biopsy or course of radiation. */
export function procedureOf({ resource, path, resolve }: Found): Draft | undefined {
  const code = conceptOf(resource['code'])
  if (code.name === undefined) return undefined
  const times = timesIn(resource, 'performed', 'occurrence')
  const volumes = extensionsEnding(resource, 'dose-delivered-to-volume')
  const site = bodySiteOf(resource)
  const volumeSites = volumes.flatMap((volume) => {
    const body = resolve(extensionsEnding(volume, 'volume')[0]?.['valueReference'])
    return stringOf(body?.['description']) ?? conceptOf(body?.['location']).name ?? []
  })
  const where = site.bodySite ?? (volumeSites.length > 0 ? volumeSites.join(', ') : undefined)
  const laterality = site.laterality ?? sideIn(where ?? '')
  return {
    type: 'procedure',
    path,
    text: code.name,
    codes: code.codes,
    ...present({
      status: stringOf(resource['status']),
      negated: booleanOf(resource['notPerformed']) === true || booleanOf(resource['notDone']) === true ? true : undefined,
      category: categoriesOf(resource['category']),
      begins: times.begins,
      ends: times.ends,
      recorded: dateIn(resource['recorded']),
      bodySite: where,
      laterality,
      method: techniqueOf(resource),
      dose: doseOf(volumes),
      reason: namesOf(resource['reasonCode']) ?? stringOf(objectsOf(resource['reasonReference'])[0]?.['display']),
      note: [intentOf(resource), namesOf(resource['outcome']), notesOf(resource)].filter(Boolean).join('; ') || undefined,
    }),
  }
}

/** An order for something not yet done. */
export function requestOf({ resource, path }: Found): Draft | undefined {
  const code = conceptOf(resource['code'])
  if (code.name === undefined) return undefined
  const status = stringOf(resource['status'])
  return {
    type: 'other',
    path,
    text: code.name,
    codes: code.codes,
    ...present({
      status: status === undefined || status === 'active' || status === 'draft' ? 'planned' : status,
      negated: booleanOf(resource['doNotPerform']) === true ? true : undefined,
      begins: timesIn(resource, 'occurrence').begins,
      recorded: dateIn(resource['authoredOn']),
      reason: namesOf(resource['reasonCode']),
      note: notesOf(resource),
    }),
  }
}

/** `5000 cGy in 25 fractions`, for each volume that says so. */
function doseOf(volumes: readonly Json[]): string | undefined {
  const doses = volumes.flatMap((volume) => {
    const total = quantityOf(extensionsEnding(volume, 'totalDoseDelivered')[0]?.['valueQuantity'])
    const fractions = numberOf(extensionsEnding(volume, 'fractionsDelivered')[0]?.['valueUnsignedInt'])
    if (!total) return []
    return [`${wordsOfQuantity(total)}${fractions === undefined ? '' : ` in ${fractions} fractions`}`]
  })
  return doses.length > 0 ? doses.join('; ') : undefined
}

function techniqueOf(resource: Json): string | undefined {
  const names = extensionsEnding(resource, 'modality-and-technique').flatMap((one) =>
    objectsOf(one['extension']).flatMap((inner) => conceptOf(inner['valueCodeableConcept']).name ?? []),
  )
  return names.length > 0 ? names.join(', ') : undefined
}
