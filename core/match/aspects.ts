import type { TrialMatch } from '../record/match.ts'
import type { Verdict } from '../record/verdict.ts'

/** What of a person a kind of criterion speaks of, in the order in which an oncologist asks. */
export const ASPECTS = ['cancer', 'receptors', 'genes', 'treatments', 'measurements'] as const
export type Aspect = (typeof ASPECTS)[number]

const KINDS: Record<string, Aspect> = {
  'has-breast-cancer': 'cancer',
  'has-histology': 'cancer',
  'has-stage-or-setting': 'cancer',
  'has-stage-group': 'cancer',
  'has-tnm-category': 'cancer',
  'has-bone-only-disease': 'cancer',
  'has-visceral-disease': 'cancer',
  'has-brain-metastases': 'cancer',
  'has-leptomeningeal-disease': 'cancer',
  'has-her2-status': 'receptors',
  'has-hormone-receptor-status': 'receptors',
  'is-triple-negative': 'receptors',
  'has-gene-mutation': 'genes',
  'has-pd-l1': 'genes',
  'has-tumor-marker-score': 'genes',
  'has-had-prior-lines': 'treatments',
  'has-progressed-on-treatment': 'treatments',
  'has-progressed-early': 'treatments',
  'has-received-treatment': 'treatments',
  'has-been-treated-for': 'treatments',
  'has-had-radiation-or-surgery': 'treatments',
  'is-endocrine-resistant': 'treatments',
  'is-of-age': 'measurements',
  'has-performance-status': 'measurements',
  'has-measurable-disease': 'measurements',
  'has-menopausal-status': 'measurements',
  'lab-values-are-within-limits': 'measurements',
  'has-adequate-organ-function': 'measurements',
}

/** A reason why a trial fits: a statement about this person, with the words of the records, that the trial asks for. */
export type Reason = { aspect: Aspect; verdict: Verdict; index: number }

const REASONS = new WeakMap<TrialMatch, Reason[]>()

/**
 * Why a trial fits, statement by statement: what criteria of its inclusion part ask for and the records bear out. Silence of the records,
 * permissions, and what is asked of other groups of the trial are no reasons. `index` is the criterion's place in `criteria`.
 */
export function reasonsOf(match: TrialMatch): Reason[] {
  const known = REASONS.get(match)
  if (known !== undefined) return known
  const reasons = match.criteria.flatMap(({ criterion, verdict }, index) =>
    criterion.header || criterion.section !== 'inclusion' || verdict.label !== 'pass' || isOfOthers(criterion.cohort, match)
      ? []
      : decidingOf(verdict).flatMap((one) => {
          const aspect = KINDS[one.kind ?? '']
          const counts = aspect !== undefined && one.bySilence !== true && one.evidence.length > 0 && !DOES_NOT_APPLY.test(one.because)
          return counts ? [{ aspect, verdict: one, index }] : []
        }),
  )
  REASONS.set(match, reasons)
  return reasons
}

/** Of what the trial asks, in its criteria of inclusion or its title, the records leave something open. */
export function openAspectsOf(match: TrialMatch): Set<Aspect> {
  const asked = match.criteria.flatMap(({ criterion, verdict }) =>
    criterion.header || criterion.section !== 'inclusion' || isOfOthers(criterion.cohort, match) ? [] : [verdict],
  )
  return new Set([...asked, ...(match.registry ?? [])].flatMap((verdict) => [...aspectsLeftOpen(verdict)]))
}

/** Of what an open verdict speaks, as far as kinds understood it. */
export function aspectsLeftOpen(verdict: Verdict): Set<Aspect> {
  if (verdict.label !== 'unknown') return new Set()
  return new Set(
    decidingOf(verdict).flatMap(({ kind, label }) => {
      const aspect = KINDS[kind ?? '']
      return label === 'unknown' && aspect !== undefined ? [aspect] : []
    }),
  )
}

/** True for a criterion of a group of the trial that is not the person's. */
export const isOfOthers = (cohort: string | undefined, match: Pick<TrialMatch, 'cohort'>): boolean =>
  cohort !== undefined && match.cohort !== undefined && cohort !== match.cohort

/** The single statements that a verdict rests on: those whose sentence stands in it, down the tree. */
function decidingOf(verdict: Verdict): Verdict[] {
  const parts = verdict.parts.filter(({ because }) => verdict.because.includes(because))
  return parts.length === 0 ? [verdict] : parts.flatMap(decidingOf)
}

/** A condition of the criterion is not met, so it asks nothing; or the records are only searched in vain. */
const DOES_NOT_APPLY = /^Does not apply to you|^Not needed:|\b(?:is|are) not among\b|^No such\b|\bnot mentioned\b/
