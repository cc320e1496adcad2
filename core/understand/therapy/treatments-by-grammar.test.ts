import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../record/fact.ts'
import { missingFrom, saidIn } from '../said.fixture.ts'

describe("treatment, given, planned or another's", () => {
  it.each<[trap: string, kind: FactKind, text: string, wanted: string[]]>([
    [
      "infusion nurse's note",
      'treatment',
      'INFUSION CENTER NURSING NOTE  03/12/2026\nHere for C5D1 sacituzumab govitecan 10 mg/kg. Premeds given. Tolerated.',
      ['sacituzumab govitecan~ongoing'],
    ],
    [
      'MDT letter UK: treatment to date',
      'treatment',
      'BREAST MDT OUTCOME 12/03/2026\nHistory: R breast ca 2019 - WLE/SLNB, adj EC x4 + weekly Taxol x12, RT, letrozole 03/2020 - 02/2024 (liver relapse). 1st line palbociclib + fulvestrant 03/2024 - 01/2026, PD.\nPlan: 2nd line capecitabine, discuss trial.',
      ['capecitabine~planned'],
    ],
    [
      'declined and offered are none',
      'treatment',
      'Consultation 3/3/2026\nShe was offered adjuvant chemotherapy with TC but declined. Considering tamoxifen versus anastrozole. Her sister took tamoxifen.',
      ['!cyclophosphamide+docetaxel||||||', 'tamoxifen~planned'],
    ],
  ])('%s (%s)', (_trap, kind, text, wanted) => expect(missingFrom(saidIn(kind, text), wanted)).toEqual([]))
})
