import { conceptOf } from '../concepts.ts'
import { timesOf } from '../times.ts'
import { at, childrenNamed, type XmlElement } from '../xml-tree.ts'
import { allergyOf } from './allergy.ts'
import { type Draft, hasTemplate, nestedIn, type Place, statusOf } from './draft.ts'
import { medicationOf } from './medication.ts'
import { observationOf } from './observation.ts'
import { problemOf } from './problem.ts'
import { procedureOf } from './procedure.ts'

/**
 * The entries that one statement of a section holds, nested ones too. Which kind it is follows from its template, else from its section
 * and its shape, since systems name templates of every version, or none.
 */
export function statementsOf(statement: XmlElement, place: Place): Draft[] {
  const { name } = statement
  if (name === 'substanceAdministration' || name === 'supply')
    return one(medicationOf(statement, place, isImmunization(place) ? 'immunization' : 'medication'))
  if (name === 'procedure') return [...one(procedureOf(statement, place)), ...within(statement, place, isStandalone)]
  if (name === 'encounter') return [...one(procedureOf(statement, place, 'encounter')), ...within(statement, place, isDiagnosis)]
  if (name === 'observation') return observed(statement, place)
  if (name === 'organizer') return organized(statement, place)
  if (name === 'act') return acted(statement, place)
  return []
}

function observed(observation: XmlElement, place: Place): Draft[] {
  if (isAllergy(observation, place)) return one(allergyOf(observation, place))
  if (place.relative !== undefined) return one(familyOf(observation, place))
  if (isProblem(observation, place)) return [...one(problemOf(observation, place)), ...within(observation, place, isStandalone)]
  if (hasTemplate(observation, `${CDA}.4.13`) || (place.section === '47519-4' && at(observation, 'value') === undefined))
    return one(procedureOf(observation, place))
  return [...one(observationOf(observation, place)), ...within(observation, place, isStandalone)]
}

function organized(organizer: XmlElement, place: Place): Draft[] {
  const relative = conceptOf(at(organizer, 'subject', 'relatedSubject', 'code'), place.narrative).name
  const family = at(organizer, 'subject', 'relatedSubject') !== undefined || FAMILY.has(place.section)
  const specimen = conceptOf(at(organizer, 'specimen', 'specimenRole', 'specimenPlayingEntity', 'code'), place.narrative).name
  const inner: Place = {
    ...place,
    outerStatus: statusOf(organizer),
    outerTimes: timesOf(organizer),
    ...(specimen === undefined ? {} : { specimen }),
    ...(family ? { relative: relative?.toLowerCase() ?? 'relative' } : {}),
  }
  const parts = within(organizer, inner, () => true)
  return parts.length > 0 ? parts : one(observationOf(organizer, place))
}

function acted(act: XmlElement, place: Place): Draft[] {
  const inner: Place = { ...place, outerStatus: statusOf(act), outerTimes: timesOf(act) }
  const parts = within(act, inner, () => true)
  if (parts.length > 0) {
    const isWrapper =
      hasTemplate(act, `${CDA}.4.3`, `${CDA}.4.30`, `${CDA}.4.80`, `${CDA}.4.132`) ||
      WRAPPERS.has(at(act, 'code')?.attributes['code'] ?? '')
    return isWrapper || !PROCEDURES.has(place.section) ? parts : [...one(procedureOf(act, place)), ...parts]
  }
  if (hasTemplate(act, `${CDA}.4.3`, `${CDA}.4.30`)) return []
  return one(procedureOf(act, place, PROCEDURES.has(place.section) ? 'procedure' : 'other'))
}

function familyOf(observation: XmlElement, place: Place): Draft | undefined {
  const draft = problemOf(observation, place) ?? observationOf(observation, place)
  return draft === undefined ? undefined : { ...draft, type: 'family-history' }
}

function within(statement: XmlElement, place: Place, wanted: (nested: XmlElement) => boolean): Draft[] {
  return nestedIn(statement).flatMap((nested, index) => {
    if (nested.name === 'observation' && QUALIFIERS.has(at(nested, 'code')?.attributes['code'] ?? '')) return []
    return wanted(nested) ? statementsOf(nested, { ...place, path: `${place.path}/${nested.name}[${index + 1}]` }) : []
  })
}

const one = (draft: Draft | undefined): Draft[] => (draft === undefined ? [] : [draft])

const isDiagnosis = (nested: XmlElement): boolean => hasTemplate(nested, `${CDA}.4.80`, `${CDA}.4.4`, `${CDA}.4.19`)

/** Nested observations that say something of their own, beyond qualifying the statement they hang on. */
const isStandalone = (nested: XmlElement): boolean =>
  nested.name === 'observation' && hasTemplate(nested, `${CDA}.4.2`, `${CDA}.4.67`, `${CDA}.4.38`) && at(nested, 'value') !== undefined

function isProblem(observation: XmlElement, place: Place): boolean {
  if (hasTemplate(observation, `${CDA}.4.4`, '2.16.840.1.113883.10.20.1.28', `${CDA}.4.68`)) return true
  const type = at(observation, 'value')?.attributes['xsi:type']
  if (GENERIC.has(at(observation, 'code')?.attributes['code'] ?? '') && type === 'CD' && place.section !== SOCIAL) return true
  if (!PROBLEMS.has(place.section)) return false
  return type === undefined || /CD|CE|ST|ED/.test(type)
}

function isAllergy(observation: XmlElement, place: Place): boolean {
  if (hasTemplate(observation, `${CDA}.4.7`, `${CDA}.24.3.90`)) return true
  return place.section === '48765-2' && childrenNamed(observation, 'participant').length > 0
}

const isImmunization = (place: Place): boolean => place.section === '11369-6'

const CDA = '2.16.840.1.113883.10.20.22'
const FAMILY = new Set(['10157-6'])
const PROCEDURES = new Set(['47519-4', '29554-3', '18776-5', '10223-6', '59768-2'])
const PROBLEMS = new Set([
  '11450-4',
  '11348-0',
  '46241-6',
  '11535-2',
  '29299-5',
  '10154-3',
  '42346-7',
  '10219-4',
  '10218-6',
  '29308-4',
  '75310-3',
])
const SOCIAL = '29762-2'
/** Problem, diagnosis, finding, condition, complaint, symptom: which one is said by the value. */
const GENERIC = new Set(['55607006', '282291009', '404684003', '64572001', '409586006', '418799008', '29308-4', '75326-9', '75323-6'])
const WRAPPERS = new Set(['CONC', '29308-4', '48765-2', '11450-4', '75310-3'])
/** Status, severity, age at onset, criticality, comment, and the like: parts of another statement. */
const QUALIFIERS = new Set(['33999-4', 'SEV', '445518008', '82606-5', '48767-8', '11323-3', '64994-7', '89261-2'])
