import { changesBetween, type TrialChange, type VerdictChange } from '../match/changes.ts'
import { around, type DiffPart } from '../match/word-diff.ts'
import type { MatchResult, TrialMatch } from '../record/match.ts'
import type { PartialDate } from '../record/partial-date.ts'
import { plainCriterion } from './plain-criterion.ts'
import { sentence } from './sentence.ts'
import type { SourceList } from './sources.ts'

/** What changed since an earlier report, for its own section: trials that may matter to the person are told, the others counted. */
export type ChangesSection = {
  since: PartialDate
  consideredBefore: number
  lists: { heading: string; trials: { id: string; title: string; outcome: string }[] }[]
  /** Trials whose outcome or text changed. */
  changed: ChangedTrial[]
  /** Verdicts that changed in the others, each reason once with the number of trials, the most frequent first. */
  alike: { because: string; words: string; sources: number[]; trials: number }[]
  /** Trials that were and are ruled out, and changed in some other way. */
  stillExcluded: number
}
export type ChangedTrial = {
  id: string
  title: string
  outcome?: string
  /** The criteria text as an excerpt around each amendment. */
  criteria?: DiffPart[]
  verdicts: { criterion: string; words: string; because: string; sources: number[] }[]
  /** How many more verdicts changed. */
  more: number
}

export function changesSectionOf(before: MatchResult, after: MatchResult, sources: SourceList): ChangesSection {
  const { added, gone, reopened, closed, changed } = changesBetween(before, after)
  const matters = changed.filter(({ match, outcome }) => match.outcome !== 'excluded' || (outcome && outcome.before !== 'excluded'))
  const told = matters.filter(({ outcome, criteria }) => outcome || criteria)
  return {
    since: before.asOf,
    consideredBefore: before.considered,
    lists: [
      { heading: 'New trials', trials: listed(added) },
      { heading: 'Open again', trials: listed(reopened) },
      { heading: 'No longer open', trials: listed(closed) },
      { heading: 'No longer listed for you', trials: listed(gone) },
    ].filter(({ trials }) => trials.length > 0),
    changed: told
      .toSorted((a, b) => Number(b.outcome !== undefined) - Number(a.outcome !== undefined))
      .map((one) => changedTrial(one, sources)),
    alike: alikeOf(
      matters.filter((one) => !told.includes(one)),
      sources,
    ),
    stillExcluded: changed.length - matters.length,
  }
}

const OUTCOMES = { possible: 'possible', 'not-now': 'not now', excluded: 'ruled out' } as const
const LABELS = { pass: 'fits', fail: 'does not fit', unknown: 'to confirm', team: 'for the trial team' } as const
const WHY = {
  criterion: 'the criterion is new or was amended',
  fact: 'your records say something else or more',
  time: 'time has passed',
  rule: 'this program reads it in another way',
} as const
/** Verdicts told for a trial; the rest is counted. */
const TOLD = 6

const listed = (matches: readonly TrialMatch[]) =>
  matches
    .toSorted((a, b) => RANK[a.outcome] - RANK[b.outcome] || a.rank - b.rank)
    .map(({ trial, outcome }) => ({ id: trial.id, title: trial.title, outcome: OUTCOMES[outcome] }))
const RANK = { possible: 0, 'not-now': 1, excluded: 2 } as const

function changedTrial({ match, outcome, criteria, verdicts }: TrialChange, sources: SourceList): ChangedTrial {
  return {
    id: match.trial.id,
    title: match.trial.title,
    ...(outcome ? { outcome: `${OUTCOMES[outcome.before]}, now ${OUTCOMES[outcome.after]}` } : {}),
    ...(criteria ? { criteria: around(criteria) } : {}),
    verdicts: verdicts.slice(0, TOLD).map((verdict) => ({
      criterion: plainCriterion(verdict.criterion),
      words: changeWords(verdict),
      because: sentence(verdict.after.because),
      sources: sources.numbersOf(verdict.after.evidence),
    })),
    more: Math.max(0, verdicts.length - TOLD),
  }
}

const changeWords = ({ before, after, why }: VerdictChange) =>
  before ? `${LABELS[before.label]}, now ${LABELS[after.label]}: ${WHY[why]}` : `${LABELS[after.label]}: ${WHY[why]}`

function alikeOf(changes: readonly TrialChange[], sources: SourceList): ChangesSection['alike'] {
  const groups = new Map<string, { verdict: VerdictChange; trials: Set<string> }>()
  for (const { match, verdicts } of changes)
    for (const verdict of verdicts) {
      const key = `${changeWords(verdict)} ${verdict.after.because}`
      const group = groups.get(key) ?? { verdict, trials: new Set<string>() }
      group.trials.add(match.trial.id)
      groups.set(key, group)
    }
  return [...groups.values()]
    .toSorted((a, b) => b.trials.size - a.trials.size)
    .map(({ verdict, trials }) => ({
      because: sentence(verdict.after.because),
      words: changeWords(verdict),
      sources: sources.numbersOf(verdict.after.evidence),
      trials: trials.size,
    }))
}
