import { z } from 'zod'
import { CORRECTION_ACTS } from '../profile/corrections.ts'
import { EVENT_KINDS } from '../profile/timeline.ts'
import { Evidence } from '../record/evidence.ts'
import { FACT_KINDS, STOP_REASONS, TREATMENT_SETTINGS } from '../record/fact.ts'
import { PartialDate } from '../record/partial-date.ts'
import { Profile } from '../record/profile.ts'
import { Time } from './account.ts'
import type { Route } from './route.ts'

const FactKinds = z.enum(FACT_KINDS as [(typeof FACT_KINDS)[number], ...(typeof FACT_KINDS)[number][]])

/** What a person said of an entry of the profile, or added to it. */
export const Correction = z.object({
  id: z.string(),
  act: z.enum(CORRECTION_ACTS),
  kind: FactKinds,
  /** The evidence of the entry that it is about; empty for `add`. */
  about: z.array(Evidence),
  /** The entry as it stood, without its evidence. */
  was: z.unknown().optional(),
  /** The value in the shape of `core/record/fact.ts` for this kind; absent for `dismiss`. */
  value: z.unknown().optional(),
  at: Time,
  by: z.string(),
})
export type Correction = z.infer<typeof Correction>

export const TimelineEvent = z.object({
  kind: z.enum(EVENT_KINDS),
  from: PartialDate,
  to: PartialDate.optional(),
  goesOn: z.boolean().optional(),
  label: z.string(),
  course: z
    .object({
      setting: z.enum(TREATMENT_SETTINGS).optional(),
      line: z.number().optional(),
      stopped: z.enum(STOP_REASONS).optional(),
    })
    .optional(),
  value: z.number().optional(),
  unit: z.string().optional(),
  evidence: z.array(Evidence),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>

const VIEW = { who: 'person', level: 'view', part: 'profile' } as const
const HELP = { who: 'person', level: 'help', part: 'profile' } as const

export const PROFILE_ROUTES = {
  profile: {
    method: 'GET',
    path: '/api/people/:person/profile',
    summary: 'Look at the profile',
    access: VIEW,
    /** `unread`: files still waiting or being read; the profile is of all others, with corrections and answers. */
    answer: z.object({ profile: Profile, unread: z.number().int(), corrections: z.array(Correction) }),
  },
  correct: {
    method: 'POST',
    path: '/api/people/:person/corrections',
    summary: 'Confirm, correct, dismiss or add something in the profile',
    access: HELP,
    /**
     * `confirm`: it is so (value: as it stands); `correct`: it is `value` instead; `dismiss`: it is not so; `add`: a new one. `kind` of an entry: that of
     * its list (`labs` → `lab`), see `KIND_OF_LIST`. `about` is the entry's own `evidence`.
     */
    body: z.object({
      act: z.enum(CORRECTION_ACTS),
      kind: FactKinds,
      about: z.array(Evidence).max(200).default([]),
      /** The entry itself: where the same words tell several things (a list of genes), it says which of them is meant. Needed to correct or dismiss. */
      was: z.unknown().optional(),
      value: z.unknown().optional(),
    }),
    answer: Correction,
  },
  undoCorrection: {
    method: 'DELETE',
    path: '/api/people/:person/corrections/:correction',
    summary: 'Take back what was said of the profile',
    access: HELP,
    answer: 'nothing',
  },
  timeline: {
    method: 'GET',
    path: '/api/people/:person/timeline',
    summary: 'Look at the timeline',
    access: VIEW,
    answer: z.object({ asOf: PartialDate, events: z.array(TimelineEvent) }),
  },
} as const satisfies Record<string, Route>

/** Which kind of fact the entries of a list of the profile are. */
export const KIND_OF_LIST = {
  person: 'person',
  cancers: 'cancer',
  stages: 'stage',
  extent: 'extent',
  tumorSizes: 'tumor-size',
  metastases: 'metastasis',
  receptors: 'receptors',
  biomarkers: 'biomarker',
  treatments: 'treatment',
  responses: 'response',
  performance: 'performance',
  labs: 'lab',
  measurable: 'measurable',
  conditions: 'condition',
  medications: 'medication',
  allergies: 'allergy',
  absences: 'absence',
} as const satisfies Partial<Record<keyof Profile, (typeof FACT_KINDS)[number]>>
