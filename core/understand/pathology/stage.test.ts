import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { stage } from './stage.ts'

const brief = ({ kind, t, n, m, group }: FactValue<'stage'>) => [kind, t, n, m, group].filter(Boolean).join(' ')
const said = (text: string) => stage.find(aReading(text)).map((fact) => brief(fact.value as FactValue<'stage'>))
const report = (body: string) => `SURGICAL PATHOLOGY REPORT\nCollected: 04/11/2017\nBREAST, LEFT, LUMPECTOMY: invasive carcinoma\n${body}`
const note = (body: string) => `ONCOLOGY PROGRESS NOTE\nVisit 09/08/2026\n${body}`

describe('documented stages', () => {
  it.each<[string, string, string[]]>([
    ['pathologic with prefixes', report('pT2 pN1a'), ['pathologic T2 N1a']],
    ['with a group', report('SYNOPTIC: pT2 pN1a. Anatomic stage: IIB'), ['pathologic T2 N1a IIB']],
    ['one word', report('pTNM: pT1cN1MX'), ['pathologic T1c N1 MX']],
    ['blanks inside', report('Pathological staging (pTN): pT 1c N 0.'), ['pathologic T1c N0']],
    ['a letter for zero', report('pT1c pNO'), ['pathologic T1c N0']],
    ['sentinel suffix', report('pT1c pN1a(sn)'), ['pathologic T1c N1a(sn)']],
    ['isolated cells', report('pT1c, pN0(i+)(sn)'), ['pathologic T1c N0(i+)(sn)']],
    ['several foci', report('pT2(m), N1a, MX'), ['pathologic T2(m) N1a MX']],
    ['micrometastasis', report('pT1b pN1mi'), ['pathologic T1b N1mi']],
    ['in situ', report('pTis (DCIS) pNX'), ['pathologic Tis(DCIS) NX']],
    ['on lines of their own', report('Primary tumor: pT2\nRegional lymph nodes: pN2a'), ['pathologic T2 N2a']],
    ['after treatment', report('ypT1b ypN0'), ['post-neoadjuvant T1b N0']],
    ['after treatment, one word', note('residual disease, ypT1bN0'), ['post-neoadjuvant T1b N0']],
    ['clinical with prefixes', note('cT2 cN1 cM0'), ['clinical T2 N1 M0']],
    ['clinical in words', note('Left breast cancer, clinical T2 N0-1.'), ['clinical T2 N0-1']],
    ['clinical, one word', note('cT2N1 disease'), ['clinical T2 N1']],
    ['inflammatory', note('cT4dN2M0, stage IIIB'), ['clinical T4d N2 M0 IIIB']],
    ['both in one note', note('cT2N1M0 at diagnosis.\n\nAt surgery ypT0 ypN0.'), ['clinical T2 N1 M0', 'post-neoadjuvant T0 N0']],
    ['recurrence', note('rT2 rN0'), ['recurrence T2 N0']],
    ['the group alone', note('Stage IV breast cancer'), ['clinical IV']],
    ['the group in Arabic figures', note('stage 2B breast cancer'), ['clinical IIB']],
    ['pathologic by its operation', note('mastectomy/ALND pT2 N1a (3/14)'), ['pathologic T2 N1a']],
    ['an MRI sequence', note('MRI: T2 hyperintense marrow lesion; T1 and T2 weighted images'), []],
    ['a vertebra', note('metastasis at T2 and T10, T12 compression'), []],
    ['a bare T2', note('T2 signal abnormality'), []],
    ['diabetes', note('PMH: T2DM with nephropathy'), []],
    ['kidney disease has stages', note('CKD stage 3a, chronic kidney disease stage 4'), []],
    ['pressure ulcer', note('pressure ulcer stage 2'), []],
    ['a relative', note('FH: mother stage IV breast cancer'), []],
    ['a statement that is called incorrect', note('Problem list says stage IV - incorrect'), []],
    ['criteria of a trial', note('trial for patients with stage IV disease'), []],
    ['"early stage" is no group', note('early stage breast cancer'), []],
    ['several foci before the letter', report('mpT2 pN1a(sn)'), ['pathologic T2 N1a(sn)']],
    ['with the edition', report('pT1c pN0 (AJCC 8th edition)'), ['pathologic T1c N0']],
    ['no residual disease', report('ypT0 ypN0(sn)'), ['post-neoadjuvant T0 N0(sn)']],
    ['residual in situ disease', report('ypTis ypN0'), ['post-neoadjuvant Tis N0']],
    ['microinvasion', report('pT1mi pN0'), ['pathologic T1mi N0']],
    ['chest wall', report('pT4b pN3a pM1'), ['pathologic T4b N3a M1']],
    ['parts of a grade', report('Nottingham grade 3 (T3 N3 M2)'), []],
    ['a drug that ends in a stage', note('Started T-DM1, N of 1 trial'), []],
    ['words for the group', note('Stage IIIA right breast cancer'), ['clinical IIIA']],
    ['stages of heart failure', note('heart failure stage 3'), []],
    ['a template option', report('pT2: Tumor > 20 mm but 50 mm in greatest dimension'), []],
  ])('%s', (_trap, text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  it('dates a pathologic stage by its specimen and a clinical one by the date beside it', () => {
    expect(stage.find(aReading(report('pT2 pN1a')))[0]?.value).toMatchObject({ date: '2017-04-11' })
    expect(stage.find(aReading(note('* 2/2024 R breast IDC, cT2N1')))[0]?.value).toMatchObject({ date: '2024-02' })
  })
})
