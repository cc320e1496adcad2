import type { Part } from '@carefolio/core/api/route.ts'
import type { Evidence } from '@carefolio/core/record/evidence.ts'
import type { MatchResult, TrialMatch } from '@carefolio/core/record/match.ts'
import type { Verdict } from '@carefolio/core/record/verdict.ts'
import { isAmong, WITHHELD } from './seen-profile.ts'

const NOT_SHOWN = 'This rests on something that is not shown to you.'

/**
 * Trials judged for a person, without what is `hidden`. Which trials fit, and their order, stay: that is the part `trials` itself. Of `profile`
 * go all verdicts, reasons and questions; of `about`, what rests on the birth date (`about`: the places it was read at); of `records`, files and quotes.
 */
export function seenMatch(match: MatchResult, hidden: readonly Part[], about: readonly Evidence[]): MatchResult {
  let seen = match
  if (hidden.includes('profile')) seen = withoutProfile(seen)
  else if (hidden.includes('about')) seen = withoutAbout(seen, about)
  if (hidden.includes('records')) seen = withVerdicts(seen, withoutRecords)
  return seen
}

function withoutProfile(match: MatchResult): MatchResult {
  const setAside = match.funnel.reduce((sum, { count }) => sum + count, 0)
  const unsaid: Verdict = { label: 'unknown', unknown: 'missing', because: NOT_SHOWN, evidence: [], parts: [] }
  return {
    ...match,
    funnel: setAside === 0 ? [] : [{ reason: 'for reasons that are not shown to you', count: setAside }],
    trials: match.trials.map(({ cohort: _, registry: _registry, ...one }) => ({
      ...one,
      cohorts: [],
      settled: 0,
      criteria: one.criteria.map(({ criterion }) => ({ criterion, verdict: unsaid })),
    })),
    questions: [],
  }
}

function withoutAbout(match: MatchResult, about: readonly Evidence[]): MatchResult {
  const isAbout = isAmong(about)
  const cut = (verdict: Verdict): Verdict => {
    const parts = verdict.parts.map(cut)
    const isBare =
      ABOUT_KINDS.has(verdict.kind ?? '') || verdict.evidence.some(isAbout) || parts.some((part, i) => part !== verdict.parts[i])
    if (!isBare) return verdict
    const { needs: _, until: _until, ...rest } = verdict
    return { ...rest, because: NOT_SHOWN, evidence: [], parts }
  }
  return { ...withVerdicts(match, cut), questions: match.questions.filter(({ key }) => !ABOUT_KEYS.test(key)) }
}
const ABOUT_KINDS: ReadonlySet<string> = new Set(['is-of-age'])
const ABOUT_KEYS = /birth|\bage\b|zip/i

const withoutRecords = (verdict: Verdict): Verdict => ({
  ...verdict,
  evidence: verdict.evidence.length > 0 ? [WITHHELD] : [],
  parts: verdict.parts.map(withoutRecords),
})

const withVerdicts = (match: MatchResult, cut: (verdict: Verdict) => Verdict): MatchResult => ({
  ...match,
  trials: match.trials.map((one): TrialMatch => {
    const criteria = one.criteria.map(({ criterion, verdict }) => ({ criterion, verdict: cut(verdict) }))
    return { ...one, criteria, ...(one.registry === undefined ? {} : { registry: one.registry.map(cut) }) }
  }),
})
