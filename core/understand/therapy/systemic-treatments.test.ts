import { describe, expect, it } from 'vitest'
import { noteOf } from './note.fixture.ts'
import { systemicTreatments } from './systemic-treatments.ts'

/** Drugs, dates and reasons as short strings: "letrozole 2017-12..2022-01 toxicity". */
function read(words: string, certainty: 'stated' | 'planned'): string[] {
  return systemicTreatments.find(noteOf(words)).flatMap((fact) => {
    if (fact.kind !== 'treatment' || fact.certainty !== certainty) return []
    const { drugs, start, end, ongoing, stopped, setting, line } = fact.value
    const span = start || end || ongoing ? ` ${start ?? ''}..${end ?? (ongoing ? 'now' : '')}` : ''
    return [`${[...drugs].sort().join('+')}${span}${stopped ? ` ${stopped}` : ''}${setting ? ` ${setting}` : ''}${line ? ` L${line}` : ''}`]
  })
}
const given = (words: string) => read(words, 'stated')
const planned = (words: string) => read(words, 'planned')

describe('treatment that was given', () => {
  it.each<[trap: string, words: string, facts: string[]]>([
    ['a span of months', 'HPI: Letrozole 12/2017 - 1/2022.', ['letrozole 2017-12..2022-01']],
    [
      'the patient stopped, for pain',
      "HPI: letrozole 3/2016 - 8/2019 (d/c'd by pt, arthralgia grade 2).",
      ['letrozole 2016-03..2019-08 toxicity'],
    ],
    [
      'a span leads the line',
      'Oncologic History:\n2/12/2024 - 12/2/2025 ribociclib + letrozole, stopped for progression',
      ['letrozole+ribociclib 2024-02-12..2025-12-02 progression'],
    ],
    [
      'maintenance begins where the regimen ends',
      'Oncologic History: 06/28/2021 - 11/2021 docetaxel + trastuzumab + pertuzumab, then trastuzumab + pertuzumab maintenance until 11/12/2024, stopped for progression',
      ['docetaxel+pertuzumab+trastuzumab 2021-06-28..2021-11', 'pertuzumab+trastuzumab 2021-11..2024-11-12 progression'],
    ],
    [
      'months and years in a history',
      'Oncologic History: tam 5/14 - 6/16, then Arimidex 6/16-2/20',
      ['tamoxifen 2014-05..2016-06', 'anastrozole 2016-06..2020-02'],
    ],
    ['a bracket of intolerance', 'HPI: alpelisib 9/2022-10/2022, intolerance.', ['alpelisib 2022-09..2022-10 toxicity']],
    ['ceased for a clot', 'HPI: Tamoxifen ceased 3/15/2021 because of pulmonary embolism.', ['tamoxifen ..2021-03-15 toxicity']],
    ['the side is no line', "Oncologic History: '13 L mast, FEC x3", ['cyclophosphamide+epirubicin+fluorouracil']],
    ['if it progresses', 'Plan: continue letrozole. If PD -> T-DXd.', ['letrozole ..now']],
    [
      'the statement is taken back',
      'HPI: The ER note said she is on Herceptin since 2019. This is incorrect: it refers to her sister-in-law.',
      [],
    ],
    ['a short form with its cycle', 'HPI: Cape C18 (from 8/18/25), no diarrhea.', ['capecitabine 2025-08-18..']],
    ['a span of years', 'HPI: Tamoxifen 20 mg daily 2011-2016.', ['tamoxifen 2011..2016']],
    ['a span of years, short', 'Oncologic History: tamoxifen 2011-16', ['tamoxifen 2011..2016']],
    [
      'days without a year in the first half',
      'Oncologic History: TCHP 3/18-7/2/2024',
      ['carboplatin+docetaxel+pertuzumab+trastuzumab 2024-03-18..2024-07-02'],
    ],
    ['month names that share a year', 'HPI: She had paclitaxel from March to June 2019.', ['paclitaxel 2019-03..2019-06']],
    ['between … and', 'HPI: She received eribulin between 2/3/2025 and 6/9/2025.', ['eribulin 2025-02-03..2025-06-09']],
    ['the date leads', 'HPI: 7/5/2023 started palbociclib 125 mg d1-21 + letrozole.', ['letrozole+palbociclib 2023-07-05..']],
    ['since, so still on it', 'HPI: On fulvestrant and abemaciclib since 11/14/2024.', ['abemaciclib+fulvestrant 2024-11-14..now']],
    ['to present', 'Oncologic History: T-DXd 4/12/2022-present', ['trastuzumab deruxtecan 2022-04-12..now']],
    ['brand names', 'HPI: Ibrance/Faslodex 4/2019 - 12/2020.', ['fulvestrant+palbociclib 2019-04..2020-12']],
    [
      'short forms of oncologists',
      'Oncologic History: pembro/carbo/pac 2/2024 - 5/2024',
      ['carboplatin+paclitaxel+pembrolizumab 2024-02..2024-05'],
    ],
    [
      'a sequence with one span',
      'Oncologic History: Neoadj pembro/carbo/pac -> pembro/AC 3/18-8/13/2024',
      [
        'carboplatin+paclitaxel+pembrolizumab 2024-03-18.. neoadjuvant',
        'cyclophosphamide+doxorubicin+pembrolizumab ..2024-08-13 neoadjuvant',
      ],
    ],
    [
      'the setting of the first part holds for the second',
      'Oncologic History: Neoadjuvant ddAC x4 followed by weekly Taxol x12, completed 8/2018.',
      ['cyclophosphamide+doxorubicin neoadjuvant', 'paclitaxel ..2018-08 completed neoadjuvant'],
    ],
    [
      'two parts, each with its dates',
      'HPI: ddAC x 4 (1/5/22 – 2/16/22) → weekly paclitaxel x 12 (3/2/22 – 5/18/22)',
      ['cyclophosphamide+doxorubicin 2022-01-05..2022-02-16', 'paclitaxel 2022-03-02..2022-05-18'],
    ],
    [
      'a comma only lists',
      'Oncologic History: TC x4, PMRT, anastrozole 4/2016 - 3/2021, completed',
      ['cyclophosphamide+docetaxel', 'anastrozole 2016-04..2021-03 completed'],
    ],
    ['another treatment ends the clause', 'HPI: s/p lumpectomy, AC x4, XRT, AI stopped 1/2022.', ['cyclophosphamide+doxorubicin']],
    ['"completed" turns a bare date into an end', 'HPI: Completed 5 years of tamoxifen in 2014.', ['tamoxifen ..2014 completed']],
    ['a verb of stopping before the drug', 'HPI: Stopped palbociclib 3/2025 for neutropenia.', ['palbociclib ..2025-03 toxicity']],
    [
      'stopped some time ago',
      'HPI: She stopped taking letrozole two months ago (4/2026) because of arthralgias.',
      ['letrozole ..2026-04 toxicity'],
    ],
    ['stop today is the date of the note', 'Plan: Stop palbociclib and letrozole today.', ['letrozole+palbociclib ..2026-06-15']],
    [
      'an order to discontinue',
      'Plan:\n1. Discontinue capecitabine given hand-foot syndrome grade 3.',
      ['capecitabine ..2026-06-15 toxicity'],
    ],
    ['until progression', 'HPI: exemestane until 2/2024 (progression).', ['exemestane ..2024-02 progression']],
    [
      'an arrow to progression',
      'Oncologic History: 2L T-DM1 9/6/2022 - 5/2/2023 -> PD (brain)',
      ['trastuzumab emtansine 2022-09-06..2023-05-02 progression metastatic L2'],
    ],
    [
      'progression after a comma',
      'Oncologic History: 3rd line: Xeloda 6/2021-3/2022, PD',
      ['capecitabine 2021-06..2022-03 progression metastatic L3'],
    ],
    ['progression on it', 'Assessment: PD on 1L palbo/letrozole after 20 months.', ['letrozole+palbociclib progression metastatic L1']],
    [
      'no progression is no progression',
      'HPI: capecitabine 1/2025 - 6/2025, stopped without progression for diarrhea.',
      ['capecitabine 2025-01..2025-06 toxicity'],
    ],
    [
      'a switch: the reason belongs to the drug before',
      'HPI: She was started on anastrozole in June 2019 but switched to exemestane in January 2020 due to joint pain.',
      ['anastrozole 2019-06..2020-01 toxicity', 'exemestane 2020-01..'],
    ],
    ['a dose reduction is no start', 'HPI: 10/2023 palbo dose reduced to 100 mg (gr 3 neutropenia).', ['palbociclib']],
    ['a pause is no end', 'HPI: Letrozole was held for 2 weeks in 5/2025 and resumed.', ['letrozole']],
    ['a later cycle is no start', 'Interval History: Kadcyla C14 given on 6/1/2026.', ['trastuzumab emtansine']],
    ['the date of something seen while on it', 'Data: On ribociclib 14 Apr 2024 QTcF was 446 ms.', ['ribociclib']],
    ['the last dose so far', 'HPI: Fulvestrant started in August 2023, last injection 5/30/2026.', ['fulvestrant 2023-08..2026-05-30']],
    [
      'the last dose in the next sentence',
      'HPI: 1L sacituzumab govitecan from 6/10/2025. Best response PR. Last dose C14D1 3/8/2026.',
      [
        'sacituzumab govitecan 2025-06-10.. metastatic L1',
        'sacituzumab govitecan 2025-06-10.. metastatic L1',
        'sacituzumab govitecan 2025-06-10..2026-03-08 metastatic L1',
      ],
    ],
    [
      'cycles counted while it goes on',
      'HPI: She was started on capecitabine on 3/3/2026 and has completed 4 cycles.',
      ['capecitabine 2026-03-03..'],
    ],
    [
      'a regimen spelled out beside its short name',
      'Oncologic History: THP: docetaxel x6 + trastuzumab + pertuzumab 12/1/2020',
      ['docetaxel+pertuzumab+trastuzumab 2020-12-01..'],
    ],
    [
      'doses between the drugs',
      'HPI: docetaxel 75 mg/m2 and cyclophosphamide 600 mg/m2 every 3 weeks from 17 November 2015 to 19 January 2016',
      ['cyclophosphamide+docetaxel 2015-11-17..2016-01-19'],
    ],
    [
      'nearest setting wins',
      'HPI: No prior chemotherapy in metastatic setting (paclitaxel 2012 adjuvant).',
      ['paclitaxel 2012.. adjuvant'],
    ],
    [
      'planned for years, but started',
      'HPI: anastrozole 1 mg daily started 11 April 2016, planned for 5 years.',
      ['anastrozole 2016-04-11..'],
    ],
    [
      'the arm of a trial that was taken',
      'HPI: randomized to fulvestrant 5/2022 to 11/2022, PD.',
      ['fulvestrant 2022-05..2022-11 progression'],
    ],
    [
      'a table with a column for the reason',
      'Treatment History\nLine  Regimen  Start  End  Reason\n2  sacituzumab govitecan  12/05/2023  09/30/2024  Toxicity',
      ['sacituzumab govitecan 2023-12-05..2024-09-30 toxicity metastatic L2'],
    ],
    [
      'options were discussed, then one was begun',
      'HPI: After discussing the options, she was started on capecitabine on 3/3/2026.',
      ['capecitabine 2026-03-03..'],
    ],
    ['numbers that may be months or days', 'HPI: She was on Aromasin/Afinitor from 12/15 to 8/16.', ['everolimus+exemestane']],
    [
      'dates on the line above',
      'Oncology History\n3/6/2025 - 6/19/2025 Chemotherapy\n   TCHP x 6 (Dr. Example)',
      ['carboplatin+docetaxel+pertuzumab+trastuzumab 2025-03-06..2025-06-19'],
    ],
    [
      'a dash after the date may be no span',
      'Oncology History\n8/28/2025 - Chemotherapy\n   Adjuvant T-DM1 q3w',
      ['trastuzumab emtansine 2025-08-28.. adjuvant'],
    ],
    [
      'the date belongs to the operation before',
      'HPI: She underwent left lumpectomy on September 9, 2014 and received adjuvant docetaxel and cyclophosphamide for 4 cycles.',
      ['cyclophosphamide+docetaxel adjuvant'],
    ],
    [
      'the date at the head of the sentence is that of the switch',
      'HPI: She took letrozole. In June 2024 she was found to have new liver metastases and was switched to fulvestrant plus alpelisib.',
      ['letrozole', 'alpelisib+fulvestrant 2024-06..', 'letrozole ..2024-06 progression'],
    ],
    [
      'an antibiotic is no next line',
      'HPI: On capecitabine since 1/2026. Started on cefepime, transitioned to levofloxacin.',
      ['capecitabine 2026-01..now'],
    ],
    ['until PD, with its month', 'HPI: exemestane until PD 9/2023', ['exemestane ..2023-09 progression']],
    ['an arrow to the end', 'HPI: 3/2023 Halaven -> 10/2023 PD', ['eribulin 2023-03..2023-10 progression']],
    ['short names beside dates', 'HPI: 8/2025 gem -> present', ['gemcitabine 2025-08..now']],
    [
      'completing it today',
      'Assessment: completing adjuvant T-DM1 today (cycle 14 of 14).',
      ['trastuzumab emtansine ..2026-06-15 completed adjuvant'],
    ],
    [
      'a pause with both its days',
      'HPI: On olaparib since 3/1/2026. Olaparib was interrupted 6/1-6/14/2026 for anemia.',
      ['olaparib 2026-03-01..now'],
    ],
    [
      'progression told in the sentence after a closed span',
      'HPI: 2024-11 - 2026-02: fulvestrant + everolimus. PD bones.',
      ['everolimus+fulvestrant 2024-11..2026-02', 'everolimus+fulvestrant 2024-11..2026-02 progression'],
    ],
    ['is on it now', 'HPI: She is on capecitabine and tolerating it well.', ['capecitabine ..now']],
  ])('%s', (_trap, words, facts) => {
    expect(given(words)).toEqual(facts)
  })
})

describe('treatment that was not given to the patient', () => {
  it.each<[trap: string, words: string]>([
    ['planned but never started', 'HPI: Exemestane was planned but NEVER started.'],
    ['declined', 'HPI: Tamoxifen was recommended but patient declined.'],
    ['refused', 'HPI: She refused chemotherapy with docetaxel and cyclophosphamide.'],
    ['never received', 'Assessment: Never received trastuzumab.'],
    ['naive', 'Assessment: Tucatinib naive.'],
    ['not an option', 'Plan: T-DXd not an option, HER2 0 on all specimens.'],
    ['if, then', 'Plan: If ESR1 mutated -> elacestrant.'],
    ['after progression, would', 'Plan: At progression would favor fulvestrant + everolimus.'],
    ['options', 'Plan: Options discussed: clinical trial, T-DXd, capecitabine.'],
    ['orders not released', 'Orders PENDED, not released: capecitabine 1000 mg/m2 BID x 8 cycles'],
    ['insurance denied it', 'HPI: Insurance denied abemaciclib; never filled.'],
    ['about to start', 'Plan: Start ribociclib 600 mg + letrozole pending EKG.'],
    ['to start next month', 'Plan: She will commence letrozole next month.'],
    ['to start, with a date to come', 'Plan: Fulvestrant may start 6/29/2026 if no trial.'],
    ['before it, a test', 'Plan: Echo before T-DXd would be needed.'],
    ['a plan in the oncologist’s words', 'Plan: Would recommend switching from letrozole to fulvestrant.'],
    ['the mother', 'HPI: Her mother had breast cancer and took tamoxifen.'],
    ['a sister, in the section of the family', 'Family History: sister on trastuzumab in 2012'],
    ['she is the mother of the sentence before', 'HPI: My mom had breast cancer. She took Herceptin.'],
    ['an allergy', 'Allergies: paclitaxel (anaphylaxis), codeine'],
    ['a rule of thumb', 'Comment: HER2-low tumors may be eligible for trastuzumab deruxtecan.'],
    ['methotrexate for joints', 'HPI: methotrexate for rheumatoid arthritis since 2010'],
    ['ovaries spared during chemotherapy', 'HPI: Goserelin 3.6 mg for ovarian protection 3/11/2024 - 8/12/2024.'],
    ['SG as specific gravity', 'Labs: urine SG 1.015, pH 6'],
  ])('%s', (_trap, words) => {
    expect(given(words)).toEqual([])
  })

  it('keeps what is planned as planned', () => {
    expect(planned('Plan: Start ribociclib 600 mg + letrozole pending EKG.')).toEqual(['letrozole+ribociclib'])
    expect(planned('Plan: If she progresses, will start capecitabine.')).toEqual(['capecitabine'])
  })
})

it('quotes the words of its clause literally', () => {
  const reading = noteOf('HPI: TC x4, PMRT, anastrozole 4/2016 - 3/2021, completed')
  const text = reading.document.pages[0]?.text ?? ''
  for (const { evidence } of systemicTreatments.find(reading))
    for (const one of evidence) expect(text.slice(one.start, one.end)).toBe(one.quote)
})

it('says when the patient told it', () => {
  const [fact] = systemicTreatments.find(noteOf('I took Ibrance and letrozole from June 2021 to May 2023.', 'My cancer story\n\n'))
  expect(fact?.from).toBe('rule:told-treatment@1')
})

it('reads hostile text in time', () => {
  const long = `${'letrozole and '.repeat(3000)} ${'('.repeat(5000)} ${'->'.repeat(3000)} ${'1/2/'.repeat(4000)}`
  const begin = performance.now()
  systemicTreatments.find(noteOf(long))
  expect(performance.now() - begin).toBeLessThan(3000)
})
