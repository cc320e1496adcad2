import type { ResearchStudy } from '@medplum/fhirtypes'
import type { Trial } from '../record/trial.ts'

/** A trial of the registry as a FHIR R4 ResearchStudy. The registry's own word for the status stands among the keywords. */
export function researchStudyOf(trial: Trial): ResearchStudy {
  const phase = PHASES[trial.phases.join('/')]
  return {
    resourceType: 'ResearchStudy',
    identifier: [{ ...(/^NCT\d{8}$/.test(trial.id) ? { system: 'http://clinicaltrials.gov' } : {}), value: trial.id }],
    title: trial.title,
    status: STATUSES[trial.status ?? ''] ?? 'closed-to-accrual',
    ...(phase === undefined
      ? {}
      : { phase: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/research-study-phase', code: phase }] } }),
    ...some(
      'condition',
      trial.conditions.map((text) => ({ text })),
    ),
    keyword: [{ text: `registry status: ${trial.status ?? 'not stated'}` }, ...trial.keywords.filter(isText).map((text) => ({ text }))],
    ...some(
      'contact',
      trial.contacts.map(({ name, phone, email }) => ({
        ...(name ? { name } : {}),
        ...some('telecom', [
          ...(phone ? [{ system: 'phone' as const, value: phone }] : []),
          ...(email ? [{ system: 'email' as const, value: email }] : []),
        ]),
      })),
    ),
    ...(trial.summary ? { description: trial.summary } : {}),
    ...(trial.sponsor ? { sponsor: { display: trial.sponsor } } : {}),
    ...some(
      'site',
      trial.sites
        .map((site) => [site.facility, site.city, site.state, site.country].filter(Boolean).join(', '))
        .filter(isText)
        .map((display) => ({ display })),
    ),
    ...some(
      'arm',
      trial.arms
        .filter(({ label }) => isText(label))
        .map(({ label, description }) => ({ name: label, ...(description ? { description } : {}) })),
    ),
  }
}

/** FHIR has no empty lists. */
const some = <K extends string, T>(name: K, list: T[]): Partial<Record<K, T[]>> =>
  list.length === 0 ? {} : ({ [name]: list } as Record<K, T[]>)
const isText = (text: string) => text.trim() !== ''

const PHASES: Record<string, string> = {
  NA: 'n-a',
  EARLY_PHASE1: 'early-phase-1',
  PHASE1: 'phase-1',
  'PHASE1/PHASE2': 'phase-1-phase-2',
  PHASE2: 'phase-2',
  'PHASE2/PHASE3': 'phase-2-phase-3',
  PHASE3: 'phase-3',
  PHASE4: 'phase-4',
}
/** Of a status that says nothing about taking people we do not say that it does. */
const STATUSES: Record<string, ResearchStudy['status']> = {
  RECRUITING: 'active',
  ENROLLING_BY_INVITATION: 'active',
  AVAILABLE: 'active',
  NOT_YET_RECRUITING: 'approved',
  ACTIVE_NOT_RECRUITING: 'closed-to-accrual',
  NO_LONGER_AVAILABLE: 'closed-to-accrual',
  SUSPENDED: 'temporarily-closed-to-accrual',
  TEMPORARILY_NOT_AVAILABLE: 'temporarily-closed-to-accrual',
  TERMINATED: 'administratively-completed',
  COMPLETED: 'completed',
  APPROVED_FOR_MARKETING: 'completed',
  WITHDRAWN: 'withdrawn',
}
