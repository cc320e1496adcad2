import type { Evidence } from '../record/evidence.ts'
import type { Profile } from '../record/profile.ts'

/** How far the cancer has spread today, with the words that say so. */
export function extentOf(profile: Profile): {
  value: 'early' | 'locally-advanced' | 'metastatic' | undefined
  deNovo: boolean | undefined
  evidence: Evidence[]
} {
  const { extent, metastases, stages } = profile
  if (extent) return { value: extent.value, deNovo: extent.deNovo, evidence: extent.evidence }
  const spread = metastases.filter(
    ({ status, site }) => status !== 'ruled-out' && status !== 'suspected' && site !== 'lymph-node' && site !== 'chest-wall',
  )
  const fourth = stages.filter(({ group, m }) => /^IV/.test(group ?? '') || /M1/.test(m ?? ''))
  if (spread.length > 0 || fourth.length > 0)
    return { value: 'metastatic', deNovo: undefined, evidence: [...spread, ...fourth].flatMap(({ evidence }) => evidence) }
  return { value: undefined, deNovo: undefined, evidence: stages.flatMap(({ evidence }) => evidence) }
}

/** Sites of metastasis known today (not ruled out, not only suspected), with their evidence. */
export function knownMetastases(profile: Profile): Profile['metastases'] {
  return profile.metastases.filter(({ status }) => status !== 'ruled-out' && status !== 'suspected')
}

/** Breast cancers of the profile; the first is the one that treatment is for. */
export function breastCancers(profile: Profile): Profile['cancers'] {
  return profile.cancers.filter(({ site }) => /breast/i.test(site))
}
