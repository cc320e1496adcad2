import { present } from '../../present.ts'
import { conceptOf } from '../concepts.ts'
import { timesOf } from '../times.ts'
import { at, type XmlElement } from '../xml-tree.ts'
import { bodySiteOf } from './body-site.ts'
import { commentOf, type Draft, isNegated, isPlanned, type Place, statusOf, textReference } from './draft.ts'

/** Something done, ordered or planned: an operation, a visit, an instruction. */
export function procedureOf(statement: XmlElement, place: Place, type: Draft['type'] = 'procedure'): Draft | undefined {
  const code = conceptOf(at(statement, 'code'), place.narrative)
  const references = [...code.references, ...textReference(statement)]
  const referred = textReference(statement).map((one) => place.narrative.wordsOf(one))[0]
  const name = code.name ?? (referred !== undefined && referred.length < 250 ? referred : undefined)
  if (name === undefined) return undefined
  const times = timesOf(statement, true)
  return {
    type,
    path: place.path,
    text: name,
    codes: code.codes,
    references,
    ...present({
      status: isPlanned(statement) ? 'planned' : statusOf(statement),
      negated: isNegated(statement) ? true : undefined,
      begins: times.begins,
      ends: times.ends,
      method: conceptOf(at(statement, 'methodCode'), place.narrative).name,
      note: commentOf(statement, place.narrative),
      ...bodySiteOf(statement, place.narrative),
    }),
  }
}
