import type { Bundle, BundleEntry, Extension, Patient, Reference, ResearchStudy, ResearchSubject } from '@medplum/fhirtypes'
import { type ListName, listOf } from '../match/lists.ts'
import { fitOf } from '../match/order.ts'
import { BundleBuilder } from '../profile/fhir/bundle-builder.ts'
import { addPatient } from '../profile/fhir/health.ts'
import { uuidOf } from '../profile/fhir/uuid.ts'
import type { MatchResult, TrialMatch } from '../record/match.ts'
import type { Profile } from '../record/profile.ts'
import type { Verdict } from '../record/verdict.ts'
import { researchStudyOf } from './fhir-research-study.ts'

/**
 * The result of matching as a FHIR R4 search set, in the manner of the mCODE trial matching services: each trial judged is a ResearchStudy with
 * `search.score`, best first, followed by a ResearchSubject that says what the person is to it and why. The Patient is that of the mCODE bundle.
 */
export function fhirSearchSet(profile: Profile, match: MatchResult): Bundle {
  const builder = new BundleBuilder(profile.asOf)
  const patient = addPatient(builder, profile)
  const own = builder.bundle().entry?.find(({ resource }) => resource?.resourceType === 'Patient')
  const judged = match.trials
    .map((trial) => ({ trial, score: scoreOf(trial) }))
    .toSorted((a, b) => b.score - a.score || a.trial.rank - b.trial.rank)
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: judged.length,
    entry: [
      ...judged.flatMap(({ trial, score }) => entriesOf(trial, score, patient)),
      ...(own ? [{ ...own, search: { mode: 'include' as const } }] : []),
    ],
  }
}

/**
 * How well a trial fits, 0…1, falling along the printed order of trials: each list has its own range, and within it `fitOf` decides.
 * Ruled out is 0. Rounded to thousandths.
 */
export function scoreOf(match: TrialMatch): number {
  const { from, to } = RANGES[listOf(match)]
  return Math.round(1000 * (from + (to - from) * fitOf(match))) / 1000
}
const RANGES: Record<ListName, { from: number; to: number }> = {
  possible: { from: 0.6, to: 1 },
  'not-now': { from: 0.4, to: 0.59 },
  care: { from: 0.3, to: 0.39 },
  'not-open': { from: 0.2, to: 0.29 },
  'not-judged': { from: 0.1, to: 0.19 },
  'ruled-out': { from: 0, to: 0 },
}

function entriesOf(match: TrialMatch, score: number, individual: Reference<Patient>): BundleEntry<ResearchStudy | ResearchSubject>[] {
  const id = uuidOf(`study|${match.trial.id}`)
  const subjectId = uuidOf(`subject|${match.trial.id}|${individual.reference}`)
  const subject: ResearchSubject = {
    resourceType: 'ResearchSubject',
    id: subjectId,
    extension: [extension('outcome', match.outcome), ...reasonsOf(match)],
    status: STATUS[match.outcome],
    study: { reference: `urn:uuid:${id}`, display: match.trial.id },
    individual,
    ...(match.cohort === undefined ? {} : { assignedArm: match.cohort }),
  }
  return [
    { fullUrl: `urn:uuid:${id}`, resource: { ...researchStudyOf(match.trial), id }, search: { mode: 'match', score } },
    { fullUrl: `urn:uuid:${subjectId}`, resource: subject, search: { mode: 'include' } },
  ]
}

const STATUS = { possible: 'candidate', 'not-now': 'potential-candidate', excluded: 'ineligible' } as const

/** What decides: the criteria that fail; where none does, those that are open. Each with the registry's words and ours. */
function reasonsOf({ outcome, criteria, registry = [] }: TrialMatch): Extension[] {
  const label = outcome === 'possible' ? 'unknown' : 'fail'
  const reason = (verdict: Verdict, text?: string): Extension => ({
    url: `${BASE}reason`,
    extension: [
      ...(text === undefined ? [] : [{ url: 'criterion', valueString: text }]),
      { url: 'verdict', valueCode: verdict.label },
      { url: 'because', valueString: verdict.because },
      ...(verdict.until === undefined ? [] : [{ url: 'until', valueDate: verdict.until }]),
    ],
  })
  return [
    ...registry.filter((verdict) => verdict.label === label).map((verdict) => reason(verdict)),
    ...criteria
      .filter(({ criterion, verdict }) => !criterion.header && verdict.label === label)
      .map(({ criterion, verdict }) => reason(verdict, criterion.text)),
  ]
}

const BASE = 'https://carefolio.org/fhir/StructureDefinition/'
const extension = (name: string, valueCode: string): Extension => ({ url: `${BASE}${name}`, valueCode })
