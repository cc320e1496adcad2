import { present } from '../../present.ts'
import { conceptOf, namesOf, notesOf } from '../concepts.ts'
import { booleanOf, dateIn, objectOf, objectsOf, stringOf, timesIn } from '../json.ts'
import { statusWord } from './condition.ts'
import type { Draft, Found } from './draft.ts'

export function patientOf({ resource, path }: Found): Draft {
  const name = objectsOf(resource['name'])[0]
  const given = Array.isArray(name?.['given']) ? name['given'].filter((one) => typeof one === 'string') : []
  const family = Array.isArray(name?.['family'])
    ? name['family'].filter((one) => typeof one === 'string').join(' ')
    : stringOf(name?.['family'])
  const whole = stringOf(name?.['text']) ?? ([...given, family].filter(Boolean).join(' ') || undefined)
  const gender = stringOf(resource['gender'])
  const address = objectsOf(resource['address']).find((one) => stringOf(one['postalCode']) !== undefined)
  const zip = /^\d{5}/.exec(stringOf(address?.['postalCode']) ?? '')?.[0]
  return {
    type: 'patient',
    path,
    text: whole ?? 'Patient',
    codes: [],
    person: present({
      sex: gender === 'female' || gender === 'male' ? gender : undefined,
      birthDate: dateIn(resource['birthDate']),
      zip,
      name: whole,
      deceased: booleanOf(resource['deceasedBoolean']) ?? (dateIn(resource['deceasedDateTime']) === undefined ? undefined : true),
    }),
  }
}

export function allergyOf({ resource, path }: Found): Draft | undefined {
  const reactions = objectsOf(resource['reaction'])
  const code = conceptOf(resource['code'] ?? resource['substance'])
  const substance = code.name === undefined ? conceptOf(reactions[0]?.['substance']) : code
  if (substance.name === undefined) return undefined
  const verification = statusWord(resource['verificationStatus'])
  const noneKnown = /^\s*no (?:known )?(?:drug |food |environmental )?allerg|^\s*nk(?:d)?a\b/i.test(substance.name)
  return {
    type: 'allergy',
    path,
    text: substance.name,
    codes: substance.codes,
    ...present({
      status:
        verification === 'entered-in-error' ? verification : (statusWord(resource['clinicalStatus']) ?? statusWord(resource['status'])),
      negated: verification === 'refuted' || noneKnown ? true : undefined,
      begins: timesIn(resource, 'onset').begins,
      recorded: dateIn(resource['recordedDate'] ?? resource['assertedDate']),
      note:
        [namesOf(reactions.flatMap((one) => objectsOf(one['manifestation']))), notesOf(resource)].filter(Boolean).join('; ') || undefined,
    }),
  }
}

/** What runs in the family, an entry for each condition; never about the patient. */
export function familyOf({ resource, path }: Found): Draft[] {
  const relative = conceptOf(resource['relationship']).name?.toLowerCase() ?? 'relative'
  const status = stringOf(resource['status'])
  const conditions = objectsOf(resource['condition']).flatMap((condition): Draft[] => {
    const { name, codes } = conceptOf(condition['code'])
    if (name === undefined) return []
    return [{ type: 'family-history', path, text: name, codes, relative, ...present({ status, note: notesOf(condition) }) }]
  })
  const note = notesOf(resource)
  if (conditions.length > 0 || note === undefined) return conditions
  return [{ type: 'family-history', path, text: note, codes: [], relative, ...present({ status }) }]
}

export function immunizationOf({ resource, path }: Found): Draft | undefined {
  const vaccine = conceptOf(resource['vaccineCode'])
  if (vaccine.name === undefined) return undefined
  const date = dateIn(resource['occurrenceDateTime'] ?? resource['date'])
  const notGiven =
    booleanOf(resource['notGiven']) === true || booleanOf(resource['wasNotGiven']) === true || resource['status'] === 'not-done'
  return {
    type: 'immunization',
    path,
    text: vaccine.name,
    codes: vaccine.codes,
    ...present({ status: stringOf(resource['status']), negated: notGiven ? true : undefined, begins: date, note: notesOf(resource) }),
  }
}

/** A report or a document: its name and conclusion; the files it carries are attachments. */
export function reportOf({ resource, path, resolve }: Found): Draft | undefined {
  const code = conceptOf(resource['code'] ?? resource['type'])
  const name = code.name ?? stringOf(resource['description'])
  if (name === undefined) return undefined
  const times = timesIn(resource, 'effective')
  const conclusion = [stringOf(resource['conclusion']), namesOf(resource['conclusionCode'] ?? resource['codedDiagnosis'])]
    .filter(Boolean)
    .join('; ')
  const specimen = conceptOf(resolve(objectsOf(resource['specimen'])[0])?.['type']).name
  return {
    type: 'report',
    path,
    text: name,
    codes: code.codes,
    ...present({
      status: stringOf(resource['status']),
      begins: times.begins ?? dateIn(objectOf(objectOf(resource['context'])?.['period'])?.['start']),
      ends: times.ends,
      recorded: dateIn(resource['issued'] ?? resource['date'] ?? resource['indexed']),
      value: conclusion === '' ? undefined : { text: conclusion },
      specimen,
      note: notesOf(resource) ?? (code.name === undefined ? undefined : stringOf(resource['description'])),
    }),
  }
}

export function imagingOf({ resource, path }: Found): Draft | undefined {
  const series = objectsOf(resource['series'])
  const modalities = namesOf([
    ...objectsOf(resource['modality']),
    ...objectsOf(resource['modalityList']),
    ...series.flatMap((one) => objectsOf(one['modality'])),
  ])
  const name = stringOf(resource['description']) ?? namesOf(resource['procedureCode']) ?? modalities
  if (name === undefined) return undefined
  const sites = namesOf(series.flatMap((one) => objectsOf(one['bodySite'])))
  return {
    type: 'imaging-study',
    path,
    text: name,
    codes: conceptOf(resource['procedureCode']).codes,
    ...present({
      status: stringOf(resource['status']),
      begins: dateIn(resource['started']),
      method: modalities,
      bodySite: sites,
      note: notesOf(resource),
    }),
  }
}

export function encounterOf({ resource, path }: Found): Draft | undefined {
  const type = conceptOf(resource['type'])
  const name = type.name ?? conceptOf(resource['class']).name
  if (name === undefined) return undefined
  const times = timesIn(resource, 'period', 'actual')
  return {
    type: 'encounter',
    path,
    text: name,
    codes: type.codes,
    ...present({ status: stringOf(resource['status']), ...times, reason: namesOf(resource['reasonCode'] ?? resource['reason']) }),
  }
}

/** Anything else that says something: plans, impressions, answers to questions. */
export function otherOf({ resource, path }: Found): Draft | undefined {
  const code = conceptOf(resource['code'] ?? resource['type'] ?? resource['category'])
  const words = [
    stringOf(resource['title']),
    stringOf(resource['summary']),
    conceptOf(resource['description']).name ?? stringOf(resource['description']),
  ].filter(Boolean)
  const answers = resource['resourceType'] === 'QuestionnaireResponse' ? answersIn(resource['item'], 0) : []
  const text = [...words, ...answers].join('; ') || code.name
  if (text === undefined) return undefined
  const isIntent = PLANS.has(stringOf(resource['resourceType']) ?? '')
  return {
    type: 'other',
    path,
    text,
    codes: code.codes,
    ...present({
      status: isIntent ? 'planned' : stringOf(resource['status']),
      recorded: dateIn(resource['date'] ?? resource['authored'] ?? resource['created'] ?? resource['effectiveDateTime']),
      note: notesOf(resource),
    }),
  }
}

const PLANS = new Set(['CarePlan', 'Goal', 'Task', 'Appointment', 'NutritionOrder'])

function answersIn(items: unknown, depth: number): string[] {
  if (depth > 6) return []
  return objectsOf(items).flatMap((item) => {
    const question = stringOf(item['text'])
    const answers = objectsOf(item['answer']).flatMap((answer) => {
      const value = Object.entries(answer).find(([name]) => name.startsWith('value'))?.[1]
      return conceptOf(value).name ?? (typeof value === 'number' || typeof value === 'boolean' ? String(value) : [])
    })
    const own = question === undefined || answers.length === 0 ? [] : [`${question}: ${answers.join(', ')}`]
    return [...own, ...answersIn(item['item'], depth + 1)]
  })
}
