import { describe, expect, it } from 'vitest'
import { administeredSupport } from './administered-support.ts'
import { administrations } from './administrations.ts'
import { noteOf } from './note.fixture.ts'

function read(rows: string, head = 'INFUSION CENTER\nTREATMENT ADMINISTRATION RECORD     Printed 09/12/2026\n'): string[] {
  return administrations.find(noteOf(rows, head)).flatMap((fact) => {
    if (fact.kind !== 'treatment') return []
    const { drugs, start, end, stopped, setting, ongoing } = fact.value
    return [[[...drugs].sort().join('+'), `${start ?? ''}..${end ?? ''}`, stopped, setting, ongoing && 'goes on'].filter(Boolean).join(' ')]
  })
}

describe('what was given dose by dose', () => {
  it.each<[trap: string, rows: string, courses: string[]]>([
    [
      'the drug stands only in the plan',
      'Plan: fam-trastuzumab deruxtecan-nxki q21d\nC1   06/20/2023  66.1   5.4 mg/kg = 357 mg\nC2   07/11/2023  65.8   5.4 mg/kg = 355 mg',
      ['trastuzumab deruxtecan 2023-06-20..2023-07-11'],
    ],
    [
      'a held dose is no dose',
      'Plan: eribulin\nC1D1 02/03/2026 1.4 mg/m2 given\nC1D8 02/10/2026 1.4 mg/m2 given\nC2D1 02/24/2026 HELD - ANC 0.7',
      ['eribulin 2026-02-03..2026-02-10'],
    ],
    [
      'cancelled for progression',
      'Plan: eribulin\nC1 02/03/2026 1.4 mg/m2 given\nC2 02/24/2026 1.4 mg/m2 given\nC3 03/17/2026 -- CANCELLED - PROGRESSIVE DISEASE. PLAN CLOSED',
      ['eribulin 2026-02-03..2026-02-24 progression'],
    ],
    [
      'stopped for toxicity',
      'Plan: paclitaxel\nC1 02/03/2026 80 mg/m2 given\nC2 02/10/2026 80 mg/m2 given\nC3 02/17/2026 -- CANCELLED, neuropathy grade 3, discontinued',
      ['paclitaxel 2026-02-03..2026-02-10 toxicity'],
    ],
    [
      'rows left out, the count goes on',
      'Plan: eribulin\nC1 02/03/2024 1.4 mg/m2\n ...\nC30 07/14/2026 1.4 mg/m2',
      ['eribulin 2024-02-03..2026-07-14'],
    ],
    [
      'drugs on every row, then others',
      '03/18/2024 1 pembrolizumab 200 mg; carboplatin AUC 5; paclitaxel 80 mg/m2\n04/08/2024 2 pembrolizumab 200 mg; carboplatin AUC 5; paclitaxel\n06/10/2024 5 pembrolizumab 200 mg; doxorubicin 60 mg/m2; cyclophosphamide 600 mg/m2\n07/01/2024 6 pembrolizumab; doxorubicin; cyclophosphamide; pegfilgrastim d2',
      ['carboplatin+paclitaxel+pembrolizumab 2024-03-18..2024-04-08', 'cyclophosphamide+doxorubicin+pembrolizumab 2024-06-10..2024-07-01'],
    ],
    [
      'fewer drugs are maintenance',
      '12/01/2024 docetaxel 75 mg/m2; trastuzumab 8 mg/kg; pertuzumab 840 mg\n12/22/2024 docetaxel 75 mg/m2; trastuzumab 6 mg/kg; pertuzumab 420 mg\n01/12/2025 trastuzumab 6 mg/kg; pertuzumab 420 mg',
      ['docetaxel+pertuzumab+trastuzumab 2024-12-01..2025-01-12'],
    ],
    [
      'one drug left out of a cycle',
      '12/01/2024 carboplatin AUC 6; docetaxel 75 mg/m2\n12/22/2024 carboplatin HELD (plt 60); docetaxel 75 mg/m2\n01/12/2025 carboplatin AUC 5; docetaxel 75 mg/m2',
      ['carboplatin+docetaxel 2024-12-01..2025-01-12'],
    ],
    [
      'intent in a heading',
      'Protocol: AC. Intent: NEOADJUVANT chemotherapy\n03/18/2024 doxorubicin 60 mg/m2; cyclophosphamide 600 mg/m2\n04/01/2024 doxorubicin 60 mg/m2; cyclophosphamide 600 mg/m2\nADJUVANT (post-op)\n10/16/2024 C9 pembrolizumab 200 mg',
      ['cyclophosphamide+doxorubicin 2024-03-18..2024-04-01 neoadjuvant', 'pembrolizumab 2024-10-16..2024-10-16 adjuvant'],
    ],
    [
      'the record is printed while it runs',
      'Plan: fulvestrant\n08/01/2026 500 mg IM given\n08/29/2026 500 mg IM given',
      ['fulvestrant 2026-08-01..2026-08-29 goes on'],
    ],
    [
      'premedication is not the treatment',
      'Plan: eribulin\nC1 02/03/2026 1.4 mg/m2 ondansetron, dexamethasone premed\nC2 02/24/2026 1.4 mg/m2 ondansetron',
      ['eribulin 2026-02-03..2026-02-24'],
    ],
    [
      'the next plan is not released',
      'Plan: eribulin\nC1 02/03/2026 1.4 mg/m2\nC2 02/24/2026 1.4 mg/m2\nNEXT PLAN (signed, NOT RELEASED): tucatinib 300 mg BID + capecitabine',
      ['eribulin 2026-02-03..2026-02-24'],
    ],
  ])('%s', (_trap, rows, courses) => {
    expect(read(rows)).toEqual(courses)
  })

  it('takes spans and stories that begin with a date for what they are', () => {
    const told = [
      '2/12/2021 - 12/2/2022 ribociclib + letrozole, stopped for progression',
      '12/9/2022 - 9/15/2023 fulvestrant + alpelisib',
      'Jan 2024 - Mar 2025 capecitabine',
      '04/02/2025 started eribulin',
    ].join('\n')
    expect(read(told, 'Medical oncology visit 09/12/2026\n')).toEqual([])
    expect(read(told)).toEqual([])
  })

  it('makes no course of single dated lines in a note', () => {
    const lines = '10/07/2019 letrozole 2.5 mg\n02/12/2024 ribociclib 600 mg\n12/09/2025 fulvestrant 500 mg'
    expect(read(lines, 'Medical oncology visit 09/12/2026\n')).toEqual([])
  })

  it('makes nothing of dated rows without drugs', () => {
    expect(read('06/20/2023  weight 66 kg\n07/11/2023  weight 65 kg', 'Clinic flow sheet\n')).toEqual([])
  })
})

describe('what was given beside it', () => {
  const read = (rows: string) =>
    administeredSupport
      .find(noteOf(rows, 'INFUSION CENTER\nTREATMENT ADMINISTRATION RECORD     Printed 09/12/2026\n'))
      .flatMap((fact) =>
        fact.kind === 'medication' ? [`${fact.value.name} ${fact.value.status} ${fact.value.start}..${fact.value.end ?? ''}`] : [],
      )

  it('keeps growth factors and bone drugs, and leaves out the premedication', () => {
    expect(
      read(
        '03/18/2026 docetaxel 75 mg/m2; pegfilgrastim d2; dexamethasone, ondansetron\n04/08/2026 docetaxel 75 mg/m2; pegfilgrastim d2; zoledronic acid 4 mg\n08/30/2026 docetaxel 75 mg/m2; zoledronic acid 4 mg',
      ),
    ).toEqual(['pegfilgrastim past 2026-03-18..2026-04-08', 'zoledronic acid current 2026-04-08..'])
  })
})
