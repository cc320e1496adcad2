import { findDrug } from '../codes/drugs.ts'
import type { Document } from '../record/document.ts'
import type { Evidence } from '../record/evidence.ts'
import { daysBetween, firstDay } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'
import { sideOf } from '../understand/pathology/specimens.ts'
import { isPresent } from './metastases.ts'

type Check = Profile['checks'][number]

/** Things in the profile that do not fit together. They are shown as "please check"; nothing is corrected. */
export function checksOf(profile: Omit<Profile, 'checks'>, documents: readonly Document[]): Check[] {
  const lineOf = linesIn(documents)
  const all = [
    ...sizeAgainstT(profile),
    ...nodesAgainstN(profile, lineOf),
    ...sumAgainstGrade(profile, lineOf),
    ...ishAgainstHer2(profile),
    ...sideAgainstDiagnosis(profile),
    ...stageAgainstMetastases(profile),
    ...datesAgainstBirth(profile),
    ...doseAgainstDrug(profile),
  ]
  return all.filter(({ message }, index) => all.findIndex((other) => other.message === message) === index)
}

type LineOf = (evidence: Evidence) => string

/** The whole line in which evidence stands: counts and scores stand beside the category and the grade. */
function linesIn(documents: readonly Document[]): LineOf {
  const byId = new Map(documents.map((document) => [document.id, document]))
  return ({ document, page, start, end }) => {
    const text = byId.get(document)?.pages.find(({ number }) => number === page)?.text ?? ''
    const stop = text.indexOf('\n', end)
    return text.slice(text.lastIndexOf('\n', Math.max(0, start - 1)) + 1, stop === -1 ? text.length : stop).slice(0, LONGEST_LINE)
  }
}
const LONGEST_LINE = 400

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

/** AJCC 8: pN1 is 1 to 3 positive nodes, pN2 4 to 9, pN3 10 or more; compared where the words of the stage give both. */
function nodesAgainstN({ stages }: Omit<Profile, 'checks'>, lineOf: LineOf): Check[] {
  const category = (positive: number) => (positive === 0 ? '0' : positive <= 3 ? '1' : positive <= 9 ? '2' : '3')
  return stages.flatMap(({ kind, evidence }) =>
    kind === 'clinical' || kind === 'recurrence'
      ? []
      : evidence.flatMap((one) => {
          const match = NODES_TOLD.exec(lineOf(one))
          const [, n, positive, examined] = match ?? []
          if (n === undefined || Number(positive) > Number(examined) || Number(examined) === 0) return []
          // internal mammary and clavicular nodes raise N beyond the count
          return category(Number(positive)) === n || (n > category(Number(positive)) && Number(positive) > 0)
            ? []
            : [check(`${positive} of ${examined} nodes and the category N${n} do not fit together.`, [one])]
        }),
  )
}
const NODES_TOLD =
  /\b(?:y?p)?(?:y?p?T\w{1,4}[\s,]*)?y?pN([0-3])(?:mi|[abc])?\b[^.;\d]{0,24}\b(\d{1,2})\s?(?:\/|of|out of)\s?(\d{1,2})\b(?!\s*\/)/i

/** Nottingham: a sum of 3 to 5 is grade 1, 6 or 7 grade 2, 8 or 9 grade 3; and the sum is that of its parts. */
function sumAgainstGrade({ cancers }: Omit<Profile, 'checks'>, lineOf: LineOf): Check[] {
  return cancers.flatMap(({ evidence }) =>
    evidence.flatMap((one) => {
      const parts = /\b([1-3])\s?\+\s?([1-3])\s?\+\s?([1-3])(?:\s?=\s?([3-9])\b)?/.exec(lineOf(one))
      if (parts === null) return []
      const sum = Number(parts[1]) + Number(parts[2]) + Number(parts[3])
      if (parts[4] !== undefined && Number(parts[4]) !== sum) return [check(`The parts of the grade (${parts[0]}) do not add up.`, [one])]
      const told = /\bgrade\W{0,4}(?:([1-3])|(I{1,3}))\b(?!\s?\+)/i.exec(lineOf(one))
      const grade = told?.[1] ?? (told?.[2] === undefined ? undefined : String(told[2].length))
      const fitting = sum <= 5 ? '1' : sum <= 7 ? '2' : '3'
      return grade === undefined || grade === fitting ? [] : [check(`The grade ${grade} and its score ${sum} do not fit together.`, [one])]
    }),
  )
}

/** ASCO/CAP: IHC 2+ is settled only by ISH; 3+ with ISH negative and 0 or 1+ with ISH amplified are rare enough to look again. */
function ishAgainstHer2({ receptors }: Omit<Profile, 'checks'>): Check[] {
  return receptors.flatMap(({ specimen, her2, evidence }) => {
    if (her2 === undefined) return []
    if (her2.ihc === '2+' && her2.ish === undefined)
      return [check(`HER2 of the ${specimen} is 2+, and no ISH (FISH) result is among the records.`, evidence)]
    if ((her2.ihc === '3+' && her2.ish === 'not-amplified') || ((her2.ihc === '0' || her2.ihc === '1+') && her2.ish === 'amplified'))
      return [check(`HER2 IHC ${her2.ihc} and ISH ${her2.ish} of the ${specimen} do not fit together.`, evidence)]
    if (her2.ish !== undefined && her2.ish !== 'equivocal' && countsSay(her2) !== undefined && countsSay(her2) !== her2.ish)
      return [
        check(
          `The HER2 counts of the ${specimen} (ratio ${her2.ratio ?? 'not given'}, copies ${her2.copy ?? 'not given'}) do not fit ISH ${her2.ish}.`,
          evidence,
        ),
      ]
    return []
  })
}

/** ASCO/CAP 2018: ratio of 2 and copies of 4 are amplified, less of both is not; between them the whole work-up decides. */
function countsSay({ ratio, copy }: { ratio?: number | undefined; copy?: number | undefined }): 'amplified' | 'not-amplified' | undefined {
  if (ratio === undefined) return undefined
  if (ratio >= 2) return copy === undefined || copy >= 4 ? 'amplified' : undefined
  return copy === undefined || copy < 4 ? 'not-amplified' : undefined
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

function stageAgainstMetastases({ stages, metastases, extent, cancers }: Omit<Profile, 'checks'>): Check[] {
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
  const diagnosed = cancers.find(({ site }) => site === 'breast')?.diagnosed
  const atFirst = present.find(({ first }) => diagnosed !== undefined && first !== undefined && daysBetween(diagnosed, first).most <= 90)
  const zero = stages.find(({ kind, m, group }) => kind === 'clinical' && (/m0/i.test(m ?? '') || /^(?:0|I{1,3}[ABC]?)$/.test(group ?? '')))
  return zero !== undefined && atFirst !== undefined && atFirst.first !== undefined && atFirst.first.length === 10
    ? [
        check(
          `The first stage says no distant spread, and a metastasis (${atFirst.site}) dates from within three months of the diagnosis.`,
          [...zero.evidence.slice(0, 3), ...atFirst.evidence.slice(0, 3)],
        ),
      ]
    : []
}

function datesAgainstBirth(profile: Omit<Profile, 'checks'>): Check[] {
  const { birthDate } = profile.person
  if (birthDate === undefined) return []
  const dated: { what: string; date: string | undefined; evidence: Evidence[] }[] = [
    ...profile.cancers.map((one) => ({ what: `the ${one.site} cancer`, date: one.diagnosed, evidence: one.evidence })),
    ...profile.receptors.map((one) => ({ what: `the ${one.specimen}`, date: one.date, evidence: one.evidence })),
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
  fulvestrant: [500, 'mg'],
  everolimus: [10, 'mg'],
  tucatinib: [300, 'mg'],
  neratinib: [240, 'mg'],
  lapatinib: [1500, 'mg'],
  inavolisib: [9, 'mg'],
  capecitabine: [1250, 'mg/m2'],
  eribulin: [1.4, 'mg/m2'],
  gemcitabine: [1250, 'mg/m2'],
  epirubicin: [120, 'mg/m2'],
  trastuzumab: [8, 'mg/kg'],
  pembrolizumab: [400, 'mg'],
  'datopotamab deruxtecan': [6, 'mg/kg'],
  'trastuzumab deruxtecan': [6.4, 'mg/kg'],
  'trastuzumab emtansine': [3.6, 'mg/kg'],
  'sacituzumab govitecan': [10, 'mg/kg'],
  paclitaxel: [250, 'mg/m2'],
  docetaxel: [100, 'mg/m2'],
  doxorubicin: [75, 'mg/m2'],
}

function doseAgainstDrug({ treatments }: Omit<Profile, 'checks'>): Check[] {
  return treatments.flatMap(({ drugs, dose, name, evidence }) => {
    if (dose === undefined || drugs.length !== 1 || /\b(?:total|cumulative)\b/i.test(dose)) return []
    const [most, unit] = HIGHEST[findDrug(drugs[0] ?? '')?.name ?? ''] ?? []
    const given = /(\d+(?:\.\d+)?)\s*(mg(?:\/(?:kg|m2|m²))?)/i.exec(dose)
    if (most === undefined || given?.[1] === undefined || given[2]?.toLowerCase().replace('²', '2') !== unit) return []
    return Number(given[1]) > most * 1.05 ? [check(`The dose of ${name} (${dose}) is higher than is usual.`, evidence)] : []
  })
}

const check = (message: string, evidence: readonly Evidence[]): Check => ({ message, evidence: evidence.slice(0, 6) })
