import { z } from 'zod'
import { PartialDate } from './partial-date.ts'

export const TRIAL_STATUSES = [
  'RECRUITING',
  'NOT_YET_RECRUITING',
  'ENROLLING_BY_INVITATION',
  'ACTIVE_NOT_RECRUITING',
  'SUSPENDED',
  'TERMINATED',
  'COMPLETED',
  'WITHDRAWN',
  'AVAILABLE',
  'NO_LONGER_AVAILABLE',
  'TEMPORARILY_NOT_AVAILABLE',
  'APPROVED_FOR_MARKETING',
  'WITHHELD',
  'UNKNOWN',
] as const
/** Statuses under which a person may be able to join, now or soon. */
export const OPEN_STATUSES: readonly string[] = ['RECRUITING', 'NOT_YET_RECRUITING', 'ENROLLING_BY_INVITATION', 'AVAILABLE']

export const TrialContact = z.object({
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  role: z.string().optional(),
})
export type TrialContact = z.infer<typeof TrialContact>

export const TrialSite = z.object({
  facility: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  zip: z.string().optional(),
  country: z.string().optional(),
  status: z.string().optional(),
  /** Usually the centre of the city, not the house. */
  point: z.object({ lat: z.number(), lon: z.number() }).optional(),
  contacts: z.array(TrialContact),
})
export type TrialSite = z.infer<typeof TrialSite>

/** One registry record, as far as it is filled: real records lack whole modules, so nearly all is optional. */
export const Trial = z.object({
  id: z.string(),
  aliases: z.array(z.string()),
  title: z.string(),
  officialTitle: z.string().optional(),
  acronym: z.string().optional(),
  status: z.string().optional(),
  whyStopped: z.string().optional(),
  summary: z.string().optional(),
  conditions: z.array(z.string()),
  keywords: z.array(z.string()),
  /** MeSH terms of the conditions and their ancestors. */
  conditionTerms: z.array(z.string()),
  studyType: z.string().optional(),
  phases: z.array(z.string()),
  purpose: z.string().optional(),
  allocation: z.string().optional(),
  masking: z.string().optional(),
  model: z.string().optional(),
  enrollment: z.number().optional(),
  arms: z.array(
    z.object({ label: z.string(), type: z.string().optional(), description: z.string().optional(), interventions: z.array(z.string()) }),
  ),
  interventions: z.array(
    z.object({ name: z.string(), type: z.string().optional(), otherNames: z.array(z.string()), description: z.string().optional() }),
  ),
  sponsor: z.string().optional(),
  sponsorClass: z.string().optional(),
  /** Exactly as the registry sent it; every criterion's span counts in this string. Absent when the record has none. */
  criteriaText: z.string().optional(),
  sex: z.enum(['FEMALE', 'MALE', 'ALL']).optional(),
  /** In years; absent is no limit. */
  minimumAge: z.number().optional(),
  maximumAge: z.number().optional(),
  healthyVolunteers: z.boolean().optional(),
  startDate: PartialDate.optional(),
  lastUpdate: PartialDate.optional(),
  contacts: z.array(TrialContact),
  sites: z.array(TrialSite),
  /** When this record was fetched from the registry. */
  fetchedAt: z.string().optional(),
})
export type Trial = z.infer<typeof Trial>
