import { describe, expect, it } from 'vitest'
import { medicationLists, medicationsInProse } from './medication-lists.ts'
import { noteOf } from './note.fixture.ts'

function read(words: string): string[] {
  const reading = noteOf(words)
  return [medicationLists, medicationsInProse]
    .flatMap((rule) => rule.find(reading))
    .flatMap((fact) =>
      fact.kind === 'medication'
        ? [
            [
              fact.value.name,
              fact.value.status,
              fact.value.dose,
              fact.value.start && `from ${fact.value.start}`,
              fact.value.end && `to ${fact.value.end}`,
            ]
              .filter(Boolean)
              .join(' '),
          ]
        : [],
    )
}

describe('medicines', () => {
  it.each<[trap: string, words: string, facts: string[]]>([
    [
      'one a line',
      'Current Medications:\n- Synthroid 88 mcg PO daily\n- Lipitor 20mg nightly',
      ['levothyroxine current 88 mcg PO daily', 'atorvastatin current 20mg nightly'],
    ],
    [
      'commas',
      'Medications: aspirin 81 mg daily, metoprolol succinate 50 mg daily, fish oil.',
      ['aspirin current 81 mg daily', 'metoprolol current 50 mg daily', 'fish oil current'],
    ],
    [
      'slashes with spaces',
      'CURRENT MEDS\n levothyroxine 100 mcg daily / amlodipine 5 mg daily',
      ['levothyroxine current 100 mcg daily', 'amlodipine current 5 mg daily'],
    ],
    ['a slash inside a name', 'MEDS: tramadol 50 mg prn, Ca/D', ['tramadol current 50 mg prn', 'calcium + vitamin D current']],
    [
      'stopped after the day of the summary',
      'Summary: Dexamethasone 4 mg daily, tapered and stopped 7/10/2026.',
      ['dexamethasone past 4 mg daily to 2026-07-10'],
    ],
    ['heading without a colon', 'MEDS  ASA 81, Lasix 20 mg qd', ['aspirin current 81', 'furosemide current 20 mg qd']],
    ['stopped, with a year', 'Medications:\nomeprazole -- stopped 2024 (patient preference)', ['omeprazole past to 2024']],
    ['discontinued in brackets', 'Medications:\n- Norvasc (discontinued 3/2025)', ['amlodipine past to 2025-03']],
    ['off since', 'Medications: KCl 20 mEq; off warfarin since 2/2026', ['potassium chloride current 20 mEq', 'warfarin past to 2026-02']],
    ['stop taking', 'Discharge Medications:\n1. STOP taking: metformin 500 mg', ['metformin past 500 mg']],
    ['STOP today', 'Medications:\nelacestrant 345 mg daily -- STOP today', ['elacestrant past 345 mg daily']],
    [
      'a wrong list quoted and corrected',
      'Medications: sertraline 50 mg\n   (from outside list "olaparib 300 mg BID - active" >> remove, stopped 5/2025)',
      ['sertraline current 50 mg', 'olaparib past 300 mg BID to 2025-05'],
    ],
    [
      'an interval changed is no start',
      'Medications: denosumab 120 mg SC q12wk (interval extended 7/2025)',
      ['denosumab current 120 mg SC q12wk'],
    ],
    ['units are no year', 'Medications: vitamin D3 2000 units', ['vitamin D current 2000 units']],
    [
      'columns',
      'Medications\nMedication  Dose  Route  Start  Status\nOmeprazole  20 mg daily  PO  01/2020  Discontinued\nLosartan  50 mg daily  PO  03/2019  Active',
      ['omeprazole past 20 mg daily from 2020-01', 'losartan current 50 mg daily from 2019-03'],
    ],
    [
      'columns with begin and end',
      'Medications\napixaban 5 mg tablet twice daily  2021-03-15  2021-09-15  Completed',
      ['apixaban past 5 mg tablet twice daily from 2021-03-15 to 2021-09-15'],
    ],
    ['a name that no table holds', 'Medications:\nzzyzzolam 10 mg daily', ['zzyzzolam current 10 mg daily']],
    ['words that are no names', 'Medications:\nReviewed and reconciled today.', []],
    [
      'two forms of insulin',
      'Medications: insulin glargine 14 u qHS, insulin lispro 4 units with meals',
      ['insulin glargine current 14 u qHS', 'insulin lispro current 4 units'],
    ],
    ['cancer drugs of the list', 'Medications: palbociclib, letrozole', ['palbociclib current', 'letrozole current']],
    ['never started', 'Medications: gabapentin 300 mg (never started)', []],
    ['to start next month', 'Medications: semaglutide 0.25 mg, to start 7/2026', []],
    ['prose: started for a reason', 'HPI: Eliquis 5 mg BID started 4/2026 for PE.', ['apixaban current 5 mg BID from 2026-04']],
    ['prose: for some months, completed', 'HPI: DVT 3/2021, apixaban x 6 mo, completed 9/2021.', ['apixaban past from 2021-03 to 2021-09']],
    ['prose: a taper that ended', 'HPI: Dexamethasone taper completed 2/1/2026.', ['dexamethasone past to 2026-02-01']],
    ['prose: off as of', 'HPI: Prednisone off as of 3/30/2024.', ['prednisone past to 2024-03-30']],
    ['prose: continue', 'Plan: Continue denosumab.', ['denosumab current']],
    ['prose: since', 'HPI: On insulin glargine 14 u since 1/2026.', ['insulin glargine current 14 u from 2026-01']],
    ['prose: from … to', 'HPI: Zometa q3 months from 6/2021 to 6/2023.', ['zoledronic acid past from 2021-06 to 2023-06']],
    ['prose: stopped', 'HPI: Stopped ibuprofen.', ['ibuprofen past']],
    ['prose: takes', 'HPI: She takes gabapentin for neuropathy.', ['gabapentin current']],
    ['prose: consider', 'Plan: Will consider gabapentin.', []],
    ['prose: about to start', 'Plan: Start Prolia.', []],
    ['prose: not taking', 'HPI: Not taking any NSAIDs such as ibuprofen.', []],
    ['prose: denies', 'HPI: Denies aspirin use.', []],
    ['prose: once, before a scan', 'HPI: Premedicated with Benadryl.', []],
    ['an allergy', 'Allergies: lisinopril (cough)', []],
    ['the father', 'Family History: father on warfarin', []],
    [
      'ovaries spared during chemotherapy',
      'HPI: Goserelin 3.6 mg SC q28d for ovarian protection 3/11/2024 - 8/12/2024.',
      ['goserelin past 3.6 mg SC q28d from 2024-03-11 to 2024-08-12'],
    ],
    ['methotrexate for joints', 'HPI: On methotrexate for rheumatoid arthritis since 2010.', ['methotrexate current from 2010']],
    ['chemotherapy is no medicine', 'HPI: She received docetaxel 1/2020 - 4/2020.', []],
    ['prose: two after one verb', 'HPI: She takes lisinopril and Prilosec.', ['lisinopril current', 'omeprazole current']],
  ])('%s', (_trap, words, facts) => {
    expect(read(words)).toEqual(facts)
  })
})
