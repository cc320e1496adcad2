import { describe, expect, it } from 'vitest'
import type { FactValue } from '../../record/fact.ts'
import { aReading } from '../prose/a-reading.ts'
import { otherCancers } from './other-cancers.ts'

const said = (heading: string, body: string) =>
  otherCancers.find(aReading(`ONCOLOGY PROGRESS NOTE\nVisit date: 03/05/2024\n${heading}: ${body}`)).map((fact) => {
    const { site, diagnosed } = fact.value as FactValue<'cancer'>
    return `${site}${diagnosed === undefined ? '' : ` ${diagnosed}`}`
  })

describe('other malignancies', () => {
  it.each<[string, string, string, string[]]>([
    ['in the past history', 'PMH', 'prostate cancer 2015, s/p prostatectomy', ['prostate 2015']],
    ['a basal cell carcinoma', 'PMH', 'BCC nose 2019 excised', ['skin (nose) 2019']],
    ['spelled out', 'PMH', 'Basal cell carcinoma of the nose removed 2019', ['skin (nose) 2019']],
    ['melanoma', 'PMH', 'Melanoma 2012', ['skin 2012']],
    ['history of', 'HPI', 'History of thyroid cancer.', ['thyroid']],
    ['a sister', 'HPI', 'Sister had melanoma in 2001.', []],
    ['family section', 'FH', 'Uncle colon cancer 70s', []],
    ['abbreviated relative', 'HPI', 'Mat uncle colon ca.', []],
    ['none', 'PMH', 'No history of colon cancer.', []],
    ['screening', 'HPI', 'History of colon cancer screening in 2020.', []],
    ['a syndrome', 'HPI', 'Hereditary breast and ovarian cancer syndrome.', []],
    ['spread of the breast cancer', 'PMH', 'Secondary malignant neoplasm of lung 2025', []],
    ['a risk', 'HPI', 'She has a high risk of ovarian cancer.', []],
    ['cancer of the organ', 'PMH', 'Carcinoma of the bladder 2010', ['bladder 2010']],
    ['with its kind of cells', 'PMH', 'Papillary thyroid carcinoma 2016', ['thyroid 2016']],
    ['lymphoma', 'PMH', 'Follicular lymphoma 2009', ['lymphoma 2009']],
  ])('%s', (_trap, heading, body, expected) => {
    expect(said(heading, body)).toEqual(expected)
  })
})
