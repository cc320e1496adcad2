import { describe, expect, it } from 'vitest'
import type { Fact } from '../record/fact.ts'
import { note, profileOfTexts } from './records.fixture.ts'
import { irradiated, on, operated, responded, treated } from './therapy/statement.fixture.ts'
import { type DiseaseCourse, mergeTreatments } from './treatments.ts'

const asOf = on('2026-10-01')
const metastatic: DiseaseCourse = { metastaticSince: on('2023-06') }
const structured = { from: 'structured' }
const given = { from: 'rule:administration@1' }
const told = { from: 'rule:told-treatment@1' }

/** "palbociclib+letrozole 2023-07-05..2025-03-20 progression metastatic L1" for each treatment. */
function merged(facts: readonly Fact[], course: DiseaseCourse = {}): string[] {
  return mergeTreatments(facts, asOf, course).treatments.map(({ type, name, drugs, start, end, ongoing, stopped, setting, line }) =>
    [
      type === 'systemic' ? [...drugs].sort().join('+') : name,
      `${start ?? ''}..${end ?? (ongoing ? 'now' : '')}`,
      stopped,
      setting,
      line === undefined ? undefined : `L${line}`,
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  )
}

describe('courses of systemic treatment', () => {
  it.each<[trap: string, facts: Fact[], course: DiseaseCourse, expected: string[]]>([
    [
      'the same said in two documents',
      [
        treated('letrozole', { start: '2017-12', end: '2022-01' }),
        treated('letrozole', { start: '2017-12-18', end: '2022-01-10', ...structured }),
      ],
      {},
      ['letrozole 2017-12-18..2022-01-10'],
    ],
    [
      'fewer of the drugs go on',
      [
        treated('docetaxel+trastuzumab+pertuzumab', { start: '2021-06-28', end: '2021-11' }),
        treated('trastuzumab+pertuzumab', { start: '2021-11', end: '2024-11-12', stopped: 'progression' }),
        treated('pertuzumab', { start: '2021-06-28', end: '2024-11-12', ...structured }),
      ],
      {},
      ['docetaxel+pertuzumab+trastuzumab 2021-06-28..2024-11-12 progression'],
    ],
    [
      'adjuvant antibody after neoadjuvant chemotherapy is its own',
      [
        treated('carboplatin+pembrolizumab', { start: '2024-03-18', end: '2024-06-10', setting: 'neoadjuvant' }),
        treated('pembrolizumab', { start: '2024-07-01', end: '2025-02-01', setting: 'adjuvant' }),
      ],
      {},
      ['carboplatin+pembrolizumab 2024-03-18..2024-06-10 completed neoadjuvant', 'pembrolizumab 2024-07-01..2025-02-01 adjuvant'],
    ],
    [
      'the last row of an open record, weeks ago and years ago',
      [
        treated('eribulin', { start: '2026-07-01', end: '2026-09-21', ongoing: true, ...given }),
        treated('capecitabine', { start: '2023-07-01', end: '2023-09-21', ongoing: true, ...given }),
      ],
      {},
      ['capecitabine 2023-07-01..', 'eribulin 2026-07-01..now'],
    ],
    [
      'an exact date sharpens a vague one',
      [treated('eribulin', { start: '2025' }), treated('eribulin', { start: '2025-02-03', ...structured })],
      {},
      ['eribulin 2025-02-03..'],
    ],
    [
      'doses recorded beat the note, and the difference is kept',
      [treated('capecitabine', { start: '2025-03-01', ...given }), treated('capecitabine', { start: '2025-03-28' })],
      {},
      ['capecitabine 2025-03-01..'],
    ],
    [
      'memory is the last to count',
      [treated('tamoxifen', { start: '2011-02', ...told }), treated('tamoxifen', { start: '2011-03' })],
      {},
      ['tamoxifen 2011-03..'],
    ],
    ['planned is not given', [treated('elacestrant', { certainty: 'planned' })], {}, []],
    ['ruled out is not given', [treated('elacestrant', { certainty: 'ruled-out' })], {}, []],
    [
      'a dose change inside the course',
      [treated('ribociclib+letrozole', { start: '2024-03-25', end: '2026-08-31' }), treated('ribociclib', { start: '2024-07' })],
      {},
      ['letrozole+ribociclib 2024-03-25..2026-08-31'],
    ],
    [
      'single drugs of a list that begin together',
      [treated('palbociclib', { start: '2023-07-05', ...structured }), treated('letrozole', { start: '2023-07-10', ...structured })],
      {},
      ['letrozole+palbociclib 2023-07-05..'],
    ],
    [
      'drugs that begin together and cannot be one regimen',
      [treated('anastrozole', { start: '2019-01-05', ...structured }), treated('tamoxifen', { start: '2019-01-10', ...structured })],
      {},
      ['anastrozole 2019-01-05..', 'tamoxifen 2019-01-10..'],
    ],
    [
      'one after the other stays two',
      [
        treated('doxorubicin+cyclophosphamide', { start: '2017-05-16', end: '2017-06-27' }),
        treated('paclitaxel', { start: '2017-07-11', end: '2017-09-26' }),
      ],
      {},
      ['cyclophosphamide+doxorubicin 2017-05-16..2017-06-27', 'paclitaxel 2017-07-11..2017-09-26'],
    ],
    [
      'a sequence told as one adds nothing to its parts',
      [
        treated('doxorubicin+cyclophosphamide', { start: '2017-05-16', end: '2017-06-27' }),
        treated('paclitaxel', { start: '2017-07-11', end: '2017-09-26' }),
        treated('doxorubicin+cyclophosphamide+paclitaxel'),
      ],
      {},
      ['cyclophosphamide+doxorubicin 2017-05-16..2017-06-27', 'paclitaxel 2017-07-11..2017-09-26'],
    ],
    [
      'a long order that runs across two regimens',
      [
        treated('pembrolizumab+carboplatin+paclitaxel', { start: '2024-03-18', end: '2024-05-20', ...given }),
        treated('pembrolizumab', { start: '2024-10-16', end: '2025-04-29' }),
        treated('pembrolizumab', { start: '2024-03-18', end: '2025-04-29', ...structured }),
      ],
      {},
      ['carboplatin+paclitaxel+pembrolizumab 2024-03-18..2024-05-20', 'pembrolizumab 2024-10-16..2025-04-29'],
    ],
    [
      'maintenance ends the regimen',
      [
        treated('docetaxel+trastuzumab+pertuzumab', { start: '2020-12-01' }),
        treated('trastuzumab+pertuzumab', { end: '2022-08-16', stopped: 'progression' }),
        treated('docetaxel', { start: '2020-12-01', end: '2021-03-16', ...structured }),
      ],
      { metastaticSince: on('2020-11') },
      ['docetaxel+pertuzumab+trastuzumab 2020-12-01..2022-08-16 progression metastatic L1'],
    ],
    [
      'an end finds its start',
      [treated('letrozole', { start: '2017-12-18' }), treated('letrozole', { end: '2022-01', stopped: 'toxicity' })],
      {},
      ['letrozole 2017-12-18..2022-01 toxicity'],
    ],
    [
      'an end of years later is not the first course',
      [
        treated('letrozole', { start: '2017-12', end: '2022-01' }),
        treated('palbociclib+letrozole', { start: '2023-07-05' }),
        treated('palbociclib+letrozole', { end: '2025-03-20' }),
      ],
      metastatic,
      ['letrozole 2017-12..2022-01 adjuvant', 'letrozole+palbociclib 2023-07-05..2025-03-20 metastatic L1'],
    ],
    [
      'a reason without dates goes to the regimen of that name',
      [
        treated('letrozole', { start: '2017-12', end: '2022-01' }),
        treated('palbociclib+letrozole', { start: '2023-07-05', end: '2025-03-20' }),
        treated('palbociclib+letrozole', { stopped: 'progression', line: 1, setting: 'metastatic' }),
      ],
      metastatic,
      ['letrozole 2017-12..2022-01 adjuvant', 'letrozole+palbociclib 2023-07-05..2025-03-20 progression metastatic L1'],
    ],
    [
      'only spoken of, without dates',
      [treated('capecitabine', { stopped: 'progression', line: 3 })],
      {},
      ['capecitabine .. progression metastatic L3'],
    ],
    [
      'still running',
      [treated('fulvestrant', { start: '2025-02-01', ongoing: true })],
      metastatic,
      ['fulvestrant 2025-02-01..now metastatic L1'],
    ],
    [
      'the last dose so far is no end',
      [treated('fulvestrant', { start: '2025-02-01', end: '2026-06-01', ongoing: true })],
      metastatic,
      ['fulvestrant 2025-02-01..now metastatic L1'],
    ],
    [
      'the last dose so far, and another note that it stopped',
      [
        treated('fulvestrant', { start: '2025-02-01', end: '2026-06-01', ongoing: true }),
        treated('fulvestrant', { stopped: 'progression' }),
      ],
      metastatic,
      ['fulvestrant 2025-02-01..2026-06-01 progression metastatic L1'],
    ],
    [
      'no end is made up when the next line starts',
      [treated('capecitabine', { start: '2024-01' }), treated('eribulin', { start: '2025-02', line: 2 })],
      metastatic,
      ['capecitabine 2024-01.. metastatic L1', 'eribulin 2025-02.. metastatic L2'],
    ],
    ['an end still to come', [treated('anastrozole', { start: '2024-05-01', end: '2029-05-01' })], {}, ['anastrozole 2024-05-01..now']],
    [
      '"completed" of a coded list says nothing of why',
      [treated('ribociclib', { start: '2024-03-25', end: '2026-08-31', stopped: 'completed', ...structured })],
      metastatic,
      ['ribociclib 2024-03-25..2026-08-31 metastatic L1'],
    ],
    [
      'progression found just before the last dose is the reason',
      [treated('ribociclib', { start: '2024-03-25', end: '2026-08-31' }), responded('progression', '2026-08-24')],
      metastatic,
      ['ribociclib 2024-03-25..2026-08-31 progression metastatic L1'],
    ],
    [
      'progression on something else is not',
      [treated('ribociclib', { start: '2024-03-25', end: '2026-08-31' }), responded('progression', '2026-08-24', ['capecitabine'])],
      metastatic,
      ['ribociclib 2024-03-25..2026-08-31 metastatic L1'],
    ],
    [
      'ovaries spared during chemotherapy',
      [
        treated('paclitaxel', { start: '2024-03-18', end: '2024-08-12' }),
        treated('goserelin', { start: '2024-03-11', end: '2024-08-12', ...structured }),
      ],
      {},
      ['paclitaxel 2024-03-18..2024-08-12'],
    ],
    [
      'ovarian suppression beside endocrine treatment is part of it',
      [treated('exemestane', { start: '2020-02-01' }), treated('goserelin', { start: '2020-02-10', ...structured })],
      {},
      ['exemestane+goserelin 2020-02-01..'],
    ],
  ])('%s', (_trap, facts, course, expected) => {
    expect(merged(facts, course)).toEqual(expected)
  })

  it('keeps both dates when records disagree, with the reason for the choice', () => {
    const { conflicts, treatments } = mergeTreatments(
      [treated('capecitabine', { start: '2025-03-01', ...given }), treated('capecitabine', { start: '2025-04-10' })],
      asOf,
    )
    expect(treatments[0]?.start).toBe('2025-03-01')
    expect(conflicts).toHaveLength(1)
    expect(conflicts[0]?.others[0]?.value).toBe('2025-04-10')
    expect(treatments[0]?.reason).toMatch(/records of the doses/)
  })

  it('drops no evidence and repeats none', () => {
    const same = treated('letrozole', { start: '2017-12' })
    const { treatments } = mergeTreatments([same, same, treated('letrozole', { start: '2017-12', ...structured })], asOf)
    expect(treatments[0]?.evidence).toHaveLength(2)
  })
})

describe('setting and line', () => {
  it.each<[trap: string, facts: Fact[], course: DiseaseCourse, expected: string[]]>([
    [
      'before the operation',
      [treated('docetaxel', { start: '2024-01-10', end: '2024-04-01' }), operated('lumpectomy', '2024-05-02', { site: 'left breast' })],
      {},
      ['docetaxel 2024-01-10..2024-04-01 completed neoadjuvant', 'lumpectomy 2024-05-02..2024-05-02 completed adjuvant'],
    ],
    [
      'after the operation',
      [operated('lumpectomy', '2024-05-02', { site: 'left breast' }), treated('tamoxifen', { start: '2024-07-01' })],
      {},
      ['lumpectomy 2024-05-02..2024-05-02 completed adjuvant', 'tamoxifen 2024-07-01.. adjuvant'],
    ],
    [
      'an old word "adjuvant" does not outlive metastasis',
      [treated('letrozole', { start: '2023-07-05' })],
      metastatic,
      ['letrozole 2023-07-05.. metastatic L1'],
    ],
    [
      'several called adjuvant show the date of metastasis to be wrong',
      [
        treated('pembrolizumab', { start: '2024-10-16', setting: 'adjuvant' }),
        treated('olaparib', { start: '2024-12-18', setting: 'adjuvant' }),
      ],
      metastatic,
      ['pembrolizumab 2024-10-16.. adjuvant', 'olaparib 2024-12-18.. adjuvant'],
    ],
    [
      'metastatic from the start',
      [treated('trastuzumab+pertuzumab', { start: '2020-12' })],
      { metastaticSince: on('2020-11'), deNovo: true },
      ['pertuzumab+trastuzumab 2020-12.. metastatic L1'],
    ],
    ['no words and no dates stay open', [treated('tamoxifen')], {}, ['tamoxifen ..']],
    [
      'a new drug after progression is a new line',
      [
        treated('palbociclib+letrozole', { start: '2023-07', end: '2025-03', stopped: 'progression' }),
        treated('elacestrant', { start: '2025-04' }),
      ],
      metastatic,
      ['letrozole+palbociclib 2023-07..2025-03 progression metastatic L1', 'elacestrant 2025-04.. metastatic L2'],
    ],
    [
      'a change within the class for tolerance keeps the line',
      [treated('letrozole', { start: '2023-07', end: '2023-11', stopped: 'toxicity' }), treated('anastrozole', { start: '2023-12' })],
      metastatic,
      ['letrozole 2023-07..2023-11 toxicity metastatic L1', 'anastrozole 2023-12.. metastatic L1'],
    ],
    [
      'the same change after progression does not',
      [treated('letrozole', { start: '2023-07', end: '2023-11', stopped: 'progression' }), treated('anastrozole', { start: '2023-12' })],
      metastatic,
      ['letrozole 2023-07..2023-11 progression metastatic L1', 'anastrozole 2023-12.. metastatic L2'],
    ],
    [
      'another class for tolerance is a new line',
      [treated('capecitabine', { start: '2023-07', end: '2023-11', stopped: 'toxicity' }), treated('eribulin', { start: '2023-12' })],
      metastatic,
      ['capecitabine 2023-07..2023-11 toxicity metastatic L1', 'eribulin 2023-12.. metastatic L2'],
    ],
    [
      'maintenance with fewer drugs keeps the line',
      [
        treated('docetaxel+trastuzumab', { start: '2023-07-01', end: '2023-11-01', ...given }),
        treated('trastuzumab', { start: '2024-02-01', ...given }),
      ],
      metastatic,
      ['docetaxel+trastuzumab 2023-07-01..2023-11-01 metastatic L1', 'trastuzumab 2024-02-01.. metastatic L1'],
    ],
    [
      'the number that the records state counts',
      [treated('capecitabine', { start: '2024-01', line: 2 }), treated('eribulin', { start: '2025-01' })],
      metastatic,
      ['capecitabine 2024-01.. metastatic L2', 'eribulin 2025-01.. metastatic L3'],
    ],
    [
      'early treatment is no line',
      [treated('tamoxifen', { start: '2011', end: '2016', setting: 'adjuvant' }), treated('letrozole', { start: '2023-07' })],
      metastatic,
      ['tamoxifen 2011..2016 adjuvant', 'letrozole 2023-07.. metastatic L1'],
    ],
    [
      'an operation on the skin has no setting',
      [operated('Excision of basal cell carcinoma of nose', '2019-05-22', { site: 'skin' })],
      metastatic,
      ['Excision of basal cell carcinoma of nose 2019-05-22..2019-05-22 completed'],
    ],
    [
      'metastasis found as adjuvant treatment ended',
      [treated('olaparib', { start: '2022-12-18', end: '2023-06-10', setting: 'adjuvant' })],
      metastatic,
      ['olaparib 2022-12-18..2023-06-10 progression adjuvant'],
    ],
    [
      'five years of endocrine treatment',
      [treated('anastrozole', { start: '2015-03', end: '2020-03', setting: 'adjuvant' })],
      {},
      ['anastrozole 2015-03..2020-03 completed adjuvant'],
    ],
    [
      'endocrine treatment of two years is not judged by what followed',
      [
        treated('tamoxifen', { start: '2009-01', end: '2011-01', setting: 'adjuvant' }),
        treated('letrozole', { start: '2011-02', setting: 'adjuvant' }),
      ],
      {},
      ['tamoxifen 2009-01..2011-01 adjuvant', 'letrozole 2011-02.. adjuvant'],
    ],
    [
      'progression, then the next line: it ended there',
      [
        treated('fulvestrant+palbociclib', { start: '2023-09-01' }),
        treated('capecitabine', { start: '2025-06' }),
        responded('progression', '2025-05'),
      ],
      metastatic,
      ['fulvestrant+palbociclib 2023-09-01..2025-05 progression metastatic L1', 'capecitabine 2025-06.. metastatic L2'],
    ],
    [
      'progression, and no next line',
      [treated('fulvestrant+palbociclib', { start: '2023-09-01' }), responded('progression', '2025-05')],
      metastatic,
      ['fulvestrant+palbociclib 2023-09-01.. metastatic L1'],
    ],
    [
      'early treatment told without dates is not the later course of that drug',
      [
        treated('pembrolizumab+nab-paclitaxel', { start: '2024-07', setting: 'metastatic' }),
        treated('pembrolizumab', { setting: 'neoadjuvant' }),
      ],
      metastatic,
      ['nab-paclitaxel+pembrolizumab 2024-07.. metastatic L1', 'pembrolizumab .. neoadjuvant'],
    ],
    [
      'treatment called metastatic before the day given for metastasis',
      [
        treated('capecitabine', { start: '2022-07', end: '2023-05', stopped: 'progression', setting: 'metastatic' }),
        treated('eribulin', { start: '2023-05-20' }),
      ],
      metastatic,
      ['capecitabine 2022-07..2023-05 progression metastatic L1', 'eribulin 2023-05-20.. metastatic L2'],
    ],
    [
      'maintenance with endocrine treatment added keeps the line',
      [
        treated('paclitaxel+trastuzumab', { start: '2023-07-01', end: '2023-11-01', ...given }),
        treated('trastuzumab+anastrozole', { start: '2023-12-20' }),
      ],
      metastatic,
      ['paclitaxel+trastuzumab 2023-07-01..2023-11-01 metastatic L1', 'anastrozole+trastuzumab 2023-12-20.. metastatic L1'],
    ],
    [
      'one drug of three is completed, the others go on',
      [
        treated('leuprolide+exemestane+abemaciclib', { start: '2023-11' }),
        treated('abemaciclib', { stopped: 'completed' }),
        treated('exemestane+leuprolide', { ongoing: true }),
      ],
      {},
      ['abemaciclib+exemestane+leuprolide 2023-11..now'],
    ],
  ])('%s', (_trap, facts, course, expected) => {
    expect(merged(facts, course)).toEqual(expected)
  })
})

describe('operations and radiation', () => {
  it.each<[trap: string, facts: Fact[], course: DiseaseCourse, expected: string[]]>([
    [
      'the same operation in three documents',
      [
        operated('Left partial mastectomy, sentinel node biopsy', '2017-04-11', { site: 'left breast and axilla' }),
        operated('lumpectomy', '2017', { site: 'left breast' }),
        operated('L lumpectomy', undefined, { site: 'left breast' }),
      ],
      {},
      ['Left partial mastectomy, sentinel node biopsy 2017-04-11..2017-04-11 completed adjuvant'],
    ],
    [
      'two operations',
      [operated('lumpectomy', '2015-05-02', { site: 'left breast' }), operated('mastectomy', '2019-06-03', { site: 'left breast' })],
      {},
      ['lumpectomy 2015-05-02..2015-05-02 completed adjuvant', 'mastectomy 2019-06-03..2019-06-03 completed adjuvant'],
    ],
    [
      'ovaries out before the cancer',
      [operated('hysterectomy with bilateral salpingo-oophorectomy', '2015-09-03', { site: 'ovaries' })],
      { diagnosed: on('2017-03-14') },
      [],
    ],
    [
      'ovaries out after it',
      [operated('bilateral oophorectomy', '2021-08-03', { site: 'ovaries' })],
      { diagnosed: on('2017-03-14') },
      ['bilateral oophorectomy 2021-08-03..2021-08-03 completed adjuvant'],
    ],
    [
      'a boost is a course of its own',
      [
        irradiated('left breast', '2017-10-23', '2017-11-28'),
        irradiated('lumpectomy cavity', '2017-11-29', '2017-12-05', { name: 'lumpectomy boost' }),
      ],
      {},
      ['radiotherapy left breast 2017-10-23..2017-11-28 completed', 'lumpectomy boost 2017-11-29..2017-12-05 completed'],
    ],
    [
      'lesions of one session',
      [
        irradiated('right frontal', '2023-05-30', '2023-05-30', { name: 'stereotactic radiosurgery', dose: '20 Gy/1' }),
        irradiated('left parietal', '2023-05-30', '2023-05-30', { name: 'stereotactic radiosurgery', dose: '22 Gy/1' }),
      ],
      metastatic,
      ['stereotactic radiosurgery 2023-05-30..2023-05-30 completed metastatic'],
    ],
    [
      '"completed on" finds the course',
      [
        irradiated('right chest wall', '2024-10-28', '2024-12-03'),
        irradiated('chest wall', undefined, '2024-12-03', { name: 'post-mastectomy radiotherapy' }),
      ],
      {},
      ['post-mastectomy radiotherapy 2024-10-28..2024-12-03 completed'],
    ],
    [
      'radiation without a date where another is known',
      [irradiated('left breast', '2017-10-23', '2017-11-28'), irradiated('', undefined, undefined)],
      {},
      ['radiotherapy left breast 2017-10-23..2017-11-28 completed'],
    ],
    ['radiation only ever spoken of', [irradiated('left breast', undefined, undefined)], {}, ['radiotherapy left breast ..']],
  ])('%s', (_trap, facts, course, expected) => {
    expect(merged(facts, course)).toEqual(expected)
  })
})

describe('the dose of a treatment', () => {
  const dose = (...texts: string[]) => profileOfTexts(texts).treatments.map((one) => one.dose)
  it('is the first and the reduced one with its day, from a record of doses', () => {
    expect(
      dose(
        'TREATMENT ADMINISTRATION RECORD\nPrinted 09/12/2025\nPlan: trastuzumab deruxtecan q21d\nC1   06/20/2024  5.4 mg/kg = 357 mg\nC2   07/11/2024  5.4 mg/kg = 355 mg\nC3   08/13/2024  4.4 mg/kg = 282 mg\nC4   09/03/2024  4.4 mg/kg = 282 mg',
      ),
    ).toEqual(['5.4 mg/kg; 4.4 mg/kg from 2024-08-13'])
  })
  it('is the first and the later one of a note', () => {
    expect(
      dose(note('09/12/2025', 'ok.\n* 1L sacituzumab govitecan 10 mg/kg d1,8 q21d from 6/10/2025; dose reduced to 7.5 mg/kg 10/2025')),
    ).toEqual(['10 mg/kg d1,8 q21d; 7.5 mg/kg as of 2025-09-12'])
  })
  it('is not what was given over a lifetime', () => {
    expect(dose(note('09/12/2024', 'ok.\nAdjuvant doxorubicin 3/2024 - 5/2024. Cumulative doxorubicin 240 mg/m2.'))).toEqual([undefined])
  })
  it('of another cancer is told apart', () => {
    const { treatments } = profileOfTexts([note('09/12/2024', 'ok.\nExcision of basal cell carcinoma of the nose 5/22/2019.')])
    expect(treatments.map(({ otherCancer }) => otherCancer)).toEqual(['skin'])
  })
})

describe('what is said never to have been given', () => {
  const given = (...texts: string[]) =>
    profileOfTexts(texts)
      .treatments.map(({ drugs }) => drugs.join('+'))
      .sort()
  it.each<[trap: string, texts: string[], expected: string[]]>([
    [
      'an older note tells of it without a day',
      [note('02/01/2024', 'She is on Kadcyla.'), note('05/01/2024', 'She has never had T-DM1.')],
      [],
    ],
    ['received', [note('02/01/2024', 'She is on Ibrance.'), note('05/01/2024', 'She has never received palbociclib.')], []],
    ['been on', [note('02/01/2024', 'Stopped Faslodex.'), note('05/01/2024', 'She has never been on fulvestrant.')], []],
    [
      'it was given later',
      [note('05/01/2024', 'She has never had T-DM1.'), note('09/01/2024', 'She is on Kadcyla.')],
      ['trastuzumab emtansine'],
    ],
    [
      'a course with days stands',
      [note('02/01/2024', 'Kadcyla 03/02/2022 - 08/04/2022.'), note('05/01/2024', 'She has never had T-DM1.')],
      ['trastuzumab emtansine'],
    ],
    [
      'another drug',
      [note('02/01/2024', 'She is on Kadcyla.'), note('05/01/2024', 'She has never had Enhertu.')],
      ['trastuzumab emtansine'],
    ],
  ])('%s', (_trap, texts, expected) => {
    expect(given(...texts)).toEqual(expected)
  })
  it('is kept beside the words that named it', () => {
    const { conflicts } = profileOfTexts([note('02/01/2024', 'She is on Kadcyla.'), note('05/01/2024', 'She has never had T-DM1.')])
    expect(conflicts.map(({ about, chosen }) => `${about}: ${chosen}`)).toEqual(['treatment: trastuzumab emtansine: never given'])
    expect(conflicts[0]?.others[0]?.evidence[0]?.quote).toContain('Kadcyla')
    expect(conflicts[0]?.evidence[0]?.quote).toContain('T-DM1')
  })
})
