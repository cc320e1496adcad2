import type { Entry } from '../../record/entry.ts'
import type { PartialDate } from '../../record/partial-date.ts'
import { lineOfEntry } from '../entry-line.ts'
import { present } from '../present.ts'
import { conceptOf } from './concepts.ts'
import type { Narrative } from './narrative.ts'
import { dateOfStamp, timesOf } from './times.ts'
import { at, childrenNamed, textOf, type XmlElement } from './xml-tree.ts'

export type Header = { title?: string; declaredKind?: string; date?: PartialDate; author?: string; entries: Entry[] }

/** Writes the head of the page (title, patient, date, author) and gives what it says. */
export function writeHeader(document: XmlElement, narrative: Narrative): Header {
  const title = textOf(at(document, 'title'))
  const declaredKind = conceptOf(at(document, 'code'), narrative).name
  const date = dateOfStamp(at(document, 'effectiveTime')?.attributes['value'])
  const author = authorOf(document)
  if (title ?? declaredKind) narrative.page.line(title ?? declaredKind ?? '')
  const entries = patientsOf(document, narrative)
  const created = [date && `Created: ${date}`, author && `Author: ${author}`].filter(Boolean).join('  ')
  if (created !== '') narrative.page.line(created)
  entries.push(...visitsOf(document, narrative))
  return { ...present({ title, declaredKind, date, author }), entries }
}

function patientsOf(document: XmlElement, narrative: Narrative): Entry[] {
  const role = at(document, 'recordTarget', 'patientRole')
  const patient = at(role, 'patient')
  if (!role || !patient) return []
  const name = nameOf(at(patient, 'name'))
  const sex = sexOf(at(patient, 'administrativeGenderCode'))
  const birthDate = dateOfStamp(at(patient, 'birthTime')?.attributes['value'])
  const address = childrenNamed(role, 'addr').find((one) => textOf(at(one, 'postalCode')) !== undefined) ?? at(role, 'addr')
  const zip = /^\s*(\d{5})/.exec(textOf(at(address, 'postalCode')) ?? '')?.[1]
  const deceased = at(patient, 'sdtc:deceasedInd')?.attributes['value'] === 'true' ? true : undefined
  const place = ['city', 'state', 'postalCode'].map((part) => textOf(at(address, part))).filter(Boolean)
  const words = [name, sex, birthDate && `born ${birthDate}`, deceased && 'deceased', place.join(' ')].filter(Boolean).join(', ')
  if (words === '') return []
  const span = narrative.page.line(`Patient: ${words}`)
  return [
    {
      type: 'patient',
      path: 'ClinicalDocument/recordTarget',
      page: 1,
      ...span,
      text: name ?? 'Patient',
      codes: [],
      person: present({ sex, birthDate, zip, name, deceased }),
    },
  ]
}

/** The visit or stay the document was written for. */
function visitsOf(document: XmlElement, narrative: Narrative): Entry[] {
  const encounter = at(document, 'componentOf', 'encompassingEncounter')
  const { begins, ends } = timesOf(encounter, true)
  if (!encounter || begins === undefined) return []
  const { name = 'Encounter', codes } = conceptOf(at(encounter, 'code'), narrative)
  const where = textOf(at(encounter, 'location', 'healthCareFacility', 'location', 'name'))
  const entry = {
    type: 'encounter' as const,
    path: 'ClinicalDocument/componentOf',
    text: name,
    codes,
    ...present({ begins, ends, note: where }),
  }
  return [{ ...entry, page: 1, ...narrative.page.line(lineOfEntry(entry)) }]
}

function sexOf(code: XmlElement | undefined): 'female' | 'male' | undefined {
  const words = `${code?.attributes['code'] ?? ''} ${code?.attributes['displayName'] ?? ''}`
  if (/^\s*F\b|\bfemale\b/i.test(words)) return 'female'
  return /^\s*M\b|\bmale\b/i.test(words) ? 'male' : undefined
}

function nameOf(name: XmlElement | undefined): string | undefined {
  if (!name) return undefined
  const parts = ['prefix', 'given', 'family', 'suffix'].flatMap((part) => childrenNamed(name, part).map(textOf)).filter(Boolean)
  return parts.length > 0 ? parts.join(' ') : textOf(name)
}

function authorOf(document: XmlElement): string | undefined {
  for (const author of childrenNamed(document, 'author')) {
    const assigned = at(author, 'assignedAuthor')
    const person = nameOf(at(assigned, 'assignedPerson', 'name'))
    const organization = textOf(at(assigned, 'representedOrganization', 'name'))
    const found = [person, organization].filter(Boolean).join(', ')
    if (found !== '') return found
  }
  return textOf(at(document, 'custodian', 'assignedCustodian', 'representedCustodianOrganization', 'name'))
}
