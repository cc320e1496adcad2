import { findDrug } from '../codes/drugs.ts'
import type { Evidence } from '../record/evidence.ts'
import { firstDay } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { sideOf } from '../understand/pathology/specimens.ts'
import { isPresent } from './metastases.ts'

type Check = Profile['checks'][number]

/** Things in the profile that do not fit together. They are shown as "please check"; nothing is corrected. */
export function checksOf(profile: Omit<Profile, 'checks'>): Check[] {
  return [
    ...sizeAgainstT(profile),
    ...ishAgainstHer2(profile),
    ...sideAgainstDiagnosis(profile),
    ...stageAgainstMetastases(profile),
    ...datesAgainstBirth(profile),
    ...doseAgainstDrug(profile),
  ]
}

/** AJCC 8: T1 to 20 mm, T2 to 50 mm, T3 above. Only the size of the invasive part on pathology is compared with pT. */
function sizeAgainstT({ stages, tumorSizes }: Omit<Profile, 'checks'>): Check[] {
  const stage = stages.find((one) => one.kind === 'pathologic' && one.t !== undefined)
  const t = /t([123])/i.exec(stage?.t ?? '')?.[1]
  const sizes = tumorSizes.filter(
    (size) => size.how === 'pathology' && (size.of === 'invasive' || size.of === undefined) && /breast/i.test(size.where ?? 'breast'),
  )
  if (stage === undefined || t === undefined || sizes.length === 0) return []
  const fits = (mm: number) => (mm <= 20 ? '1' : mm <= 50 ? '2' : '3') === t
  if (sizes.some((size) => fits(size.mm))) return []
  const largest = [...sizes].sort((a, b) => b.mm - a.mm)[0]
  if (largest === undefined) return []
  return [
    check(`The size of the tumour (${largest.mm} mm) and its T category (${stage.t}) do not fit together.`, [
      ...largest.evidence,
      ...stage.evidence,
    ]),
  ]
}

/** ASCO/CAP: IHC 2+ is settled only by ISH; 3+ with ISH negative and 0 or 1+ with ISH amplified are rare enough to look again. */
function ishAgainstHer2({ receptors }: Omit<Profile, 'checks'>): Check[] {
  return receptors.flatMap(({ specimen, her2, evidence }) => {
    if (her2 === undefined) return []
    if (her2.ihc === '2+' && her2.ish === undefined)
      return [check(`HER2 of the ${specimen} is 2+, and no ISH (FISH) result is among the records.`, evidence)]
    if ((her2.ihc === '3+' && her2.ish === 'not-amplified') || ((her2.ihc === '0' || her2.ihc === '1+') && her2.ish === 'amplified'))
      return [check(`HER2 IHC ${her2.ihc} and ISH ${her2.ish} of the ${specimen} do not fit together.`, evidence)]
    return []
  })
}

/** Tissue of the other breast than the one with the cancer: a slip of a side, or a second cancer nobody wrote down. */
function sideAgainstDiagnosis({ cancers, receptors }: Omit<Profile, 'checks'>): Check[] {
  const breast = cancers.filter((cancer) => cancer.site === 'breast')
  const side = breast[0]?.laterality
  if (breast.length !== 1 || (side !== 'left' && side !== 'right')) return []
  return receptors.flatMap(({ specimen, from, evidence }) => {
    const taken = /\bbreast\b/i.test(specimen) ? sideOf(specimen) : undefined
    return from === 'metastasis' || taken === undefined || taken === side
      ? []
      : [check(`The ${specimen} is of the other side than the cancer (${side}).`, evidence)]
  })
}

function stageAgainstMetastases({ stages, metastases, extent }: Omit<Profile, 'checks'>): Check[] {
  const four = stages.find((stage) => /^IV/.test(stage.group ?? '') || /m1/i.test(stage.m ?? ''))
  const present = metastases.filter(isPresent)
  if (four !== undefined && present.length === 0 && extent?.value !== 'metastatic')
    return [check('A stage IV is documented, and no metastasis is named in the records.', four.evidence)]
  const early = stages.find((stage) => stage.kind === 'recurrence' && /m0/i.test(stage.m ?? ''))
  if (early !== undefined && present.length > 0)
    return [
      check('The stage of the recurrence says M0, and metastases are documented.', [
        ...early.evidence,
        ...present.flatMap((one) => one.evidence.slice(0, 1)),
      ]),
    ]
  return []
}

function datesAgainstBirth(profile: Omit<Profile, 'checks'>): Check[] {
  const { birthDate } = profile.person
  if (birthDate === undefined) return []
  const dated: { what: string; date: string | undefined; evidence: Evidence[] }[] = [
    ...profile.cancers.map((one) => ({ what: `the ${one.site} cancer`, date: one.diagnosed, evidence: one.evidence })),
    ...profile.treatments.map((one) => ({ what: one.name, date: one.start, evidence: one.evidence })),
    ...profile.treatments
      .filter(
        (one) =>
          one.start !== undefined && one.end !== undefined && firstDay(one.end) < firstDay(one.start) && one.end.length >= one.start.length,
      )
      .map((one) => ({ what: `${one.name} ends before it begins`, date: undefined, evidence: one.evidence })),
  ]
  return dated.flatMap(({ what, date, evidence }) => {
    if (date === undefined) return what.endsWith('begins') ? [check(`By its dates, ${what}.`, evidence)] : []
    return date.slice(0, 4) < birthDate.slice(0, 4) ? [check(`The date of ${what} (${date}) lies before the birth date.`, evidence)] : []
  })
}

/** Usual single doses of drugs whose mix-up matters; far above is a slip of unit or drug. */
const HIGHEST: Readonly<Record<string, readonly [number, string]>> = {
  letrozole: [2.5, 'mg'],
  anastrozole: [1, 'mg'],
  exemestane: [50, 'mg'],
  tamoxifen: [40, 'mg'],
  palbociclib: [125, 'mg'],
  ribociclib: [600, 'mg'],
  abemaciclib: [200, 'mg'],
  elacestrant: [345, 'mg'],
  capivasertib: [400, 'mg'],
  alpelisib: [300, 'mg'],
  olaparib: [600, 'mg'],
  talazoparib: [1, 'mg'],
  'trastuzumab deruxtecan': [6.4, 'mg/kg'],
  'trastuzumab emtansine': [3.6, 'mg/kg'],
  'sacituzumab govitecan': [10, 'mg/kg'],
  paclitaxel: [250, 'mg/m2'],
  docetaxel: [100, 'mg/m2'],
  doxorubicin: [75, 'mg/m2'],
}

function doseAgainstDrug({ treatments }: Omit<Profile, 'checks'>): Check[] {
  return treatments.flatMap(({ drugs, dose, name, evidence }) => {
    if (dose === undefined || drugs.length !== 1) return []
    const [most, unit] = HIGHEST[findDrug(drugs[0] ?? '')?.name ?? ''] ?? []
    const given = /(\d+(?:\.\d+)?)\s*(mg(?:\/(?:kg|m2|m²))?)/i.exec(dose)
    if (most === undefined || given?.[1] === undefined || given[2]?.toLowerCase().replace('²', '2') !== unit) return []
    return Number(given[1]) > most * 1.05 ? [check(`The dose of ${name} (${dose}) is higher than is usual.`, evidence)] : []
  })
}

const check = (message: string, evidence: readonly Evidence[]): Check => ({ message, evidence: evidence.slice(0, 6) })
