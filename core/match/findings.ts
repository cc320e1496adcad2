import { type Evidence, uniqueEvidence } from '../record/evidence.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Finding, Subject } from './kind.ts'

/** What a statement comes to, with its sentence. The words that kinds share, so that every kind says them in the same way. */
export const yes = (because: string, evidence: readonly Evidence[] = [], more: Partial<Finding> = {}): Finding => ({
  holds: 'yes',
  because,
  evidence: uniqueEvidence(evidence),
  ...more,
})

export const no = (because: string, evidence: readonly Evidence[] = [], more: Partial<Finding> = {}): Finding => ({
  holds: 'no',
  because,
  evidence: uniqueEvidence(evidence),
  ...more,
})

/** No record says: `key` is shared by all trials that ask the same. */
export const missing = (because: string, key: string, question: string, evidence: readonly Evidence[] = []): Finding => ({
  holds: 'unknown',
  unknown: 'missing',
  because,
  evidence: uniqueEvidence(evidence),
  needs: [{ key, question }],
})

/** A record says, but too long ago. */
export const old = (because: string, key: string, question: string, evidence: readonly Evidence[] = []): Finding => ({
  ...missing(because, key, question, evidence),
  unknown: 'old',
  needs: [{ key, question, ...(evidence.length > 0 && key.startsWith('lab:') ? { repeat: because } : {}) }],
})

export const forTeam = (because: string, evidence: readonly Evidence[] = []): Finding => ({
  holds: 'team',
  because,
  evidence: uniqueEvidence(evidence),
})

/** Words of a criterion that no kind could read. */
export const notUnderstood = (words: string): Finding => ({
  holds: 'unknown',
  unknown: 'not-understood',
  because: `We did not understand these words: “${words}”.`,
  evidence: [],
})

/** What the trial asks, put the way the statement stands: "the trial asks for at least 50 %", "the trial keeps out people with more than 3 mg/dL". */
export const asking = ({ keepsOut }: Pick<Subject, 'keepsOut'>, words: string): string =>
  keepsOut === undefined
    ? `the trial speaks of ${words}`
    : keepsOut
      ? `the trial keeps out people with ${words}`
      : `the trial asks for ${words}`

/** `3 September 2026`, `September 2026` or `2026`, as precise as the date is. */
export function dayWords(date: PartialDate): string {
  const [year, month, day] = date.split('-')
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1]
  return [day === undefined ? undefined : String(Number(day)), name, year].filter((part) => part !== undefined).join(' ')
}

/** `on 3 September 2026`, but `in September 2026` and `in 2026`. */
export const onDay = (date: PartialDate): string => `${date.length > 7 ? 'on' : 'in'} ${dayWords(date)}`

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
