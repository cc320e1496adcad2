import type { Consents, Me } from '@carefolio/core/api/account.ts'
import type { OriginalFile } from '@carefolio/core/api/originals.ts'
import type { Profile } from '@carefolio/core/record/profile.ts'
import { isBusy, isUnread } from '../records/reading-state.ts'

export type NextStep =
  | { step: 'add' | 'opt-in' | 'codes' | 'show' }
  | { step: 'wait' | 'unread' | 'look' | 'questions'; count: number }
  | { step: 'trials'; count: number }

export type Known = {
  originals: readonly OriginalFile[] | undefined
  profile: Profile | undefined
  consents: Consents | undefined
  trials: { possible: number; questions: number } | undefined
  security: Me['security'] | undefined
}

/** What is to do, most needed first: the first is the one clear next step. */
export function nextStepsOf({ originals: known, profile, consents, trials, security }: Known): NextStep[] {
  const steps: NextStep[] = []
  const originals = known ?? []
  const busy = originals.filter(isBusy).length
  const unread = originals.filter(isUnread).length
  const toLook = (profile?.conflicts.length ?? 0) + (profile?.checks.length ?? 0) + (profile?.problems?.length ?? 0)
  // What is not known yet, or hidden, is not "nothing".
  if (known?.length === 0) steps.push({ step: 'add' })
  if (busy > 0) steps.push({ step: 'wait', count: busy })
  if (unread > 0) steps.push({ step: 'unread', count: unread })
  if (toLook > 0) steps.push({ step: 'look', count: toLook })
  if (consents?.trials === false && originals.length > busy) steps.push({ step: 'opt-in' })
  if (trials && trials.questions > 0) steps.push({ step: 'questions', count: trials.questions })
  if (trials && trials.possible > 0) steps.push({ step: 'trials', count: trials.possible })
  if (originals.length > busy) steps.push({ step: 'show' })
  if (security && security.recoveryCodesLeft === 0) steps.push({ step: 'codes' })
  return steps
}
