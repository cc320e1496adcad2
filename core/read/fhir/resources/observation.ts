import type { Entry } from '../../../record/entry.ts'
import { interpretationWords } from '../../interpretation.ts'
import { present } from '../../present.ts'
import { conceptOf, namesOf, notesOf, rangeIn, valueIn } from '../concepts.ts'
import { dateIn, type Json, objectOf, objectsOf, stringOf, timesIn } from '../json.ts'
import { bodySiteOf } from './body-site.ts'
import { categoriesOf } from './condition.ts'
import type { Draft, Found } from './draft.ts'

/** A result or finding with its value, range, parts and specimen. Members of a group (T, N and M of a stage) are its parts too. */
export function observationOf({ resource, path, resolve }: Found): Draft | undefined {
  const code = conceptOf(resource['code'])
  const value = valueIn(resource)
  const name = code.name ?? (value === undefined ? undefined : 'Observation')
  if (name === undefined) return undefined
  const interpretation = conceptOf(resource['interpretation'])
  const times = timesIn(resource, 'effective', 'applies')
  return {
    type: 'observation',
    path,
    text: name,
    codes: code.codes,
    ...present({
      status: stringOf(resource['status']),
      category: categoriesOf(resource['category']),
      begins: times.begins,
      ends: times.ends,
      recorded: dateIn(resource['issued']),
      value,
      range: rangeIn(resource),
      interpretation: interpretationWords(interpretation.codes[0]?.code) ?? interpretation.name,
      specimen: specimenWords(resolve(resource['specimen']), stringOf(objectOf(resource['specimen'])?.['display'])),
      method: namesOf(resource['method']),
      note: notesOf(resource),
      components: componentsOf(resource, resolve),
      ...bodySiteOf(resource),
    }),
  }
}

function componentsOf(resource: Json, resolve: Found['resolve']): Entry['components'] {
  const members = [...objectsOf(resource['hasMember']), ...objectsOf(resource['related']).map((one) => objectOf(one['target']) ?? {})]
    .slice(0, MOST_MEMBERS)
    .map((reference) => resolve(reference))
    .filter((member) => member?.['resourceType'] === 'Observation')
    .filter((member) => member !== undefined)
  const parts = [...objectsOf(resource['component']), ...members].flatMap((part) => {
    const { name, codes } = conceptOf(part['code'])
    if (name === undefined) return []
    const value = valueIn(part)
    const plain = value && 'flag' in value ? { text: value.flag ? 'yes' : 'no' } : value
    return [{ text: name, codes, ...(plain === undefined ? {} : { value: plain }) }]
  })
  return parts.length > 0 ? parts : undefined
}

/** `core needle biopsy, left breast`: type and site of the specimen. */
export function specimenWords(specimen: Json | undefined, display?: string): string | undefined {
  const collection = objectOf(specimen?.['collection'])
  const words = [
    conceptOf(specimen?.['type']).name,
    conceptOf(collection?.['method']).name,
    conceptOf(collection?.['bodySite']).name,
  ].filter(Boolean)
  return words.length > 0 ? words.join(', ') : display
}

const MOST_MEMBERS = 60
