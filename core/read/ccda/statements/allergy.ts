import { present } from '../../present.ts'
import { conceptOf } from '../concepts.ts'
import { timesOf } from '../times.ts'
import { at, childrenNamed, textOf, type XmlElement } from '../xml-tree.ts'
import { type Draft, isNegated, nestedIn, type Place, textReference } from './draft.ts'
import { statusWords } from './problem.ts'

/** An allergy or intolerance: to what, with which reaction; or that there is none. */
export function allergyOf(observation: XmlElement, place: Place): Draft | undefined {
  const substance = childrenNamed(observation, 'participant')
    .filter(({ attributes: { typeCode } }) => typeCode === 'CSM' || typeCode === undefined)
    .map((participant) => at(participant, 'participantRole', 'playingEntity'))
    .find((entity) => entity !== undefined)
  const agent = conceptOf(at(substance, 'code'), place.narrative)
  const kind = conceptOf(at(observation, 'value'), place.narrative)
  const entity = textOf(at(substance, 'name'))
  const referred = textReference(observation).map((one) => place.narrative.wordsOf(one))[0]
  const negated = isNegated(observation)
  const noneKnown = [agent.name, entity, kind.name, referred].find((words) => words !== undefined && NONE_KNOWN.test(words))
  const name =
    noneKnown ??
    agent.name ??
    entity ??
    (negated ? (kind.name ?? 'known allergies') : undefined) ??
    (referred !== undefined && referred.length < 250 ? referred : kind.name)
  if (name === undefined) return undefined
  const reaction = nestedIn(observation)
    .filter(({ name }) => name === 'observation')
    .map((one) => ({ code: at(one, 'code')?.attributes['code'], words: conceptOf(at(one, 'value'), place.narrative).name }))
    .filter(({ code, words }) => words !== undefined && code !== 'SEV' && code !== '33999-4' && code !== '82606-5')
    .map(({ words }) => words)[0]
  const times = timesOf(observation)
  return {
    type: 'allergy',
    path: place.path,
    text: name,
    codes: agent.codes.length > 0 ? agent.codes : kind.codes,
    references: [...agent.references, ...textReference(observation), ...kind.references],
    ...present({
      status: statusWords(observation, place) ?? place.outerStatus,
      negated: negated || noneKnown !== undefined ? true : undefined,
      begins: times.begins,
      ends: times.ends,
      note: reaction,
    }),
  }
}

/** What records write when there is none: "NKDA", "No known drug allergies", "No known allergy (situation)". */
export const NONE_KNOWN = /^\s*(?:no\b.{0,30}\ballerg|no known|nkda\b|nka\b|none(?: known| recorded)?\s*$|denies)/i
