import type { METASTASIS_SITES, SIDES } from '../record/fact.ts'

type Site = (typeof METASTASIS_SITES)[number]
type Side = (typeof SIDES)[number]

/** What a diagnosis code of ICD-10-CM (or the older ICD-9-CM) means for cancer. ICD-10-CM chapter 2, and Z codes of history. */
export type CancerMeaning =
  | { is: 'breast'; side?: Side; inSitu?: true }
  | { is: 'breast-history' }
  | { is: 'metastasis'; site: Site }
  /** Nodes of the breast's own basin: axilla, arm, and (with them) head and neck, which holds the supraclavicular fossa. */
  | { is: 'regional-nodes' }
  | { is: 'metastatic' }
  | { is: 'other-cancer'; site: string }
  | { is: 'family' }

export function meaningOfIcd10(code: string): CancerMeaning | undefined {
  const plain = code.toUpperCase().replace('.', '')
  if (/^C50/.test(plain)) return { is: 'breast', ...sideOf(plain[5]) }
  if (/^D05/.test(plain)) return { is: 'breast', inSitu: true, ...inSituSide(plain[4]) }
  if (plain.startsWith('Z853')) return { is: 'breast-history' }
  if (/^Z8[04]/.test(plain)) return { is: 'family' }
  if (/^C77[03]/.test(plain)) return { is: 'regional-nodes' }
  if (/^C77[1245]/.test(plain)) return { is: 'metastasis', site: 'lymph-node' }
  if (/^C7[789]|^C7B/.test(plain)) {
    const site = SECONDARY.find(([start]) => plain.startsWith(start))?.[1]
    return site === undefined ? { is: 'metastatic' } : { is: 'metastasis', site }
  }
  const organ = PRIMARY.find(([pattern]) => pattern.test(plain))?.[1]
  return organ === undefined ? undefined : { is: 'other-cancer', site: organ }
}

export function meaningOfIcd9(code: string): CancerMeaning | undefined {
  const plain = code.toUpperCase().replace('.', '')
  if (/^17[45]/.test(plain)) return { is: 'breast' }
  if (plain === '2330') return { is: 'breast', inSitu: true }
  if (plain === 'V103') return { is: 'breast-history' }
  if (/^V16/.test(plain)) return { is: 'family' }
  if (plain === '1960' || plain === '1963') return { is: 'regional-nodes' }
  const site = SECONDARY_ICD9.find(([start]) => plain.startsWith(start))?.[1]
  return site === undefined ? undefined : { is: 'metastasis', site }
}

/** C50.x1y: the last figure is the side. */
function sideOf(figure: string | undefined): { side?: Side } {
  return figure === '1' ? { side: 'right' } : figure === '2' ? { side: 'left' } : {}
}

/** D05.xy */
const inSituSide = sideOf

/** Secondary neoplasms; longer codes before their parents. C79.81 (breast) and C79.9 (unspecified) name no distant organ. */
const SECONDARY: readonly (readonly [string, Site])[] = [
  ['C780', 'lung'],
  ['C781', 'lymph-node'],
  ['C782', 'pleura'],
  ['C786', 'peritoneum'],
  ['C787', 'liver'],
  ['C792', 'skin'],
  ['C7931', 'brain'],
  ['C7932', 'leptomeninges'],
  ['C793', 'brain'],
  ['C7951', 'bone'],
  ['C7952', 'other'],
  ['C795', 'bone'],
  ['C797', 'adrenal'],
  ['C78', 'other'],
  ['C796', 'other'],
  ['C790', 'other'],
  ['C791', 'other'],
  ['C794', 'other'],
  ['C7B', 'other'],
]

const SECONDARY_ICD9: readonly (readonly [string, Site])[] = [
  ['1970', 'lung'],
  ['1972', 'pleura'],
  ['1976', 'peritoneum'],
  ['1977', 'liver'],
  ['1982', 'skin'],
  ['1983', 'brain'],
  ['1984', 'leptomeninges'],
  ['1985', 'bone'],
  ['1987', 'adrenal'],
]

/** Chapter 2, malignant primaries other than breast. Z85 is a personal history of them. */
const PRIMARY: readonly (readonly [RegExp, string])[] = [
  [/^C0|^C1[0-4]|^Z8581/, 'head and neck'],
  [/^C15|^Z8501/, 'esophagus'],
  [/^C16|^Z85028/, 'stomach'],
  [/^C1[789]|^C20|^C21|^Z8503|^Z8504/, 'colorectal'],
  [/^C22|^Z8505/, 'liver'],
  [/^C25|^Z8507/, 'pancreas'],
  [/^C3[34]|^Z8511/, 'lung'],
  [/^C43|^D03|^Z85820/, 'skin (melanoma)'],
  [/^C44|^Z85828/, 'skin'],
  [/^C45/, 'mesothelium'],
  [/^C4[0179]|^Z8583/, 'bone and soft tissue'],
  [/^C53|^Z8541/, 'cervix'],
  [/^C5[45]|^Z8542/, 'uterus'],
  [/^C56|^Z8543/, 'ovary'],
  [/^C61|^Z8546/, 'prostate'],
  [/^C62|^Z8547/, 'testis'],
  [/^C6[45]|^Z8552/, 'kidney'],
  [/^C67|^Z8551/, 'bladder'],
  [/^C7[012]|^Z8584/, 'brain'],
  [/^C73|^Z85850/, 'thyroid'],
  [/^C8[1-8]|^Z857[12]|^Z8579/, 'lymphoma'],
  [/^C90|^C91|^C92|^C93|^C94|^C95|^Z856/, 'blood'],
]
