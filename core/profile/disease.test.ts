import { describe, expect, it } from 'vitest'
import { ct, mri, note, pathology, profileOfTexts } from './records.fixture.ts'

const sites = (texts: readonly string[], asOf?: string) =>
  profileOfTexts(texts, asOf).metastases.map(({ site, status, first }) => `${site} ${status}${first === undefined ? '' : ` ${first}`}`)

describe('metastases of many documents', () => {
  it('date from the first scan that suspected what was later proven', () => {
    expect(
      sites([
        ct('06/12/2023', 'IMPRESSION: New hepatic lesions highly suspicious for metastases.'),
        pathology('06/20/2023', 'DIAGNOSIS\nLIVER, SEGMENT V, NEEDLE BIOPSY: METASTATIC CARCINOMA CONSISTENT WITH BREAST PRIMARY.'),
      ]),
    ).toEqual(['liver active 2023-06-12'])
  })
  it('are ruled out when a suspicion was not confirmed', () => {
    expect(
      sites([
        ct('06/12/2023', 'IMPRESSION: Liver lesion suspicious for metastasis.'),
        mri('06/30/2023', 'LIVER', 'IMPRESSION: Hemangioma of segment V. No hepatic metastasis.'),
      ]),
    ).toEqual(['liver ruled-out'])
  })
  it('are ruled out when one document was wrong and a scan soon denies it', () => {
    expect(
      sites([
        note('06/12/2023', 'Seen elsewhere with liver metastases.'),
        mri('06/30/2023', 'LIVER', 'IMPRESSION: No hepatic metastasis.'),
      ]),
    ).toEqual(['liver ruled-out'])
  })
  it.each<[trap: string, texts: string[], expected: string[]]>([
    [
      'a letter recalls what an old scan was taken for, which another had denied then',
      [
        mri('03/10/2024', 'LIVER', 'IMPRESSION: Hemangioma. No hepatic metastasis.'),
        note('06/12/2025', 'Known with liver metastases (CT 02/2024), for a certificate.'),
      ],
      ['liver ruled-out'],
    ],
    [
      'the same of the brain',
      [mri('03/10/2024', 'BRAIN', 'IMPRESSION: No brain metastases.'), note('06/12/2025', 'Brain metastases (02/2024) by the form.')],
      ['brain ruled-out'],
    ],
    [
      'the denial is older than what is told',
      [mri('01/10/2024', 'LIVER', 'IMPRESSION: No hepatic metastasis.'), note('06/12/2025', 'Known with liver metastases (CT 02/2024).')],
      ['liver active 2024-02'],
    ],
    [
      'the denial is much later: treated since',
      [mri('12/10/2024', 'LIVER', 'IMPRESSION: No hepatic metastasis.'), note('06/12/2025', 'Known with liver metastases (CT 02/2024).')],
      ['liver active 2024-02'],
    ],
    [
      'two documents tell it',
      [
        mri('03/10/2024', 'LIVER', 'IMPRESSION: No hepatic metastasis.'),
        note('06/12/2025', 'Known with liver metastases (CT 02/2024).'),
        note('09/12/2025', 'On treatment for liver metastases since 02/2024.'),
      ],
      ['liver active 2024-02'],
    ],
    [
      'no day is told',
      [mri('03/10/2024', 'LIVER', 'IMPRESSION: No hepatic metastasis.'), note('06/12/2025', 'Known with liver metastases.')],
      ['liver active'],
    ],
  ])('%s', (_trap, texts, expected) => {
    expect(sites(texts)).toEqual(expected)
  })
  it('that were denied stay visible beside the denial', () => {
    const { conflicts } = profileOfTexts([
      note('06/12/2023', 'Seen elsewhere with liver metastases.'),
      mri('06/30/2023', 'LIVER', 'IMPRESSION: No hepatic metastasis.'),
    ])
    expect(conflicts.map(({ about, chosen, others }) => [about, chosen, others.map(({ evidence }) => evidence[0]?.quote)])).toEqual([
      ['metastasis: liver', 'ruled out', ['Seen elsewhere with liver metastases.']],
    ])
  })
  it('were there by the day of an older document that names them without a date', () => {
    expect(
      sites([note('03/02/2025', 'Metastatic breast cancer to bone.'), ct('08/14/2025', 'IMPRESSION: Stable osseous metastases.')]),
    ).toEqual(['bone stable 2025-03-02'])
  })
  it('count as treated when they were proven and are no longer seen', () => {
    expect(
      sites([
        pathology('02/01/2021', 'DIAGNOSIS\nLIVER, CORE BIOPSY: METASTATIC CARCINOMA.'),
        ct('09/01/2022', 'IMPRESSION: No hepatic metastasis.'),
      ]),
    ).toEqual(['liver treated 2021-02-01'])
  })
  it('take the status of the newest scan', () => {
    expect(
      sites([
        ct('01/05/2024', 'IMPRESSION: Progression of osseous metastases.'),
        ct('06/05/2024', 'IMPRESSION: Stable osseous metastases.'),
      ]),
    ).toEqual(['bone stable 2024-01-05'])
  })
  it('grow when one new lesion stands beside stable ones', () => {
    expect(sites([ct('01/05/2024', 'IMPRESSION: Osseous metastases, mostly stable; new lesion of the left femur.')])).toEqual([
      'bone active 2024-01-05',
    ])
  })
  it('do not take a copied sentence for a new statement', () => {
    const copied = 'Liver metastases stable on the scan of last winter, continue as before.'
    expect(
      sites([note('01/05/2024', copied), ct('04/05/2024', 'IMPRESSION: Progression of hepatic metastases.'), note('06/05/2024', copied)]),
    ).toEqual(['liver active 2024-01-05'])
  })
  it('of a document after the day asked for do not count', () => {
    expect(
      sites(
        [ct('01/05/2024', 'IMPRESSION: No hepatic metastasis.'), ct('06/05/2024', 'IMPRESSION: New hepatic metastases.')],
        '2024-03-01',
      ),
    ).toEqual(['liver ruled-out'])
  })
})

describe('extent', () => {
  const extent = (...texts: string[]) => {
    const { extent: one } = profileOfTexts(texts)
    return one === undefined
      ? undefined
      : `${one.value}${one.since ? ` ${one.since}` : ''}${one.deNovo === undefined ? '' : one.deNovo ? ' de novo' : ' later'}`
  }
  const primary = pathology('03/14/2017', 'DIAGNOSIS\nLEFT BREAST, CORE BIOPSY: INVASIVE DUCTAL CARCINOMA, Nottingham grade 2.')
  it('is metastatic since the first proven site, years after the primary', () => {
    expect(extent(primary, ct('06/12/2023', 'IMPRESSION: New hepatic metastases.'))).toBe('metastatic 2023-06-12 later')
  })
  it('is de novo when the staging of the primary finds it', () => {
    expect(extent(primary, ct('03/28/2017', 'IMPRESSION: Osseous metastases.'))).toBe('metastatic 2017-03-28 de novo')
  })
  it('is early with a documented stage II', () => {
    expect(extent(primary, note('04/20/2017', 'Left breast cancer, pathologic stage IIB (pT2 pN1a M0).'))).toBe('early 2017-03-14')
  })
  it('is locally advanced with a documented stage III', () => {
    expect(extent(primary, note('04/20/2017', 'Left breast cancer, clinical stage IIIA (cT3 cN1 M0).'))).toBe('locally-advanced 2017-03-14')
  })
  it('is not metastatic by the word of an emergency room against the treating doctors', () => {
    expect(
      extent(
        primary,
        note('04/20/2017', 'Left breast cancer, clinical stage IIA (cT2 cN0 M0).'),
        'EMERGENCY DEPARTMENT NOTE\nDate of service: 05/01/2017\nTriage: fever.\nHPI: Hx of stage IV breast cancer.',
      ),
    ).toBe('early 2017-03-14')
  })
  it('is not metastatic because somebody feared a stage IV', () => {
    expect(
      extent(
        note('04/20/2017', 'Left breast cancer, pathologic stage IA (pT1c pN0 M0).'),
        'EMERGENCY DEPARTMENT NOTE\nDate of service: 05/01/2017\nTriage: pain.\nED Course: Told that she may have stage IV cancer.',
      ),
    ).toBe('early')
  })
  it('is unknown when the records are silent', () => {
    expect(extent(note('04/20/2017', 'She is well.'))).toBeUndefined()
  })
})

describe('the primary', () => {
  it('keeps the side of pathology, and shows the letter that says otherwise', () => {
    const profile = profileOfTexts([
      pathology('10/06/2015', 'DIAGNOSIS\nRIGHT BREAST, TOTAL MASTECTOMY: INVASIVE LOBULAR CARCINOMA, Nottingham grade 2.'),
      note('02/12/2024', 'History of LEFT breast cancer, lobular.'),
    ])
    expect(profile.cancers[0]).toMatchObject({ site: 'breast', laterality: 'right', histology: 'invasive lobular carcinoma', grade: 2 })
    expect(profile.conflicts.map(({ about, chosen, others }) => [about, chosen, others.map(({ value }) => value)])).toContainEqual([
      'side of the breast cancer',
      'right',
      ['left'],
    ])
  })
  it('is a breast cancer also where only its spread is named', () => {
    expect(profileOfTexts([note('03/02/2025', 'Metastatic breast cancer to bone.')]).cancers.map(({ site }) => site)).toEqual(['breast'])
  })
  it('lists another malignancy beside it', () => {
    const profile = profileOfTexts([
      pathology('10/06/2015', 'DIAGNOSIS\nRIGHT BREAST, CORE BIOPSY: INVASIVE DUCTAL CARCINOMA.'),
      `${note('02/12/2024', 'well.')}\nPMH: prostate cancer 2015, s/p prostatectomy`,
    ])
    expect(profile.cancers.map(({ site }) => site)).toEqual(['breast', 'prostate'])
  })
})

describe('the side of the breast cancer', () => {
  it('is not read from r/o', () => {
    const profile = profileOfTexts([
      mri('06/20/2023', 'ABDOMEN', 'INDICATION: Breast cancer, r/o metastases.\nIMPRESSION: No hepatic metastasis.'),
      note('07/02/2023', 'Left breast IDC, pT1c N0.'),
    ])
    expect(profile.cancers.map(({ laterality }) => laterality)).toEqual(['left'])
  })
})

describe('a stage said when the cancer has spread', () => {
  it('is no other first stage', () => {
    const { stages, extent } = profileOfTexts([
      pathology('10/15/2013', 'DIAGNOSIS\nLEFT BREAST, MASTECTOMY: INVASIVE DUCTAL CARCINOMA.\nPathologic stage: pT3 pN1a.'),
      note('09/09/2026', 'Stage IV breast cancer with liver metastases.'),
    ])
    expect(stages.map(({ kind, t }) => `${kind} ${t}`)).toEqual(['pathologic T3'])
    expect(extent?.value).toBe('metastatic')
  })
  it('is the first stage of a cancer that nobody staged before', () => {
    expect(profileOfTexts([note('09/09/2026', 'Stage IV breast cancer with liver metastases.')]).stages.map(({ group }) => group)).toEqual([
      'IV',
    ])
  })
})

describe('variants found twice', () => {
  it('takes the variant of a carrier that is found again in the tumour for the inherited one', () => {
    const { biomarkers } = profileOfTexts([
      'GERMLINE GENETIC TEST REPORT\nReported: 2024-03-04\nHereditary cancer panel, blood DNA\nBRCA1 c.68_69del (p.Glu23Valfs*17) heterozygous PATHOGENIC',
      'NEXT GENERATION SEQUENCING\nReported: 2025-05-27\nSomatic variants, tumor tissue, lung\nBRCA1  c.68_69del  detected\nTP53  R175H  41%',
    ])
    expect(biomarkers.map(({ gene, origin, date }) => [gene, origin, date])).toEqual([
      ['BRCA1', 'germline', '2025-05-27'],
      ['TP53', 'somatic', '2025-05-27'],
      ['BRCA1', 'germline', '2024-03-04'],
    ])
  })
})

describe('a reversion that was looked for', () => {
  it('is one of the BRCA gene that is mutated', () => {
    const { biomarkers } = profileOfTexts([
      'GERMLINE GENETIC TEST REPORT\nReported: 03/15/2024\nBRCA1 c.68_69del (p.Glu23Valfs*17) pathogenic variant, heterozygous',
      'TUMOR NGS REPORT\nCollected: 05/27/2025\nReported: 06/03/2025\nNo BRCA reversion mutation detected.',
    ])
    expect(biomarkers.filter(({ variant }) => variant === 'reversion mutation').map(({ gene, result }) => [gene, result])).toEqual([
      ['BRCA1', 'negative'],
    ])
  })
})

describe('a symptom', () => {
  it('has passed when later notes do not name it', () => {
    const { conditions } = profileOfTexts([
      note('03/05/2026', 'She has abdominal pain since yesterday.'),
      note('06/05/2026', 'Doing well. ECOG 0.'),
    ])
    expect(conditions.map(({ name, status, reason }) => [name, status, reason])).toEqual([
      ['pain', 'resolved', 'a symptom that later notes do not name'],
    ])
  })
  it('that was the reason of an old treatment is no symptom of today', () => {
    const { conditions } = profileOfTexts([note('03/05/2026', 'ok.\n- 7/12/2023 8 Gy x1 to T9 for pain, good relief')])
    expect(conditions.map(({ status }) => status)).toEqual(['resolved'])
  })
})
