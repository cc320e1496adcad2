import type { Fact } from '../record/fact.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { isPresent } from './metastases.ts'
import { ofKind } from './sources.ts'

/**
 * Whether disease can be measured on the latest scan that lets one say so. Older scans do not count against a newer one.
 * Lesions count by their size only where metastases are proven: a benign lesion has a size too.
 */
export function mergeMeasurable(facts: readonly Fact[], metastases: Profile['metastases']): Profile['measurable'] {
  const spread = metastases.some(isPresent)
  const all = ofKind(facts, 'measurable')
    .filter((fact) => fact.certainty === 'stated' || spread)
    .sort((a, b) => saidDay(b) - saidDay(a))
  const [newest] = all
  if (newest === undefined) return undefined
  const near = all.filter((fact) => saidDay(newest) - saidDay(fact) <= SAME_STAGING)
  const stated = near.find((fact) => fact.certainty === 'stated') ?? newest
  const same = near.filter((fact) => fact.value.value === stated.value.value)
  return { ...stated.value, evidence: evidenceOf([stated, ...same]).slice(0, 8) }
}

/** Scans of one staging are made within weeks of each other, days. */
const SAME_STAGING = 30
