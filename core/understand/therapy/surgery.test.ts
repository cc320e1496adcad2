import { describe, expect, it } from 'vitest'
import { noteOf } from './note.fixture.ts'
import { surgery } from './surgery.ts'

function read(words: string, certainty: 'stated' | 'planned', head?: string): string[] {
  return surgery.find(noteOf(words, head)).flatMap((fact) => {
    if (fact.kind !== 'treatment' || fact.certainty !== certainty) return []
    const { name, site, start } = fact.value
    return [[name, site && `@${site}`, start].filter(Boolean).join(' ')]
  })
}

describe('operations that were done', () => {
  it.each<[trap: string, words: string, facts: string[]]>([
    [
      'the date leads',
      'HPI: On 4/17/2018 she underwent right modified radical mastectomy with ALND.',
      ['right modified radical mastectomy with ALND @right breast and axilla 2018-04-17'],
    ],
    [
      'the date follows',
      'Past Surgical History:\nLeft lumpectomy with SLNB 3/12/2019',
      ['Left lumpectomy with SLNB @left breast and axilla 2019-03-12'],
    ],
    [
      'month in words',
      'HPI: Status post left breast conserving surgery and sentinel node biopsy November 2016.',
      ['left breast conserving surgery and sentinel node biopsy @left breast and axilla 2016-11'],
    ],
    ['shorthand', 'Oncologic History:\n9/17/2024 bilat mastectomy: residual 8 mm, ypT1bN0', ['bilat mastectomy @both breasts 2024-09-17']],
    ['a slash', 'Oncologic History: 10/6/2015 R mastectomy/ALND pT2 N1a (3/14)', ['R mastectomy/ALND @right breast and axilla 2015-10-06']],
    ['the year is that of the cancer', 'HPI: h/o L breast ca 2017 s/p lumpectomy.', ['lumpectomy @left breast']],
    [
      'two operations, each with its side and year',
      'HPI: s/p R mastectomy (2011) and L prophylactic mastectomy (2014)',
      ['R mastectomy @right breast 2011', 'L prophylactic mastectomy @left breast 2014'],
    ],
    [
      'reconstruction in the same session',
      'HPI: Bilateral mastectomies with DIEP flap reconstruction were performed in June 2020.',
      ['Bilateral mastectomies with DIEP flap reconstruction @both breasts 2020-06'],
    ],
    ['without a date', 'HPI: She is 3 weeks s/p lumpectomy.', ['lumpectomy @breast']],
    ['ovaries', 'HPI: She had a laparoscopic BSO in August 2021 for ovarian suppression.', ['BSO @ovaries 2021-08']],
    [
      'a brain metastasis',
      'HPI: right frontal craniotomy with resection of metastasis 9/3/2024, followed by SRS.',
      ['craniotomy with resection of metastasis @right brain 2024-09-03'],
    ],
    ['a bone', 'HPI: Intramedullary nail of right femur 2/10/2026.', ['Intramedullary nail @right bone 2026-02-10']],
    ['what other surgeons did', 'Past Surgical History:\nAppendectomy 1992\nCholecystectomy', []],
    ['a biopsy and a port', 'HPI: core needle biopsy 3/1/2019, port placement 4/2/2019', []],
    ['the pathology words after it', 'HPI: Lumpectomy 5/2/2020 showed 1.2 cm IDC, margins negative.', ['Lumpectomy @breast 2020-05-02']],
  ])('%s', (_trap, words, facts) => {
    expect(read(words, 'stated')).toEqual(facts)
  })

  it('takes the day of the operation before the day of the report', () => {
    const words =
      'DATE OF OPERATION: 4/11/17\nSURGEON: A. Example, M.D.\nPREOPERATIVE DIAGNOSIS: Left breast cancer.\nPROCEDURE: Left partial mastectomy with sentinel lymph node biopsy.\nANESTHESIA: General\n\nReported 4/17/17'
    expect(read(words, 'stated', 'OPERATIVE REPORT\n\n')).toEqual([
      'Left partial mastectomy with sentinel lymph node biopsy @left breast and axilla 2017-04-11',
    ])
  })
})

describe('operations that were not done', () => {
  it.each<[trap: string, words: string]>([
    ['none', 'HPI: No surgery to the primary.'],
    ['to come', 'Plan: She will proceed with left mastectomy after chemotherapy.'],
    ['scheduled', 'HPI: Lumpectomy is scheduled for 7/14/2026.'],
    ['one or the other', 'Plan: Mastectomy vs lumpectomy discussed.'],
    ['offered and declined', 'HPI: Surgical resection of the right frontal lesion was offered; patient declined.'],
    ['planned and put off', 'HPI: RRSO was planned for 2/2025 and was postponed; has not been done.'],
    ['no reconstruction', 'HPI: No reconstruction.'],
    ['the mother', 'HPI: Her mother had a mastectomy at age 50.'],
    ['the family section', 'Family History: sister mastectomy 2010'],
    ['a scar', 'Exam: Left mastectomy scar well healed.'],
    ['the bed of a lumpectomy', 'Findings: The lumpectomy bed is unchanged.'],
    ['if', 'Plan: If positive margins, re-excision.'],
    ['not a candidate', 'HPI: She is not a candidate for metastasectomy.'],
    ['refused', 'HPI: She refused mastectomy.'],
  ])('%s', (_trap, words) => {
    expect(read(words, 'stated')).toEqual([])
  })

  it('keeps what is to come as planned', () => {
    expect(read('Plan: She will proceed with left mastectomy after chemotherapy.', 'planned')).toEqual(['left mastectomy @left breast'])
  })
})
