/** What `carefolio abstract --json` and `carefolio match --json` printed for one person; either may be missing. */
export type Snapshot = { abstract?: Record<string, unknown>; match?: MatchJson }
export type MatchJson = { trials: TrialJson[]; questions?: { key: string; text: string }[] }
type TrialJson = { nct: string; outcome: string; rank: number; criteria: CriterionJson[] }
type CriterionJson = { start: number; end: number; header: boolean; label: string; because: string; evidence: { quote: string }[] }

/** Lines to read. `report`: what a reader of the report sees change besides, the first trials and the questions. */
export type Differences = { facts: string[]; outcomes: string[]; verdicts: string[]; report: string[] }

/** Facts (whatever their evidence), outcomes, verdicts and the report's order that differ and why: `−` before, `+` after. */
export function differencesOf(before: Snapshot, after: Snapshot): Differences {
  const none = { outcomes: [], verdicts: [], report: [] }
  return {
    facts: before.abstract && after.abstract ? factLines(before.abstract, after.abstract) : [],
    ...(before.match && after.match ? matchDifferences(before.match, after.match) : none),
  }
}

function matchDifferences(before: MatchJson, after: MatchJson): Omit<Differences, 'facts'> {
  const trials = new Map(before.trials.map((trial) => [trial.nct, trial]))
  const outcomes: string[] = []
  const verdicts: string[] = []
  const report: string[] = []
  for (const trial of after.trials) {
    const old = trials.get(trial.nct)
    trials.delete(trial.nct)
    if (!old) {
      outcomes.push(`+ ${trial.nct} ${trial.outcome}`)
      continue
    }
    const changed = verdictLines(trial.nct, old.criteria, trial.criteria)
    verdicts.push(...changed)
    if (old.outcome !== trial.outcome) outcomes.push(`${trial.nct} ${old.outcome} → ${trial.outcome}${whyOf(old, trial)}`)
    if (old.rank !== trial.rank && Math.min(old.rank, trial.rank) <= FIRST)
      report.push(`${trial.nct} stands at place ${trial.rank}, before at ${old.rank}`)
  }
  for (const { nct, outcome } of trials.values()) outcomes.push(`− ${nct} ${outcome}`)
  const words = ({ questions = [] }: MatchJson) => questions.map(({ key, text }) => `question ${key}: ${text}`)
  report.push(...changesOf(words(before), words(after)))
  return { outcomes, verdicts, report }
}

/** Places of a report that people look at. */
const FIRST = 20

/** The changed verdicts that speak for the new outcome: a fail for one that is worse, what is no longer a fail for one that is better. */
function whyOf(before: TrialJson, after: TrialJson): string {
  const were = new Map(before.criteria.map((piece) => [placeOf(piece), piece]))
  const isFail = (piece: CriterionJson | undefined) => piece?.label === 'fail'
  const reasons = after.criteria.filter((piece) => isFail(piece) !== isFail(were.get(placeOf(piece)))).map(({ because }) => because)
  return reasons.length === 0 ? '' : ` (${reasons.slice(0, 2).join(' ')})`
}

function factLines(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((part) =>
    changesOf(factsIn(before[part]), factsIn(after[part])).map((line) => `${line.slice(0, 2)}${part} ${line.slice(2)}`),
  )
}

const changesOf = (before: readonly string[], after: readonly string[]): string[] => [
  ...missingFrom(after, before).map((one) => `− ${one}`),
  ...missingFrom(before, after).map((one) => `+ ${one}`),
]

const factsIn = (value: unknown): string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map((one) => JSON.stringify(one, withoutEvidence))
const withoutEvidence = (key: string, value: unknown) => (key === 'evidence' || key === 'id' ? undefined : value)

/** Those of `wanted` that `list` does not have, as often as they are missing. */
function missingFrom(list: readonly string[], wanted: readonly string[]): string[] {
  const rest = new Map<string, number>()
  for (const one of list) rest.set(one, (rest.get(one) ?? 0) + 1)
  return wanted.filter((one) => {
    const left = rest.get(one) ?? 0
    rest.set(one, left - 1)
    return left <= 0
  })
}

/** Pieces of the same place are compared; where the text is cut in another way, the piece that is new is told. */
function verdictLines(nct: string, before: readonly CriterionJson[], after: readonly CriterionJson[]): string[] {
  const were = new Map(before.map((piece) => [placeOf(piece), piece]))
  return after.flatMap((piece) => {
    const old = were.get(placeOf(piece))
    if (piece.header || (old && old.label === piece.label)) return []
    const why = !old ? 'cut in another way' : quotes(old) === quotes(piece) ? 'read by another rule' : 'rests on other words of the records'
    return [
      `${nct} ${placeOf(piece)} ${old ? `${old.label} → ` : '+ '}${piece.label} (${why})\n      − ${old?.because ?? ''}\n      + ${piece.because}`,
    ]
  })
}

const placeOf = ({ start, end }: CriterionJson) => `${start}–${end}`
const quotes = ({ evidence }: CriterionJson) => evidence.map(({ quote }) => quote).join('|')
