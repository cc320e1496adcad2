import { z } from 'zod'
import { Evidence } from './evidence.ts'
import { PartialDate } from './partial-date.ts'

export const VERDICT_LABELS = ['pass', 'fail', 'unknown', 'team'] as const
/** Why a verdict is unknown: no record says; too old; the records disagree; the criterion was not understood. */
export const UNKNOWN_REASONS = ['missing', 'old', 'conflict', 'not-understood'] as const

/**
 * What would settle an unknown verdict: a question to the person or a document, with a key that many trials share.
 * `repeat`: the records answer, but too long ago; what must be done again, as a sentence.
 */
export const Need = z.object({ key: z.string(), question: z.string(), document: z.string().optional(), repeat: z.string().optional() })
export type Need = z.infer<typeof Need>

/** What one criterion means for one person. `team`: no record can settle it (consent, judgement, willingness). */
export type Verdict = {
  label: (typeof VERDICT_LABELS)[number]
  unknown?: (typeof UNKNOWN_REASONS)[number] | undefined
  /** The fail may pass later: a lab, a washout, a toxicity. */
  recoverable?: boolean | undefined
  /** From when it may pass, when that can be said. */
  until?: PartialDate | undefined
  /** One sentence a patient can read. */
  because: string
  /** It rests on the records not mentioning something: allowed as "not so, by the histories", never a reason why a trial fits. */
  bySilence?: boolean | undefined
  evidence: Evidence[]
  needs?: Need[] | undefined
  /** Which kind of criterion judged it (`has-measurable-disease`), when one did. */
  kind?: string | undefined
  parts: Verdict[]
}
export const Verdict: z.ZodType<Verdict> = z.object({
  label: z.enum(VERDICT_LABELS),
  unknown: z.enum(UNKNOWN_REASONS).optional(),
  recoverable: z.boolean().optional(),
  until: PartialDate.optional(),
  because: z.string().min(1),
  bySilence: z.boolean().optional(),
  evidence: z.array(Evidence),
  needs: z.array(Need).optional(),
  kind: z.string().optional(),
  get parts() {
    return z.array(Verdict)
  },
})

export const OUTCOMES = ['possible', 'not-now', 'excluded'] as const
export type Outcome = (typeof OUTCOMES)[number]
