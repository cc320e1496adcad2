import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const HEAD_1 =
  'DEPARTMENT OF HISTOPATHOLOGY\nSURGICAL PATHOLOGY REPORT\nSpecimen taken: 23/03/2024   Reported: 28/03/2024\nSpecimen: Right mastectomy\nDIAGNOSIS: Invasive carcinoma of no special type (NST), grade 2.\n'
const HEAD_2 = 'CLINIC LETTER MEDICAL ONCOLOGY\nDate: 23/03/2025\n\nDiagnosis: Right breast cancer, diagnosed March 2019.\n'

describe('stages told in many ways', () => {
  it.each<[string, ...string[]]>([
    ['Stage: cT4b cN2 M0 (IIIB).', 'clinical T4b N2 M0 IIIB'],
    ['cT2 cN1 cM0 (anatomic IIB; prognostic stage IB).', 'clinical T2 N1 M0 IIB', '!clinical IB'],
    ['pT2 pN1mi', 'pathologic T2 N1mi'],
    ['Stage (TNM 7)   pT2 pN1mi', 'pathologic T2 N1mi'],
    ['Pathologic stage: pT1c N0(sn) MX', 'pathologic T1c N0(sn)'],
    ['ypT1a ypN0 (sn)', 'post-neoadjuvant T1a N0'],
    ['rpT2 rpN0(sn)', 'recurrence T2 N0'],
    ['TNM (8th edition): pT1c(m), pN2a, cM0, R0, L1, V0', 'pathologic T1c~N2a'],
    ['pT2, pN1a (2/14), L1, V0, R0, G3', 'pathologic T2 N1a'],
    [
      'PATHOLOGIC STAGE CLASSIFICATION (pTNM, AJCC 8th Edition)\nPrimary Tumor (pT): pT3\nRegional Lymph Nodes (pN): pN0 (i+)',
      'pathologic T3 N0(i+)',
    ],
    ['Primary tumour: pT2\nRegional lymph nodes: pN3a', 'pathologic T2 N3a'],
    ['pT4b N2a M1', 'pathologic T4b N2a M1'],
    ['ypT0 ypN0', 'post-neoadjuvant T0 N0'],
    ['ypTis ypN1a', 'post-neoadjuvant Tis N1a'],
    ['AJCC stage pT1b pN0 (i-)(sn)', 'pathologic T1b N0'],
    ['pTNM stage: T2 N1a Mx', 'pathologic T2 N1a'],
    ['UICC TNM: pT1c pN0(0/3) M0 G2', 'pathologic T1c N0'],
    ['pT1mi pN0', 'pathologic T1mi N0'],
    ['Staging: p T2  p N1a  p M X', 'pathologic T2 N1a'],
    ['T2 sequences show', '-'],
  ])('in a pathology report: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('stage', `${HEAD_1}${words}`), wanted)).toEqual([])
  })

  it.each<[string, ...string[]]>([
    ['Clinical stage rcT1c N0 M0', 'recurrence T1c N0 M0'],
    ['cT2N1M0, stage IIB', 'clinical T2 N1 M0 IIB'],
    ['cT4dN1M0 inflammatory cancer', 'clinical T4d N1 M0'],
    ['Stage IV disease at diagnosis (bone)', ' IV'],
    ['pT2N0(sn)M0 in 2019', 'pathologic T2 N0(sn) M0'],
    ['T2N1M0 breast cancer', 'T2 N1 M0'],
    ['anatomic stage IIA, prognostic stage IB', 'IIA'],
    ['ypT1b ypN1mi after TCHP', 'post-neoadjuvant T1b N1mi'],
    ['right breast cancer 2019 pT1c pN1a(1/15) cM0 G3 R0', 'pathologic T1c N1a'],
    ['Stage 3A (T3N1M0)', 'IIIA~T3 N1 M0'],
    ['AJCC stage group: IIIC', 'IIIC'],
    ['cT1c(m) cN0 i+ M0', 'clinical T1c'],
    ['Dx: cT4bN2M1 (liver, bones)', 'clinical T4b N2 M1'],
    ['Stage: T3, N2, M0', 'T3 N2 M0'],
    ['Tumour stage pT3, nodal stage pN2a', 'pathologic T3 N2a'],
    ['restaged as stage 4 in May 2023', 'IV'],
    ['clinical stage IA (cT1b N0 M0)', 'clinical T1b N0 M0 IA'],
    ['TNM: T1c N0 M0, Stage I', 'T1c N0 M0'],
  ])('in a letter or note: %s', (words, ...wanted) => {
    expect(missingFrom(saidIn('stage', `${HEAD_2}${words}`), wanted)).toEqual([])
  })
})
