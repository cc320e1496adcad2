import { describe, expect, it } from 'vitest'
import { meaningOfIcd9, meaningOfIcd10 } from './icd10.ts'
import { labByLoinc } from './labs.ts'
import { geneOfLoinc, meaningOfLoinc, nameOfLoinc } from './loinc.ts'
import { drugOfRxnorm, rxnormOfDrug } from './rxnorm.ts'
import { cancerMeaningOfSnomed, isRadiotherapyCode, resultWordOfCode, stagePartOfSnomed, surgeryOfSnomed } from './snomed.ts'
import { SYSTEMS, systemNamed, systemOfOid } from './systems.ts'

describe('diagnosis codes', () => {
  it.each([
    ['C50.411', { is: 'breast', side: 'right' }],
    ['C50412', { is: 'breast', side: 'left' }],
    ['C50.919', { is: 'breast' }],
    ['D05.12', { is: 'breast', inSitu: true, side: 'left' }],
    ['Z85.3', { is: 'breast-history' }],
    ['Z80.3', { is: 'family' }],
    ['C77.3', { is: 'regional-nodes' }],
    ['C77.1', { is: 'metastasis', site: 'lymph-node' }],
    ['C78.01', { is: 'metastasis', site: 'lung' }],
    ['C79.31', { is: 'metastasis', site: 'brain' }],
    ['C79.32', { is: 'metastasis', site: 'leptomeninges' }],
    ['C79.51', { is: 'metastasis', site: 'bone' }],
    ['C79.52', { is: 'metastasis', site: 'other' }],
    ['C79.81', { is: 'metastatic' }],
    ['C79.9', { is: 'metastatic' }],
    ['C44.311', { is: 'other-cancer', site: 'skin' }],
    ['Z85.828', { is: 'other-cancer', site: 'skin' }],
    ['Z85.038', { is: 'other-cancer', site: 'colorectal' }],
    ['I10', undefined],
    ['D24.1', undefined],
    ['Z12.31', undefined],
  ])('ICD-10-CM %s', (code, meaning) => expect(meaningOfIcd10(code)).toEqual(meaning))

  it.each([
    ['174.9', { is: 'breast' }],
    ['V10.3', { is: 'breast-history' }],
    ['198.5', { is: 'metastasis', site: 'bone' }],
    ['196.3', { is: 'regional-nodes' }],
    ['V16.3', { is: 'family' }],
    ['401.9', undefined],
  ])('ICD-9-CM %s', (code, meaning) => expect(meaningOfIcd9(code)).toEqual(meaning))

  it('SNOMED CT: breast, spread, family, and nothing for other concepts or for names of object members', () => {
    expect(cancerMeaningOfSnomed('353431000119107')).toEqual({ is: 'breast', side: 'left' })
    expect(cancerMeaningOfSnomed('94222008')).toEqual({ is: 'metastasis', site: 'bone' })
    expect(cancerMeaningOfSnomed('429740004')).toEqual({ is: 'family' })
    expect(cancerMeaningOfSnomed('38341003')).toBeUndefined()
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect(cancerMeaningOfSnomed(name)).toBeUndefined()
      expect(nameOfLoinc(name)).toBeUndefined()
      expect(drugOfRxnorm(name)).toBeUndefined()
      expect(resultWordOfCode(name)).toBeUndefined()
    }
  })
})

describe('codes of tests, drugs and procedures', () => {
  it('no LOINC code is both a laboratory test and something else', () => {
    for (const code of ['16112-5', '89247-1', '21889-1', '69548-6']) expect(labByLoinc(code)).toBeUndefined()
    expect(meaningOfLoinc('2160-0')).toBeUndefined()
    expect(geneOfLoinc('60033-8')).toBe('PIK3CA')
    expect(nameOfLoinc('89247-1')).toBe('ECOG performance status')
  })

  it.each([
    ['282357', 'fulvestrant'],
    ['224905', 'trastuzumab'],
    ['2267582', 'trastuzumab deruxtecan'],
    ['1371041', 'trastuzumab emtansine'],
    ['486610', 'nab-paclitaxel'],
    ['220961', 'capecitabine'],
    ['2360530', 'sacituzumab govitecan'],
    ['993449', 'denosumab'],
  ])('RxNorm %s is %s', (code, name) => expect(drugOfRxnorm(code)?.name).toBe(name))

  it('writes the ingredient, never the brand', () => {
    expect(rxnormOfDrug('tamoxifen')).toBe('10324')
    expect(rxnormOfDrug('denosumab')).toBe('993449')
    expect(rxnormOfDrug('no such drug')).toBeUndefined()
  })

  it('knows parts of a stage, operations, radiotherapy and results', () => {
    expect(stagePartOfSnomed('384625004')).toEqual({ part: 't', kind: 'pathologic' })
    expect(surgeryOfSnomed('741009001')).toEqual({ site: 'breast', side: 'left' })
    expect(isRadiotherapyCode('1217123003')).toBe(true)
    expect(resultWordOfCode('LA9634-2')).toBe('absent')
  })

  it.each([
    ['2.16.840.1.113883.6.96', 'snomed'],
    ['urn:oid:2.16.840.1.113883.6.1', 'loinc'],
    ['http://hl7.org/fhir/sid/icd-10-cm', 'icd10'],
    ['ICD-9-CM', 'icd9'],
    ['SNOMED-CT', 'snomed'],
    ['http://example.org/own', undefined],
  ])('the system %s', (system, name) => expect(systemNamed(system)).toBe(name))

  it('keeps an unknown object identifier as an address', () => {
    expect(systemOfOid('1.2.3')).toBe('urn:oid:1.2.3')
    expect(systemOfOid('2.16.840.1.113883.6.88')).toBe(SYSTEMS.rxnorm)
    expect(systemOfOid(undefined)).toBeUndefined()
  })
})
