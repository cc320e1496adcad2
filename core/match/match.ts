import type { MatchResult, SiteNearby, TrialMatch } from '../record/match.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import type { CompiledTrial } from './compile.ts'
import { sitesByDistance } from './distance.ts'
import { judgeTrial } from './judge-trial.ts'
import type { Subject } from './kind.ts'
import { byFit } from './order.ts'
import { questionsOf } from './questions.ts'
import { reasonNotForPerson } from './relevance.ts'

export type MatchOptions = { asOf: PartialDate; near?: { lat: number; lon: number }; withinKm?: number }

/** One person against every trial: each is judged and listed, or counted in the funnel with the reason. No cap. */
export function matchTrials(profile: Profile, trials: Iterable<CompiledTrial>, options: MatchOptions): MatchResult {
  const funnel = new Map<string, number>()
  const matches: TrialMatch[] = []
  let considered = 0
  const known: Subject['known'] = new Map()
  for (const compiled of trials) {
    considered++
    const reason = reasonNotForPerson(compiled.trial, profile)
    if (reason) funnel.set(reason, (funnel.get(reason) ?? 0) + 1)
    else matches.push(matchOf(compiled, { profile, asOf: options.asOf, trial: compiled.trial, known }, options))
  }
  return resultOf(options.asOf, considered, funnel, matches)
}

/** The results of parts of the trials as the one result of them all, so that thousands can be judged a few at a time. */
export function mergeMatches(asOf: PartialDate, parts: readonly MatchResult[]): MatchResult {
  const funnel = new Map<string, number>()
  for (const { reason, count } of parts.flatMap((part) => part.funnel)) funnel.set(reason, (funnel.get(reason) ?? 0) + count)
  const considered = parts.reduce((sum, part) => sum + part.considered, 0)
  return resultOf(
    asOf,
    considered,
    funnel,
    parts.flatMap((part) => part.trials),
  )
}

function resultOf(asOf: PartialDate, considered: number, funnel: ReadonlyMap<string, number>, matches: TrialMatch[]): MatchResult {
  matches.sort(byFit)
  matches.forEach((match, i) => {
    match.rank = i + 1
  })
  return {
    asOf,
    considered,
    funnel: [...funnel]
      .map(([reason, count]) => ({ reason, count }))
      .toSorted((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)),
    trials: matches,
    questions: questionsOf(matches),
  }
}

function matchOf(compiled: CompiledTrial, subject: Subject, { near, withinKm }: MatchOptions): TrialMatch {
  const { trial } = compiled
  const judged = judgeTrial(compiled, subject)
  const sites: SiteNearby[] = sitesByDistance(trial, near, withinKm)
  const site = sitesByDistance(trial, near).find((one) => one.open)
  return {
    trial,
    outcome: judged.outcome,
    rank: 0,
    ...(judged.cohort === undefined ? {} : { cohort: judged.cohort }),
    cohorts: judged.cohorts,
    settled: judged.settled,
    ...(site ? { site } : {}),
    sites,
    criteria: judged.criteria,
    ...(judged.registry.length > 0 ? { registry: judged.registry } : {}),
  }
}
