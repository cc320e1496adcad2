import type { Fact } from '../record/fact.ts'
import { firstDay } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { breastSurgery } from './extent.ts'
import { isPresent } from './metastases.ts'
import { ofKind } from './sources.ts'

/**
 * Whether disease can be measured on the latest scan that lets one say so. Older scans do not count against a newer one.
 * Lesions count by their size only where metastases are proven: a benign lesion has a size too.
 */
export function mergeMeasurable(
  facts: readonly Fact[],
  metastases: Profile['metastases'],
  extent: Profile['extent'],
): Profile['measurable'] {
  const spread = metastases.some(isPresent)
  const all = ofKind(facts, 'measurable')
    .filter((fact) => fact.certainty === 'stated' || spread)
    .sort((a, b) => saidDay(b) - saidDay(a))
  const [newest] = all
  if (newest === undefined) return nothingLeft(facts, metastases, extent)
  const near = all.filter((fact) => saidDay(newest) - saidDay(fact) <= SAME_STAGING)
  const stated = near.find((fact) => fact.certainty === 'stated') ?? newest
  const same = near.filter((fact) => fact.value.value === stated.value.value)
  return { ...stated.value, evidence: evidenceOf([stated, ...same]).slice(0, 8) }
}

/** The primary is removed, a scan after that denies metastases, and none is proven or suspected: there is nothing to measure. */
function nothingLeft(facts: readonly Fact[], metastases: Profile['metastases'], extent: Profile['extent']): Profile['measurable'] {
  const operated = breastSurgery(facts)
  if (operated?.kind !== 'treatment' || extent?.value !== 'early' || metastases.some((one) => one.status !== 'ruled-out')) return undefined
  const { start } = operated.value
  const denials = ofKind(facts, 'metastasis')
    .filter((fact) => fact.value.status === 'ruled-out' && start !== undefined && saidDay(fact) > firstDay(start))
    .sort((a, b) => saidDay(b) - saidDay(a))
  const last = denials[0]
  if (last === undefined) return undefined
  return {
    value: false,
    ...(last.said === undefined ? {} : { date: last.said }),
    evidence: evidenceOf([last, operated]).slice(0, 4),
    reason: 'the primary was removed, and the latest scan shows no metastasis',
  }
}

/** Scans of one staging are made within weeks of each other, days. */
const SAME_STAGING = 30
