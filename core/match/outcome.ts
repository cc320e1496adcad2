import type { Outcome, Verdict } from '../record/verdict.ts'

/**
 * What a trial (or one of its cohorts) comes to: excluded only by a fail that nothing can change and that has evidence;
 * not now when every fail may change; else possible.
 */
export function outcomeOf(verdicts: readonly Verdict[]): Outcome {
  const fails = verdicts.filter((verdict) => verdict.label === 'fail')
  if (fails.some((fail) => fail.recoverable !== true)) return 'excluded'
  return fails.length > 0 ? 'not-now' : 'possible'
}

/** Share of the criteria records can decide (not the team's) that are settled, 0…1. */
export function settledShare(verdicts: readonly Verdict[]): number {
  const decisive = verdicts.filter((verdict) => verdict.label !== 'team')
  return decisive.length === 0 ? 0 : decisive.filter((verdict) => verdict.label !== 'unknown').length / decisive.length
}
