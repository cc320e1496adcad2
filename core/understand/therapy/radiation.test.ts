import { describe, expect, it } from 'vitest'
import { noteOf } from './note.fixture.ts'
import { radiation } from './radiation.ts'

/** "whole breast irradiation @left breast 50 Gy/25 2017-10-23..2017-11-28" */
function read(words: string, certainty: 'stated' | 'planned', head?: string): string[] {
  return radiation.find(noteOf(words, head)).flatMap((fact) => {
    if (fact.kind !== 'treatment' || fact.certainty !== certainty) return []
    const { name, site, dose, start, end } = fact.value
    return [[name, site && `@${site}`, dose, start || end ? `${start ?? ''}..${end ?? ''}` : undefined].filter(Boolean).join(' ')]
  })
}
const SUMMARY = 'RADIATION ONCOLOGY TREATMENT SUMMARY\nDate: 08/20/2021\n\n'

describe('radiation that was delivered', () => {
  it.each<[trap: string, words: string, facts: string[]]>([
    [
      'dose, fractions and days',
      'HPI: Left ilium/hip: palliative RT 20 Gy in 5 fractions, 11 Mar 2024 - 15 Mar 2024.',
      ['palliative radiotherapy @Left ilium/hip 20 Gy/5 2024-03-11..2024-03-15'],
    ],
    ['a firm of radiation doctors', 'HPI: Lakeside Radiation Associates completion 06/13/2021', []],
    ['a department', 'HPI: Radiation Department, seen 06/13/2021', []],
    ['a centre', 'HPI: seen at the Radiation Center on 06/13/2021', []],
    ['what came after it has its own onset', 'HPI: Hypothyroidism following radiotherapy (onset 02/03/2016).', ['radiotherapy']],
    ['the drug has the date', 'HPI: Letrozole was continued during RT (begun 02/03/2021).', []],
    ['paused for it', 'HPI: Capecitabine was held during radiotherapy (last 02/03/2021).', []],
    ['a new drug throughout it', 'HPI: Trastuzumab was given throughout RT (since 02/03/2021).', []],
    [
      'one fraction begins and ends that day',
      'Oncologic History: 7/12/2023 8 Gy x1 to T8-T10 for pain',
      ['radiotherapy @T8-T10 8 Gy/1 2023-07-12..2023-07-12'],
    ],
    [
      'centigray',
      'Oncologic History: left breast RT 4256 cGy in 16 fx from 6/3/2019 to 6/24/2019',
      ['radiotherapy @left breast 42.56 Gy/16 2019-06-03..2019-06-24'],
    ],
    [
      'dose over fractions without units',
      'Oncologic History: PMRT 50/25 done 12/3/2024',
      ['post-mastectomy radiotherapy 50 Gy/25 ..2024-12-03'],
    ],
    ['no space before the unit', 'Oncologic History: 3/2024 XRT T12-L3 20Gy/5fx', ['radiotherapy @T12-L3 20 Gy/5 2024-03..']],
    [
      'completed on',
      'HPI: She completed palliative radiation to the right hip (30 Gy in 10 fractions) on 5/12/2025.',
      ['palliative radiotherapy @right hip 30 Gy/10 ..2025-05-12'],
    ],
    [
      'between … and',
      'HPI: received radiation therapy to the left chest wall between 1/7/2020 and 2/14/2020.',
      ['radiotherapy @left chest wall 2020-01-07..2020-02-14'],
    ],
    [
      'two courses in a sentence',
      'HPI: WBRT 30 Gy/10 in April 2023, then SRS to a new left cerebellar lesion on 1/9/2024.',
      ['whole brain radiotherapy 30 Gy/10 2023-04..', 'stereotactic radiosurgery @left cerebellar 2024-01-09..2024-01-09'],
    ],
    ['radiosurgery without a dose', 'Oncologic History: SRS x3 lesions 5/30/2023', ['stereotactic radiosurgery 2023-05-30..2023-05-30']],
    [
      'stereotactic body radiotherapy',
      'HPI: SBRT to L2, 27 Gy in 3 fractions, 2/2024.',
      ['stereotactic body radiotherapy @L2 27 Gy/3 2024-02..'],
    ],
    [
      'an item of a list takes no date from its neighbours',
      'Oncologic History: TC x4, PMRT, anastrozole 4/2016 - 3/2021, completed',
      ['post-mastectomy radiotherapy'],
    ],
    ['a year in the cancer’s own clause', 'HPI: h/o L breast ca 2017, s/p lumpectomy, XRT.', ['radiotherapy']],
    ['only the year', 'HPI: Mastectomy followed by PMRT (50 Gy) in 2015.', ['post-mastectomy radiotherapy 50 Gy 2015..']],
  ])('%s', (_trap, words, facts) => {
    expect(read(words, 'stated')).toEqual(facts)
  })

  it('reads the columns of a summary: total before single dose, fractions from both', () => {
    const table =
      'Site               Energy    Dose/fx   Fractions   Total dose   Start        End\nL Breast           6X        200 cGy   25 / 25     5000 cGy     06/14/2021   07/19/2021\nL Breast Boost     9E        200 cGy   5 / 5       1000 cGy     07/20/2021   07/26/2021'
    expect(read(table, 'stated', SUMMARY)).toEqual([
      'radiotherapy @L Breast 50 Gy/25 2021-06-14..2021-07-19',
      'boost @L Breast Boost 10 Gy/5 2021-07-20..2021-07-26',
    ])
  })

  it('gives rows without dates the day of the procedure', () => {
    const table =
      'Procedure date: May 30, 2023. Linear accelerator based radiosurgery, single session.\nLesion  Diameter  Prescription\nRight frontal  14 mm  20 Gy x 1\nLeft parietal  6 mm  22 Gy x 1'
    expect(read(table, 'stated', 'Radiosurgery Treatment Summary\n\n').filter((one) => one.includes('Gy'))).toEqual([
      'stereotactic radiosurgery @Right frontal 20 Gy/1 2023-05-30..2023-05-30',
      'stereotactic radiosurgery @Left parietal 22 Gy/1 2023-05-30..2023-05-30',
    ])
  })
})

describe('radiation that was not given', () => {
  it.each<[trap: string, words: string]>([
    ['none', 'HPI: No prior radiation therapy.'],
    ['declined', 'HPI: She declined adjuvant radiation.'],
    ['discussed and not given', 'HPI: Whole brain radiotherapy was discussed and NOT given.'],
    ['not now', 'Plan: L 7th rib asymptomatic, no RT now.'],
    ['never', 'HPI: No palliative bone RT ever.'],
    ['a visit', 'Plan: RT consult if needed.'],
    ['a referral', 'Plan: Refer to radiation oncology for palliative RT to T9.'],
    ['if pain worsens', 'Plan: If pain worsens, consider 8 Gy x 1 to left femur.'],
    ['one or the other', 'Plan: If she relapses in the brain: WBRT vs repeat SRS.'],
    ['RT means right', 'Exam: RT shoulder pain, ROM limited.'],
    ['the dose of a scan', 'HPI: Her radiation dose from CT was 12 mGy.'],
    ['the mother', 'HPI: Her mother had breast cancer treated with radiation.'],
    ['the family section', 'Family History: sister had radiation in 2012'],
    ['an allergy', 'Allergies: radiation dermatitis cream'],
    ['the oncologist', 'HPI: Seen by Dr. Radiation oncology last week.'],
    ['lymphoedema of the right side', 'Exam: RT arm swelling.'],
  ])('%s', (_trap, words) => {
    expect(read(words, 'stated')).toEqual([])
  })

  it('keeps a proposed course as planned', () => {
    expect(read('Plan: Will give palliative RT 20 Gy in 5 fractions to the left hip.', 'planned')).toEqual([
      'palliative radiotherapy @left hip 20 Gy/5',
    ])
  })
})
