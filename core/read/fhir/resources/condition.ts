import type { Entry } from '../../../record/entry.ts'
import { present } from '../../present.ts'
import { conceptOf, extensionsEnding, namesOf, notesOf } from '../concepts.ts'
import { dateIn, objectsOf, stringOf, timesIn } from '../json.ts'
import { bodySiteOf } from './body-site.ts'
import type { Draft, Found } from './draft.ts'

/** A problem or diagnosis. Refuted ones are negated; those only suspected say so as `interpretation`. */
export function conditionOf({ resource, path }: Found): Draft | undefined {
  const code = conceptOf(resource['code'])
  if (code.name === undefined) return undefined
  const verification = statusWord(resource['verificationStatus'])
  const onset = timesIn(resource, 'onset')
  const abated = timesIn(resource, 'abatement')
  return {
    type: 'condition',
    path,
    text: code.name,
    codes: code.codes,
    ...present({
      status: verification === 'entered-in-error' ? verification : statusWord(resource['clinicalStatus']),
      negated: verification === 'refuted' ? true : undefined,
      interpretation: verification !== undefined && UNSURE.has(verification) ? verification : undefined,
      category: categoriesOf(resource['category']),
      begins: onset.begins,
      ends: abated.begins ?? abated.ends ?? onset.ends,
      recorded: dateIn(resource['recordedDate'] ?? resource['assertedDate'] ?? resource['dateRecorded']),
      note: notesOf(resource),
      components: componentsOf(resource),
      ...bodySiteOf(resource),
    }),
  }
}

/** A status that is a code in old versions and a concept in new ones. */
export const statusWord = (value: unknown): string | undefined =>
  stringOf(value) ?? conceptOf(value).codes[0]?.code ?? conceptOf(value).name

export function categoriesOf(value: unknown): string[] | undefined {
  const names = objectsOf(value).flatMap((one) => conceptOf(one).codes[0]?.code ?? conceptOf(one).name ?? [])
  return names.length > 0 ? names : undefined
}

const UNSURE = new Set(['unconfirmed', 'provisional', 'differential', 'unknown'])

function componentsOf(resource: Found['resource']): Entry['components'] {
  const stages = objectsOf(resource['stage']).flatMap((stage) => {
    const summary = conceptOf(stage['summary'])
    const type = conceptOf(stage['type'])
    return summary.name === undefined
      ? []
      : [{ text: type.name ?? 'Stage', codes: type.codes, value: { text: summary.name, codes: summary.codes } }]
  })
  const histologies = extensionsEnding(resource, 'histology-morphology-behavior').flatMap((one) => {
    const morphology = conceptOf(one['valueCodeableConcept'])
    return morphology.name === undefined
      ? []
      : [{ text: 'Histology', codes: [], value: { text: morphology.name, codes: morphology.codes } }]
  })
  const severity = namesOf(resource['severity'])
  const all = [...stages, ...histologies, ...(severity === undefined ? [] : [{ text: 'Severity', codes: [], value: { text: severity } }])]
  return all.length > 0 ? all : undefined
}
