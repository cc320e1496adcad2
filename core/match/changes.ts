import type { Evidence } from '../record/evidence.ts'
import type { MatchResult, TrialMatch } from '../record/match.ts'
import type { Outcome, Verdict } from '../record/verdict.ts'
import { isOpenNowOrSoon } from './lists.ts'
import { type DiffPart, wordDiff } from './word-diff.ts'

/** What is different between two matchings of one person, trial by trial. */
export type MatchChanges = {
  before: { asOf: string; considered: number }
  after: { asOf: string; considered: number }
  /** Judged now and not before. */
  added: TrialMatch[]
  /** Judged before and not now: gone from the registry copy, or no longer a trial for this person. */
  gone: TrialMatch[]
  reopened: TrialMatch[]
  closed: TrialMatch[]
  changed: TrialChange[]
}
export type TrialChange = {
  match: TrialMatch
  outcome?: { before: Outcome; after: Outcome }
  /** The criteria text as it was and is; absent when it is the same. */
  criteria?: DiffPart[]
  verdicts: VerdictChange[]
}
/**
 * One criterion whose verdict changed, and why: `criterion` – its words are new or were amended; `fact` – it rests on words of the records that the
 * other matching did not know at all; `time` – nothing new, but another day (a value grew old, a washout ended); `rule` – nothing new on the same
 * day: it is read in another way.
 */
export type VerdictChange = {
  criterion: string
  before?: Pick<Verdict, 'label' | 'because'>
  after: Pick<Verdict, 'label' | 'because' | 'evidence'>
  why: 'criterion' | 'fact' | 'time' | 'rule'
}

/** Compares two matchings, the earlier first. The order is that of the later one. */
export function changesBetween(before: MatchResult, after: MatchResult): MatchChanges {
  const were = new Map(before.trials.map((match) => [match.trial.id, match]))
  const are = new Set(after.trials.map((match) => match.trial.id))
  const pairs = after.trials.flatMap((match) => {
    const old = were.get(match.trial.id)
    return old ? [{ old, match }] : []
  })
  const sides: Sides = { before: placesOf(before), after: placesOf(after), sameDay: before.asOf === after.asOf }
  return {
    before: { asOf: before.asOf, considered: before.considered },
    after: { asOf: after.asOf, considered: after.considered },
    added: after.trials.filter(({ trial }) => !were.has(trial.id)),
    gone: before.trials.filter(({ trial }) => !are.has(trial.id)),
    reopened: pairs.filter(({ old, match }) => !isOpen(old) && isOpen(match)).map(({ match }) => match),
    closed: pairs.filter(({ old, match }) => isOpen(old) && !isOpen(match)).map(({ match }) => match),
    changed: pairs.flatMap(({ old, match }) => changeOf(old, match, sides) ?? []),
  }
}

const isOpen = ({ trial }: TrialMatch) => isOpenNowOrSoon(trial)

function changeOf(old: TrialMatch, match: TrialMatch, sides: Sides): TrialChange | undefined {
  const was = textOf(old)
  const is = textOf(match)
  const verdicts = verdictChanges(old, match, sides)
  if (old.outcome === match.outcome && was === is && verdicts.length === 0) return undefined
  return {
    match,
    ...(old.outcome === match.outcome ? {} : { outcome: { before: old.outcome, after: match.outcome } }),
    ...(was === is ? {} : { criteria: wordDiff(was, is) }),
    verdicts,
  }
}

/** Line breaks and spaces are no amendment. */
const textOf = ({ trial }: TrialMatch) => squeezed(trial.criteriaText ?? '')
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

function verdictChanges(old: TrialMatch, match: TrialMatch, sides: Sides): VerdictChange[] {
  const were = new Map<string, Verdict[]>()
  for (const { criterion, verdict } of old.criteria) {
    const key = `${criterion.section} ${squeezed(criterion.text)}`
    were.set(key, [...(were.get(key) ?? []), verdict])
  }
  return match.criteria.flatMap(({ criterion, verdict }): VerdictChange[] => {
    if (criterion.header) return []
    const before = were.get(`${criterion.section} ${squeezed(criterion.text)}`)?.shift()
    const after = { label: verdict.label, because: verdict.because, evidence: verdict.evidence }
    const text = squeezed(criterion.text)
    if (!before) return verdict.label === 'fail' || verdict.label === 'unknown' ? [{ criterion: text, after, why: 'criterion' }] : []
    if (before.label === verdict.label) return []
    const isNews =
      verdict.evidence.some((one) => !sides.before.has(placeOf(one))) || before.evidence.some((one) => !sides.after.has(placeOf(one)))
    const why = isNews ? 'fact' : sides.sameDay ? 'rule' : 'time'
    return [{ criterion: text, before: { label: before.label, because: before.because }, after, why }]
  })
}

/** Every place of the records that a matching rests on. */
type Sides = { before: ReadonlySet<string>; after: ReadonlySet<string>; sameDay: boolean }
const placesOf = ({ trials }: MatchResult): ReadonlySet<string> =>
  new Set(trials.flatMap(({ criteria }) => criteria.flatMap(({ verdict }) => verdict.evidence.map(placeOf))))
const placeOf = ({ document, page, start, quote }: Evidence) => `${document}|${page}|${start}|${quote}`
