import { describe, expect, it } from 'vitest'
import { note, pathology, profileOfTexts } from './records.fixture.ts'

const core = pathology(
  '03/14/2017',
  'DIAGNOSIS\nA. LEFT BREAST, CORE BIOPSY: INVASIVE DUCTAL CARCINOMA.\nER: positive 95%. PR: positive 60%. HER2 IHC: 1+ negative.',
)
const liver = pathology(
  '06/20/2023',
  'DIAGNOSIS\nLIVER, SEGMENT V, CORE BIOPSY: METASTATIC CARCINOMA.\nER: negative 0%. PR: negative 0%. HER2 IHC: 2+ equivocal.',
)
const ish = pathology(
  '06/20/2023',
  'ADDENDUM\nLIVER, SEGMENT V, CORE BIOPSY: METASTATIC CARCINOMA.\nHER2 FISH: amplified, HER2/CEP17 ratio 2.8.',
)

describe('receptors', () => {
  it('are one entry for a specimen that notes quote', () => {
    const { receptors } = profileOfTexts([
      core,
      note('05/01/2017', 'Left breast core biopsy 3/14/2017: ER positive, PR positive, HER2 1+.'),
    ])
    expect(receptors).toHaveLength(1)
    expect(receptors[0]).toMatchObject({ date: '2017-03-14', er: { status: 'positive', percent: 95 }, her2: { status: 'low', ihc: '1+' } })
  })
  it('of a summary make no specimen where a report exists', () => {
    const { receptors } = profileOfTexts([core, note('05/01/2019', 'ER+/PR+/HER2- breast cancer.')])
    expect(receptors.map(({ date }) => date)).toEqual(['2017-03-14'])
  })
  it('come from the summary where no report exists, and say so', () => {
    const { currentReceptors } = profileOfTexts([note('05/01/2019', 'ER+/PR-/HER2- breast cancer.')])
    expect(currentReceptors).toMatchObject({ er: 'positive', pr: 'negative', her2: 'negative' })
    expect(currentReceptors?.reason).toContain('no report')
  })
  it('of today are those of the newest biopsy of a metastasis, and the primary that differs is shown', () => {
    const profile = profileOfTexts([core, liver, ish])
    expect(profile.currentReceptors).toMatchObject({ er: 'negative', pr: 'negative', her2: 'positive', date: '2023-06-20' })
    expect(profile.currentReceptors?.reason).toContain('metastasis')
    expect(profile.conflicts.some(({ about, others }) => about === 'receptors today' && others.length === 1)).toBe(true)
  })
  it('are settled by the ISH of an addendum in a document of its own', () => {
    const { receptors, checks } = profileOfTexts([liver, ish])
    expect(receptors).toHaveLength(1)
    expect(receptors[0]?.her2).toMatchObject({ status: 'positive', ihc: '2+', ish: 'amplified', ratio: 2.8 })
    expect(checks).toEqual([])
  })
  it('with 2+ and no ISH ask to be checked', () => {
    expect(profileOfTexts([liver]).checks.map(({ message }) => message)).toEqual([expect.stringContaining('no ISH')])
  })
  it('of two readings of one tissue stay two, the repeat counts', () => {
    const outside = pathology(
      '02/19/2024',
      'DIAGNOSIS\nRIGHT BREAST, CORE BIOPSY: INVASIVE DUCTAL CARCINOMA.\nER: 3% low positive. PR: negative 0%. HER2 IHC: 0 negative.',
    )
    const review =
      'OUTSIDE SLIDE REVIEW SURGICAL PATHOLOGY REPORT\nReceived: 02/27/2024\nSpecimen collected 02/19/2024\nDIAGNOSIS\nRIGHT BREAST, CORE BIOPSY (OUTSIDE): INVASIVE DUCTAL CARCINOMA.\nER: negative <1%. PR: negative 0%. HER2 IHC: 0 negative.'
    const profile = profileOfTexts([outside, review])
    expect(profile.receptors.map(({ er }) => er?.status)).toEqual(['low-positive', 'negative'])
    expect(profile.currentReceptors?.er).toBe('negative')
    expect(profile.conflicts.some(({ about }) => about.startsWith('receptors of'))).toBe(true)
  })
})
