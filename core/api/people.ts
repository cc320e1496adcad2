import { z } from 'zod'
import { PartialDate } from '../record/partial-date.ts'
import { Consents, Name, PersonSeen, Time, Zip } from './account.ts'
import { PARTS, type Route } from './route.ts'

const CaregiverLevel = z.enum(['view', 'help', 'act'])
const Hidden = z.array(z.enum(PARTS)).max(PARTS.length)

export const Caregiver = z.object({
  id: z.string(),
  /** As the owner calls them. */
  name: z.string(),
  level: CaregiverLevel,
  hidden: z.array(z.enum(PARTS)),
  state: z.enum(['invited', 'active', 'expired']),
  since: Time,
  /** Until when the invitation can be accepted. */
  expires: Time.optional(),
})
export type Caregiver = z.infer<typeof Caregiver>

/** One line of the access log: the same thing done again within an hour is counted, not repeated. */
export const LogEntry = z.object({
  first: Time,
  last: Time,
  times: z.number().int(),
  who: z.string(),
  level: z.string(),
  /** Name of the route. */
  action: z.string(),
  /** The same in words. */
  words: z.string(),
})
export type LogEntry = z.infer<typeof LogEntry>

export const PersonDetails = PersonSeen.extend({ birthDate: PartialDate, zip: z.string().optional(), consents: Consents })
export type PersonDetails = z.infer<typeof PersonDetails>

/** Somebody whom the records speak of as their patient. `because`: why these documents are taken to be of one person. */
export const PersonFound = z.object({
  key: z.string(),
  birthDate: PartialDate.optional(),
  /** As written, the most frequent first. */
  names: z.array(z.string()),
  /** How many documents name this person, and the first of them by name. */
  documents: z.number().int(),
  files: z.array(z.string()),
  because: z.string(),
})
export type PersonFound = z.infer<typeof PersonFound>

/**
 * The people whom the records speak of, those of most documents first. `own`: the key of the one whose documents the profile is made of, and `by` what:
 * a `choice`, the `birth-date` in Settings, or the `records` themselves (there is nobody else, or hardly). Without `own` it is undecided, the profile is
 * empty and no trial is judged. `unnamed`: how many documents name nobody; those go with `own`, and the first of
 * them by name are `unnamedFiles`.
 */
export const PeopleFound = z.object({
  people: z.array(PersonFound),
  unnamed: z.number().int(),
  unnamedFiles: z.array(z.string()),
  own: z.string().optional(),
  by: z.enum(['choice', 'birth-date', 'records']).optional(),
})
export type PeopleFound = z.infer<typeof PeopleFound>

export const PEOPLE_ROUTES = {
  person: {
    method: 'GET',
    path: '/api/people/:person',
    summary: 'Look at name, birth date, ZIP and consents',
    access: { who: 'person', level: 'view', part: 'about' },
    answer: PersonDetails,
  },
  changePerson: {
    method: 'PATCH',
    path: '/api/people/:person',
    summary: 'Change name, birth date or ZIP',
    access: { who: 'person', level: 'act', part: 'about' },
    /** `zip: null` takes it away. */
    body: z.object({ name: Name.optional(), birthDate: PartialDate.optional(), zip: Zip.nullable().optional() }),
    answer: PersonDetails,
  },
  peopleFound: {
    method: 'GET',
    path: '/api/people/:person/found',
    summary: 'See whose records these are',
    access: { who: 'person', level: 'view', part: 'about', needs: ['records'] },
    answer: PeopleFound,
  },
  chooseOwnRecords: {
    method: 'PUT',
    path: '/api/people/:person/found',
    summary: 'Say whose records these are',
    access: { who: 'person', level: 'act', part: 'about', needs: ['records'] },
    /**
     * `key` of one of the people found, or null to take the choice back. With `takeBirthDate` the birth date in Settings becomes that of their records.
     * `not-this-value` where nobody has that key.
     */
    body: z.object({ key: z.string().max(500).nullable(), takeBirthDate: z.boolean().default(false) }),
    answer: PeopleFound,
  },
  changeConsents: {
    method: 'PUT',
    path: '/api/people/:person/consents',
    summary: 'Give or revoke consents',
    access: { who: 'person', level: 'owner', part: 'about' },
    /** `keep` is revoked by deleting everything. */
    body: Consents.omit({ keep: true }),
    answer: Consents,
  },
  caregivers: {
    method: 'GET',
    path: '/api/people/:person/caregivers',
    summary: 'List caregivers',
    access: { who: 'person', level: 'owner', part: 'about' },
    answer: z.object({ caregivers: z.array(Caregiver) }),
  },
  inviteCaregiver: {
    method: 'POST',
    path: '/api/people/:person/caregivers',
    summary: 'Invite a caregiver',
    access: { who: 'person', level: 'owner', part: 'about' },
    body: z.object({ name: Name, level: CaregiverLevel, hidden: Hidden }),
    /** The code is shown this once; it is good for seven days and one account. */
    answer: z.object({ caregiver: Caregiver, code: z.string() }),
  },
  changeCaregiver: {
    method: 'PATCH',
    path: '/api/people/:person/caregivers/:caregiver',
    summary: 'Change what a caregiver may do',
    access: { who: 'person', level: 'owner', part: 'about' },
    body: z.object({ name: Name.optional(), level: CaregiverLevel.optional(), hidden: Hidden.optional() }),
    answer: Caregiver,
  },
  revokeCaregiver: {
    method: 'DELETE',
    path: '/api/people/:person/caregivers/:caregiver',
    summary: 'Remove a caregiver or an invitation, at once',
    access: { who: 'person', level: 'owner', part: 'about' },
    answer: 'nothing',
  },
  acceptInvitation: {
    method: 'POST',
    path: '/api/invitations',
    summary: 'Accept an invitation',
    access: { who: 'account' },
    body: z.object({ code: z.string().max(100) }),
    answer: PersonSeen,
  },
  log: {
    method: 'GET',
    path: '/api/people/:person/log',
    summary: 'Read the access log',
    access: { who: 'person', level: 'act', part: 'log' },
    /** Newest first; `before`: the `last` of the oldest entry that is known. */
    query: z.object({ before: z.iso.datetime().optional() }),
    answer: z.object({ entries: z.array(LogEntry), more: z.boolean() }),
  },
  makeDemo: {
    method: 'POST',
    path: '/api/demo',
    summary: 'Look around with an invented person',
    access: { who: 'account' },
    answer: PersonSeen,
  },
  exportEverything: {
    method: 'GET',
    path: '/api/people/:person/export',
    summary: 'Export everything as a ZIP file',
    access: { who: 'person', level: 'owner', part: 'records' },
    fresh: true,
    answer: 'bytes',
  },
  deletePerson: {
    method: 'DELETE',
    path: '/api/people/:person',
    summary: 'Delete everything of this person for good; of oneself, the account too',
    access: { who: 'person', level: 'owner', part: 'about' },
    fresh: true,
    /** The name of the person, typed to be sure. */
    body: z.object({ name: z.string() }),
    answer: 'nothing',
  },
} as const satisfies Record<string, Route>
