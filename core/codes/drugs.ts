import { CANCER_BRANDS } from './brands.ts'
import { DRUG_TABLE, REGIMEN_TABLE } from './drug-table.ts'
import { remembered } from './remembered.ts'

export const DRUG_FAMILIES = [
  'endocrine',
  'CDK4/6',
  'PI3K/AKT/mTOR',
  'anti-HER2',
  'ADC',
  'PARP',
  'immunotherapy',
  'chemo',
  'targeted',
  'bone',
  'steroid',
  'supportive',
] as const
export type DrugFamily = (typeof DRUG_FAMILIES)[number]
/** A class by mechanism, target or payload: `taxane`, `SERD`, `topoisomerase I payload`; see `drugsOfClass`. */
export type DrugClass = string

export type Drug = {
  /** Generic name, lower case. */
  name: string
  family: DrugFamily
  /** The narrowest first, wider ones after it (`SERD` → `endocrine therapy`). */
  classes: readonly DrugClass[]
  /** Brands, codes and other spellings, as tables write them. */
  otherNames: readonly string[]
}
/** A drug name standing at `text.slice(start, end)`. */
export type DrugSpot = { start: number; end: number; drug: Drug }

/** The drug of this one name, brand or code, in any case; undefined when it is not in the table. */
export function findDrug(name: string): Drug | undefined {
  return BY_NAME.get(plain(name))
}

/** Generic names that a regimen's short name stands for (`TCHP`), in the order of the name; undefined for other words. */
export function drugsOfRegimen(name: string): readonly string[] | undefined {
  return REGIMENS.get(plain(name))
}

/**
 * Every drug named in a text, in order, on word boundaries, the longest name winning: "trastuzumab deruxtecan" is one drug, not trastuzumab.
 * Short names of regimens count when written in capitals (`AC-T`, `TCHP`); each of their drugs has the span of the short name.
 */
export const findDrugs = (text: string): DrugSpot[] => find(text)

const find = remembered((written: string): DrugSpot[] => {
  const text = /[À-ÿ]/.test(written) ? withoutAccents(written) : written
  const spots: DrugSpot[] = []
  const word = /[A-Za-z0-9]+/g
  for (let match = word.exec(text); match; match = word.exec(text)) {
    const found = FIRST_WORDS.has(match[0].toLowerCase()) ? longestAt(text, match.index) : undefined
    if (!found) continue
    for (const drug of found.drugs) spots.push({ start: match.index, end: found.end, drug })
    word.lastIndex = found.end
  }
  return spots
})

/** All drugs of a class (`taxane`, `endocrine therapy`, `topoisomerase I payload`) or of a family (`chemo`). */
export function drugsOfClass(cls: DrugClass): readonly Drug[] {
  return BY_CLASS.get(cls.toLowerCase()) ?? []
}

/** True for a drug (by any name) that acts on the cancer: not bone-protecting, steroid or supportive. */
export function isOncology(drug: Drug | string): boolean {
  const found = typeof drug === 'string' ? findDrug(drug) : drug
  return found !== undefined && !['bone', 'steroid', 'supportive'].includes(found.family)
}

/** Generic names as German, French, Spanish and Italian records end them: `Capecitabin`, `tamoxifeno`, `anastrozolo`. */
function otherTongues(name: string): string[] {
  if (name.includes(' ') || name.length < 7) return []
  if (/(?:in|an|id|ol)e$/.test(name)) return [name.slice(0, -1), `${name.slice(0, -1)}a`, `${name.slice(0, -1)}o`]
  return /en$/.test(name) ? [`${name}e`, `${name}o`] : []
}

/** Every letter keeps its place. */
const withoutAccents = (text: string) => text.replace(/[À-ÿ]/g, (letter) => letter.normalize('NFD').charAt(0))

/** Classes that a narrower class belongs to. */
const WIDER: Record<string, DrugClass[]> = {
  'non-steroidal aromatase inhibitor': ['aromatase inhibitor'],
  'steroidal aromatase inhibitor': ['aromatase inhibitor'],
  'PD-1 inhibitor': ['PD-1/PD-L1 inhibitor'],
  'PD-L1 inhibitor': ['PD-1/PD-L1 inhibitor'],
  'HER2 ADC': ['anti-HER2 therapy', 'antibody-drug conjugate'],
  'HER2 antibody': ['anti-HER2 therapy'],
  'HER2 TKI': ['anti-HER2 therapy', 'tyrosine kinase inhibitor'],
  'CDK4/6 inhibitor': ['CDK inhibitor'],
  'CDK4 inhibitor': ['CDK4/6 inhibitor', 'CDK inhibitor'],
}
const OF_FAMILY: Record<DrugFamily, DrugClass[]> = {
  endocrine: ['endocrine therapy'],
  'CDK4/6': [],
  'PI3K/AKT/mTOR': ['PI3K/AKT/mTOR inhibitor'],
  'anti-HER2': ['anti-HER2 therapy'],
  ADC: ['antibody-drug conjugate'],
  PARP: ['PARP inhibitor'],
  immunotherapy: ['immunotherapy'],
  chemo: ['chemotherapy'],
  targeted: ['targeted therapy'],
  bone: ['bone-modifying agent'],
  steroid: ['corticosteroid'],
  supportive: [],
}

function withWider(family: DrugFamily, classes: readonly DrugClass[]): DrugClass[] {
  const all = classes.flatMap((one) => [one, ...(WIDER[one] ?? [])])
  return [...new Set([...all, ...OF_FAMILY[family]])]
}

export const ALL_DRUGS: readonly Drug[] = DRUG_TABLE.flatMap(({ family, drugs }) =>
  drugs.map(([name, classes, ...otherNames]) => ({
    name,
    family,
    classes: withWider(family, classes),
    otherNames: [...new Set([...otherNames, ...(CANCER_BRANDS[name] ?? [])])],
  })),
)

/** Lower case; hyphens and spaces alike, so that `T DXd`, `t-dxd` and `T-DXd` are one name. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[-\s]+/g, ' ')
    .trim()
}

const BY_NAME = new Map<string, Drug>(
  ALL_DRUGS.flatMap((drug) => [...otherTongues(drug.name), drug.name, ...drug.otherNames].map((name) => [plain(name), drug] as const)),
)
const REGIMENS = new Map<string, readonly string[]>(
  REGIMEN_TABLE.flatMap(([names, drugs]) => names.map((name) => [plain(name), drugs] as const)),
)
const REGIMEN_SPELLINGS = new Set(REGIMEN_TABLE.flatMap(([names]) => names))
/** What every name begins with: most words of a text begin none, and are passed over at once. */
const FIRST_WORDS: ReadonlySet<string> = new Set([...BY_NAME.keys(), ...REGIMENS.keys()].map((name) => /^[a-z0-9]*/.exec(name)?.[0] ?? ''))
const BY_CLASS = classIndex()
const LONGEST = 4
const OF_TREATMENT =
  /chemo|s\/p\b|mastectomy|\bPMRT\b|\bXRT\b|tamoxifen|cycles?\b|adjuvant|regimen|dose[- ]dense|\bx ?\d|×|→|->|followed by|taxol|taxel|platin|completed|received|treated|\blines?\b/i
/** Joined parts are counted up to eight, more than any name has: "1/2/1/2/…" must not cost time. */
const WORD = /[A-Za-z0-9]+(?:[-‐‑–→>/+]{1,3}[A-Za-z0-9]+){0,8}/y
const NEXT_WORD = /[ \t\r\n]{1,3}([A-Za-z0-9]+(?:[-‐‑–→>/+]{1,3}[A-Za-z0-9]+){0,8})/y

/** The longest name that begins at `start`, in whole words: the token, the token and up to three more, or the token up to a slash or hyphen. */
function longestAt(text: string, start: number): { end: number; drugs: readonly Drug[] } | undefined {
  const ends: number[] = []
  WORD.lastIndex = start
  if (!WORD.test(text)) return undefined
  let end = WORD.lastIndex
  for (const part of text.slice(start, end).matchAll(/[-‐‑–→>/+]+/g)) ends.push(start + part.index)
  ends.push(end)
  for (let words = 1; words < LONGEST; words++) {
    NEXT_WORD.lastIndex = end
    if (!NEXT_WORD.test(text)) break
    const next = NEXT_WORD.lastIndex
    const tail = text.slice(end, next)
    const cut = tail.search(/[/+]/)
    if (cut > 0) ends.push(end + cut)
    ends.push(next)
    end = next
  }
  for (const to of ends.toReversed()) {
    const name = text.slice(start, to)
    const drug = BY_NAME.get(plain(name))
    if (drug) return { end: to, drugs: [drug] }
    if (isRegimenAt(text, start, to)) return { end: to, drugs: (REGIMENS.get(plain(name)) ?? []).flatMap((one) => BY_NAME.get(one) ?? []) }
  }
  return undefined
}

/** Two letters also mean other things (`EC` enteric-coated, `AC` before meals), so they count only beside words of treatment. */
function isRegimenAt(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end)
  if (!REGIMEN_SPELLINGS.has(name)) return false
  const beside = `${text.slice(Math.max(0, start - 40), start)} ${text.slice(end, end + 40)}`
  return name.length > 3 || OF_TREATMENT.test(beside) || (name.length === 3 && OF_TIME.test(beside))
}
/** Three letters mean less else: a time beside them is enough. */
const OF_TIME = /\b(?:from|since|until|till|maintenance|started|began|finished)\b|\b\d{1,2}\/(?:\d{1,2}\/)?\d{2,4}\b|\b(?:19|20)\d\d\b/

function classIndex(): Map<string, Drug[]> {
  const index = new Map<string, Drug[]>()
  for (const drug of ALL_DRUGS) {
    for (const key of new Set([...drug.classes, drug.family].map((one) => one.toLowerCase()))) {
      const list = index.get(key) ?? []
      list.push(drug)
      index.set(key, list)
    }
  }
  return index
}
