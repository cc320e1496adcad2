import { type Drug, findDrug, findDrugs, isOncology } from '../codes/drugs.ts'
import type { Evidence } from '../record/evidence.ts'
import type { PartialDate } from '../record/partial-date.ts'
import type { Profile } from '../record/profile.ts'

/** One systemic treatment against the cancer as given, with its drugs known by the tables. */
export type Given = {
  name: string
  drugs: Drug[]
  setting?: 'neoadjuvant' | 'adjuvant' | 'metastatic' | undefined
  line?: number | undefined
  start?: PartialDate | undefined
  end?: PartialDate | undefined
  stopped?: 'progression' | 'toxicity' | 'completed' | 'choice' | undefined
  ongoing?: boolean | undefined
  evidence: Evidence[]
}

/** Every systemic treatment of the profile, in order of time; medications that act on the cancer and are named nowhere else come after. */
export function givenTreatments(profile: Profile): Given[] {
  const known = CACHE.get(profile)
  if (known) return known
  const given: Given[] = profile.treatments
    .filter(({ type }) => type === 'systemic')
    .map(({ name, drugs, setting, line, start, end, stopped, ongoing, evidence }) => ({
      name,
      drugs: drugsOf(name, drugs),
      setting,
      line,
      start,
      // Nobody's cancer grows on the day that treatment began: such an end is the date of the page.
      end: stopped === 'progression' && start !== undefined && end === start && start.length === 10 ? undefined : end,
      stopped,
      ongoing,
      evidence,
    }))
  const named = new Set(given.flatMap(({ drugs }) => drugs.map((drug) => drug.name)))
  for (const { name, start, end, evidence } of profile.medications)
    for (const { drug } of findDrugs(name))
      if (isOncology(drug) && !named.has(drug.name)) given.push({ name, drugs: [drug], start, end, evidence })
  CACHE.set(profile, given)
  return given
}
const CACHE = new WeakMap<Profile, Given[]>()

function drugsOf(name: string, drugs: readonly string[]): Drug[] {
  const found = drugs.flatMap((drug) => findDrug(drug) ?? findDrugs(drug).map((spot) => spot.drug))
  return found.length > 0 ? found : findDrugs(name).map((spot) => spot.drug)
}

/** True when the records tell what the person was treated with, so that silence about a drug means it was not given. */
export function knowsTreatments(profile: Profile): boolean {
  return profile.treatments.length > 0 || profile.historyTaken.some(({ part }) => part === 'past-medical' || part === 'medications')
}

/** `palbociclib + letrozole (July 2023 – March 2025)` */
export function givenWords({ name, start, end }: Given): string {
  if (!start && !end) return name
  return `${name} (${start ? start.slice(0, 7) : '?'} to ${end ? end.slice(0, 7) : 'now'})`
}

/** A name within a sentence: "last bilateral mastectomy", but "last Enhertu". */
export const inSentence = (name: string): string =>
  /^[A-Z][a-z]+\b/.test(name) && findDrugs(name).length === 0 ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** An antibody-drug conjugate without any free cytotoxic drug. */
export const isOnlyConjugate = ({ drugs }: Given): boolean => drugs.every(({ family }) => family !== 'chemo')

/** The treatment given last (for metastatic disease before earlier ones). */
export function latestTreatment(profile: Profile): Given | undefined {
  return givenTreatments(profile)
    .filter(({ start, end }) => start !== undefined || end !== undefined)
    .toSorted((a, b) => (b.end ?? '9999').localeCompare(a.end ?? '9999') || (b.start ?? '').localeCompare(a.start ?? ''))[0]
}

/** Lines of treatment for metastatic disease that pass `isOfType`: each numbered line once, unnumbered ones each for themselves. */
export function metastaticLines(profile: Profile, isOfType: (given: Given) => boolean): Given[] {
  const lines = new Map<string, Given>()
  givenTreatments(profile).forEach((given, i) => {
    if (given.setting !== 'metastatic' || !isOfType(given)) return
    const key = given.line === undefined ? `?${i}` : String(given.line)
    if (!lines.has(key)) lines.set(key, given)
  })
  return [...lines.values()]
}
