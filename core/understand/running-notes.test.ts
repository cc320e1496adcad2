import { describe, expect, it } from 'vitest'
import type { FactKind } from '../record/fact.ts'
import { missingFrom, saidIn } from './said.fixture.ts'

/** Continuation sheets of clinics in several lands: no date at the head, each entry begins with its own. */
const SHEETS: readonly { name: string; text: string; said: Partial<Record<FactKind, string[]>> }[] = [
  {
    name: 'a chart of short entries, month first, stops without years',
    text: `ONCOLOGY CLINIC CHART
Patient: Example, Ana

3/4/21   Breast ca R stage IV (bone). ECOG 1. Plan: AI first, CDK later
3/18/21  S/P lap BSO 3/15. Start Anastrozole 1 mg OD today.
5/6/21   T12 RT 8 Gy x 1 done 4/29. Pain 3/10
7/8/21   Ribociclib 600 mg 21/7 ADDED to anastrozole.
9/2/21   RT chest wall done 8/2-8/20 40 Gy/15. ANC 0.8
6/9/22   Ribo STOP (last 6/1/22), no more supply. Anastrozole cont.
2/6/23   Liver mets. PD. STOP anastrozole.
2/13/23  2nd line Capecitabine 1500 BID 2 wks on/1 off. ECOG 1
12/4/23  Gr 3 hand-foot. Cape stopped (last 11/20).`,
    said: {
      treatment: [
        'radiation:T12~2021-04-29',
        'radiation:chest wall~2021-08-02|2021-08-20',
        'surgery:ovaries|2021-03-15',
        'anastrozole|2021-03-18',
        'ribociclib|2021-07-08',
        'ribociclib||2022-06-01',
        'anastrozole||2023-02-06|progression',
        'capecitabine|2023-02-13~L2',
        'capecitabine||2023-11-20|toxicity',
        '!planned',
      ],
      performance: ['ECOG 1'],
    },
  },
  {
    name: 'Indian continuation sheets, day first, a plan inside an entry',
    text: `MEDICAL ONCOLOGY - CONTINUATION SHEET      UHID 20021
================================
14/06/2021  Post MRM + RT. Started T. Letrozole 2.5 mg OD adj.
18/10/2021  Hb 9.1. Letrozole held 2 wks -> resumed.
            Plan : DEXA, Vit D
22/08/2023  Back pain. MRI spine : multiple vertebral mets. Letrozole stopped.
            PLAN : Biopsy, then CDK4/6 inhibitor
05/09/2023  C1 Ribociclib + Fulvestrant given.
            ECOG 1
17/01/2025  Ribociclib stopped, last dose 13/01/2025.`,
    said: {
      treatment: [
        'letrozole|2021-06-14~adjuvant',
        'letrozole||2023-08-22',
        'ribociclib+fulvestrant|2023-09-05',
        'ribociclib||2025-01-13',
        '!radiation:|2021-06-14',
      ],
      metastasis: ['bone'],
    },
  },
  {
    name: 'a list of what was given is no running note: its date is that of the head',
    text: `Oncology clinic visit 03/10/2024
Ms Example
04/02/2019 lumpectomy, stage IIA
05/06/2019 started TC x 4
09/12/2019 started anastrozole
Plan: continue anastrozole, scan in 04/2024.`,
    said: { treatment: ['docetaxel+cyclophosphamide|2019-05-06', 'anastrozole|2019-09-12'] },
  },
]

describe('running notes', () => {
  describe.each(SHEETS)('$name', ({ text, said }) => {
    it.each(Object.entries(said) as [FactKind, string[]][])('gives each %s its day', (kind, wanted) => {
      expect(missingFrom(saidIn(kind, text), wanted)).toEqual([])
    })
  })
})
