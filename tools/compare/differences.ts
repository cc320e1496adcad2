/** What `carefolio abstract --json` and `carefolio match --json` printed for one person. */
export type Snapshot = { abstract: Record<string, unknown>; match: MatchJson }
type MatchJson = { trials: { nct: string; outcome: string; rank: number; criteria: CriterionJson[] }[] }
type CriterionJson = { start: number; end: number; header: boolean; label: string; because: string; evidence: { quote: string }[] }

export type Differences = { facts: string[]; outcomes: string[]; verdicts: string[] }

/** Facts (whatever their evidence), outcomes and verdicts that differ, each a line to read: `−` before, `+` after. */
export function differencesOf(before: Snapshot, after: Snapshot): Differences {
  const trials = new Map(before.match.trials.map((trial) => [trial.nct, trial]))
  const outcomes: string[] = []
  const verdicts: string[] = []
  for (const trial of after.match.trials) {
    const old = trials.get(trial.nct)
    trials.delete(trial.nct)
    if (!old) {
      outcomes.push(`+ ${trial.nct} ${trial.outcome}`)
      continue
    }
    if (old.outcome !== trial.outcome) outcomes.push(`${trial.nct} ${old.outcome} → ${trial.outcome}`)
    verdicts.push(...verdictLines(trial.nct, old.criteria, trial.criteria))
  }
  for (const { nct, outcome } of trials.values()) outcomes.push(`− ${nct} ${outcome}`)
  return { facts: factLines(before.abstract, after.abstract), outcomes, verdicts }
}

function factLines(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((part) => {
    const [were, are] = [factsIn(before[part]), factsIn(after[part])]
    return [...missingFrom(are, were).map((fact) => `− ${part} ${fact}`), ...missingFrom(were, are).map((fact) => `+ ${part} ${fact}`)]
  })
}

const factsIn = (value: unknown): string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map((one) => JSON.stringify(one, withoutEvidence))
const withoutEvidence = (key: string, value: unknown) => (key === 'evidence' || key === 'id' ? undefined : value)

/** Those of `wanted` that `list` does not have, as often as they are missing. */
function missingFrom(list: readonly string[], wanted: readonly string[]): string[] {
  const rest = [...list]
  return wanted.filter((one) => {
    const place = rest.indexOf(one)
    if (place >= 0) rest.splice(place, 1)
    return place < 0
  })
}

/** Pieces of the same place are compared; where the text is cut in another way, the piece that is new is told. */
function verdictLines(nct: string, before: readonly CriterionJson[], after: readonly CriterionJson[]): string[] {
  const were = new Map(before.map((piece) => [`${piece.start}–${piece.end}`, piece]))
  return after.flatMap((piece) => {
    const place = `${piece.start}–${piece.end}`
    const old = were.get(place)
    if (piece.header || (old && old.label === piece.label)) return []
    const why = !old ? 'cut in another way' : quotes(old) === quotes(piece) ? 'read by another rule' : 'rests on other words of the records'
    return [
      `${nct} ${place} ${old ? `${old.label} → ` : '+ '}${piece.label} (${why})\n      − ${old?.because ?? ''}\n      + ${piece.because}`,
    ]
  })
}

const quotes = ({ evidence }: CriterionJson) => evidence.map(({ quote }) => quote).join('|')
