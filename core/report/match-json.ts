import type { MatchResult, TrialMatch } from '../record/match.ts'
import type { Verdict } from '../record/verdict.ts'

/**
 * The result of matching as `carefolio match --json` prints it: every trial with every criterion, spans as UTF-16 offsets
 * into the registry's criteria text exactly as received. Headers are among the criteria, marked.
 */
export function matchJson(result: MatchResult): object {
  return {
    asOf: result.asOf,
    considered: result.considered,
    funnel: result.funnel,
    trials: result.trials.map(trialJson),
    questions: result.questions.map(({ key, text, document, settles, trials }) => ({
      key,
      text,
      ...(document === undefined ? {} : { document }),
      settles,
      trials,
    })),
  }
}

function trialJson(match: TrialMatch): object {
  const { trial, site } = match
  return {
    nct: trial.id,
    title: trial.title,
    status: trial.status,
    outcome: match.outcome,
    rank: match.rank,
    ...(match.cohort === undefined ? {} : { cohort: match.cohort }),
    ...(match.cohorts.length === 0 ? {} : { cohorts: match.cohorts }),
    ...(site === undefined
      ? {}
      : {
          site: {
            facility: site.facility,
            city: site.city,
            state: site.state,
            country: site.country,
            status: site.status,
            distanceKm: rounded(site.distanceKm),
          },
        }),
    sites: match.sites.length,
    settled: rounded(match.settled, 100),
    criteria: match.criteria.map(({ criterion, verdict }) => ({
      start: criterion.start,
      end: criterion.end,
      section: criterion.section,
      header: criterion.header,
      ...(criterion.cohort === undefined ? {} : { cohort: criterion.cohort }),
      ...verdictJson(verdict),
    })),
  }
}

function verdictJson(verdict: Verdict): object {
  return {
    label: verdict.label,
    ...(verdict.unknown === undefined ? {} : { unknown: verdict.unknown }),
    ...(verdict.recoverable === undefined ? {} : { recoverable: verdict.recoverable }),
    ...(verdict.until === undefined ? {} : { until: verdict.until }),
    ...(verdict.kind === undefined ? {} : { kind: verdict.kind }),
    because: verdict.because,
    evidence: verdict.evidence.map(({ file, quote, page, start, end }) => ({ file, quote, page, start, end })),
    ...(verdict.needs === undefined ? {} : { needs: verdict.needs }),
  }
}

const rounded = (value: number | undefined, by = 10) => (value === undefined ? undefined : Math.round(value * by) / by)
