import { z } from 'zod'
import { LISTS } from '../match/lists.ts'
import { Evidence } from '../record/evidence.ts'
import { SiteNearby } from '../record/match.ts'
import { PartialDate } from '../record/partial-date.ts'
import { TrialContact } from '../record/trial.ts'
import { OUTCOMES } from '../record/verdict.ts'
import { Time } from './account.ts'
import type { Route } from './route.ts'

/** Numbers in `sources` count from 1 in the list `sources` of the same answer. */
const Sources = z.array(z.number().int())
const SiteState = z.object({ is: z.enum(['open', 'soon', 'none', 'closed']), words: z.string(), nearest: SiteNearby.optional() })

/** A saved or dismissed trial; `reason` is the person's own. */
export const Mark = z.object({ mark: z.enum(['saved', 'dismissed']), reason: z.string().max(500).optional(), at: Time })
export type Mark = z.infer<typeof Mark>

/** A trial in a list, for a phone: what decides, without its criteria. */
export const TrialCard = z.object({
  id: z.string(),
  title: z.string(),
  list: z.enum(LISTS),
  outcome: z.enum(OUTCOMES),
  rank: z.number().int(),
  phase: z.string(),
  status: z.string(),
  drugs: z.array(z.string()),
  sponsor: z.string(),
  site: SiteState,
  distanceKm: z.number().optional(),
  /** Share of the decisive criteria that are settled, 0…1. */
  settled: z.number(),
  /** What speaks for it, or rules it out: one line each. */
  reasons: z.array(z.string()),
  /** How many points are still open. */
  open: z.number().int(),
  mark: Mark.optional(),
  /** First seen in this list since the person's last look. */
  isNew: z.boolean(),
})
export type TrialCard = z.infer<typeof TrialCard>

const CriterionLine = z.object({
  criterion: z.string(),
  section: z.enum(['inclusion', 'exclusion']),
  because: z.string(),
  sources: Sources,
  ask: z.array(z.string()),
  until: PartialDate.optional(),
})
const Lines = z.array(CriterionLine)

/** A trial in full: every criterion stands in one of the lists of lines. */
export const TrialInFull = z.object({
  id: z.string(),
  url: z.string().optional(),
  title: z.string(),
  rank: z.number().int(),
  list: z.enum(LISTS),
  outcome: z.enum(OUTCOMES),
  status: z.string(),
  site: SiteState,
  phase: z.string(),
  design: z.string(),
  drugs: z.array(z.string()),
  sponsor: z.string(),
  lastUpdate: PartialDate.optional(),
  fetchedAt: z.string().optional(),
  summary: z.string().optional(),
  cohort: z.string().optional(),
  cohorts: z.array(z.object({ name: z.string(), outcome: z.string() })),
  settled: z.number(),
  fits: z.array(z.object({ about: z.string(), text: z.string(), sources: Sources, criteria: z.number().int() })),
  met: Lines,
  silent: Lines,
  asksNothing: Lines,
  confirm: Lines,
  notUnderstood: Lines,
  team: Lines,
  rulesOut: Lines,
  sites: z.array(SiteNearby),
  contacts: z.array(TrialContact),
  sources: z.array(Evidence),
  mark: Mark.optional(),
})
export type TrialInFull = z.infer<typeof TrialInFull>

/** A question with the most trials to settle first; `expects` says in words what an answer looks like. */
export const OpenQuestion = z.object({
  key: z.string(),
  text: z.string(),
  document: z.string().optional(),
  settles: z.number().int(),
  /** Absent where no answer settles it, only a new test or a record. */
  expects: z.string().optional(),
})
export type OpenQuestion = z.infer<typeof OpenQuestion>

/** As in `carefolio match --answers`: a word, number, date, list or object, by what the question expects. */
export const Answer = z.object({ key: z.string(), value: z.unknown(), told: Time, by: z.string() })
export type Answer = z.infer<typeof Answer>

const VIEW = { who: 'person', level: 'view', part: 'trials' } as const
const HELP = { who: 'person', level: 'help', part: 'trials' } as const
/** An answer is a fact of the profile. */
const VIEW_ANSWERS = { ...VIEW, needs: ['profile'] } as const
const HELP_ANSWERS = { ...HELP, needs: ['profile'] } as const

export const TRIAL_ROUTES = {
  trials: {
    method: 'GET',
    path: '/api/people/:person/trials',
    summary: 'Look at the trials',
    access: VIEW,
    /** Cards come in order of rank, `CARDS_AT_ONCE` at a time from `from`; `saved` and `dismissed` are of all lists. */
    query: z.object({
      list: z.enum([...LISTS, 'saved', 'dismissed']).default('possible'),
      from: z.coerce.number().int().min(0).default(0),
      withinKm: z.coerce.number().positive().optional(),
      phase: z.string().max(20).optional(),
      drug: z.string().max(80).optional(),
      /** Kind of intervention as the registry names it: `DRUG`, `RADIATION`, … */
      type: z.string().max(30).optional(),
      /** Only those that are new since the last look. */
      only: z.literal('new').optional(),
    }),
    /** `trials-not-opted-in` without the consent, `no-trials` where the host keeps none. */
    answer: z.object({
      asOf: PartialDate,
      /** When the profile or the trials changed last: a new value means that cards and verdicts may differ. */
      version: z.string(),
      registry: z.string(),
      place: z.string().optional(),
      considered: z.number().int(),
      /** How many stand in each list (without those dismissed), and where the others went: together all that were considered. */
      counts: z.record(z.enum([...LISTS, 'saved', 'dismissed']), z.number().int()),
      funnel: z.array(z.object({ reason: z.string(), count: z.number().int() })),
      /** How many came into the possible ones or those not now since the person last looked, and when that was; absent on the first look. */
      news: z.object({ count: z.number().int(), since: Time }).optional(),
      /** Of the list asked for, after the filters. */
      total: z.number().int(),
      cards: z.array(TrialCard),
      questions: z.array(OpenQuestion),
      /** By which rule the order is made. */
      method: z.array(z.object({ heading: z.string(), text: z.string() })),
    }),
  },
  trial: {
    method: 'GET',
    path: '/api/people/:person/trials/:trial',
    summary: 'Look at a trial',
    access: VIEW,
    answer: TrialInFull,
  },
  markTrial: {
    method: 'PUT',
    path: '/api/people/:person/trials/:trial/mark',
    summary: 'Save or dismiss a trial',
    access: HELP,
    body: Mark.omit({ at: true }),
    answer: Mark,
  },
  unmarkTrial: {
    method: 'DELETE',
    path: '/api/people/:person/trials/:trial/mark',
    summary: 'Neither save nor dismiss a trial any more',
    access: HELP,
    answer: 'nothing',
  },
  trialReport: {
    method: 'GET',
    path: '/api/people/:person/trials.pdf',
    summary: 'Get the trial report as PDF',
    /** It tells everything on one page. */
    access: { ...VIEW, needs: ['about', 'records', 'profile'] },
    answer: 'bytes',
  },
  answers: {
    method: 'GET',
    path: '/api/people/:person/answers',
    summary: 'Look at the answers given',
    access: VIEW_ANSWERS,
    answer: z.object({ answers: z.array(Answer) }),
  },
  answer: {
    method: 'PUT',
    path: '/api/people/:person/answers/:key',
    summary: 'Answer a question',
    access: HELP_ANSWERS,
    body: z.object({ value: z.unknown() }),
    answer: Answer,
  },
  takeBackAnswer: {
    method: 'DELETE',
    path: '/api/people/:person/answers/:key',
    summary: 'Take back an answer',
    access: HELP_ANSWERS,
    answer: 'nothing',
  },
} as const satisfies Record<string, Route>

/** Cards in one answer of `trials`. */
export const CARDS_AT_ONCE = 20
