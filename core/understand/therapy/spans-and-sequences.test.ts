import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

const ABROAD = 'UNIVERSITY BREAST CENTRE, aftercare letter\nDate: 23.03.2025\nPatient: Test Person, born 24.05.1966\n\nHistory\n'
const AMERICAN = 'ONCOLOGY PROGRESS NOTE\nVisit date: 03/23/2025\n\nOncology History\n'

describe('spans of time whose first half lacks its year', () => {
  it.each<[string, ...string[]]>([
    ['Paclitaxel weekly, 12 doses (08.01. - 26.03.2024).', 'paclitaxel|2024-01-08|2024-03-26'],
    ['Docetaxel 4 cycles (15.11. – 18.01.2023) for the left breast.', 'docetaxel|2022-11-15|2023-01-18'],
    ['Epirubicin/cyclophosphamide 4 cycles (02.05. to 04.07.2023), well tolerated.', '2023-05-02|2023-07-04'],
    ['Carboplatin AUC 2 weekly (07.02.-18.04.2024).', 'carboplatin|2024-02-07|2024-04-18'],
    ['Neoadjuvant docetaxel 02-07/2023.', 'docetaxel|2023-02|2023-07'],
    ['Capecitabine 11-03/2024, then observation.', 'capecitabine|2023-11|2024-03'],
  ])('%s', (text, ...expected) => {
    expect(missingFrom(saidIn('treatment', `${ABROAD}${text}`), expected)).toEqual([])
  })
})

describe('a span before the names is that of the whole sequence', () => {
  it.each<[string, ...string[]]>([
    ['3/2018 - 9/2023  tamoxifen, then letrozole', 'tamoxifen|2018-03|', 'letrozole||2023-09'],
    ['1/2019 - 6/2024  anastrozole, then exemestane', 'anastrozole|2019-01|', 'exemestane||2024-06'],
    ['2/2016 - 8/2021  tamoxifen then anastrozole', 'tamoxifen|2016-02|', 'anastrozole||2021-08'],
    ['5/2020 - 4/2021  trastuzumab emtansine x 10 then trastuzumab', 'trastuzumab emtansine|2020-05|', 'trastuzumab||2021-04'],
    ['THP -> HP 02/04/2021 - 10/13/2023', 'docetaxel+trastuzumab+pertuzumab|2021-02-04|2023-10-13'],
    ['TCHP -> HP 06/01/2022 - 06/02/2023', '|2022-06-01|2023-06-02'],
  ])('%s', (text, ...expected) => {
    expect(missingFrom(saidIn('treatment', `${AMERICAN}${text}`), expected)).toEqual([])
  })
})

describe('dates and lines told in whole sentences', () => {
  it.each<[string, ...string[]]>([
    [
      'She has been on eribulin since the 5th of May 2024, which is her third line of treatment for the metastases.',
      'eribulin|2024-05-05~L3',
    ],
    ['He has taken letrozole since the 1st of June 2023.', 'letrozole|2023-06-01'],
    ['Capecitabine was begun on the 3rd of April 2024 and stopped on the 9th of August 2024.', 'capecitabine|2024-04-03|2024-08-09'],
    ['She had vinorelbine from the 4th of July 2022 until the 21st of November 2022.', 'vinorelbine|2022-07-04|2022-11-21'],
    ['She is on olaparib since the 12th of February 2025, this is her second line of treatment.', 'olaparib|2025-02-12~L2'],
    ['Neoadjuvant carboplatin-docetaxel to follow if the biopsy proves it.', '!stated'],
    ['She received carboplatin-gemcitabine from 02/03/2023 to 06/08/2023.', 'carboplatin+gemcitabine|2023-02-03|2023-06-08'],
  ])('%s', (text, ...expected) => {
    const said = saidIn('treatment', `${AMERICAN}${text}`)
    if (expected[0] === '!stated') expect(said.filter((one) => !one.endsWith('planned'))).toEqual([])
    else expect(missingFrom(said, expected)).toEqual([])
  })
})

describe('a line that leads a list names the setting of all its items', () => {
  it.each<[string, ...string[]]>([
    [
      'She finished neoadjuvant treatment:\n - Paclitaxel weekly x 12, 03/02/2022 - 05/18/2022',
      'paclitaxel|2022-03-02|2022-05-18~neoadjuvant',
    ],
    ['Adjuvant therapy given:\n - Docetaxel x 4, 03/02/2022 - 05/18/2022', 'docetaxel|2022-03-02|2022-05-18~adjuvant'],
    [
      'She finished neoadjuvant treatment:\n - Paclitaxel weekly x 12, 03/02/2022 - 05/18/2022; the last was late\n - Epirubicin x 4, 06/02/2022 - 08/04/2022',
      'epirubicin|2022-06-02|2022-08-04~neoadjuvant',
    ],
    ['Metastatic treatment lines:\n * Fulvestrant 03/02/2022 - 05/18/2023', 'fulvestrant|2022-03-02|2023-05-18~metastatic'],
    ['Preoperative chemotherapy:\n 1. Docetaxel 03/02/2022 - 05/18/2022', 'docetaxel|2022-03-02|2022-05-18~neoadjuvant'],
    [
      'Adjuvant therapy given:\n - Docetaxel x 4, 03/02/2022 - 05/18/2022\nSince then well.\n - Letrozole 06/01/2022',
      '!letrozole~adjuvant',
    ],
  ])('%s', (text, ...expected) => {
    const said = saidIn('treatment', `${AMERICAN}${text}`)
    if (expected[0] === '!letrozole~adjuvant') expect(said.find((one) => one.startsWith('letrozole'))).not.toContain('adjuvant')
    else expect(missingFrom(said, expected)).toEqual([])
  })
})

describe('a label that says not given', () => {
  it.each([
    'Not given: olaparib (no mutation).',
    'Never given: capecitabine.',
    'Not used: tamoxifen, letrozole.',
    'Not received: abemaciclib',
    'Never tried: everolimus.',
    'NOT GIVEN : neratinib',
  ])('%s', (text) => {
    expect(saidIn('treatment', `${AMERICAN}${text}`)).toEqual([])
  })
})
