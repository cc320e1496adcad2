import type { Entry } from '../../../record/entry.ts'
import { interpretationWords } from '../../interpretation.ts'
import { present } from '../../present.ts'
import { conceptOf } from '../concepts.ts'
import { timesOf } from '../times.ts'
import { rangeOf, valueIn } from '../values.ts'
import { at, childrenNamed, type XmlElement } from '../xml-tree.ts'
import { bodySiteOf } from './body-site.ts'
import { commentOf, type Draft, isNegated, isPlanned, type Place, statusOf, textReference } from './draft.ts'

/** A test result, vital sign, habit or finding: what was observed, and its value. */
export function observationOf(observation: XmlElement, place: Place): Draft | undefined {
  const code = conceptOf(at(observation, 'code'), place.narrative)
  const value = valueIn(observation, place.narrative)
  const referred = textReference(observation).map((one) => place.narrative.wordsOf(one))[0]
  const isAssertion = code.codes[0]?.code === 'ASSERTION'
  const named = isAssertion ? undefined : code.name
  const words = value !== undefined && 'text' in value ? value.text : undefined
  const text = named ?? (isAssertion ? words : undefined) ?? (referred !== undefined && referred.length < 250 ? referred : undefined)
  if (text === undefined || (value === undefined && named === undefined)) return undefined
  const times = timesOf(observation)
  const interpretation = childrenNamed(observation, 'interpretationCode')
    .map((one) => conceptOf(one, place.narrative))
    .find(({ codes }) => codes.length > 0)
  return {
    type: 'observation',
    path: place.path,
    text,
    codes: isAssertion && value !== undefined && 'text' in value ? (value.codes ?? []) : code.codes,
    references: [...textReference(observation), ...code.references, ...conceptOf(at(observation, 'value'), place.narrative).references],
    ...present({
      status: isPlanned(observation) ? 'planned' : statusOf(observation),
      negated: isNegated(observation) ? true : undefined,
      category: categoryOf(place.section),
      begins: times.begins ?? place.outerTimes?.begins,
      ends: times.ends,
      value: isAssertion && value !== undefined && 'text' in value && value.text === text ? undefined : value,
      range: rangeOf(observation),
      interpretation: interpretation?.name ?? interpretationWords(interpretation?.codes[0]?.code),
      specimen: place.specimen,
      method: conceptOf(at(observation, 'methodCode'), place.narrative).name,
      relative: place.relative,
      note: commentOf(observation, place.narrative),
      ...bodySiteOf(observation, place.narrative),
    }),
  }
}

const CATEGORIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '30954-2': 'laboratory',
    '26436-6': 'laboratory',
    '8716-3': 'vital-signs',
    '29762-2': 'social-history',
    '47420-5': 'functional-status',
    '10190-7': 'mental-status',
    '29545-1': 'exam',
    '61146-7': 'goal',
  } satisfies Record<string, string>),
)

const categoryOf = (section: string): Entry['category'] => {
  const category = CATEGORIES.get(section)
  return category === undefined ? undefined : [category]
}
