import { present } from '../../present.ts'
import { conceptOf } from '../concepts.ts'
import { endedUnknownWhen, timesOf } from '../times.ts'
import { at, type XmlElement } from '../xml-tree.ts'
import { bodySiteOf } from './body-site.ts'
import { commentOf, type Draft, isNegated, nestedIn, type Place, textReference } from './draft.ts'

/** A problem, diagnosis or complaint: its value names the condition. */
export function problemOf(observation: XmlElement, place: Place): Draft | undefined {
  const value = conceptOf(at(observation, 'value'), place.narrative)
  const code = conceptOf(at(observation, 'code'), place.narrative)
  const references = [...value.references, ...textReference(observation), ...code.references]
  const referred = textReference(observation).map((one) => place.narrative.wordsOf(one))[0]
  const name =
    value.name ?? (referred !== undefined && referred.length < 250 ? referred : undefined) ?? (isGeneric(code.name) ? undefined : code.name)
  if (name === undefined) return undefined
  const times = timesOf(observation)
  const concern = place.outerStatus
  const own = statusWords(observation, place)
  const ended = times.ends !== undefined || endedUnknownWhen(observation)
  return {
    type: 'condition',
    path: place.path,
    text: name,
    codes: [...value.codes, ...code.codes.filter(({ system }) => system.includes('icd'))],
    references,
    ...present({
      status: own ?? (ended ? 'resolved' : concern),
      negated: isNegated(observation) ? true : undefined,
      begins: times.begins,
      ends: times.ends,
      recorded: place.outerTimes?.begins,
      relative: place.relative,
      note: commentOf(observation, place.narrative),
      ...bodySiteOf(observation, place.narrative),
    }),
  }
}

/** `active`, `resolved`, `inactive`: the status observation hung on a problem or medication (LOINC 33999-4). */
export function statusWords(statement: XmlElement, place: Place): string | undefined {
  for (const nested of nestedIn(statement)) {
    if (nested.name !== 'observation' || at(nested, 'code')?.attributes['code'] !== '33999-4') continue
    const words = conceptOf(at(nested, 'value'), place.narrative)
    const code = words.codes[0]?.code
    const known = code === undefined ? undefined : STATUS_CODES.get(code)
    if (known !== undefined) return known
    if (words.name !== undefined) return words.name.toLowerCase()
  }
  return undefined
}

const STATUS_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '55561003': 'active',
    '73425007': 'inactive',
    '413322009': 'resolved',
    '421139008': 'on hold',
    '392521001': 'prior history',
    '90734009': 'chronic',
  } satisfies Record<string, string>),
)

const isGeneric = (name: string | undefined): boolean =>
  name === undefined ||
  /^(?:problem|diagnosis|condition|complaint|symptom|finding|assertion|functional limitation|clinical finding)s?$/i.test(name)
