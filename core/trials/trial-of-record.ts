import { AppError } from '../record/errors.ts'
import { PartialDate } from '../record/partial-date.ts'
import type { Trial, TrialContact, TrialSite } from '../record/trial.ts'
import { asFlag, asList, asNumber, asText, asTexts, at } from './json.ts'

/**
 * A trial from a record of the ClinicalTrials.gov API v2 (`{ protocolSection, derivedSection, … }`). Any module, list or value may be
 * missing or of another type; what cannot be read is left out. Throws `trial-unreadable` only where there is no id.
 */
export function trialOfRecord(record: unknown): Trial {
  const protocol = at(record, 'protocolSection')
  const identity = at(protocol, 'identificationModule')
  const status = at(protocol, 'statusModule')
  const design = at(protocol, 'designModule')
  const eligibility = at(protocol, 'eligibilityModule')
  const places = at(protocol, 'contactsLocationsModule')
  const id = asText(at(identity, 'nctId'))
  if (id === undefined) throw new AppError('trial-unreadable', { detail: 'it has no id' })
  const officialTitle = asText(at(identity, 'officialTitle'))
  const acronym = asText(at(identity, 'acronym'))
  return filled({
    id,
    aliases: asTexts(at(identity, 'nctIdAliases')),
    title: asText(at(identity, 'briefTitle')) ?? officialTitle ?? acronym ?? id,
    officialTitle,
    acronym,
    status: asText(at(status, 'overallStatus')),
    whyStopped: asText(at(status, 'whyStopped')),
    summary: asText(at(protocol, 'descriptionModule', 'briefSummary')),
    conditions: asTexts(at(protocol, 'conditionsModule', 'conditions')),
    keywords: asTexts(at(protocol, 'conditionsModule', 'keywords')),
    conditionTerms: conditionTerms(at(record, 'derivedSection', 'conditionBrowseModule')),
    studyType: asText(at(design, 'studyType')),
    phases: asTexts(at(design, 'phases')),
    purpose: asText(at(design, 'designInfo', 'primaryPurpose')),
    allocation: asText(at(design, 'designInfo', 'allocation')),
    masking: asText(at(design, 'designInfo', 'maskingInfo', 'masking')),
    model: asText(at(design, 'designInfo', 'interventionModel')) ?? asText(at(design, 'designInfo', 'observationalModel')),
    enrollment: enrollment(at(design, 'enrollmentInfo', 'count')),
    arms: asList(at(protocol, 'armsInterventionsModule', 'armGroups')).flatMap(armOf),
    interventions: asList(at(protocol, 'armsInterventionsModule', 'interventions')).flatMap(interventionOf),
    sponsor: asText(at(protocol, 'sponsorCollaboratorsModule', 'leadSponsor', 'name')),
    sponsorClass: asText(at(protocol, 'sponsorCollaboratorsModule', 'leadSponsor', 'class')),
    criteriaText: asText(at(eligibility, 'eligibilityCriteria')),
    sex: (['FEMALE', 'MALE', 'ALL'] as const).find((one) => one === at(eligibility, 'sex')),
    minimumAge: yearsOf(at(eligibility, 'minimumAge')),
    maximumAge: yearsOf(at(eligibility, 'maximumAge')),
    healthyVolunteers: asFlag(at(eligibility, 'healthyVolunteers')),
    startDate: dateOf(at(status, 'startDateStruct', 'date')),
    lastUpdate: dateOf(at(status, 'lastUpdatePostDateStruct', 'date')) ?? dateOf(at(status, 'lastUpdateSubmitDate')),
    contacts: asList(at(places, 'centralContacts')).map(contactOf),
    sites: asList(at(places, 'locations')).map(siteOf),
  })
}

/** Age limits of the registry ("18 Years", "6 Months", "N/A") in years; absent is no limit. */
export function yearsOf(limit: unknown): number | undefined {
  const [, count, unit] = /^\s*(\d+(?:\.\d+)?)\s*(year|month|week|day|hour|minute)s?\s*$/i.exec(asText(limit) ?? '') ?? []
  const perYear = PER_YEAR[unit?.toLowerCase() ?? '']
  return count === undefined || perYear === undefined ? undefined : Number(count) / perYear
}
const PER_YEAR: Readonly<Record<string, number>> = {
  year: 1,
  month: 12,
  week: 365.25 / 7,
  day: 365.25,
  hour: 365.25 * 24,
  minute: 365.25 * 24 * 60,
}

/** The registry writes 99999999 where the number of people is not known. */
function enrollment(count: unknown): number | undefined {
  const people = asNumber(count)
  return people === undefined || people >= 99_999_999 ? undefined : people
}

function conditionTerms(browse: unknown): string[] {
  const terms = ['meshes', 'ancestors'].flatMap((list) => asList(at(browse, list)).flatMap((mesh) => asText(at(mesh, 'term')) ?? []))
  return [...new Set(terms)]
}

function armOf(arm: unknown): Trial['arms'] {
  const label = asText(at(arm, 'label'))
  const description = asText(at(arm, 'description'))
  if (label === undefined && description === undefined) return []
  return [filled({ label: label ?? '', type: asText(at(arm, 'type')), description, interventions: asTexts(at(arm, 'interventionNames')) })]
}

function interventionOf(intervention: unknown): Trial['interventions'] {
  const name = asText(at(intervention, 'name'))
  if (name === undefined) return []
  const type = asText(at(intervention, 'type'))
  return [filled({ name, type, otherNames: asTexts(at(intervention, 'otherNames')), description: asText(at(intervention, 'description')) })]
}

function siteOf(location: unknown): TrialSite {
  const lat = asNumber(at(location, 'geoPoint', 'lat'))
  const lon = asNumber(at(location, 'geoPoint', 'lon'))
  const known = lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  return filled({
    facility: asText(at(location, 'facility')),
    city: asText(at(location, 'city')),
    state: asText(at(location, 'state')),
    zip: asText(at(location, 'zip')),
    country: asText(at(location, 'country')),
    status: asText(at(location, 'status')),
    point: known ? { lat, lon } : undefined,
    contacts: asList(at(location, 'contacts')).map(contactOf),
  })
}

function contactOf(contact: unknown): TrialContact {
  const extension = asText(at(contact, 'phoneExt'))
  const phone = asText(at(contact, 'phone'))
  return filled({
    name: asText(at(contact, 'name')),
    phone: phone !== undefined && extension !== undefined ? `${phone} ext. ${extension}` : phone,
    email: asText(at(contact, 'email')),
    role: asText(at(contact, 'role')),
  })
}

function dateOf(value: unknown): PartialDate | undefined {
  const date = PartialDate.safeParse(asText(value)?.slice(0, 10))
  return date.success ? date.data : undefined
}

type Filled<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}
/** The same without the keys that have no value: absent, never `undefined`. */
function filled<T extends object>(values: T): Filled<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Filled<T>
}
