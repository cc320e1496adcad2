import type { Fact } from '../record/fact.ts'
import { daysBetween, lastDay, type PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { evidenceOf, saidDay } from './choose.ts'
import { isPresent } from './metastases.ts'
import { ofKind } from './sources.ts'

type Extent = NonNullable<Profile['extent']>

/**
 * How far the disease reaches today. A proven distant metastasis, or a clinician's word, makes it metastatic, and it stays so;
 * otherwise the latest word, else what the documented stage group means (III is locally advanced).
 */
export function mergeExtent(
  facts: readonly Fact[],
  metastases: Profile['metastases'],
  stages: Profile['stages'],
  cancers: Profile['cancers'],
): Extent | undefined {
  const said = ofKind(facts, 'extent')
    .filter((fact) => fact.certainty !== 'planned' && fact.certainty !== 'ruled-out')
    .sort((a, b) => saidDay(b) - saidDay(a))
  const present = metastases.filter(isPresent)
  const metastatic = said.filter((fact) => fact.value.value === 'metastatic')
  if (present.length > 0 || metastatic.some((fact) => fact.certainty === 'stated')) {
    const since = earliest([...present.map((one) => one.first), ...metastatic.map((fact) => fact.value.since)])
    const deNovo = deNovoOf(metastatic, since, cancers)
    return {
      value: 'metastatic',
      ...(since === undefined ? {} : { since }),
      ...(deNovo === undefined ? {} : { deNovo }),
      evidence: [...evidenceOf(metastatic).slice(0, 6), ...present.flatMap((one) => one.evidence.slice(0, 2))].slice(0, 10),
      ...(metastatic.length === 0 ? { reason: 'distant metastases are proven' } : {}),
    }
  }
  const word = said.find((fact) => fact.value.value !== 'metastatic')
  if (word) return { value: word.value.value, evidence: evidenceOf([word]) }
  const staged = stages.find((stage) => stage.group !== undefined)
  if (staged?.group === undefined) return undefined
  const value = /^IV/.test(staged.group) ? 'metastatic' : /^III/.test(staged.group) ? 'locally-advanced' : 'early'
  return { value, evidence: staged.evidence, reason: `the documented stage is ${staged.group}` }
}

/** By word; else by time: within four months of the first diagnosis is the staging of the same illness. */
function deNovoOf(metastatic: readonly Fact<'extent'>[], since: PartialDate | undefined, cancers: Profile['cancers']): boolean | undefined {
  const word = metastatic.find((fact) => fact.value.deNovo !== undefined)?.value.deNovo
  if (word !== undefined) return word
  const diagnosed = cancers.find((cancer) => cancer.site === 'breast')?.diagnosed
  if (since === undefined || diagnosed === undefined) return undefined
  const { least, most } = daysBetween(diagnosed, since)
  return least > 120 ? false : most <= 120 ? true : undefined
}

const earliest = (dates: readonly (PartialDate | undefined)[]): PartialDate | undefined =>
  dates.filter((date) => date !== undefined).sort((a, b) => lastDay(a) - lastDay(b) || b.length - a.length)[0]
