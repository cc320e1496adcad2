import { expect } from 'vitest'
import type { Criterion } from '../record/criterion.ts'
import { Evidence } from '../record/evidence.ts'
import { Profile } from '../record/profile.ts'
import type { Trial } from '../record/trial.ts'
import type { Verdict } from '../record/verdict.ts'
import { compileCriterion } from './compile-criterion.ts'
import { verdictOf } from './judge.ts'

/** Invented people that tests of criteria are written about. */
const evidence = [Evidence.parse({ document: 'invented', file: 'invented.txt', page: 1, start: 0, end: 4, quote: 'said' })]
const AS_OF = '2026-10-01'
const nothing = {
  asOf: AS_OF,
  person: { evidence: [] },
  cancers: [],
  stages: [],
  tumorSizes: [],
  metastases: [],
  receptors: [],
  biomarkers: [],
  treatments: [],
  responses: [],
  performance: [],
  labs: [],
  conditions: [],
  medications: [],
  allergies: [],
  absences: [],
  historyTaken: [],
  conflicts: [],
  checks: [],
  documents: [],
}
const history = ['past-medical', 'problem-list', 'medications', 'allergies', 'social', 'surgical'].map((part) => ({
  part,
  date: '2026-09-01',
  evidence,
}))
const systemic = (name: string, drugs: string[], setting: string, more: object = {}) => ({
  type: 'systemic',
  name,
  drugs,
  setting,
  ...more,
  evidence,
})

const PEOPLE = {
  /** HR+, HER2-low, bone and liver; palbociclib + letrozole, now after fulvestrant; PIK3CA mutated. */
  ada: {
    ...nothing,
    person: { sex: 'female', birthDate: '1964-05-02', menopausal: 'post', evidence },
    cancers: [{ site: 'breast', laterality: 'left', histology: 'invasive ductal carcinoma', diagnosed: '2016-03', evidence }],
    stages: [{ kind: 'pathologic', t: 'T2', n: 'N1', m: 'M0', group: 'IIB', date: '2016-04', evidence }],
    extent: { value: 'metastatic', since: '2022-06', deNovo: false, evidence },
    metastases: [
      { site: 'bone', status: 'active', evidence },
      { site: 'liver', status: 'active', evidence },
      { site: 'brain', status: 'ruled-out', evidence },
      { site: 'leptomeninges', status: 'ruled-out', evidence },
    ],
    receptors: [
      {
        specimen: 'liver biopsy',
        date: '2022-06',
        from: 'metastasis',
        er: { status: 'positive', percent: 90 },
        pr: { status: 'negative', percent: 0 },
        her2: { status: 'low', ihc: '1+' },
        ki67: 30,
        evidence,
      },
    ],
    currentReceptors: { er: 'positive', pr: 'negative', her2: 'low', evidence },
    biomarkers: [
      { gene: 'PIK3CA', variant: 'E545K', origin: 'somatic', result: 'positive', evidence },
      { gene: 'ESR1', origin: 'somatic', result: 'negative', evidence },
      { gene: 'BRCA1', origin: 'germline', result: 'negative', evidence },
      { gene: 'BRCA2', variant: 'N289H', origin: 'germline', result: 'vus', evidence },
      { gene: 'TMB', value: '4 mut/Mb', result: 'negative', evidence },
      { gene: 'MSI', value: 'MSS', result: 'negative', evidence },
    ],
    treatments: [
      { type: 'surgery', name: 'left mastectomy', drugs: [], setting: 'adjuvant', start: '2016-04', site: 'left breast', evidence },
      systemic('ddAC then paclitaxel', ['doxorubicin', 'cyclophosphamide', 'paclitaxel'], 'adjuvant', {
        start: '2016-06',
        end: '2016-10',
        stopped: 'completed',
      }),
      systemic('anastrozole', ['anastrozole'], 'adjuvant', { start: '2016-12', end: '2021-12', stopped: 'completed' }),
      systemic('palbociclib + letrozole', ['palbociclib', 'letrozole'], 'metastatic', {
        line: 1,
        start: '2022-07',
        end: '2025-01',
        stopped: 'progression',
      }),
      systemic('fulvestrant', ['fulvestrant'], 'metastatic', { line: 2, start: '2025-02', end: '2026-08', stopped: 'progression' }),
    ],
    performance: [{ scale: 'ECOG', value: 1, date: '2026-09-10', evidence }],
    measurable: { value: true, date: '2026-09', evidence },
    historyTaken: history,
  },
  /** HER2-positive from the start, stable treated brain metastases, after THP, T-DM1 and T-DXd. */
  bea: {
    ...nothing,
    person: { sex: 'female', birthDate: '1980-01-20', menopausal: 'pre', evidence },
    cancers: [{ site: 'breast', laterality: 'right', histology: 'invasive ductal carcinoma', diagnosed: '2021-02', evidence }],
    stages: [{ kind: 'clinical', t: 'T3', n: 'N1', m: 'M1', group: 'IV', evidence }],
    extent: { value: 'metastatic', since: '2021-02', deNovo: true, evidence },
    metastases: [
      { site: 'lung', status: 'active', evidence },
      { site: 'brain', status: 'stable', evidence },
    ],
    receptors: [
      {
        specimen: 'right breast',
        er: { status: 'negative', percent: 0 },
        pr: { status: 'negative', percent: 0 },
        her2: { status: 'positive', ihc: '3+' },
        evidence,
      },
    ],
    currentReceptors: { er: 'negative', pr: 'negative', her2: 'positive', evidence },
    treatments: [
      systemic('THP', ['docetaxel', 'trastuzumab', 'pertuzumab'], 'metastatic', {
        line: 1,
        start: '2021-03',
        end: '2023-01',
        stopped: 'progression',
      }),
      systemic('T-DM1', ['trastuzumab emtansine'], 'metastatic', { line: 2, start: '2023-02', end: '2023-11', stopped: 'progression' }),
      systemic('T-DXd', ['trastuzumab deruxtecan'], 'metastatic', { line: 3, start: '2024-01', end: '2026-08', stopped: 'progression' }),
      {
        type: 'radiation',
        name: 'stereotactic radiosurgery',
        drugs: [],
        setting: 'metastatic',
        start: '2023-12',
        end: '2023-12',
        site: 'brain',
        evidence,
      },
    ],
    performance: [{ scale: 'ECOG', value: 0, date: '2026-09-12', evidence }],
    measurable: { value: true, evidence },
    historyTaken: history,
  },
  /** Early triple-negative, before menopause, after neoadjuvant chemotherapy with pembrolizumab. */
  cleo: {
    ...nothing,
    person: { sex: 'female', birthDate: '1988-07-07', menopausal: 'pre', evidence },
    cancers: [{ site: 'breast', laterality: 'left', histology: 'invasive lobular carcinoma', diagnosed: '2025-10', evidence }],
    stages: [{ kind: 'clinical', t: 'T2', n: 'N1', m: 'M0', group: 'IIB', evidence }],
    extent: { value: 'early', evidence },
    receptors: [
      {
        specimen: 'left breast',
        er: { status: 'low-positive', percent: 5 },
        pr: { status: 'negative', percent: 0 },
        her2: { status: 'negative', ihc: '0' },
        ki67: 80,
        evidence,
      },
    ],
    currentReceptors: { er: 'low-positive', pr: 'negative', her2: 'negative', evidence },
    biomarkers: [
      { gene: 'BRCA1', variant: 'c.68_69del', origin: 'germline', result: 'positive', evidence },
      { gene: 'PD-L1', value: 'CPS 15', result: 'positive', evidence },
    ],
    treatments: [
      systemic('pembrolizumab + carboplatin + paclitaxel', ['pembrolizumab', 'carboplatin', 'paclitaxel'], 'neoadjuvant', {
        start: '2025-11',
        end: '2026-05',
        stopped: 'completed',
      }),
      { type: 'surgery', name: 'left lumpectomy', drugs: [], setting: 'adjuvant', start: '2026-06', site: 'left breast', evidence },
    ],
    performance: [{ scale: 'ECOG', value: 0, date: '2026-09-12', evidence }],
    measurable: { value: false, evidence },
    historyTaken: history,
  },
  /** A man with bone metastases only. */
  dan: {
    ...nothing,
    person: { sex: 'male', birthDate: '1950-11-11', evidence },
    cancers: [{ site: 'breast', histology: 'invasive ductal carcinoma', diagnosed: '2020-01', evidence }],
    extent: { value: 'metastatic', since: '2024-01', deNovo: false, evidence },
    metastases: [{ site: 'bone', status: 'active', evidence }],
    receptors: [{ specimen: 'bone', er: { status: 'positive' }, her2: { status: 'negative' }, evidence }],
    currentReceptors: { er: 'positive', her2: 'negative', evidence },
    treatments: [systemic('tamoxifen', ['tamoxifen'], 'metastatic', { line: 1, start: '2024-02', ongoing: true })],
    measurable: { value: false, evidence },
    historyTaken: history,
  },
  /** Metastatic and unwell in many ways: values out of range, comorbidity, interacting medicines, treatment that has only just ended. */
  fay: {
    ...nothing,
    person: { sex: 'female', birthDate: '1979-03-03', menopausal: 'pre', evidence },
    cancers: [{ site: 'breast', laterality: 'left', histology: 'invasive ductal carcinoma', diagnosed: '2022-03', evidence }],
    extent: { value: 'metastatic', since: '2024-06', deNovo: false, evidence },
    metastases: [{ site: 'liver', status: 'active', evidence }],
    treatments: [
      systemic('capecitabine', ['capecitabine'], 'metastatic', { line: 2, start: '2025-03', end: '2026-09-12', stopped: 'progression' }),
      { type: 'radiation', name: 'hip radiotherapy', drugs: [], setting: 'metastatic', start: '2026-09-18', end: '2026-09-22', evidence },
      { type: 'surgery', name: 'fixation of the left hip', drugs: [], start: '2026-08-25', evidence },
    ],
    performance: [{ scale: 'Karnofsky', value: 70, date: '2026-09-20', evidence }],
    labs: [
      ['ANC', 1200, '/uL'],
      ['platelets', 160, '10*3/uL'],
      ['hemoglobin', 94, 'g/L'],
      ['bilirubin', 1.5, 'mg/dL'],
      ['AST', 130, 'U/L'],
      ['ALT', 60, 'U/L'],
      ['creatinine', 0.9, 'mg/dL'],
      ['weight', 70, 'kg'],
      ['QTcF', 475, 'ms'],
      ['potassium', 4, 'mmol/L'],
      ['HbA1c', 8.6, '%'],
      ['hCG', 'negative', undefined],
      ['HBsAg', 'negative', undefined],
      ['LVEF', 58, '%', '2026-06-01'],
    ].map(([test, value, unit, date = '2026-09-20']) => ({ test, value, ...(unit ? { unit } : {}), date, evidence })),
    conditions: [
      ['hypertension', 'active'],
      ['type 2 diabetes', 'active'],
      ['everolimus pneumonitis, grade 2', 'resolved', '2025-02'],
      ['peripheral neuropathy grade 2', 'active'],
      ['deep vein thrombosis', 'resolved', '2026-07-01'],
      ['depression', 'active'],
      ['basal cell carcinoma of the cheek', 'resolved', '2023'],
      ['melanoma', 'resolved', '2012'],
    ].map(([name, status, since]) => ({ name, status, ...(since ? { since } : {}), evidence })),
    medications: [
      ['metformin', 'current'],
      ['apixaban', 'current'],
      ['clarithromycin', 'current'],
      ['sertraline', 'current'],
      ['prednisone', 'past', '2025-02'],
    ].map(([name, status, start]) => ({ name, status, ...(start ? { start } : {}), evidence })),
    allergies: [{ name: 'paclitaxel', reaction: 'infusion reaction', evidence }],
    historyTaken: history,
  },
  /** Nobody knows anything about Eve. */
  eve: nothing,
}
export type Somebody = keyof typeof PEOPLE

export const aPatient = (who: Somebody): Profile => Profile.parse(PEOPLE[who])

export const aTrial = (more: Partial<Trial> = {}): Trial => ({
  id: 'DEMO0001',
  aliases: [],
  title: 'A trial in metastatic breast cancer',
  conditions: ['Breast Cancer'],
  keywords: [],
  conditionTerms: [],
  phases: [],
  arms: [],
  interventions: [],
  contacts: [],
  sites: [],
  ...more,
})

export const aCriterion = (text: string, section: Criterion['section'] = 'inclusion', more: Partial<Criterion> = {}): Criterion => ({
  index: 0,
  start: 0,
  end: text.length,
  text,
  section,
  header: false,
  depth: 0,
  ...more,
})

/** The verdict on one criterion for somebody. */
export function verdictFor(who: Somebody, section: Criterion['section'], text: string): Verdict {
  const profile = aPatient(who)
  const { statements } = compileCriterion(aCriterion(text, section), '')
  return verdictOf(statements, { profile, asOf: profile.asOf, trial: aTrial() })
}

/** Also fails when the sentence is missing, or the evidence of a fail. */
export function expectVerdict(who: Somebody, section: Criterion['section'], text: string, label: Verdict['label']): void {
  const verdict = verdictFor(who, section, text)
  expect(`${verdict.label}: ${text}`, verdict.because).toBe(`${label}: ${text}`)
  expect(verdict.because).toMatch(/\w+.*[.”]/)
  if (label === 'fail') expect(verdict.evidence.length).toBeGreaterThan(0)
}
