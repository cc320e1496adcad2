import { describe, expect, it } from 'vitest'
import type { Document } from '../record/document.ts'
import { Profile } from '../record/profile.ts'
import { aDocument } from '../understand/prose/a-reading.ts'
import { abstractOf } from './abstract.ts'
import { ct, note, pathology, profileOfTexts } from './records.fixture.ts'
import { timelineOf } from './timeline.ts'

describe('the person', () => {
  it('keeps the birth date most documents give, and shows the other', () => {
    const { person, conflicts } = profileOfTexts([
      'PROGRESS NOTE oncology visit\nVisit date: 01/05/2024\nDOB: 04/22/1971',
      'PROGRESS NOTE oncology visit\nVisit date: 02/05/2024\nDOB: 04/22/1971',
      'PROGRESS NOTE oncology visit\nVisit date: 03/05/2024\nDOB: 04/22/1917',
    ])
    expect(person.birthDate).toBe('1971-04-22')
    expect(conflicts.map(({ about }) => about)).toContain('birth date')
  })
  it('is postmenopausal by the latest statement', () => {
    expect(profileOfTexts([note('01/05/2020', 'She is premenopausal.'), note('01/05/2024', 'Now postmenopausal.')]).person.menopausal).toBe(
      'post',
    )
  })
  it('is postmenopausal by age from sixty on when nothing is said', () => {
    expect(profileOfTexts([`${note('01/05/2024', '65-year-old woman.')}\nDOB: 04/22/1958`]).person.menopausal).toBe('post')
    expect(profileOfTexts([`${note('01/05/2024', '45-year-old woman.')}\nDOB: 04/22/1978`]).person.menopausal).toBeUndefined()
  })
})

describe('labs of many documents', () => {
  const labs = (...texts: string[]) => profileOfTexts(texts).labs.map(({ test, value, date }) => `${test} ${value} ${date}`)
  it('are one when the same value of the same day stands in two documents', () => {
    expect(
      labs(note('03/05/2024', 'ok.\nLABS 3/4/2024: ANC 2.9'), 'LABORATORY REPORT\nCollected: 03/04/2024\nANC 2.9 K/uL (1.8-7.7)'),
    ).toEqual(['ANC 2.9 2024-03-04'])
  })
  it('keep all dates, newest first', () => {
    expect(labs(note('03/05/2024', 'ok.\nLABS: ANC 2.9'), note('05/05/2024', 'ok.\nLABS: ANC 1.3'))).toEqual([
      'ANC 1.3 2024-05-05',
      'ANC 2.9 2024-03-05',
    ])
  })
  it('are not new where a plan only recalls them', () => {
    expect(labs('ECHOCARDIOGRAM\nStudy date: 02/20/2024\nLVEF 52%', `${note('03/05/2024', 'ok.')}\nA/P: LVEF 52%, continue.`)).toEqual([
      'LVEF 52 2024-02-20',
    ])
  })
  it('keep two values of one day side by side', () => {
    expect(labs(note('03/05/2024', 'ok.\nLABS: ANC 2.9'), note('03/05/2024', 'later.\nLABS: ANC 1.3'))).toHaveLength(2)
  })
})

describe('conditions, allergies and absences of many documents', () => {
  const pmh = (date: string, body: string) => `${note(date, 'well.')}\nPMH: ${body}`
  it('are one under their synonyms, with the latest status', () => {
    const { conditions } = profileOfTexts([
      pmh('01/05/2024', 'HTN; DVT 3/2021 on apixaban'),
      pmh('05/05/2024', 'hypertension; DVT 3/2021, resolved'),
    ])
    expect(conditions.map(({ name, status }) => `${name} ${status}`)).toEqual(['hypertension active', 'deep vein thrombosis resolved'])
  })
  it('name a substance once', () => {
    const { allergies } = profileOfTexts([
      `${note('01/05/2024', 'well.')}\nALLERGIES: sulfa (hives)`,
      `${note('05/05/2024', 'well.')}\nALLERGIES: sulfonamide antibiotics`,
    ])
    expect(allergies).toHaveLength(1)
    expect(allergies[0]).toMatchObject({ name: 'sulfonamide antibiotics', reaction: 'hives' })
  })
  it('keep what is denied with its latest date', () => {
    const { absences } = profileOfTexts([pmh('01/05/2024', 'No pneumonitis.'), pmh('05/05/2024', 'No pneumonitis.')])
    expect(absences.filter(({ name }) => name === 'pneumonitis').map(({ date }) => date)).toEqual(['2024-05-05'])
  })
  it('deny nothing that the person has', () => {
    const { absences } = profileOfTexts([pmh('01/05/2024', 'Type 2 diabetes.'), pmh('05/05/2024', 'No diabetes. No seizures.')])
    expect(absences.map(({ name }) => name)).toEqual(['seizures'])
  })
  it('say which parts of the history were taken', () => {
    expect(profileOfTexts([pmh('05/05/2024', 'HTN')]).historyTaken.map(({ part, date }) => `${part} ${date}`)).toEqual([
      'past-medical 2024-05-05',
    ])
  })
})

describe('measurable disease', () => {
  it('is that of the latest scan', () => {
    const { measurable } = profileOfTexts([
      ct('01/05/2024', 'FINDINGS:\nLiver: Segment VI lesion 34 mm.\nIMPRESSION: Hepatic metastases.'),
      ct('06/05/2024', 'IMPRESSION: Stable osseous metastases. No measurable disease by RECIST 1.1.'),
    ])
    expect(measurable).toMatchObject({ value: false, date: '2024-06-05' })
  })
  it('is none when the primary was removed and a later scan is clean', () => {
    const { measurable } = profileOfTexts([
      pathology('04/11/2017', 'DIAGNOSIS\nLEFT BREAST, CORE BIOPSY: INVASIVE DUCTAL CARCINOMA.\nPathologic stage: pT1c pN0.'),
      note('06/01/2017', 'Left mastectomy 5/2/2017.'),
      ct('01/05/2018', 'IMPRESSION: No hepatic or osseous metastases.'),
    ])
    expect(measurable).toMatchObject({ value: false, date: '2018-01-05' })
  })
  it('is not claimed from a lesion when no metastasis is proven', () => {
    expect(
      profileOfTexts([ct('01/05/2024', 'FINDINGS:\nLiver: Segment VI lesion 34 mm.\nIMPRESSION: No metastasis. No progression.')])
        .measurable,
    ).toBeUndefined()
  })
})

describe('what does not fit together', () => {
  it('is a size that belongs to another T', () => {
    const { checks } = profileOfTexts([
      pathology(
        '04/11/2017',
        'DIAGNOSIS\nLEFT BREAST, PARTIAL MASTECTOMY: INVASIVE DUCTAL CARCINOMA.\nTumor size: 7.2 cm in greatest dimension.\nPathologic stage: pT2 pN0.',
      ),
    ])
    expect(checks.map(({ message }) => message)).toEqual([expect.stringContaining('72 mm')])
  })
  it.each([
    ['more nodes than the category allows', 'pT2 pN1a (5/18 nodes)', '5 of 18'],
    ['a score of another grade', 'Nottingham grade 2 (3+3+2=8)', 'grade 2'],
    ['parts of a grade that do not add up', 'Nottingham grade 3 (3+3+2=9)', 'add up'],
  ])('is %s', (_what, words, message) => {
    const { checks } = profileOfTexts([
      pathology('04/11/2017', `DIAGNOSIS\nLEFT BREAST, PARTIAL MASTECTOMY: INVASIVE DUCTAL CARCINOMA.\n${words}`),
    ])
    expect(checks.map((check) => check.message)).toEqual([expect.stringContaining(message)])
  })
  it.each([
    'pT2 pN1a (3/18 nodes)',
    'pT2 pN2a (5/18)',
    'pT1 pN0 (0/3)',
    'pT2 pN3a (4/18, infraclavicular node positive)',
    'Nottingham grade 2 (3+2+2=7)',
  ])('is not %s', (words) => {
    const { checks } = profileOfTexts([
      pathology('04/11/2017', `DIAGNOSIS\nLEFT BREAST, PARTIAL MASTECTOMY: INVASIVE DUCTAL CARCINOMA.\n${words}`),
    ])
    expect(checks).toEqual([])
  })
  it('is an ISH result other than its counts', () => {
    const { checks } = profileOfTexts([
      pathology(
        '04/11/2017',
        'DIAGNOSIS\nLEFT BREAST, CORE BIOPSY: INVASIVE DUCTAL CARCINOMA.\nER positive 90%. HER2 IHC 2+. HER2 FISH: not amplified, HER2/CEP17 ratio 3.4, HER2 copy number 7.1.',
      ),
    ])
    expect(checks.map(({ message }) => message)).toEqual([expect.stringContaining('ratio 3.4')])
  })
  it('is a first stage without spread beside a metastasis of the same weeks', () => {
    const { checks } = profileOfTexts([
      pathology('04/11/2017', 'DIAGNOSIS\nLEFT BREAST, CORE BIOPSY: INVASIVE DUCTAL CARCINOMA.'),
      note('04/20/2017', 'Breast cancer, clinical stage cT2 cN1 cM0.'),
      ct('05/02/2017', 'IMPRESSION: Multiple hepatic metastases.'),
    ])
    expect(checks.some(({ message }) => message.includes('(liver)'))).toBe(true)
  })
  it('is a diagnosis before birth', () => {
    const { checks } = profileOfTexts([
      `${pathology('03/14/1960', 'DIAGNOSIS\nLEFT BREAST, CORE BIOPSY: INVASIVE DUCTAL CARCINOMA.')}`,
      'PROGRESS NOTE oncology visit\nVisit date: 01/05/2024\nDOB: 04/22/1971',
    ])
    expect(checks.some(({ message }) => message.includes('before the birth date'))).toBe(true)
  })
})

describe('what is taken from the other breast', () => {
  it('asks to be checked', () => {
    const { checks } = profileOfTexts([
      pathology('04/11/2017', 'DIAGNOSIS\nA. LEFT BREAST, MASTECTOMY: INVASIVE DUCTAL CARCINOMA, grade 2.'),
      note('05/11/2019', 'Right breast core biopsy 5/2/2019: ER positive, PR negative, HER2 negative.'),
    ])
    expect(checks.map(({ message }) => message)).toEqual([expect.stringContaining('other side')])
  })
})

describe('what the profile lists and prints', () => {
  const unread = aDocument('', {
    file: 'locked.pdf',
    read: false,
    format: 'pdf',
    pages: [],
    problems: [{ code: 'password-pdf', message: 'The PDF is locked with a password.', wayOut: 'Save a copy without one.' }],
  } satisfies Partial<Document>)
  const profile = profileOfTexts(
    [ct('01/05/2024', 'IMPRESSION: Hepatic metastases.'), note('02/05/2024', 'ECOG 1, KPS 80. CA 15-3 was 88.')],
    '2026-10-01',
    [unread],
  )

  it('has the shape of the vocabulary', () => {
    expect(Profile.parse(profile)).toEqual(profile)
  })
  it('is every document, also the one that could not be read', () => {
    expect(profile.documents.map(({ file, read, code }) => `${file} ${read} ${code ?? ''}`.trim())).toEqual([
      '1.txt true',
      '2.txt true',
      'locked.pdf false password-pdf',
    ])
  })
  it('is an abstract without what is absent, each statement with its literal words', () => {
    const abstract = JSON.parse(JSON.stringify(abstractOf(profile)))
    expect(abstract.metastases[0].evidence[0]).toMatchObject({ file: '1.txt', page: 1, quote: 'Hepatic metastases.' })
    expect(abstract.performance.map((one: { scale: string }) => one.scale)).toEqual(['ECOG', 'KPS'])
    expect('measurable' in abstract).toBe(false)
  })
  it('is a timeline in order', () => {
    expect(timelineOf(profile).map(({ kind, from }) => `${kind} ${from}`)).toEqual([
      'metastasis 2024-01-05',
      'scan 2024-01-05',
      'marker 2024-02-05',
    ])
  })
})
