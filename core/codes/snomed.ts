import type { METASTASIS_SITES, SIDES } from '../record/fact.ts'
import type { CancerMeaning } from './icd10.ts'

type Site = (typeof METASTASIS_SITES)[number]
type Side = (typeof SIDES)[number]

/** What a SNOMED CT concept means for cancer; the subset that mCODE and breast cancer records use. */
export function cancerMeaningOfSnomed(code: string): CancerMeaning | undefined {
  if (BREAST.has(code)) return { is: 'breast', ...BREAST.get(code) }
  const site = METASTASES.get(code)
  if (site !== undefined) return { is: 'metastasis', site }
  if (METASTATIC.has(code)) return { is: 'metastatic' }
  if (REGIONAL.has(code)) return { is: 'regional-nodes' }
  if (code === '429087003' || code === '1271000119104') return { is: 'breast-history' }
  return FAMILY.has(code) ? { is: 'family' } : undefined
}

export type StagePart = 't' | 'n' | 'm' | 'group'

/** Which part of a stage an observation code is for, and whether it is clinical or pathologic. */
export const stagePartOfSnomed = (code: string): { part: StagePart; kind?: 'clinical' | 'pathologic' } | undefined => STAGE_CODES.get(code)

/** Operations on the cancer. */
export const surgeryOfSnomed = (code: string): { site: string; side?: Side } | undefined => SURGERIES.get(code)
export const isRadiotherapyCode = (code: string): boolean => RADIOTHERAPIES.has(code)

/** Result codes in words: positive, negative, present, absent … */
export const resultWordOfCode = (code: string): string | undefined => RESULTS.get(code)

const BREAST: ReadonlyMap<string, { side?: Side; inSitu?: true }> = new Map(
  Object.entries({
    '254837009': {},
    '372064008': {},
    '372137005': {},
    '188161004': {},
    '408643008': {},
    '278054005': {},
    '254840009': {},
    '427685000': {},
    '431396003': {},
    '314955001': {},
    '706970001': {},
    '278052009': {},
    '713609000': {},
    '716593008': {},
    '353431000119107': { side: 'left' },
    '353511000119101': { side: 'right' },
    '399935008': { inSitu: true },
    '109889007': { inSitu: true },
  } satisfies Record<string, { side?: Side; inSitu?: true }>),
)

const METASTASES: ReadonlyMap<string, Site> = new Map(
  Object.entries({
    '94222008': 'bone',
    '94602001': 'bone',
    '94217008': 'other',
    '94381002': 'liver',
    '94391008': 'lung',
    '94493005': 'pleura',
    '94225005': 'brain',
    '94246001': 'leptomeninges',
    '1155991005': 'leptomeninges',
    '722671009': 'leptomeninges',
    '94408005': 'lymph-node',
    '94351005': 'lymph-node',
    '94409002': 'lymph-node',
    '94579000': 'skin',
    '94547009': 'skin',
    '94253005': 'chest-wall',
    '94161006': 'adrenal',
    '94455000': 'other',
    '94627008': 'peritoneum',
    '188445006': 'peritoneum',
    '94484009': 'other',
    '94606003': 'other',
  } satisfies Record<string, Site>),
)

const METASTATIC = new Set(['128462008', '315004001', '443493003'])
const REGIONAL = new Set(['94181007', '94614009', '94338000', '94392001', '16260631000119101'])
const FAMILY = new Set(['429740004', '312824007', '275937001', '416471007'])

const STAGE_CODES: ReadonlyMap<string, { part: StagePart; kind?: 'clinical' | 'pathologic' }> = new Map(
  Object.entries({
    '399390009': { part: 'group' },
    '399537006': { part: 'group', kind: 'clinical' },
    '399588009': { part: 'group', kind: 'pathologic' },
    '78873005': { part: 't' },
    '399504009': { part: 't', kind: 'clinical' },
    '384625004': { part: 't', kind: 'pathologic' },
    '277206009': { part: 'n' },
    '399534004': { part: 'n', kind: 'clinical' },
    '371494008': { part: 'n', kind: 'pathologic' },
    '277208005': { part: 'm' },
    '399387003': { part: 'm', kind: 'clinical' },
    '371497001': { part: 'm', kind: 'pathologic' },
  } satisfies Record<string, { part: StagePart; kind?: 'clinical' | 'pathologic' }>),
)

const SURGERIES: ReadonlyMap<string, { site: string; side?: Side }> = new Map(
  Object.entries({
    '172043006': { site: 'breast' },
    '741009001': { site: 'breast', side: 'left' },
    '741010006': { site: 'breast', side: 'right' },
    '406505007': { site: 'breast' },
    '726437009': { site: 'breast', side: 'left' },
    '726436000': { site: 'breast', side: 'right' },
    '384723003': { site: 'breast' },
    '27865001': { site: 'breast', side: 'bilateral' },
    '428564008': { site: 'breast' },
    '726636007': { site: 'breast', side: 'bilateral' },
    '392021009': { site: 'breast' },
    '735085002': { site: 'breast', side: 'left' },
    '735086001': { site: 'breast', side: 'right' },
    '64368001': { site: 'breast' },
    '69031006': { site: 'breast' },
    '237371007': { site: 'breast' },
    '443497002': { site: 'axilla' },
    '79544006': { site: 'axilla' },
    '739023000': { site: 'axilla', side: 'right' },
    '234262008': { site: 'axilla' },
    '35482003': { site: 'breast' },
    '446420001': { site: 'breast' },
    '33496007': { site: 'breast' },
    '76876009': { site: 'ovaries' },
    '713285002': { site: 'ovaries' },
    '447107001': { site: 'brain' },
    '401226007': { site: 'bone' },
  } satisfies Record<string, { site: string; side?: Side }>),
)

const RADIOTHERAPIES = new Set([
  '1217123003',
  '108290001',
  '1156506007',
  '45643008',
  '10611004',
  '33195004',
  '441799006',
  '152198000',
  '394902000',
  '399315003',
  '448385000',
])

const RESULTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '10828004': 'positive',
    '260385009': 'negative',
    '42425007': 'equivocal',
    '52101004': 'present',
    '2667000': 'absent',
    'LA6576-8': 'positive',
    'LA6577-6': 'negative',
    'LA9633-4': 'present',
    'LA9634-2': 'absent',
  } satisfies Record<string, string>),
)
