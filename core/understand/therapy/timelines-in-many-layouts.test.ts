import { describe, expect, it } from 'vitest'
import { missingFrom, saidIn } from '../said.fixture.ts'

/** Histories of treatment as systems and clinics lay them out; a treatment is `drugs|start|end|stopped|ongoing|line|setting|dose|planned`. */
describe('histories of treatment in many layouts', () => {
  it.each<[string, string, string[]]>([
    [
      'dates and kind on a line of their own, the plan below, the last one still open',
      'Encounter Date: 11/4/2025\n\nOncology History\n7/5/2023 - 3/20/2025 Anti-Hormone Therapy\n  Ribociclib + letrozole\n4/10/2025 -  Chemotherapy\n  Plan: CAPECITABINE 1000 MG/M2\n  Plan Provider: Okafor\n',
      ['ribociclib+letrozole|2023-07-05|2025-03-20', 'capecitabine|2025-04-10|||ongoing'],
    ],
    [
      'a column that counts the lines, and an open end in the column of ends',
      'Treatment history (verified 02/2026)\nLine | Regimen | Start | Stop | Best response | Reason\nAdj | Anastrozole | 07/2018 | 01/2022 | - | recurrence\n1 | Abemaciclib + fulvestrant | 02/2022 | 07/2023 | PR | PD\n2 | T-DXd | 01/2025 | ongoing | PR |\n',
      [
        'abemaciclib+fulvestrant|2022-02|2023-07|progression||L1|metastatic',
        'trastuzumab deruxtecan|2025-01|||ongoing|L2|metastatic',
        'anastrozole~|adjuvant',
      ],
    ],
    [
      'months with years of two figures, an entry that ends with a dash',
      'Clinic date: 11/02/2025\nTreatment:\nTC x4 completed Feb 21\nTamoxifen Apr 21 - Jan 24\nPalbociclib + letrozole Feb 24 -\n',
      ['docetaxel+cyclophosphamide||2021-02|completed', 'tamoxifen|2021-04|2024-01', 'palbociclib+letrozole|2024-02|||ongoing'],
    ],
    [
      'a remark on the dose of one drug stands between the course and its end',
      'Visit date: September 15, 2026\n\nTreatment summary\n- 1st line: palbociclib + fulvestrant 3/14/2022 – 9/9/2024. Palbociclib 125 mg, cut to 100 mg 8/2022. Progression in bone.\n- 2nd line: capivasertib 400 mg BID 4 on/3 off + fulvestrant 10/7/2024 – 1/20/2025. Off for grade 3 rash, no progression at that time.\n- 3rd line: capecitabine from 2/10/2025, 1500 mg BID 14/21. Last dose 8/24/2026. Progression: liver.\n',
      [
        'palbociclib+fulvestrant|2022-03-14|2024-09-09|progression||L1',
        'capivasertib+fulvestrant|2024-10-07~|toxicity||L2',
        'capecitabine|2025-02-10|2026-08-24|progression||L3',
      ],
    ],
    [
      'progression behind a dash, as in Australian and American lists',
      'Letter 7 August 2025\nTreatment:\n1. Ribociclib and letrozole, February 2022 to May 2024 – disease progression (peritoneum)\n2. 03/2024 - 08/2024: elacestrant 345 mg - PD in liver\n',
      ['ribociclib+letrozole|2022-02|2024-05|progression', 'elacestrant|2024-03|2024-08|progression'],
    ],
    [
      'no progression behind a dash',
      'Letter 7 August 2025\nTreatment:\n1. Ribociclib and letrozole, February 2022 to May 2024 – no progression\n',
      ['!progression'],
    ],
    [
      'one date at the head of an entry that tells of a stop and of a start',
      'Seen: 14 Jan 2026\nONCOLOGICAL HISTORY\n- Aug 2020: letrozole stopped, fulvestrant + palbociclib started.\n',
      ['letrozole||2020-08', 'fulvestrant+palbociclib|2020-08'],
    ],
    [
      'a holiday ends the course',
      'Seen: 14 Jan 2026\nTreatment:\nFeb 2024: weekly paclitaxel, 6 months, break from Aug 2024\n',
      ['paclitaxel|2024-02|2024-08'],
    ],
    [
      'partners go on until progression, a drug was left out before',
      'Consultation 2026-01-19\nShe began docetaxel, trastuzumab and pertuzumab on April 24, 2023; docetaxel was discontinued after cycle 6 because of neuropathy and she continued on HP until she progressed in the lung in May 2024.\n',
      ['trastuzumab+pertuzumab||2024-05|progression', 'docetaxel|||toxicity'],
    ],
    [
      'resumed after a pause, until imaging showed progression',
      'Consultation 2026-01-19\nShe then received T-DXd from June 2024, complicated by grade 1 pneumonitis; it was resumed and given until December 2025 when imaging showed progression in the lung.\n',
      ['trastuzumab deruxtecan|2024-06|2025-12|progression'],
    ],
    [
      'the day of a dose that was the last one, blamed for an illness before',
      'Respirology 22 October 2025\nShe has had trastuzumab deruxtecan since 1 April 2025. This is drug-related interstitial lung disease. I agree with stopping it; the 14 October dose was the last.\n',
      ['trastuzumab deruxtecan|2025-04-01|2025-10-14|toxicity'],
    ],
    [
      'a later cycle is no start',
      'Summary 05/20/2026\nCurrent therapy: Sacituzumab govitecan C4D8 5/18/2026 (4th line).\n',
      ['sacituzumab govitecan||', '~|L4|metastatic'],
    ],
    ['HP alone is no medicine', 'Clinic 05/20/2026\nSeen by the HP for Mrs Lane. Started H. pylori treatment.\n', ['-']],
    ['a plan for a day without a year', 'Clinic 10 August 2026\nPlan: eribulin C1 25 August.\n', ['eribulin~planned']],
  ])('%s', (_layout, text, wanted) => expect(missingFrom(saidIn('treatment', text), wanted)).toEqual([]))
})
