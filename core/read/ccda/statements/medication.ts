import { present } from '../../present.ts'
import { conceptOf } from '../concepts.ts'
import { endedUnknownWhen, timesOf } from '../times.ts'
import { at, childrenNamed, textOf, type XmlElement } from '../xml-tree.ts'
import { commentOf, type Draft, isNegated, isPlanned, type Place, statusOf, textReference } from './draft.ts'
import { statusWords } from './problem.ts'

/** A medicine or vaccine: what, since when, until when, how much. */
export function medicationOf(statement: XmlElement, place: Place, type: 'medication' | 'immunization' = 'medication'): Draft | undefined {
  const product = at(statement, 'consumable', 'manufacturedProduct') ?? at(statement, 'product', 'manufacturedProduct')
  const material = at(product, 'manufacturedMaterial') ?? at(product, 'manufacturedLabeledDrug')
  const concept = conceptOf(at(material, 'code'), place.narrative)
  const own = conceptOf(at(statement, 'code'), place.narrative)
  const references = [...concept.references, ...textReference(statement)]
  const referred = textReference(statement).map((one) => place.narrative.wordsOf(one))[0]
  const name = concept.name ?? textOf(at(material, 'name')) ?? (referred !== undefined && referred.length < 250 ? referred : undefined)
  if (name === undefined) return undefined
  const times = timesOf(statement, type === 'immunization')
  const planned = isPlanned(statement) && statement.attributes['moodCode'] !== 'INT'
  return {
    type,
    path: place.path,
    text: name,
    codes: concept.codes.length > 0 ? concept.codes : own.codes.filter(({ system }) => system.includes('rxnorm')),
    references,
    ...present({
      status:
        statusWords(statement, place) ??
        (planned || place.section === PLAN ? 'planned' : undefined) ??
        statusOf(statement) ??
        place.outerStatus,
      negated: isNegated(statement) ? true : undefined,
      begins: times.begins ?? place.outerTimes?.begins,
      ends: times.ends ?? (endedUnknownWhen(statement) ? undefined : place.outerTimes?.ends),
      dose: doseOf(statement, place),
      reason: reasonOf(statement, place),
      note: commentOf(statement, place.narrative),
    }),
  }
}

export const PLAN = '18776-5'

function doseOf(statement: XmlElement, place: Place): string | undefined {
  const dose = at(statement, 'doseQuantity')
  const value = dose?.attributes['value'] ?? at(dose, 'center')?.attributes['value'] ?? at(dose, 'low')?.attributes['value']
  const unit = dose?.attributes['unit'] ?? at(dose, 'low')?.attributes['unit']
  const route = conceptOf(at(statement, 'routeCode'), place.narrative).name
  const every = childrenNamed(statement, 'effectiveTime')
    .map((time) => at(time, 'period')?.attributes)
    .find((period) => period?.['value'] !== undefined)
  const words = [
    value === undefined ? undefined : `${value}${unit === undefined || unit === '1' ? '' : ` ${unit}`}`,
    route?.toLowerCase(),
    every?.['value'] === undefined ? undefined : `every ${every['value']} ${every['unit'] ?? ''}`.trim(),
  ].filter(Boolean)
  return words.length > 0 && value !== undefined ? words.join(' ') : undefined
}

function reasonOf(statement: XmlElement, place: Place): string | undefined {
  for (const relation of childrenNamed(statement, 'entryRelationship')) {
    if (relation.attributes['typeCode'] !== 'RSON') continue
    const name = conceptOf(at(relation, 'observation', 'value'), place.narrative).name
    if (name !== undefined) return name
  }
  return undefined
}
