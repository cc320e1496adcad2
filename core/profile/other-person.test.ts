import { describe, expect, it } from 'vitest'
import { note, profileOfTexts } from './records.fixture.ts'

const own = note('09/01/2026', 'Patient: Berta Lund  DOB 03/04/1960\nWoman with left breast cancer, ER positive, HER2 negative.')
const own2 = note('08/01/2026', 'Patient: Berta Lund  DOB 03/04/1960\nWoman with left breast cancer.')

describe('what stands under the birth date of somebody else', () => {
  const strayPage = `HILL HOSPITAL   SURGICAL PATHOLOGY\nLUND, BERTA   DOB 03/04/1960\nCollected: 05/02/2019\nLEFT BREAST, CORE BIOPSY: Invasive ductal carcinoma, grade 2.\nER 90% positive. PR 40% positive. HER2 IHC 1+.\n\n*** page received by mistake ***\nHILL HOSPITAL   PATHOLOGY\nLUND, BRITTA   DOB 11/23/1948\n\nRIGHT BREAST CORE BIOPSY 02/02/2026: Invasive ductal carcinoma, grade 3.\nER 0% negative. PR 0% negative. HER2 IHC 3+ positive.`

  it('is not the person’s: a stray page at the end of a report', () => {
    const profile = profileOfTexts([own, own2, strayPage])
    expect(profile.receptors.map((one) => [one.er?.percent, one.her2?.ihc])).toEqual([[90, '1+']])
    expect(profile.checks.map((check) => check.message)).toContain(
      'A part of 3.txt gives another birth date and seems to be about somebody else. Nothing in that part was used.',
    )
  })

  it('is not the person’s: a whole document of another patient', () => {
    const other = note('07/01/2026', 'Patient: Britta Lund  DOB 11/23/1948\nWoman with right breast cancer metastatic to liver. ECOG 3.')
    const profile = profileOfTexts([own, own2, other])
    expect(profile.metastases).toEqual([])
    expect(profile.performance).toEqual([])
  })

  it.each([
    ['a slip in one part of the date', '03/04/1961'],
    ['day and month the other way round', '04/03/1960'],
  ])('is the person’s with %s', (_, birth) => {
    const slip = note('07/01/2026', `Patient: Berta Lund  DOB ${birth}\nECOG 1.`)
    expect(profileOfTexts([own, own2, slip]).performance).toHaveLength(1)
  })

  it('leaves everything unmerged, and says so gravely, when the files of two people are as many', () => {
    const other = note('07/01/2026', 'Patient: Britta Lund  DOB 11/23/1948\nECOG 1.')
    const profile = profileOfTexts([own, other])
    expect(profile.cancers).toEqual([])
    expect(profile.performance).toEqual([])
    expect(profile.person.birthDate).toBeUndefined()
    expect(profile.checks).toMatchObject([{ grave: true, message: expect.stringMatching(/2 different people \([12]\.txt \| [12]\.txt\)/) }])
  })

  it('makes the profile of the person that was chosen', () => {
    const other = note('07/01/2026', 'Patient: Britta Lund  DOB 11/23/1948\nECOG 1.')
    const profile = profileOfTexts([own, other], '2026-10-01', [], '1948-11-23')
    expect(profile.person.birthDate).toBe('1948-11-23')
    expect(profile.cancers).toEqual([])
    expect(profile.performance).toHaveLength(1)
  })

  it('sets aside a document that names a stranger and gives no birth date', () => {
    const other = 'PROGRESS NOTE 07/01/2026\nPatient Name: Otis Grant   MRN 5588213\nECOG 3.'
    const profile = profileOfTexts([own, own2, other])
    expect(profile.performance).toEqual([])
    expect(profile.checks.map((check) => check.message)).toContain(
      '3.txt names another patient and seems to be about somebody else. Nothing in it was used.',
    )
  })

  it('says of a whole disc of a stranger in one sentence, not one a picture', () => {
    const pictures = Array.from(
      { length: 7 },
      (_, i) => `Patient Name: Otis Grant   MRN 5588213\nSeries ${i + 1} of the scan of 07/01/2026.`,
    )
    const ours = Array.from({ length: 30 }, () => own2)
    const { checks } = profileOfTexts([...ours, ...pictures])
    expect(checks.map((check) => check.message)).toEqual([
      expect.stringMatching(/^7 files name another patient and seem to be about somebody else: (\d+\.txt, ){4}\d+\.txt and 2 more\./),
    ])
    expect(checks[0]?.evidence.length).toBeGreaterThanOrEqual(7)
  })

  it('says of a file that gives a stranger’s birth date on each page once', () => {
    const pages = `${own}\n\n*** next ***\nPatient: Britta Lund  DOB 11/23/1948\nECOG 3.\n\n*** next ***\nPatient: Britta Lund  DOB 11/23/1948\nECOG 3.`
    const about = profileOfTexts([own2, own2, pages]).checks.filter(({ message }) => message.includes('another birth date'))
    expect(about).toHaveLength(1)
    expect(about[0]?.evidence.length).toBe(2)
  })
})
