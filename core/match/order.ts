import type { TrialMatch } from '../record/match.ts'
import { OPEN_STATUSES } from '../record/trial.ts'
import { distanceFromBreast } from './relevance.ts'

/** As the report prints it; `byFit` does exactly this. Sponsor and payment play no part. */
export const ORDER_RULE =
  'Trials that are open come first. Among them: possible before not now before ruled out; then trials that name breast cancer before those for many cancers and those for other cancers; then the larger share of criteria that your records already settle; then trials that ask for what your tumour and treatments are known to be; then the shorter way to the nearest open site; then the newer registry update; then the registry number. Who sponsors or pays for a trial plays no part.'

/** Orders two judged trials by `ORDER_RULE`. */
export function byFit(a: TrialMatch, b: TrialMatch): number {
  return (
    Number(isOpen(b)) - Number(isOpen(a)) ||
    OUTCOME[a.outcome] - OUTCOME[b.outcome] ||
    distanceFromBreast(a.trial) - distanceFromBreast(b.trial) ||
    Math.round(b.settled * 20) - Math.round(a.settled * 20) ||
    specificity(b) - specificity(a) ||
    (a.site?.distanceKm ?? FAR) - (b.site?.distanceKm ?? FAR) ||
    (b.trial.lastUpdate ?? '').localeCompare(a.trial.lastUpdate ?? '') ||
    a.trial.id.localeCompare(b.trial.id)
  )
}

const OUTCOME = { possible: 0, 'not-now': 1, excluded: 2 } as const
const FAR = 50_000
const isOpen = ({ trial }: TrialMatch) => trial.status === undefined || OPEN_STATUSES.includes(trial.status)

/** How much of what the trial asks about the tumour the person was found to have: criteria on biomarkers and line that pass. */
function specificity({ criteria }: TrialMatch): number {
  return criteria.filter(({ verdict }) => verdict.label === 'pass' && SPECIFIC.test(verdict.kind ?? '')).length
}
const SPECIFIC = /her2|receptor|mutation|pd-l1|triple-negative|prior-lines|progressed/
