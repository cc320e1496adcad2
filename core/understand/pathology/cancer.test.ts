import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { cancer } from './cancer.ts'

const brief = ({ laterality, histology, grade, diagnosed }: FactValue<'cancer'>) =>
  [laterality, histology, grade, diagnosed].filter((part) => part !== undefined).join(' ')
const said = (text: string) => cancer.find(aReading(text)).map((fact) => brief(fact.value as FactValue<'cancer'>))
const report = (body: string) => `SURGICAL PATHOLOGY REPORT\nCollected: 04/11/2017\n${body}`
const note = (body: string) => `ONCOLOGY PROGRESS NOTE\nVisit 09/08/2026\n${body}`

describe('the cancer of a pathology report', () => {
  it.each<[string, string, string[]]>([
    [
      'a core biopsy dates the diagnosis',
      'A. LEFT BREAST, CORE BIOPSY:\n- INVASIVE DUCTAL CARCINOMA, Nottingham grade 2',
      ['left invasive ductal carcinoma 2 2017-04-11'],
    ],
    [
      'no special type',
      'A. RIGHT BREAST, CORE BIOPSY:\n- Invasive carcinoma of no special type, grade 3',
      ['right invasive ductal carcinoma 3 2017-04-11'],
    ],
    [
      'lobular',
      'A. RIGHT BREAST, CORE BIOPSY:\n- Invasive lobular carcinoma, classic type',
      ['right invasive lobular carcinoma 2017-04-11'],
    ],
    ['mucinous', 'A. RIGHT BREAST, CORE BIOPSY:\n- Mucinous carcinoma', ['right mucinous carcinoma 2017-04-11']],
    ['metaplastic', 'A. RIGHT BREAST, CORE BIOPSY:\n- Metaplastic carcinoma, grade 3', ['right metaplastic carcinoma 3 2017-04-11']],
    [
      'an operation after a biopsy dates nothing',
      'A. LEFT BREAST, LUMPECTOMY:\n- Invasive ductal carcinoma, grade 2\n- Previous biopsy site changes',
      ['left invasive ductal carcinoma 2'],
    ],
    [
      'after treatment it dates nothing',
      'A. LEFT BREAST, MASTECTOMY:\n- Residual invasive ductal carcinoma, grade 2\nypT1c ypN0',
      ['left invasive ductal carcinoma 2'],
    ],
    [
      'in situ beside invasive is no cancer of its own',
      'A. LEFT BREAST, CORE BIOPSY:\n- Invasive ductal carcinoma, grade 1\n- Ductal carcinoma in situ, high nuclear grade',
      ['left invasive ductal carcinoma 1 2017-04-11'],
    ],
    [
      'in situ alone, without an overall grade',
      'A. LEFT BREAST, CORE BIOPSY:\n- Ductal carcinoma in situ, nuclear grade 3',
      ['left ductal carcinoma in situ 2017-04-11'],
    ],
    [
      'two sides',
      'A. LEFT BREAST, MASTECTOMY: Invasive lobular carcinoma, grade 2, 1.0 cm.\nB. RIGHT BREAST, MASTECTOMY: Invasive ductal carcinoma, grade 3, 3.0 cm.',
      ['right invasive ductal carcinoma 3 2017-04-11', 'left invasive lobular carcinoma 2 2017-04-11'],
    ],
    [
      'infiltrating duct',
      'A. LEFT BREAST, CORE BIOPSY:\n- Infiltrating duct carcinoma, grade 2',
      ['left invasive ductal carcinoma 2 2017-04-11'],
    ],
    ['tubular', 'A. LEFT BREAST, CORE BIOPSY:\n- Tubular carcinoma, grade 1', ['left tubular carcinoma 1 2017-04-11']],
    ['medullary', 'A. LEFT BREAST, CORE BIOPSY:\n- Medullary carcinoma, grade 3', ['left medullary carcinoma 3 2017-04-11']],
    [
      'micropapillary',
      'A. LEFT BREAST, CORE BIOPSY:\n- Invasive micropapillary carcinoma, grade 3',
      ['left invasive micropapillary carcinoma 3 2017-04-11'],
    ],
    ['apocrine', 'A. LEFT BREAST, CORE BIOPSY:\n- Invasive apocrine carcinoma, grade 2', ['left apocrine carcinoma 2 2017-04-11']],
    ['adenoid cystic', 'A. LEFT BREAST, CORE BIOPSY:\n- Adenoid cystic carcinoma', ['left adenoid cystic carcinoma 2017-04-11']],
    [
      'mixed',
      'A. LEFT BREAST, CORE BIOPSY:\n- Mixed ductal and lobular carcinoma, grade 2',
      ['left invasive ductal and lobular carcinoma 2 2017-04-11'],
    ],
    ['short names', 'A. RIGHT BREAST, CORE BIOPSY:\n- IDC, grade 3', ['right invasive ductal carcinoma 3 2017-04-11']],
    ['a pattern named by its grade', 'Right breast, core biopsy:\nGrade 3 NST', ['right invasive ductal carcinoma 3 2017-04-11']],
    ['only the label says invasive', 'Right breast, core biopsy:\nInvasive grade: 3', ['right invasive carcinoma 3 2017-04-11']],
    ['lobular carcinoma in situ is none', 'A. RIGHT BREAST, CORE BIOPSY:\n- Lobular carcinoma in situ', []],
    [
      'grade in words',
      'A. RIGHT BREAST, CORE BIOPSY:\n- Invasive ductal carcinoma, poorly differentiated',
      ['right invasive ductal carcinoma 3 2017-04-11'],
    ],
    ['nothing malignant', 'A. LEFT BREAST, CORE BIOPSY:\n- Fibroadenoma. Negative for invasive carcinoma', []],
    ['a metastasis is no new primary', 'Specimen: Liver, core biopsy\nDiagnosis: Metastatic carcinoma consistent with breast primary', []],
  ])('%s', (_trap, body, expected) => {
    expect(said(report(body))).toEqual(expected)
  })
})

describe('the cancer in notes', () => {
  it.each<[string, string, string[]]>([
    ['side, type, grade and day', '9/15/2015 R breast ILC gr2, core.', ['right invasive lobular carcinoma 2 2015-09-15']],
    ['diagnosed', "3/2018: L breast IDC dx'd", ['left invasive ductal carcinoma 2018-03']],
    ['history of', 'She has a history of left breast cancer in 2016.', ['left 2016']],
    [
      'by its biopsy',
      'Biopsy on 1/28/2025 revealed grade 2 invasive ductal carcinoma of the right breast.',
      ['right invasive ductal carcinoma 2 2025-01-28'],
    ],
    ['the other side in full', 'Right breast cancer diagnosed in 6/2021.', ['right 2021-06']],
    ['both sides', 'Bilateral breast cancer diagnosed 2019.', ['bilateral 2019']],
    ['in situ in a note', 'L breast DCIS 2014.', ['left ductal carcinoma in situ 2014']],
    ['denied', 'Denies any history of breast cancer.', []],
    ['her aunt', 'Maternal aunt had right breast cancer in 1999.', []],
    ['prevention', 'Discussed prevention of breast cancer in 2022.', []],
    ['a screening', 'Screening for breast cancer in 2022.', []],
    ['side only', 'Left breast cancer.', ['left']],
    ['a metastasis has its own date', 'Metastatic breast cancer diagnosed 5/2023.', []],
    ['a relative', 'FH: mother breast cancer at 62', []],
    ['her sister', 'Sister had left breast cancer in 2010.', []],
    ['a statement called incorrect', 'Referral says LEFT breast cancer 2016 - INCORRECT.', []],
    ['a risk', 'Discussed the risk of breast cancer in 2020.', []],
    ['no cancer', 'No evidence of right breast cancer in 2019.', []],
  ])('%s', (_trap, body, expected) => {
    expect(said(note(body))).toEqual(expected)
  })
})
