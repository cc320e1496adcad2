import type { Evidence } from '../record/evidence.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import type { Trial } from '../record/trial.ts'
import type { Need, UNKNOWN_REASONS } from '../record/verdict.ts'
import type { Clause } from './clause.ts'
import { guarded } from './guarded.ts'

/** The person and the day that a criterion is judged for. */
export type Subject = {
  profile: Profile
  asOf: PartialDate
  trial: Trial
  /** Whether the trial keeps out those for whom the statement holds, or asks for it; undefined where it only says of whom something else is asked. */
  keepsOut?: boolean | undefined
  /** Findings about this person on this day that do not depend on the trial, shared by all trials of one matching. */
  known?: Map<string, Finding | 'of the trial'>
}

/**
 * Whether a statement of a criterion holds for the person: the value of a test in three-valued logic, with its reason.
 * `team`: only the trial team or the person can say. Polarity (inclusion or exclusion) is not yet applied here.
 */
export type Finding = {
  holds: 'yes' | 'no' | 'unknown' | 'team'
  unknown?: (typeof UNKNOWN_REASONS)[number]
  /** A "no" (or a "yes" under exclusion) that time or treatment may change. */
  recoverable?: boolean
  until?: PartialDate
  /** One sentence a patient can read: what the records say about it. */
  because: string
  /** The value rests on what the records do not mention. Such a value lets people in, but never keeps anybody out. */
  bySilence?: boolean
  /** What is asked does not concern the person, or is only explained: it lets in wherever it stands. */
  asksNothing?: boolean
  evidence: Evidence[]
  needs?: Need[]
  parts?: Finding[]
  kind?: string
}

/** Words of a clause that a kind understood: offsets into `clause.text`, and what they ask. */
export type Mention<P> = {
  start: number
  end: number
  params: P
}

/**
 * One kind of criterion. `find` reads what the words ask, `judge` answers it for a person.
 * A test says what the words say positively ("brain metastases", "ANC ≥ 1.5"); negating words around it are read by the compiler.
 */
export type CriterionKind<P> = {
  /** As its file is named: `has-brain-metastases`. */
  name: string
  /** Without these words it reads nothing. */
  triggers?: RegExp
  /** What it reads, one sentence, for docs/criteria.md. */
  reads: string
  /** Where the rule comes from: guideline, registry field, paper. */
  source: string
  find(clause: Clause): Mention<P>[]
  /** What the words ask, to stand behind what the records say: "an age of at least 18". */
  asks?(params: P): string
  judge(params: P, subject: Subject): Finding
}

export function defineKind<P>(kind: CriterionKind<P>): CriterionKind<P> {
  if (!kind.triggers) return kind
  const triggers = guarded(kind.triggers)
  return { ...kind, find: (clause) => (triggers.test(clause.text) ? kind.find(clause) : NONE) }
}
const NONE: never[] = []
