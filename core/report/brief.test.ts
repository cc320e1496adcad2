import { describe, expect, it } from 'vitest'
import { briefOf } from './brief.ts'
import { exampleProfile, words } from './example.test-data.ts'
import { SourceList } from './sources.ts'

const brief = (profile = exampleProfile()) => new Map(briefOf(profile, new SourceList()).map((line) => [line.label, line]))

describe('the page for the oncologist', () => {
  it.each([
    ['Person', 'Woman, 60 years, postmenopausal'],
    ['Diagnosis', 'Left breast, invasive lobular carcinoma, grade 2; found May 2018'],
    ['Stage when found', 'pathologic: pT2 pN1a'],
    ['Extent today', 'Metastatic since February 2023, after earlier treatment; sites: bone'],
    ['Receptors today', 'ER positive, HER2 low'],
    ['Gene changes found', 'ESR1 D538G (1 August 2026)'],
    ['Cancer drug now', 'line 1: fulvestrant + abemaciclib (since 2023-03-02)'],
    ['Last drug that ended', 'letrozole (2018-09 to 2023-02, stopped: the cancer grew)'],
    ['Lines for metastatic disease (1)', '1. fulvestrant + abemaciclib (since 2023-03-02)'],
    ['ECOG', '1 (1 September 2026)'],
  ])('says of %s: %s', (label, value) => expect(brief().get(label)?.value).toBe(value))

  it('says what the records do not hold', () => {
    const { extent: _, currentReceptors: __, ...rest } = exampleProfile()
    const silent = brief({ ...rest, person: { evidence: [] }, cancers: [], metastases: [], performance: [], labs: [], treatments: [] })
    expect(silent.get('Person')?.value).toBe('Sex not in these records, age not in these records')
    for (const label of ['Diagnosis', 'Extent today', 'Receptors today', 'ECOG', 'Organ function', 'Last drug that ended'])
      expect(silent.get(label)).toMatchObject({ value: 'not in these records', missing: true })
  })

  it('marks organ values out of range and says their day', () => {
    const evidence = [words('AST 95')]
    const labs = exampleProfile()
      .labs.slice(0, 0)
      .concat([
        { test: 'AST', value: 95, unit: 'U/L', high: 35, date: exampleProfile().asOf, evidence },
        { test: 'INR', value: 1, unit: 'ratio', date: exampleProfile().asOf, evidence },
      ])
    expect(brief({ ...exampleProfile(), labs }).get('Organ function')?.value).toBe('1 October 2026: AST 95 U/L HIGH, INR 1')
  })

  it('does not call a gene not found that one test found', () => {
    const [found] = exampleProfile().biomarkers
    if (!found) throw new Error('no marker')
    const biomarkers = [found, { ...found, result: 'negative' as const, variant: undefined }]
    expect(brief({ ...exampleProfile(), biomarkers }).get('Tested, not found')).toBeUndefined()
  })
})
