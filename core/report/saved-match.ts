import { AppError } from '../record/errors.ts'
import { MatchResult } from '../record/match.ts'
import type { Verdict } from '../record/verdict.ts'

/** A matching as JSON to be compared with a later one: trials without their sites and descriptions, verdicts without their parts. */
export function savedMatch(result: MatchResult): string {
  return JSON.stringify({
    ...result,
    trials: result.trials.map(({ trial, site: _, criteria, ...match }) => ({
      ...match,
      sites: [],
      trial: { ...EMPTY, id: trial.id, title: trial.title, status: trial.status, criteriaText: trial.criteriaText },
      criteria: criteria.map(({ criterion, verdict }) => ({ criterion, verdict: withoutParts(verdict) })),
    })),
  } satisfies MatchResult)
}

/** What `savedMatch` wrote. Throws `not-a-match`. */
export function matchOfSaved(text: string): MatchResult {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new AppError('not-a-match', { cause })
  }
  const parsed = MatchResult.safeParse(json)
  if (!parsed.success) throw new AppError('not-a-match', { detail: parsed.error.issues[0]?.path.join('.') || 'not an object' })
  return parsed.data
}

const EMPTY = {
  aliases: [],
  conditions: [],
  keywords: [],
  conditionTerms: [],
  phases: [],
  arms: [],
  interventions: [],
  contacts: [],
  sites: [],
}

const withoutParts = (verdict: Verdict): Verdict => ({
  ...verdict,
  parts: [],
  evidence: verdict.evidence.map(({ document, file, page, start, end, quote }) => ({ document, file, page, start, end, quote })),
})
