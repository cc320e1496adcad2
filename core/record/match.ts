import { z } from 'zod'
import { Criterion } from './criterion.ts'
import { PartialDate } from './partial-date.ts'
import { Trial, TrialSite } from './trial.ts'
import { OUTCOMES, Verdict } from './verdict.ts'

export const SiteNearby = TrialSite.extend({ distanceKm: z.number().optional(), open: z.boolean() })
export type SiteNearby = z.infer<typeof SiteNearby>

/** A cohort, arm, part or phase of a trial that criteria speak of, and what it comes to for this person. */
export const CohortResult = z.object({ name: z.string(), outcome: z.enum(OUTCOMES) })

/** One trial judged for one person. */
export const TrialMatch = z.object({
  trial: Trial,
  outcome: z.enum(OUTCOMES),
  rank: z.number().int(),
  /** The cohort the person fits best, when the trial has cohorts. */
  cohort: z.string().optional(),
  cohorts: z.array(CohortResult),
  /** Share of the decisive criteria (not team, not header) that are settled, 0…1. */
  settled: z.number(),
  /** Nearest open site; absent when none is known. */
  site: SiteNearby.optional(),
  /** All sites within reach, nearest first; then those of unknown distance. */
  sites: z.array(SiteNearby),
  criteria: z.array(z.object({ criterion: Criterion, verdict: Verdict })),
  /** What the registry's own limits of age and sex say where they keep the person out; they have no place in the criteria text. */
  registry: z.array(Verdict).optional(),
})
export type TrialMatch = z.infer<typeof TrialMatch>

/** A question whose answer settles open verdicts in `trials` trials. */
export const Question = z.object({
  key: z.string(),
  text: z.string(),
  document: z.string().optional(),
  /** No question to the person: the records answer, but too long ago, and the text says what must be done again. */
  repeat: z.boolean().optional(),
  settles: z.number().int(),
  trials: z.array(z.string()),
})
export type Question = z.infer<typeof Question>

/** Every trial considered is in `trials` or counted in `funnel` with the reason. */
export const MatchResult = z.object({
  asOf: PartialDate,
  considered: z.number().int(),
  funnel: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  trials: z.array(TrialMatch),
  questions: z.array(Question),
})
export type MatchResult = z.infer<typeof MatchResult>
